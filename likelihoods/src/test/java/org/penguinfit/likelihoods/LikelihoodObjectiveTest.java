package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.SymmetricEigen;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryParameter;

class LikelihoodObjectiveTest {
    /** Extrapolated central differences are good to about 1e-9 of the largest entry. */
    private static final double DIFFERENCES = 1e-6;

    private static final double ROUNDING = 1e-12;

    private static final Theory BSNUNU = Bindings.theory("{schema: theory/1, imports: [bsnunu-2021]}");

    private static final String DATA = """
            value: {values: {BR(B+->Knunu): 1.1 ± 0.4 e-5}}
            limit: {values: {BR(B0->K*nunu): < 1.8e-5 @ 90% CL}}
            split: {values: {R_BKnunu: 2.5 + 1.0 - 0.8}}
            lognormal: {values: {R_BKstarnunu: 2 */ 1.5}}
            linear: {values: [{name: R_BKnunu, likelihood: {type: asymmetric, central: 2.5, plus: 1.0, minus: 0.8, method: linear-sigma}}]}
            block: {values: {BR(B+->Knunu): 1 + 0.5 - 0.4 e-5, R_BKstarnunu: 2 ± 1}, correlation: 0.6}
            """;

    private static Likelihood everyCoefficientAndNuisance() {
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : BSNUNU.parameters()) {
            names.add(parameter.name());
        }
        int n = names.size();
        assertThat(names).hasSize(74).endsWith("ff_BK", "ff_BKst");
        return Bindings.bind(
                DATA, BSNUNU, names, new ParameterConstraint(n - 2, 0, 1), new ParameterConstraint(n - 1, 0, 1));
    }

    private static double[] randomPoint(Random random, int n) {
        double[] theta = random.doubles(n, -2, 2).toArray();
        theta[n - 2] /= 2;
        theta[n - 1] /= 2;
        return theta;
    }

    /** All 36 complex coefficients of eqs 7 and 8 of arXiv:2108.05033, 72 real numbers, and both form-factor parameters. */
    @Test
    void derivativesAgreeWithCentralDifferencesInAllSeventyFourParameters() {
        LikelihoodObjective objective = everyCoefficientAndNuisance().objective();
        Random random = new Random(20210831);
        int n = 74;
        for (int k = 0; k < 50; k++) {
            double[] theta = randomPoint(random, n);
            double[] gradient = new double[n];
            double[] hessian = new double[n * n];
            double[] alone = new double[n];
            double value = objective.valueGradientAndHessian(theta, gradient, hessian);
            assertThat(objective.value(theta)).isCloseTo(value, within(ROUNDING * value));
            assertThat(objective.valueAndGradient(theta, alone)).isCloseTo(value, within(ROUNDING * value));
            assertThat(alone).containsExactly(gradient, within(ROUNDING * value));
            assertThat(gradient).containsExactly(FiniteDifferences.gradient(objective, theta), within(goal(gradient)));
            assertThat(hessian).containsExactly(FiniteDifferences.hessian(objective, theta), within(goal(hessian)));
        }
    }

    private static double goal(double[] derivatives) {
        double largest = 1;
        for (double derivative : derivatives) {
            largest = Math.max(largest, Math.abs(derivative));
        }
        return DIFFERENCES * largest;
    }

    @Test
    void theGaussNewtonHessianIsPositiveSemidefinite() {
        LikelihoodObjective objective = everyCoefficientAndNuisance().objective();
        Random random = new Random(3);
        int n = 74;
        double[] hessian = new double[n * n];
        for (int k = 0; k < 10; k++) {
            objective.gaussNewtonHessian(randomPoint(random, n), hessian);
            SymmetricEigen eigen = SymmetricEigen.of(hessian, n);
            assertThat(eigen.value(n - 1)).isPositive();
            assertThat(eigen.value(0)).isGreaterThan(-ROUNDING * eigen.value(n - 1));
        }
    }

    /** For linear predictions and terms that are parabolas the two are the same by definition. */
    @Test
    void theGaussNewtonHessianIsTheHessianForLinearPredictions() {
        Theory linear = Bindings.theory("""
                schema: theory/1
                parameters: {x: {}, y: {}, z: {}}
                observables: {A: 1 + 2*x - y, B: x + 3*y - 0.5*z, C: 4*z}
                """);
        LikelihoodObjective objective = Bindings.bind(
                        """
                        value: {values: {A: 1 ± 0.5}}
                        limit: {values: {C: < 2 @ 95% CL}}
                        block: {values: {A: 2 + 1.0 - 0.5, B: 3 ± 2}, correlation: -0.3}
                        """, linear, List.of("x", "y", "z"), new ParameterConstraint(2, 1, 0.5))
                .objective();
        Random random = new Random(4);
        for (int k = 0; k < 20; k++) {
            double[] theta = random.doubles(3, -3, 3).toArray();
            double[] hessian = new double[9];
            double[] gaussNewton = new double[9];
            objective.valueGradientAndHessian(theta, new double[3], hessian);
            objective.gaussNewtonHessian(theta, gaussNewton);
            assertThat(gaussNewton).containsExactly(hessian, within(ROUNDING * 100));
            assertThat(hessian).containsExactly(FiniteDifferences.hessian(objective, theta), within(1e-6 * 100));
        }
    }

    @Test
    void aPointThatATermExcludesIsInfinite() {
        Theory theory = Bindings.theory("{schema: theory/1, parameters: {x: {}}, observables: {A: x^2}}");
        LikelihoodObjective objective = Bindings.bind("""
                        value: {values: {A: 1 ± 0.5}}
                        wall: {values: [{name: A, likelihood: {type: upper-limit, limit: 4, cl: 0.9, method: step}}]}
                        """, theory, List.of("x")).objective();
        assertThat(objective.value(new double[] {2})).isEqualTo(36);
        assertThat(objective.value(new double[] {2.1})).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(objective.valueAndGradient(new double[] {-2.1}, new double[1]))
                .isEqualTo(Double.POSITIVE_INFINITY);
    }
}
