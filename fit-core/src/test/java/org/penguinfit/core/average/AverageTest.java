package org.penguinfit.core.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.average.AverageTerm.LinearSigma;
import org.penguinfit.core.average.AverageTerm.LinearVariance;
import org.penguinfit.core.average.AverageTerm.SplitGaussian;
import org.penguinfit.core.average.AverageTerm.UpperLimit;
import org.penguinfit.core.average.LikelihoodAverage.SharedShift;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.FiniteDifferences;

/** Averages against closed forms. */
class AverageTest {
    private static final Offset<Double> NUMERICAL = within(1e-9);

    /** Half a unit of the last digit quoted. */
    private static final Offset<Double> THREE_DIGITS = within(5e-4);

    private static final Offset<Double> TWO_DIGITS = within(5e-3);

    private static final List<ConfidenceLevel> ONE_SIGMA = List.of(ConfidenceLevel.ofSigmas(1));
    private static final Interval RANGE = new Interval(-10.0, 15.0);

    private static BlueAverage uncorrelated(Vector values, double... sigmas) {
        return BlueAverage.of(values, List.of(ErrorSource.uncorrelated("total", sigmas)));
    }

    /** Four and five branching ratios of B⁺ → K⁺νν̄ in 1e-5; weights 1/σ², closed form evaluated with numpy 2.4.6. */
    @Test
    void uncorrelatedAveragesMatchTheWeightedMean() {
        BlueAverage four = uncorrelated(Vector.of(1.9, 1.0, 2.9, 0.8), 1.5, 0.6, 1.6, 0.7);
        assertThat(four.value()).isCloseTo(1.130, THREE_DIGITS);
        assertThat(four.sigma()).isCloseTo(0.421, THREE_DIGITS);
        assertThat(four.fit().chiSquare()).isCloseTo(1.76, TWO_DIGITS);
        assertThat(four.fit().dof()).isEqualTo(3);
        assertThat(four.scaleFactor().orElseThrow().applied()).isEqualTo(1.0);
        BlueAverage five = uncorrelated(Vector.of(2.3, 1.0, 2.9, 0.2, 1.5), 0.7, 0.6, 1.6, 0.8, 1.3);
        assertThat(five.value()).isCloseTo(1.332, THREE_DIGITS);
        assertThat(five.sigma()).isCloseTo(0.369, THREE_DIGITS);
        assertThat(five.fit().chiSquare()).isCloseTo(5.20, TWO_DIGITS);
        assertThat(five.scaleFactor().orElseThrow().value()).isCloseTo(Math.sqrt(5.20 / 4.0), THREE_DIGITS);
    }

    /** The definition: S = √(χ²/(N − 1)), for two values 3 σ apart of σ = 1 each √(4.5); the uncertainty stays. */
    @Test
    void theScaleFactorIsShownAndNotApplied() {
        BlueAverage average = uncorrelated(Vector.of(0.0, 3.0), 1.0, 1.0);
        assertThat(average.scaleFactor().orElseThrow().value()).isCloseTo(Math.sqrt(4.5), NUMERICAL);
        assertThat(average.sigma()).isCloseTo(Math.sqrt(0.5), NUMERICAL);
    }

    /** PDG cutoff 3 √N δx̄: the third measurement, 100 times less precise, does not dilute S. */
    @Test
    void impreciseMeasurementsDoNotDiluteTheScaleFactor() {
        Vector values = Vector.of(0.0, 3.0, 1.5);
        ScaleFactor precise =
                ScaleFactor.ofPrecise(values, Vector.of(1.0, 1.0, 100.0)).orElseThrow();
        assertThat(precise.used()).containsExactly(0, 1);
        assertThat(precise.value()).isCloseTo(Math.sqrt(4.5), within(1e-6)); // the third moves the mean by nothing
    }

    /** One measurement of 1 % of the uncertainty of the other: σ̄ is that of the precise one, 3√2 σ̄ below 100. */
    @Test
    void onePreciseMeasurementHasNoScaleFactor() {
        assertThat(ScaleFactor.ofPrecise(Vector.of(0.0, 50.0), Vector.of(1.0, 100.0)))
                .isEmpty();
    }

    /** Lyons, Gibaut and Clifford: w₁ = (σ₂² − ρσ₁σ₂)/(σ₁² + σ₂² − 2ρσ₁σ₂); negative second weight for ρ > σ₁/σ₂. */
    @Test
    void twoCorrelatedMeasurementsMatchTheClosedForm() {
        double rho = 0.8;
        BlueAverage average =
                BlueAverage.of(Vector.of(1.0, 2.0), List.of(ErrorSource.withCorrelation("total", rho, 1.0, 2.0)));
        double denominator = 1.0 + 4.0 - 2.0 * rho * 2.0;
        double first = (4.0 - rho * 2.0) / denominator;
        assertThat(average.weights().get(0).get(0)).isCloseTo(first, NUMERICAL);
        assertThat(average.weights().get(0).get(1)).isNegative().isCloseTo(1.0 - first, NUMERICAL);
        assertThat(average.value())
                .isCloseTo(first + 2.0 * (1.0 - first), NUMERICAL)
                .isLessThan(1.0);
        assertThat(average.sigma()).isCloseTo(Math.sqrt((1.0 - rho * rho) * 4.0 / denominator), NUMERICAL);
        assertThat(average.fit().chiSquare()).isCloseTo(1.0 / denominator, NUMERICAL);
    }

    /** Two measurements, σ_stat = 1 and 1, a common 0.5: w = ½, contributions √½ and 0.5. */
    @Test
    void theBreakdownAddsInQuadrature() {
        BlueAverage average = BlueAverage.of(
                Vector.of(1.0, 3.0),
                List.of(
                        ErrorSource.uncorrelated("statistical", 1.0, 1.0),
                        ErrorSource.fullyCorrelated("luminosity", 0.5, 0.5)));
        assertThat(average.breakdown().get(0).sigmas().get(0)).isCloseTo(Math.sqrt(0.5), NUMERICAL);
        assertThat(average.breakdown().get(1).sigmas().get(0)).isCloseTo(0.5, NUMERICAL);
        assertThat(average.sigma()).isCloseTo(Math.sqrt(0.75), NUMERICAL);
    }

    /**
     * One experiment measures both quantities with correlation ρ, another only the second: the average of the first moves
     * by ρσ₁/σ₂ times the shift of the second (conditional mean of a Gaussian).
     */
    @Test
    void aSecondQuantityPullsACorrelatedFirst() {
        BlueAverage average = BlueAverage.of(
                Vector.of(1.0, 1.0, 3.0),
                List.of(0, 1, 1),
                List.of(new ErrorSource(
                        "total", Vector.of(1.0, 1.0, 1.0), Vector.of(1.0, 0.5, 0.0, 0.5, 1.0, 0.0, 0.0, 0.0, 1.0))));
        assertThat(average.estimates().get(1)).isCloseTo(2.0, NUMERICAL);
        assertThat(average.estimates().get(0)).isCloseTo(1.5, NUMERICAL);
        assertThat(average.fit().dof()).isEqualTo(1);
    }

    @Test
    void fullyCorrelatedMeasurementsAloneAreRefused() {
        assertThatThrownBy(() ->
                        BlueAverage.of(Vector.of(1.0, 2.0), List.of(ErrorSource.fullyCorrelated("scale", 1.0, 1.0))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not positive definite");
    }

    @Test
    void aLikelihoodOfGaussiansWithASharedShiftIsBlue() {
        LikelihoodAverage likelihood = LikelihoodAverage.of(
                List.of(SplitGaussian.symmetric(1.0, 1.0), SplitGaussian.symmetric(3.0, 1.5)),
                List.of(new SharedShift("scale", Vector.of(0.5, 0.7))),
                RANGE,
                ONE_SIGMA);
        BlueAverage blue = BlueAverage.of(
                Vector.of(1.0, 3.0),
                List.of(
                        ErrorSource.uncorrelated("statistical", 1.0, 1.5),
                        ErrorSource.fullyCorrelated("scale", 0.5, 0.7)));
        assertThat(likelihood.value()).isCloseTo(blue.value(), within(1e-6)); // Brent on a flat minimum
        assertThat(likelihood.fit().chiSquare()).isCloseTo(blue.fit().chiSquare(), NUMERICAL);
        Interval interval = likelihood.sets().get(0).segments().get(0);
        assertThat(interval.upper() - blue.value()).isCloseTo(blue.sigma(), within(1e-7));
        assertThat(blue.value() - interval.lower()).isCloseTo(blue.sigma(), within(1e-7));
    }

    /** A single measurement gives its own uncertainties back, in every rule. */
    @Test
    void oneAsymmetricMeasurementGivesItsOwnInterval() {
        for (AverageTerm term : List.of(
                new SplitGaussian(1.9, 0.7, 0.5), new LinearVariance(1.9, 0.7, 0.5), new LinearSigma(1.9, 0.7, 0.5))) {
            IntervalSet set = LikelihoodAverage.of(List.of(term), List.of(), RANGE, ONE_SIGMA)
                    .sets()
                    .get(0);
            assertThat(set.segments()).hasSize(1);
            assertThat(set.segments().get(0).lower()).isCloseTo(1.4, within(1e-8));
            assertThat(set.segments().get(0).upper()).isCloseTo(2.6, within(1e-8));
        }
    }

    /** 1.9 +0.7 −0.5, 2.4 +0.6 −0.8 and 3.1 +0.5 −0.4 by {@code reference/asymmetric-average.py}, scipy 1.17.1. */
    @Test
    void asymmetricAveragesMatchAnIndependentMinimisation() {
        assertAverage(
                List.of(new LinearSigma(1.9, 0.7, 0.5), new LinearSigma(2.4, 0.6, 0.8), new LinearSigma(3.1, 0.5, 0.4)),
                Vector.of(2.7577553, 0.2929677, 0.2719472, 2.4217157));
        assertAverage(
                List.of(
                        new LinearVariance(1.9, 0.7, 0.5),
                        new LinearVariance(2.4, 0.6, 0.8),
                        new LinearVariance(3.1, 0.5, 0.4)),
                Vector.of(2.7539894, 0.2859789, 0.2630129, 2.4304195));
        assertAverage(
                List.of(
                        new SplitGaussian(1.9, 0.7, 0.5),
                        new SplitGaussian(2.4, 0.6, 0.8),
                        new SplitGaussian(3.1, 0.5, 0.4)),
                Vector.of(2.7030730, 0.3005756, 0.3005756, 2.5560179));
    }

    private static void assertAverage(List<AverageTerm> terms, Vector expected) {
        LikelihoodAverage average = LikelihoodAverage.of(terms, List.of(), new Interval(1.0, 5.0), ONE_SIGMA);
        Interval interval = average.sets().get(0).segments().get(0);
        assertThat(average.value()).isCloseTo(expected.get(0), within(1e-6));
        assertThat(interval.upper() - average.value()).isCloseTo(expected.get(1), within(1e-6));
        assertThat(average.value() - interval.lower()).isCloseTo(expected.get(2), within(1e-6));
        assertThat(average.fit().chiSquare()).isCloseTo(expected.get(3), within(1e-6));
    }

    /** Coded derivatives against finite differences, on both sides of the centre. */
    @Test
    void derivativesOfTermsMatchFiniteDifferences() {
        for (AverageTerm term : List.of(
                new SplitGaussian(1.0, 0.7, 0.5),
                new LinearSigma(1.0, 0.7, 0.5),
                new LinearVariance(1.0, 0.7, 0.5),
                new UpperLimit(1.0, 0.4))) {
            for (double x : new double[] {0.4, 1.7}) {
                double[] point = {x};
                assertThat(term.slope(x))
                        .isCloseTo(FiniteDifferences.gradient(theta -> term.value(theta[0]), point)[0], within(1e-7));
                assertThat(term.curvature(x))
                        .isCloseTo(FiniteDifferences.gradient(theta -> term.slope(theta[0]), point)[0], within(1e-7));
            }
        }
    }

    /** Δχ² = 2.7055 at the 90 % limit alone; beside a Gaussian at 2 ± 1 with limit scale 1 above 0 the mean is 1. */
    @Test
    void limitsPullFromOneSideOnly() {
        UpperLimit limit = UpperLimit.of(0.0, 1.6448536269514722, ConfidenceLevel.of(0.90));
        assertThat(limit.scale()).isCloseTo(1.0, NUMERICAL);
        assertThat(limit.value(-3.0)).isZero();
        LikelihoodAverage average =
                LikelihoodAverage.of(List.of(SplitGaussian.symmetric(2.0, 1.0), limit), List.of(), RANGE, ONE_SIGMA);
        assertThat(average.value()).isCloseTo(1.0, within(1e-6));
        assertThat(average.fit().chiSquare()).isCloseTo(2.0, NUMERICAL);
        assertThat(average.scaleFactor().orElseThrow().value()).isCloseTo(Math.sqrt(2.0), NUMERICAL);
    }
}
