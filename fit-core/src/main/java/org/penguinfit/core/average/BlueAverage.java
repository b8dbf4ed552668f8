package org.penguinfit.core.average;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.significance.GoodnessOfFit;

/**
 * The best linear unbiased estimate of one or several quantities from correlated measurements (L. Lyons, D. Gibaut and P.
 * Clifford, NIM A 270 (1988) 110; A. Valassi, NIM A 500 (2003) 391).
 *
 * @param estimates the averages, one per quantity
 * @param covariance their covariance
 * @param weights one row per quantity, one weight per measurement; those of a quantity's own measurements add up to 1, those
 *     of others to 0; strong correlations make weights negative
 * @param fit χ² of the measurements around the averages
 * @param breakdown the uncertainty of every average by source
 */
public record BlueAverage(
        Vector estimates,
        CovarianceMatrix covariance,
        List<Vector> weights,
        GoodnessOfFit fit,
        List<Contribution> breakdown) {
    /** Copies the lists. */
    public BlueAverage {
        weights = List.copyOf(weights);
        breakdown = List.copyOf(breakdown);
    }

    /**
     * What one source contributes; contributions add in quadrature.
     *
     * @param source its name
     * @param sigmas standard deviation per quantity
     */
    public record Contribution(String source, Vector sigmas) {}

    /** The average of measurements of one quantity. */
    public static BlueAverage of(Vector values, List<ErrorSource> sources) {
        return of(values, Collections.nCopies(values.size(), 0), sources);
    }

    /**
     * The averages of measurements of several quantities.
     *
     * @param values the measured values
     * @param quantities index of the quantity that each measures; every index from 0 to the largest occurs
     * @param sources the uncertainties, at least one source
     * @throws IllegalArgumentException when sizes disagree, a quantity has no measurement, or the total covariance is not
     *     positive definite
     */
    public static BlueAverage of(Vector values, List<Integer> quantities, List<ErrorSource> sources) {
        int n = values.size();
        int count = quantityCount(n, quantities);
        CovarianceMatrix total = total(n, sources);
        double[][] solved = new double[count][]; // V⁻¹ U, one column of U at a time
        for (int q = 0; q < count; q++) {
            solved[q] = new double[n];
            for (int i = 0; i < n; i++) {
                solved[q][i] = quantities.get(i) == q ? 1.0 : 0.0;
            }
            total.cholesky().solve(solved[q]);
        }
        CovarianceMatrix covariance = covariance(solved, quantities);
        List<Vector> weights = weights(covariance, solved);
        double[] estimates = new double[count];
        for (int q = 0; q < count; q++) {
            estimates[q] = product(weights.get(q), values);
        }
        double[] residuals = values.toArray();
        for (int i = 0; i < n; i++) {
            residuals[i] -= estimates[quantities.get(i)];
        }
        GoodnessOfFit fit = new GoodnessOfFit(total.distanceSquared(residuals), n - count);
        return new BlueAverage(Vector.of(estimates), covariance, weights, fit, breakdown(weights, sources));
    }

    private static int quantityCount(int n, List<Integer> quantities) {
        int count = 1 + quantities.stream().mapToInt(Integer::intValue).max().orElse(-1);
        long distinct = quantities.stream().filter(q -> q >= 0).distinct().count();
        if (quantities.size() != n || count < 1 || distinct != count) {
            throw new IllegalArgumentException(
                    "every quantity needs a measurement and every measurement a quantity, found " + quantities);
        }
        return count;
    }

    private static CovarianceMatrix total(int n, List<ErrorSource> sources) {
        double[] sum = new double[n * n];
        for (ErrorSource source : sources) {
            if (source.size() != n) {
                throw new IllegalArgumentException(
                        "source " + source.name() + " has " + source.size() + " uncertainties instead of " + n);
            }
            for (int k = 0; k < sum.length; k++) {
                sum[k] += source.covariance(k / n, k % n);
            }
        }
        return positive(CovarianceMatrix.of(sum, n), "the total covariance of the measurements");
    }

    private static CovarianceMatrix positive(Optional<CovarianceMatrix> matrix, String what) {
        return matrix.orElseThrow(() -> new IllegalArgumentException(what + " is not positive definite"));
    }

    /** (Uᵀ V⁻¹ U)⁻¹. */
    private static CovarianceMatrix covariance(double[][] solved, List<Integer> quantities) {
        int count = solved.length;
        double[] information = new double[count * count];
        for (int q = 0; q < count; q++) {
            for (int i = 0; i < quantities.size(); i++) {
                information[q * count + quantities.get(i)] += solved[q][i];
            }
        }
        double[] inverse = positive(CovarianceMatrix.of(information, count), "the information")
                .cholesky()
                .inverse();
        return positive(CovarianceMatrix.of(inverse, count), "the covariance of the averages");
    }

    private static List<Vector> weights(CovarianceMatrix covariance, double[][] solved) {
        List<Vector> rows = new ArrayList<>();
        for (int q = 0; q < solved.length; q++) {
            double[] row = new double[solved[0].length];
            for (int p = 0; p < solved.length; p++) {
                for (int i = 0; i < row.length; i++) {
                    row[i] += covariance.get(q, p) * solved[p][i];
                }
            }
            rows.add(Vector.of(row));
        }
        return rows;
    }

    private static double product(Vector a, Vector b) {
        double sum = 0.0;
        for (int i = 0; i < a.size(); i++) {
            sum += a.get(i) * b.get(i);
        }
        return sum;
    }

    private static List<Contribution> breakdown(List<Vector> weights, List<ErrorSource> sources) {
        List<Contribution> contributions = new ArrayList<>();
        for (ErrorSource source : sources) {
            double[] sigmas = new double[weights.size()];
            for (int q = 0; q < sigmas.length; q++) {
                sigmas[q] = Math.sqrt(Math.max(0.0, variance(weights.get(q), source)));
            }
            contributions.add(new Contribution(source.name(), Vector.of(sigmas)));
        }
        return contributions;
    }

    private static double variance(Vector weights, ErrorSource source) {
        double sum = 0.0;
        for (int i = 0; i < source.size(); i++) {
            for (int j = 0; j < source.size(); j++) {
                sum += weights.get(i) * source.covariance(i, j) * weights.get(j);
            }
        }
        return sum;
    }

    /** The average of the first, or only, quantity. */
    public double value() {
        return estimates.get(0);
    }

    /** Its standard deviation, not scaled. */
    public double sigma() {
        return covariance.sigma(0);
    }

    /** The PDG scale factor of all measurements; empty without a degree of freedom. Never applied here. */
    public Optional<ScaleFactor> scaleFactor() {
        return fit.dof() < 1
                ? Optional.empty()
                : Optional.of(ScaleFactor.of(
                        fit.chiSquare(), fit.dof(), weights.get(0).size()));
    }
}
