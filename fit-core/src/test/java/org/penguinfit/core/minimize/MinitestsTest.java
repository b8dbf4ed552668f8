package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.linalg.SymmetricEigen;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.core.parameter.Bounds;

/** The classic minimisation functions from many starts: a true minimum, or a status that says no. */
class MinitestsTest {
    private static final String ALL = "org.penguinfit.core.minimize.MinimizerContractTest#minimizers";

    /** Values are exact to rounding times the largest curvature of these functions, about 1e6. */
    private static final double VALUE = 1e-8;

    private static final List<DerivativeObjective> FUNCTIONS = List.of(
            MinimizerContractTest.ROSENBROCK,
            MinimizerContractTest.BEALE,
            MinimizerContractTest.WOOD,
            MinimizerContractTest.POWELL_SINGULAR);

    /** Four minima of Goldstein and Price with their values (Math. Comput. 25 (1971) 569). */
    private static final double[][] GOLDSTEIN_PRICE_MINIMA = {
        {0, -1, 3}, {-0.6, -0.4, 30}, {1.8, 0.2, 84}, {1.2, 0.8, 840}
    };

    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void goldsteinAndPriceEndsInOneOfTheFourMinimaFromAGridThatHoldsItsSaddles(String id, Minimizer minimizer) {
        int converged = 0;
        for (int i = -10; i <= 10; i++) {
            for (int j = -10; j <= 10; j++) {
                Minimum minimum = minimizer.minimize(
                        MinimizerContractTest.GOLDSTEIN_PRICE,
                        new double[] {0.2 * i, 0.2 * j},
                        Collections.nCopies(2, Bounds.UNBOUNDED),
                        StoppingRule.standard());
                if (minimum.isMinimum()) {
                    converged++;
                    assertThat(isGoldsteinPriceMinimum(minimum))
                            .as(id + " " + i + " " + j + minimum)
                            .isTrue();
                }
            }
        }
        assertThat(converged).isGreaterThan(430); // of 441: a search may give up, rarely, and says so
    }

    private static boolean isGoldsteinPriceMinimum(Minimum minimum) {
        for (double[] known : GOLDSTEIN_PRICE_MINIMA) {
            if (Math.abs(minimum.value() - known[2]) < VALUE * known[2]
                    && Math.abs(minimum.point().get(0) - known[0]) < 1e-7
                    && Math.abs(minimum.point().get(1) - known[1]) < 1e-7) {
                return true;
            }
        }
        return false;
    }

    /** Whatever the start, what is called converged has a vanishing gradient and positive curvatures by differences. */
    @ParameterizedTest(name = "{0}")
    @MethodSource(ALL)
    void aConvergedStatusIsTrueByFiniteDifferencesFromEveryStart(String id, Minimizer minimizer) {
        for (DerivativeObjective f : FUNCTIONS) {
            int n = f == FUNCTIONS.get(0) || f == FUNCTIONS.get(1) ? 2 : 4;
            for (int corner = 0; corner < 9; corner++) {
                double[] start = new double[n];
                for (int i = 0; i < n; i++) {
                    start[i] = 1.7 * ((corner / (i % 2 == 0 ? 1 : 3)) % 3 - 1) + 0.1 * i;
                }
                Minimum minimum =
                        minimizer.minimize(f, start, Collections.nCopies(n, Bounds.UNBOUNDED), StoppingRule.standard());
                if (minimum.isConverged()) {
                    double[] x = minimum.point().toArray();
                    assertThat(FiniteDifferences.gradient(f, x)).as(id).containsOnly(new double[n], within(1e-6));
                    SymmetricEigen curvatures = SymmetricEigen.of(FiniteDifferences.hessian(f, x), n);
                    assertThat(curvatures.value(0)).as(id).isGreaterThan(0.01);
                } else if (minimum.isMinimum()) {
                    assertThat(f).as(id).isSameAs(MinimizerContractTest.POWELL_SINGULAR); // the only one that is flat
                    assertThat(minimum.value()).isCloseTo(0, within(1e-20));
                    assertThat(minimum.covarianceState()).isEqualTo(CovarianceState.MADE_POSITIVE_DEFINITE);
                }
            }
        }
    }
}
