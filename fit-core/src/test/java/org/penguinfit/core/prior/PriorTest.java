package org.penguinfit.core.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.core.parameter.Bounds;

/** Every prior is a density: normalised, with its own derivative, cumulative probability and quantile. */
class PriorTest {
    /** The integrator's own tolerance is 1e-10. */
    private static final double INTEGRAL = 1e-8;

    /** Accuracy of Ridders' finite differences for functions of unit scale. */
    private static final double DERIVATIVE = 1e-7;

    /** Rounding of double precision through an inverse and back. */
    private static final double ROUNDING = 1e-12;

    private static final List<Prior> EXAMPLES = List.of(
            new FlatPrior(new Bounds(-1, 3), "test"),
            new GaussianPrior(1.2, 0.4, "test"),
            new LogNormalPrior(2.0, 0.3, "test"),
            new SplitGaussianPrior(0.5, 0.2, 0.9, "test"));

    static List<Prior> examples() {
        return EXAMPLES;
    }

    @Test
    void everyKindOfPriorIsTestedHere() {
        Set<Class<?>> covered = EXAMPLES.stream().map(Object::getClass).collect(Collectors.toSet());
        assertThat(covered).containsExactlyInAnyOrder(Prior.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theIntegralOfTheDensityIsTheCumulativeProbability(Prior prior) {
        double from = prior.quantile(1e-6);
        for (double p : new double[] {0.1, 0.3, 0.5, 0.8, 0.99}) {
            double to = prior.quantile(p);
            double kink = Math.min(to, Math.max(from, prior.center()));
            double integral = integral(prior, from, kink) + integral(prior, kink, to);
            assertThat(integral).isCloseTo(p - 1e-6, within(INTEGRAL));
            assertThat(prior.cumulativeProbability(to)).isCloseTo(p, within(ROUNDING));
        }
    }

    private static double integral(Prior prior, double from, double to) {
        return from >= to
                ? 0.0
                : new IterativeLegendreGaussIntegrator(20, 1e-10, 1e-12)
                        .integrate(1_000_000, x -> Math.exp(-0.5 * prior.minusTwoLogDensity(x)), from, to);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theCurvatureIsTheDerivativeOfTheSlope(Prior prior) {
        for (double p : new double[] {0.02, 0.4, 0.9}) {
            double[] x = {prior.quantile(p)};
            double expected = FiniteDifferences.gradient(t -> prior.slope(t[0]), x)[0];
            assertThat(prior.curvature(x[0])).isCloseTo(expected, within(DERIVATIVE * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theSlopeIsTheDerivative(Prior prior) {
        for (double p : new double[] {0.02, 0.4, 0.9}) {
            double[] x = {prior.quantile(p)};
            double expected = FiniteDifferences.gradient(t -> prior.minusTwoLogDensity(t[0]), x)[0];
            assertThat(prior.slope(x[0])).isCloseTo(expected, within(DERIVATIVE * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aDensityCutOffAtBoundsHasItsQuantilesInside(Prior prior) {
        Bounds bounds = new Bounds(0.6, 1.9);
        double below = prior.cumulativeProbability(0.6);
        double inside = prior.cumulativeProbability(1.9) - below;
        assertThat(prior.cumulativeProbability(prior.quantileWithin(bounds, 0.25)))
                .isCloseTo(below + 0.25 * inside, within(ROUNDING));
        assertThat(prior.quantileWithin(bounds, 0.0)).isCloseTo(0.6, within(ROUNDING));
        assertThat(prior.quantileWithin(bounds, 1.0)).isCloseTo(1.9, within(ROUNDING));
    }

    /** Two-piece normal distribution (Wallis 2014): P(x < mode) = σ₋/(σ₋ + σ₊). */
    @Test
    void belowTheModeOfASplitGaussianLiesItsShareOfTheWidths() {
        assertThat(new SplitGaussianPrior(0.5, 0.2, 0.9, "test").cumulativeProbability(0.5))
                .isCloseTo(0.2 / 1.1, within(ROUNDING));
    }

    @Test
    void aFlatPriorOnTheWholeLineIsImproperAndHasNoProbabilities() {
        FlatPrior flat = FlatPrior.everywhere("test");
        assertThat(flat.isProper()).isFalse();
        assertThatThrownBy(() -> flat.quantile(0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("infinite range");
    }

    @Test
    void aPriorWithoutProbabilityWithinTheBoundsIsRefused() {
        assertThatThrownBy(() -> new LogNormalPrior(1, 0.1, "test").quantileWithin(new Bounds(-2, -1), 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no probability");
    }
}
