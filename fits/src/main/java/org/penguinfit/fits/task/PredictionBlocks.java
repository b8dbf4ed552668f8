package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.propagation.Estimate;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.PredictionDistribution;
import org.penguinfit.core.propagation.PredictionDistribution.QuantileInterval;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Figure;

/** Distributions of predictions over draws, as blocks of a result. */
final class PredictionBlocks {
    private static final List<Column> MOMENTS = List.of(
            new Column("observable", "observable"),
            new Column("mean", "mean"),
            new Column("meanError", "± MC"),
            new Column("sigma", "σ"),
            new Column("sigmaError", "± MC"),
            new Column("median", "median"),
            new Column("medianError", "± MC"),
            new Column("skewness", "skewness"),
            new Column("skewnessError", "± MC"));

    private static final List<Column> QUANTILES = List.of(
            new Column("observable", "observable"),
            new Column("level", "level"),
            new Column("lower", "lower quantile"),
            new Column("lowerError", "± MC"),
            new Column("upper", "upper quantile"),
            new Column("upperError", "± MC"));

    private final List<String> names;
    private final MonteCarloPredictions predictions;

    PredictionBlocks(List<String> names, MonteCarloPredictions predictions) {
        this.names = names;
        this.predictions = predictions;
    }

    /** How the draws went. */
    ResultBlock draws() {
        return new ResultBlock.Figures(
                "draws",
                "Monte Carlo",
                List.of(
                        Figure.of("used", "draws that counted", (double) predictions.used()),
                        Figure.of("failed", "draws without a prediction", (double) predictions.failed()),
                        Figure.of("outside", "draws outside the bounds, drawn anew", (double) predictions.outside()),
                        Figure.of("lostBatches", "batches lost", (double)
                                predictions.failures().size())));
    }

    /** Mean, standard deviation, median and skewness. */
    ResultBlock moments() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < predictions.distributions().size(); k++) {
            PredictionDistribution distribution = predictions.distributions().get(k);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(names.get(k));
            add(distribution.mean(), row);
            add(distribution.sigma(), row);
            add(distribution.median(), row);
            add(distribution.skewness(), row);
            rows.add(row);
        }
        return new ResultBlock.Table("monteCarlo", "Monte Carlo", MOMENTS, rows, true);
    }

    /** Equal-tailed intervals. */
    ResultBlock quantiles() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < predictions.distributions().size(); k++) {
            PredictionDistribution distribution = predictions.distributions().get(k);
            rows.add(row(names.get(k), "68.27%", distribution.oneSigma()));
            rows.add(row(names.get(k), "95%", distribution.ninetyFive()));
        }
        return new ResultBlock.Table("quantiles", "Quantiles", QUANTILES, rows, true);
    }

    private static List<@Nullable Object> row(String name, String level, QuantileInterval interval) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(name);
        row.add(level);
        add(interval.lower(), row);
        add(interval.upper(), row);
        return row;
    }

    static void add(Estimate estimate, List<@Nullable Object> row) {
        row.add(estimate.value());
        row.add(estimate.error());
    }
}
