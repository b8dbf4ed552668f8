package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpperLimitTermsTest {
    /** Relative; quantiles and error functions are good to a few units of the last digit. */
    private static final double ROUNDING = 1e-13;

    /** mpmath, 30 digits: limit/(sqrt(2)*erfinv(level)). */
    @ParameterizedTest(name = "< {0} at {1}")
    @CsvSource({"2.7e-5,0.9,1.641483446161776e-05", "1.8e-5,0.9,1.0943222974411841e-05", "1,0.95,0.51021345692465"})
    void aHalfGaussianHoldsTheLevelBelowTheLimit(double limit, double level, double sigma) {
        HalfGaussianTerm term = HalfGaussianTerm.of(limit, level);
        assertThat(term.sigma()).isCloseTo(sigma, within(ROUNDING * sigma));
        assertThat(term.at(2 * term.sigma())).isCloseTo(4, within(ROUNDING));
        assertThat(term.at(-term.sigma())).isCloseTo(1, within(ROUNDING));
    }

    /** As flavio 2.7.0 has it: half_normal(0, 1.6414834e-5) for < 2.7e-5 @ 90 %; eight digits printed. */
    @Test
    void theHalfGaussianIsFlavios() {
        assertThat(HalfGaussianTerm.of(2.7e-5, 0.9).sigma()).isCloseTo(1.6414834e-5, within(0.5e-12));
    }

    /** mpmath, 30 digits: (limit - central)/(sqrt(2)*erfinv(0.8)). */
    @ParameterizedTest(name = "< {0} about {1}")
    @CsvSource({"2.7,1.3,1.092425804501330698", "2.7,-1.3,3.121216584289516271", "-1,-3,1.560608292144758136"})
    void withoutABoundTheGaussianReachesTheLimitAtItsQuantile(double limit, double central, double sigma) {
        GaussianFromCentralTerm term = GaussianFromCentralTerm.of(limit, 0.9, central, false);
        assertThat(term.sigma()).isCloseTo(sigma, within(10 * ROUNDING * sigma));
        assertThat(term.at(central + 3 * term.sigma())).isCloseTo(9, within(9 * ROUNDING));
    }

    /** mpmath, 40 digits: src/test/resources/reference/likelihood_terms.py. */
    @Test
    void withABoundTheWidthIsThatOfAnIndependentSolution() {
        JsonNode cases = References.read("likelihood_terms.json").get("bounded");
        assertThat(cases.size()).isEqualTo(18);
        for (JsonNode c : cases) {
            double sigma = c.get("sigma").asDouble();
            GaussianFromCentralTerm term = GaussianFromCentralTerm.of(
                    c.get("limit").asDouble(),
                    c.get("level").asDouble(),
                    c.get("central").asDouble(),
                    true);
            assertThat(term.sigma()).as(c.toString()).isCloseTo(sigma, within(accuracy(term) * sigma));
        }
    }

    /**
     * Relative. A level near one or zero loses digits of 1 − c or of c, which stand in the equation; what it asks of σ
     * otherwise is of order one.
     */
    private static double accuracy(GaussianFromCentralTerm term) {
        return ROUNDING + 1e-14 / Math.min(term.level(), 1 - term.level());
    }

    @ParameterizedTest(name = "< {0} at {1}, central {2}")
    @CsvSource({"2.7,0.9,1.3", "1,0.95,-1", "1,0.9,-30", "5,0.3,1", "3,0.9999,-2", "1,0.9,0.5"})
    void withABoundTheWidthSolvesItsDefiningEquation(double limit, double level, double central) {
        GaussianFromCentralTerm term = GaussianFromCentralTerm.of(limit, level, central, true);
        NormalDistribution gaussian = NormalDistribution.of(central, term.sigma());
        double above = gaussian.survivalProbability(limit) / gaussian.survivalProbability(0);
        assertThat(above).isCloseTo(1 - level, within(1e-12 * (1 - level)));
    }

    @ParameterizedTest
    @CsvSource({"1.8e-5,0.9", "2.7e-5,0.95", "1,0.5", "1e-3,0.1"})
    void aBoundedCentreAtZeroIsTheHalfGaussian(double limit, double level) {
        double expected = HalfGaussianTerm.of(limit, level).sigma();
        assertThat(GaussianFromCentralTerm.of(limit, level, 0, true).sigma())
                .isCloseTo(expected, within(10 * ROUNDING * expected));
    }

    @Test
    void limitsThatNoGaussianReproducesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianFromCentralTerm.of(1, 0.5, 0, false))
                .withMessage("confidence level: must be above 0.5 for a limit above the central value, found 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianFromCentralTerm.of(-1, 0.9, -2, true))
                .withMessage("limit of a quantity that is not negative: must be > 0 and finite, found -1.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GaussianFromCentralTerm.of(1, 0.9, 1.5, true))
                .withMessage("limit - central: must be > 0 and finite, found -0.5");
    }

    @Test
    void aHardStepAllowsTheLimitItselfAndExcludesWhatIsAbove() {
        StepTerm step = StepTerm.hard(1.8e-5);
        assertThat(step.at(1.8e-5)).isZero();
        assertThat(step.at(-1e9)).isZero();
        assertThat(step.at(Math.nextUp(1.8e-5))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(step.pull(new double[] {1}, 0)).isZero();
    }

    @Test
    void aSoftStepRisesAsAParabolaAboveTheLimit() {
        StepTerm step = new StepTerm(2, 0.5);
        assertThat(step.at(2)).isZero();
        assertThat(step.at(1.9)).isZero();
        assertThat(step.at(3)).isEqualTo(4);
        assertThat(step.slope(3)).isEqualTo(8);
        assertThat(step.curvature(3)).isEqualTo(8);
        assertThat(step.pull(new double[] {3}, 0)).isEqualTo(-2);
    }
}
