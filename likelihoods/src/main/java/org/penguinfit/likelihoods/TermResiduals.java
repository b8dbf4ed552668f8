package org.penguinfit.likelihoods;

import java.util.Arrays;
import org.penguinfit.likelihoods.term.CurveTerm;
import org.penguinfit.likelihoods.term.GridTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.RangeTerm;
import org.penguinfit.likelihoods.term.SingleTerm;
import org.penguinfit.likelihoods.term.StepTerm;

/**
 * Terms as squares of residuals, (predicted − measured)/σ for a Gaussian, the signed root of −2 ln L for other terms of one
 * observable, L⁻¹z for correlated ones. A limit with a soft wall has the residual 0 below it.
 */
final class TermResiduals {
    private TermResiduals() {}

    /** False for a hard wall, which no square makes, a grid, and a curve whose root has kinks. */
    static boolean isSumOfSquares(LikelihoodTerm term) {
        if (term instanceof GridTerm
                || (term instanceof CurveTerm c && !c.curve().hasSmoothRoot())) {
            return false;
        }
        return !(term instanceof RangeTerm) && !(term instanceof StepTerm step && step.wall() == 0);
    }

    /** Writes the residuals from position {@code at}. */
    static void write(LikelihoodTerm term, double[] mu, double[] residuals, int at) {
        if (term instanceof MultivariateGaussianTerm block) {
            for (int k = 0; k < block.dimension(); k++) {
                double sum = 0;
                for (int l = 0; l <= k; l++) {
                    sum += block.whitening(k, l) * (mu[l] - block.central(l)) / block.sigma(l, mu[l]);
                }
                residuals[at + k] = sum;
            }
        } else {
            residuals[at] = -term.pull(mu, 0);
        }
    }

    /**
     * Writes their derivatives by the parameters.
     *
     * @param rows the rows of the term's predictions
     * @param transposed ∂μ_r/∂θ_i at [i][r]
     * @param out written at [(at + k)·n + i]
     */
    static void writeJacobian(
            LikelihoodTerm term, double[] mu, int[] rows, double[][] transposed, double[] out, int at) {
        int n = transposed.length;
        Arrays.fill(out, at * n, (at + rows.length) * n, 0);
        for (int k = 0; k < rows.length; k++) {
            for (int l = 0; l <= k; l++) {
                double slope = term instanceof MultivariateGaussianTerm block
                        ? block.whitening(k, l) / block.sigma(l, mu[l])
                        : slope((SingleTerm) term, mu[0]);
                for (int i = 0; i < n; i++) {
                    out[(at + k) * n + i] += slope * transposed[i][rows[l]];
                }
            }
        }
    }

    /** The derivative of the signed root ρ of −2 ln L = ρ²: half its slope over ρ, at ρ = 0 the root of half its curvature. */
    private static double slope(SingleTerm term, double mu) {
        double root = Math.signum(mu - term.central()) * Math.sqrt(term.at(mu));
        return root == 0 ? Math.sqrt(term.curvature(mu) / 2) : term.slope(mu) / (2 * root);
    }
}
