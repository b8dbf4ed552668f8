package org.penguinfit.core.sample;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;

/**
 * A place where the posterior is high, with a guess of its shape: chains start around it.
 *
 * @param point shape [n]
 * @param value −2 ln L there
 * @param covariance guess of the covariance of the posterior around it, over all n parameters
 */
public record Mode(Vector point, double value, CovarianceMatrix covariance) {
    /** Requires equal sizes. */
    public Mode {
        if (point.size() != covariance.size()) {
            throw new IllegalArgumentException(
                    "a mode of " + point.size() + " parameters with a covariance of " + covariance.size());
        }
    }

    /**
     * A minimum of −2 ln L as a mode; parameters without uncertainty, such as those at a limit, get a step as theirs.
     *
     * @param steps typical size of each parameter's variation, positive, shape [n]
     */
    public static Mode of(Minimum minimum, double... steps) {
        int n = steps.length;
        if (minimum.point().size() != n) {
            throw new IllegalArgumentException(
                    n + " steps for " + minimum.point().size() + " parameters");
        }
        double[][] rows = diagonal(steps);
        List<Integer> free = minimum.free();
        minimum.covariance().ifPresent(v -> {
            for (int k = 0; k < v.size(); k++) {
                for (int l = 0; l < v.size(); l++) {
                    rows[free.get(k)][free.get(l)] = v.get(k, l);
                }
            }
        });
        CovarianceMatrix shape = CovarianceMatrix.of(rows)
                .or(() -> CovarianceMatrix.of(diagonal(steps)))
                .orElseThrow(() -> new IllegalArgumentException("steps must be positive: " + Arrays.toString(steps)));
        return new Mode(minimum.point(), minimum.value(), shape);
    }

    /** A point with independent steps, where nothing better is known. */
    public static Mode at(double[] point, double[] steps) {
        return new Mode(
                Vector.of(point),
                0.0,
                CovarianceMatrix.of(diagonal(steps))
                        .orElseThrow(() ->
                                new IllegalArgumentException("steps must be positive: " + Arrays.toString(steps))));
    }

    private static double[][] diagonal(double[] steps) {
        double[][] rows = new double[steps.length][steps.length];
        for (int i = 0; i < steps.length; i++) {
            rows[i][i] = steps[i] * steps[i];
        }
        return rows;
    }
}
