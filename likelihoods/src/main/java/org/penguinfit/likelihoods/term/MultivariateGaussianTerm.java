package org.penguinfit.likelihoods.term;

import java.util.Arrays;
import java.util.Optional;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.linalg.SymmetricEigen;

/**
 * Measured values with correlations: −2 ln L = zᵀ ρ⁻¹ z with zᵢ = (μᵢ − dᵢ)/σᵢ and the correlation matrix ρ, which for
 * symmetric uncertainties is (μ − d)ᵀ C⁻¹ (μ − d). An uncertainty with different sides stays so: σᵢ is its upper side where
 * μᵢ ≥ dᵢ and its lower side below. −2 ln L is continuous there, but with correlations its gradient is not, unless all other
 * predictions stand at their central values too; derivatives at such a kink are those of the upper side.
 *
 * <p>Values of one block may differ by many orders of magnitude (branching fractions beside ratios), so ρ is decomposed, not
 * C: with ρ = L Lᵀ, −2 ln L = |L⁻¹z|². The smallest eigenvalue that is checked and printed is that of ρ, which has no unit.
 */
public final class MultivariateGaussianTerm implements LikelihoodTerm {
    private final int n;
    private final double[] central;
    private final double[] plus;
    private final double[] minus;
    /** L, row by row, lower triangular. */
    private final double[] factor;
    /** L⁻¹, row by row, lower triangular. */
    private final double[] whitening;
    /** ρ⁻¹, row by row. */
    private final double[] precision;

    private MultivariateGaussianTerm(
            double[] central, double[] plus, double[] minus, double[] factor, double[] whitening, double[] precision) {
        this.n = central.length;
        this.central = central;
        this.plus = plus;
        this.minus = minus;
        this.factor = factor;
        this.whitening = whitening;
        this.precision = precision;
    }

    /**
     * The term of correlated values with symmetric uncertainties.
     *
     * @param central measured values d, shape [n]
     * @param covariance C in the square of their units, shape [n][n], symmetric
     * @throws IllegalArgumentException if shapes differ, or C is not symmetric or not positive definite; the message gives
     *     the smallest eigenvalue of the correlation matrix
     */
    public static MultivariateGaussianTerm of(double[] central, double[][] covariance) {
        int n = central.length;
        requireSquare("covariance", n, covariance);
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            sigma[i] = Math.sqrt(Positive.require(covariance[i][i], "variance"));
        }
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                correlation[i][j] = i == j ? 1 : covariance[i][j] / (sigma[i] * sigma[j]);
            }
        }
        return of(central, sigma, sigma, correlation);
    }

    /**
     * The term of correlated values whose uncertainties may have different sides.
     *
     * @param central measured values d, shape [n]
     * @param plus upper sides, > 0, shape [n]
     * @param minus lower sides, > 0, shape [n]
     * @param correlation ρ, shape [n][n], symmetric with unit diagonal
     * @throws IllegalArgumentException as above
     */
    public static MultivariateGaussianTerm of(double[] central, double[] plus, double[] minus, double[][] correlation) {
        int n = central.length;
        requireSquare("correlation", n, correlation);
        if (plus.length != n || minus.length != n) {
            throw new IllegalArgumentException(
                    "plus, minus: must have " + n + " entries, found " + plus.length + " and " + minus.length);
        }
        double[] flat = new double[n * n];
        for (int i = 0; i < n; i++) {
            Positive.requireFinite(central[i], "central");
            Positive.requireWidth(plus[i], "plus");
            Positive.requireWidth(minus[i], "minus");
            requireUnit(correlation[i][i]);
            for (int j = 0; j < n; j++) {
                requireMirrored(correlation, i, j);
                flat[i * n + j] = (correlation[i][j] + correlation[j][i]) / 2;
            }
        }
        Optional<Cholesky> cholesky = Cholesky.of(flat, n);
        if (cholesky.isEmpty()) {
            throw new IllegalArgumentException("covariance: must be positive definite, the smallest eigenvalue of its"
                    + " correlation matrix is " + SymmetricEigen.smallestEigenvalue(correlation));
        }
        return new MultivariateGaussianTerm(
                central.clone(),
                plus.clone(),
                minus.clone(),
                factor(cholesky.get()),
                inverseFactor(cholesky.get()),
                cholesky.get().inverse());
    }

    /** Correlations may differ from their mirror, or from 1 on the diagonal, by this: rounding of a sum, no more. */
    private static final double SYMMETRY = 1e-10;

    private static void requireSquare(String name, int n, double[][] matrix) {
        boolean square = n > 0 && matrix.length == n;
        for (double[] row : matrix) {
            square &= row.length == n;
        }
        if (!square) {
            throw new IllegalArgumentException(name + ": must be " + n + " by " + n + ", n > 0");
        }
    }

    private static void requireMirrored(double[][] matrix, int i, int j) {
        if (!(Math.abs(matrix[i][j] - matrix[j][i]) <= SYMMETRY)) {
            throw new IllegalArgumentException("covariance: must be symmetric, its correlations are " + matrix[i][j]
                    + " and " + matrix[j][i] + " at " + i + ", " + j);
        }
    }

    private static void requireUnit(double diagonal) {
        if (!(Math.abs(diagonal - 1) <= SYMMETRY)) {
            throw new IllegalArgumentException("correlation: must be 1 on the diagonal, found " + diagonal);
        }
    }

    private static double[] factor(Cholesky cholesky) {
        int n = cholesky.size();
        double[] factor = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                factor[i * n + j] = cholesky.lower(i, j);
            }
        }
        return factor;
    }

    private static double[] inverseFactor(Cholesky cholesky) {
        int n = cholesky.size();
        double[] inverse = new double[n * n];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            cholesky.whiten(unit);
            for (int i = j; i < n; i++) {
                inverse[i * n + j] = unit[i];
            }
        }
        return inverse;
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public double central(int observable) {
        return central[observable];
    }

    /** Standard deviation of one observable on the side of a prediction; at the central value the upper one. */
    public double sigma(int observable, double mu) {
        return mu < central[observable] ? minus[observable] : plus[observable];
    }

    /** True if the sides of one observable's uncertainty differ, so that the formula changes at its central value. */
    public boolean isAsymmetric(int observable) {
        return plus[observable] != minus[observable];
    }

    /** True if one of its uncertainties has different sides. */
    public boolean isAsymmetric() {
        return !Arrays.equals(plus, minus);
    }

    /** Entry (i, j) of the correlation matrix ρ = L Lᵀ. */
    public double correlation(int i, int j) {
        double sum = 0;
        for (int k = 0; k <= Math.min(i, j); k++) {
            sum += factor[i * n + k] * factor[j * n + k];
        }
        return sum;
    }

    /** Entry (i, j) of the lower triangular L⁻¹, ρ = L Lᵀ. */
    public double whitening(int i, int j) {
        return whitening[i * n + j];
    }

    private double z(double[] mu, int i) {
        return (mu[i] - central[i]) / sigma(i, mu[i]);
    }

    @Override
    public double value(double[] mu) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            double whitened = 0;
            for (int j = 0; j <= i; j++) {
                whitened += whitening[i * n + j] * z(mu, j);
            }
            sum += whitened * whitened;
        }
        return sum;
    }

    @Override
    public double valueGradientAndHessian(double[] mu, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0, n, 0);
        for (int i = 0; i < n; i++) {
            double si = sigma(i, mu[i]);
            for (int j = 0; j < n; j++) {
                double sj = sigma(j, mu[j]);
                hessian[i * n + j] = 2 * precision[i * n + j] / (si * sj);
                gradient[i] += hessian[i * n + j] * (mu[j] - central[j]);
            }
        }
        return value(mu);
    }

    @Override
    public double pull(double[] mu, int observable) {
        return -z(mu, observable);
    }

    @Override
    public boolean isLimit() {
        return false;
    }

    @Override
    public void draw(double[] mu, double[] normals, double[] data) {
        for (int i = 0; i < n; i++) {
            double z = 0;
            for (int j = 0; j <= i; j++) {
                z += factor[i * n + j] * normals[j];
            }
            data[i] = mu[i] + (z < 0 ? plus[i] : minus[i]) * z;
        }
    }

    @Override
    public LikelihoodTerm withData(double[] data) {
        for (double datum : data) {
            Positive.requireFinite(datum, "central");
        }
        return new MultivariateGaussianTerm(data.clone(), plus, minus, factor, whitening, precision);
    }
}
