package org.penguinfit.core.average;

import org.penguinfit.core.linalg.Vector;

/**
 * The uncertainties of several measurements that come from one source, with their correlation. A source may be fully
 * correlated, so its covariance need not be invertible; the sum of all sources must be.
 *
 * @param name what it is, such as "statistical" or "luminosity"
 * @param sigmas standard deviation per measurement, in its unit, not negative
 * @param correlations row-major, shape [n × n], symmetric, ones on the diagonal
 */
public record ErrorSource(String name, Vector sigmas, Vector correlations) {
    private static final double SYMMETRY_TOLERANCE = 1e-9;

    /** Requires a correlation matrix of the right shape. */
    public ErrorSource {
        int n = sigmas.size();
        if (correlations.size() != n * n) {
            throw new IllegalArgumentException(
                    "source " + name + ": " + n + " uncertainties need " + n * n + " correlations");
        }
        for (int i = 0; i < n; i++) {
            if (!(sigmas.get(i) >= 0.0) || !Double.isFinite(sigmas.get(i))) {
                throw new IllegalArgumentException(
                        "source " + name + ": an uncertainty must be finite and >= 0, found " + sigmas.get(i));
            }
            for (int j = 0; j < n; j++) {
                requireCorrelation(name, i == j, correlations.get(i * n + j), correlations.get(j * n + i));
            }
        }
    }

    private static void requireCorrelation(String name, boolean diagonal, double value, double mirror) {
        boolean valid = Math.abs(value) <= 1.0 && Math.abs(value - mirror) <= SYMMETRY_TOLERANCE;
        if (!valid || (diagonal && value != 1.0)) {
            throw new IllegalArgumentException("source " + name
                    + ": correlations must be symmetric, within [-1, 1] and 1 on the diagonal, found " + value);
        }
    }

    /** A source that acts on each measurement independently. */
    public static ErrorSource uncorrelated(String name, double... sigmas) {
        return withCorrelation(name, 0.0, sigmas);
    }

    /** A source that moves all measurements together. */
    public static ErrorSource fullyCorrelated(String name, double... sigmas) {
        return withCorrelation(name, 1.0, sigmas);
    }

    /** A source with the same correlation of every pair. */
    public static ErrorSource withCorrelation(String name, double correlation, double... sigmas) {
        int n = sigmas.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * n + j] = i == j ? 1.0 : correlation;
            }
        }
        return new ErrorSource(name, Vector.of(sigmas), Vector.of(matrix));
    }

    /** Number of measurements. */
    public int size() {
        return sigmas.size();
    }

    /** Covariance of measurements i and j from this source. */
    public double covariance(int i, int j) {
        return sigmas.get(i) * correlations.get(i * size() + j) * sigmas.get(j);
    }
}
