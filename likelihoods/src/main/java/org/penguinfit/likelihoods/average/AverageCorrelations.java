package org.penguinfit.likelihoods.average;

import java.util.Map;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.CrossCorrelations;
import org.penguinfit.measurements.CrossCorrelations.ResultKey;

/**
 * What is said of the correlations between measurements that are averaged.
 *
 * @param bySource source of uncertainty → its correlation between all measurements that name it, in [−1, 1]; sources not
 *     named are independent
 * @param between what files say of single pairs, which counts before {@code bySource}
 */
public record AverageCorrelations(Map<String, Double> bySource, CrossCorrelations between) {
    /** All measurements are independent. */
    public static final AverageCorrelations NONE = new AverageCorrelations(Map.of(), CrossCorrelations.NONE);

    public AverageCorrelations {
        bySource = Map.copyOf(bySource);
        for (double correlation : bySource.values()) {
            if (!(Math.abs(correlation) <= 1.0)) {
                throw new IllegalArgumentException("a correlation lies within [-1, 1], found " + correlation);
            }
        }
    }

    /** The correlation of one source between two inputs of different measurements. */
    double of(String source, AverageInput a, AverageInput b) {
        return between.between(key(a), key(b)).getOrDefault(source, bySource.getOrDefault(source, 0.0));
    }

    /** True if a file gives the correlation of their total uncertainties. */
    boolean hasTotal(AverageInput a, AverageInput b) {
        return between.between(key(a), key(b)).containsKey(CrossCorrelation.TOTAL);
    }

    /** Covariance of two inputs of different measurements, each source with the mean of its sides. */
    double covariance(AverageInput a, AverageInput b) {
        Double total = between.between(key(a), key(b)).get(CrossCorrelation.TOTAL);
        if (total != null) {
            return total * a.sigma() * b.sigma();
        }
        Map<String, Double> other = b.sources();
        double covariance = 0;
        for (Map.Entry<String, Double> source : a.sources().entrySet()) {
            double sigma = other.getOrDefault(source.getKey(), 0.0);
            covariance += sigma == 0 ? 0 : of(source.getKey(), a, b) * source.getValue() * sigma;
        }
        return covariance;
    }

    private static ResultKey key(AverageInput input) {
        return new ResultKey(input.measurement(), input.result().observable().toString());
    }
}
