package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.propagation.LinearPrediction;
import org.penguinfit.core.propagation.LinearPropagation;
import org.penguinfit.core.propagation.MonteCarloPredictions;
import org.penguinfit.core.propagation.VarianceBudget;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;

/** Where the variances of predictions come from, and their covariances, as blocks of a result. */
final class VarianceBlocks {
    private static final List<Column> BUDGET = List.of(
            new Column("observable", "observable"),
            new Column("source", "source"),
            new Column("with", "correlated with"),
            new Column("sigma", "σ alone"),
            new Column("fraction", "part of σ²"));

    private static final List<Column> COVARIANCE = List.of(
            new Column("first", "observable"),
            new Column("second", "and"),
            new Column("linear", "covariance, linear"),
            new Column("correlation", "correlation, linear"));

    private static final List<Column> DRAWN =
            List.of(new Column("monteCarlo", "covariance, MC"), new Column("monteCarloError", "± MC"));

    private final List<String> names;

    /**
     * Of predictions.
     *
     * @param names in their order
     */
    VarianceBlocks(List<String> names) {
        this.names = names;
    }

    /** One row per source, and one per pair of correlated sources. */
    ResultBlock budget(List<LinearPrediction> found, boolean shown) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < found.size(); k++) {
            VarianceBudget budget = found.get(k).budget();
            for (VarianceBudget.Part part : budget.parts()) {
                double square = part.sigma() * part.sigma();
                rows.add(row(names.get(k), part.source(), null, part.sigma(), fraction(square, budget)));
            }
            for (VarianceBudget.CorrelatedPart part : budget.correlated()) {
                rows.add(row(names.get(k), part.first(), part.second(), null, fraction(part.variance(), budget)));
            }
        }
        return new ResultBlock.Table("budget", "Budget", BUDGET, rows, shown);
    }

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return new ArrayList<>(Arrays.asList(cells));
    }

    private static @Nullable Double fraction(double variance, VarianceBudget budget) {
        return budget.variance() > 0 ? Double.valueOf(variance / budget.variance()) : null;
    }

    /** One row per pair, with the Monte Carlo covariance where there are draws. */
    ResultBlock covariance(LinearPropagation linear, Optional<MonteCarloPredictions> drawn, boolean shown) {
        List<Column> columns = new ArrayList<>(COVARIANCE);
        columns.addAll(drawn.isPresent() ? DRAWN : List.of());
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            for (int l = 0; l <= k; l++) {
                double size = Math.sqrt(linear.covariance(k, k) * linear.covariance(l, l));
                double covariance = linear.covariance(k, l);
                List<@Nullable Object> row = row(
                        names.get(k), names.get(l), covariance, size > 0 ? Double.valueOf(covariance / size) : null);
                if (drawn.isPresent()) {
                    addDrawn(drawn.get(), k, l, row);
                }
                rows.add(row);
            }
        }
        return new ResultBlock.Table("covariance", "Covariance", columns, rows, shown);
    }

    private static void addDrawn(MonteCarloPredictions drawn, int k, int l, List<@Nullable Object> row) {
        if (drawn.covariance().isEmpty()) {
            row.add(null);
            row.add(null);
        } else {
            PredictionBlocks.add(drawn.covariance().get(k).get(l), row);
        }
    }
}
