package org.penguinfit.core.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;

/** Describes the distribution of predictions; Monte-Carlo errors by the method of batch means. */
final class PredictionSummary {
    private static final ConfidenceLevel ONE_SIGMA = ConfidenceLevel.ofSigmas(1.0);
    private static final ConfidenceLevel NINETY_FIVE = ConfidenceLevel.of(0.95);

    private final int batches;

    private PredictionSummary(int batches) {
        this.batches = batches;
    }

    static MonteCarloPredictions of(int size, int batches, WorkResults results) {
        int failed = 0;
        long outside = 0;
        int numbers = 0;
        for (Vector batch : results.successes()) {
            failed += (int) batch.get(0);
            outside += (long) batch.get(1);
            numbers += batch.size() - 2;
        }
        int used = size == 0 ? 0 : numbers / size;
        if (used < MonteCarloPropagation.FEWEST_DRAWS) {
            return new MonteCarloPredictions(used, failed, outside, List.of(), List.of(), results.failures());
        }
        double[][] columns = columns(size, used, results);
        PredictionSummary summary = new PredictionSummary(batches);
        List<PredictionDistribution> distributions = new ArrayList<>();
        for (double[] column : columns) {
            distributions.add(summary.describe(column));
        }
        return new MonteCarloPredictions(
                used, failed, outside, distributions, summary.covariance(columns), results.failures());
    }

    /** Prediction k of draw i at [k][i]. */
    private static double[][] columns(int size, int used, WorkResults results) {
        double[][] columns = new double[size][used];
        int draw = 0;
        for (Vector batch : results.successes()) {
            for (int at = 2; at < batch.size(); at += size) {
                for (int k = 0; k < size; k++) {
                    columns[k][draw] = batch.get(at + k);
                }
                draw++;
            }
        }
        return columns;
    }

    private PredictionDistribution describe(double[] y) {
        double[] sorted = y.clone();
        Arrays.sort(sorted);
        return new PredictionDistribution(
                estimate(y, StatUtils::mean),
                estimate(y, part -> Math.sqrt(StatUtils.variance(part))),
                estimate(y, part -> quantile(part, 0.5)),
                estimate(y, part -> new Skewness().evaluate(part)),
                interval(y, ONE_SIGMA),
                interval(y, NINETY_FIVE),
                Vector.of(sorted));
    }

    private PredictionDistribution.QuantileInterval interval(double[] y, ConfidenceLevel level) {
        return new PredictionDistribution.QuantileInterval(
                estimate(y, part -> quantile(part, 0.5 * level.tail())),
                estimate(y, part -> quantile(part, 1.0 - 0.5 * level.tail())));
    }

    static double quantile(double[] y, double probability) {
        return new Percentile()
                .withEstimationType(Percentile.EstimationType.R_7)
                .evaluate(y, 100.0 * probability);
    }

    private Estimate estimate(double[] y, ToDoubleFunction<double[]> statistic) {
        double[] parts = new double[batches];
        for (int b = 0; b < batches; b++) {
            parts[b] = statistic.applyAsDouble(part(y, b));
        }
        return estimate(statistic.applyAsDouble(y), parts);
    }

    private double[] part(double[] y, int batch) {
        return Arrays.copyOfRange(
                y, (int) ((long) y.length * batch / batches), (int) ((long) y.length * (batch + 1) / batches));
    }

    /** A number with the standard error that independent copies of it from 1/B of the data tell: s/√B. */
    static Estimate estimate(double value, double[] parts) {
        return new Estimate(value, Math.sqrt(StatUtils.variance(parts) / parts.length));
    }

    private List<List<Estimate>> covariance(double[][] columns) {
        Covariance covariance = new Covariance();
        List<List<Estimate>> rows = new ArrayList<>();
        for (double[] first : columns) {
            List<Estimate> row = new ArrayList<>();
            for (double[] second : columns) {
                double[] parts = new double[batches];
                for (int b = 0; b < batches; b++) {
                    parts[b] = covariance.covariance(part(first, b), part(second, b));
                }
                row.add(estimate(covariance.covariance(first, second), parts));
            }
            rows.add(List.copyOf(row));
        }
        return rows;
    }
}
