package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultivariateGaussianTermTest {
    /** Relative to the sum of squares: rounding times a condition number of the correlations below 1e3. */
    private static final double CONDITIONED = 1e-12;

    private static final double ROUNDING = 1e-13;

    /** mpmath, 40 digits: src/test/resources/reference/likelihood_terms.py; 1, 2, 2 (1e-12 beside 1), 5 and 30 observables. */
    @ParameterizedTest(name = "block {0}")
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void valueAndGradientAreThoseOfAnIndependentSolution(int block) {
        JsonNode reference =
                References.read("likelihood_terms.json").get("blocks").get(block);
        double[] central = References.vector(reference.get("central"));
        double[][] covariance = References.matrix(reference.get("covariance"));
        MultivariateGaussianTerm term = MultivariateGaussianTerm.of(central, covariance);
        int n = central.length;
        for (JsonNode point : reference.get("points")) {
            double value = point.get("value").asDouble();
            double[] expected = References.vector(point.get("gradient"));
            double[] gradient = new double[n];
            double[] mu = References.vector(point.get("mu"));
            double found = term.valueGradientAndHessian(mu, gradient, new double[n * n]);
            assertThat(found).isCloseTo(value, within(CONDITIONED * value));
            for (int i = 0; i < n; i++) {
                double sigma = Math.sqrt(covariance[i][i]);
                assertThat(gradient[i] * sigma).isCloseTo(expected[i] * sigma, within(CONDITIONED * value));
            }
        }
    }

    /** (z₁² − 2ρ z₁z₂ + z₂²)/(1 − ρ²). */
    @Test
    void twoObservablesHaveTheirClosedForm() {
        double rho = 0.6;
        MultivariateGaussianTerm term = MultivariateGaussianTerm.of(new double[] {1, 5}, new double[][] {
            {4, rho * 2 * 1e-9}, {rho * 2 * 1e-9, 1e-18}
        });
        double z1 = 1.5;
        double z2 = -0.7;
        assertThat(term.value(new double[] {1 + 2 * z1, 5 + 1e-9 * z2}))
                .isCloseTo(
                        (z1 * z1 - 2 * rho * z1 * z2 + z2 * z2) / (1 - rho * rho),
                        within(1e-5)); // 5 + 1e-9 has 7 digits
        double[] hessian = new double[4];
        term.valueGradientAndHessian(new double[] {0, 0}, new double[2], hessian);
        assertThat(hessian[0] * 4).isCloseTo(2 / (1 - rho * rho), within(ROUNDING));
        assertThat(hessian[1] * 2e-9).isCloseTo(-2 * rho / (1 - rho * rho), within(ROUNDING));
        assertThat(hessian[2]).isEqualTo(hessian[1]);
        assertThat(hessian[3] * 1e-18).isCloseTo(2 / (1 - rho * rho), within(ROUNDING));
    }

    /** Equal sides in the asymmetric form are the symmetric form; and the sign of each residual chooses its side. */
    @Test
    void anAsymmetricBlockIsInEachOrthantTheSymmetricBlockOfItsSides() {
        double[] central = {3, -2, 0.5};
        double[] plus = {1, 2e-3, 3};
        double[] minus = {1.5, 1e-3, 3};
        double[][] rho = {{1, 0.4, -0.2}, {0.4, 1, 0.7}, {-0.2, 0.7, 1}};
        MultivariateGaussianTerm term = MultivariateGaussianTerm.of(central, plus, minus, rho);
        Random random = new Random(11);
        for (int k = 0; k < 40; k++) {
            double[] mu = new double[3];
            double[][] covariance = new double[3][3];
            double[] sigma = new double[3];
            for (int i = 0; i < 3; i++) {
                double z = 4 * random.nextDouble() - 2;
                sigma[i] = z < 0 ? minus[i] : plus[i];
                mu[i] = central[i] + z * sigma[i];
            }
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    covariance[i][j] = rho[i][j] * sigma[i] * sigma[j];
                }
            }
            double expected = MultivariateGaussianTerm.of(central, covariance).value(mu);
            assertThat(term.value(mu)).isCloseTo(expected, within(ROUNDING * Math.max(1, expected)));
        }
    }

    @Test
    void aBlockOfOneIsTheSplitForm() {
        AsymmetricGaussianTerm.Split split = new AsymmetricGaussianTerm.Split(2.3, 0.5, 0.4);
        MultivariateGaussianTerm block = MultivariateGaussianTerm.of(
                new double[] {2.3}, new double[] {0.5}, new double[] {0.4}, new double[][] {{1}});
        assertThat(block.isAsymmetric(0)).isTrue();
        for (double mu : new double[] {-1, 1.9, 2.2999, 2.3, 2.3001, 2.8, 9}) {
            double[] gradient = new double[1];
            double[] hessian = new double[1];
            double value = block.valueGradientAndHessian(new double[] {mu}, gradient, hessian);
            assertThat(value).isCloseTo(split.at(mu), within(ROUNDING * Math.max(1, value)));
            assertThat(gradient[0]).isCloseTo(split.slope(mu), within(ROUNDING * Math.max(1, value)));
            assertThat(hessian[0]).isCloseTo(split.curvature(mu), within(ROUNDING * 12.5));
            assertThat(block.pull(new double[] {mu}, 0))
                    .isCloseTo(split.pull(new double[] {mu}, 0), within(ROUNDING * 20));
        }
    }

    /** −2 ln L is the sum of squares of the rows of L⁻¹ times the standardised residuals. */
    @Test
    void theWhiteningFactorGivesTheValue() {
        double[][] rho = {{1, -0.8}, {-0.8, 1}};
        MultivariateGaussianTerm term =
                MultivariateGaussianTerm.of(new double[] {1, 2}, new double[] {2, 3}, new double[] {2, 3}, rho);
        double z1 = 1;
        double z2 = -1;
        double first = term.whitening(0, 0) * z1;
        double second = term.whitening(1, 0) * z1 + term.whitening(1, 1) * z2;
        assertThat(term.whitening(0, 1)).isZero();
        assertThat(first * first + second * second)
                .isCloseTo(2 / (1 + -rho[0][1]), within(ROUNDING)); // (1-1.6+1)/(1-0.64)
        assertThat(term.value(new double[] {3, -1})).isCloseTo(2 / 1.8, within(ROUNDING));
    }

    /** Eigenvalues of a correlation of two are 1 ± ρ. */
    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefusedWithItsSmallestEigenvalue() {
        double[][] covariance = {{4, 1.2 * 2e-6}, {1.2 * 2e-6, 1e-12}};
        IllegalArgumentException refusal =
                catchIllegalArgumentException(() -> MultivariateGaussianTerm.of(new double[] {1, 1}, covariance));
        String message = Objects.requireNonNull(refusal.getMessage());
        String start = "covariance: must be positive definite, the smallest eigenvalue of its correlation matrix is ";
        assertThat(message).startsWith(start);
        assertThat(Double.parseDouble(message.substring(start.length()))).isCloseTo(1 - 1.2, within(ROUNDING));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(new double[] {1, 1}, new double[][] {{1, 1}, {1, 1}}))
                .withMessageContaining("positive definite");
    }

    @Test
    void wrongShapesAndUnequalMirrorsAreRefused() {
        double[] two = {1, 1};
        double[][] unit = {{1, 0}, {0, 1}};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(two, new double[][] {{1, 0}, {0}}))
                .withMessage("covariance: must be 2 by 2, n > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(new double[0], new double[0][]))
                .withMessage("covariance: must be 0 by 0, n > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(two, new double[] {1}, two, unit))
                .withMessage("plus, minus: must have 2 entries, found 1 and 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(two, new double[][] {{1, 0.1}, {0.2, 1}}))
                .withMessage("covariance: must be symmetric, its correlations are 0.1 and 0.2 at 0, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(two, two, two, new double[][] {{2, 0}, {0, 1}}))
                .withMessage("correlation: must be 1 on the diagonal, found 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MultivariateGaussianTerm.of(two, new double[][] {{1, Double.NaN}, {Double.NaN, 1}}))
                .withMessageContaining("must be symmetric");
    }
}
