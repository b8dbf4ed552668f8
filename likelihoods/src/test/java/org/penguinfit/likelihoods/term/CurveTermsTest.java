package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.likelihoods.curve.Curve;
import org.penguinfit.likelihoods.curve.LimitScale;
import org.penguinfit.likelihoods.curve.MarginalCountingCurve;
import org.penguinfit.likelihoods.curve.ProfiledCountingCurve;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.ValueRange;

/** Values of curves against independent programs and closed forms. */
class CurveTermsTest {
    private static final JsonNode REFERENCE = References.read("curves.json");

    /** scipy's quadrature asks for 1e-13 of each part; the difference of two logarithms up to 300 keeps 1e-10. */
    private static final double QUADRATURE = 1e-9;

    /** scipy/numpy: src/test/resources/reference/curves.py. The table between its nodes, and the quadrature beyond. */
    @Test
    void theMarginalCurveIsThatOfAnIndependentQuadrature() {
        assertThat(REFERENCE.get("marginal").size()).isEqualTo(50);
        for (JsonNode c : REFERENCE.get("marginal")) {
            double b = c.get("b").asDouble();
            Curve curve = new MarginalCountingCurve(
                    c.get("n").asDouble(),
                    b,
                    c.get("sigma").asDouble(),
                    1,
                    c.get("mirrored").asBoolean());
            double rise = curve.at(c.get("t").asDouble() - b) - curve.at(0);
            assertThat(rise)
                    .as(c.toString())
                    .isCloseTo(c.get("rise").asDouble(), within(QUADRATURE * Math.max(1, rise)));
        }
    }

    @Test
    void theProfiledCurveIsThatOfAnIndependentMinimiser() {
        for (JsonNode c : REFERENCE.get("profiled")) {
            double b = c.get("b").asDouble();
            Curve curve = new ProfiledCountingCurve(
                    c.get("n").asDouble(), b, c.get("sigma").asDouble(), 1);
            double value = c.get("value").asDouble();
            assertThat(curve.at(c.get("t").asDouble() - b)).as(c.toString()).isCloseTo(value, within(1e-8));
        }
    }

    /** Simpson's rule and a cubic spline on 2001 points: about 1e-9. */
    @Test
    void theScaleOfAGammaLimitPutsTheLimitAtItsLevel() {
        for (JsonNode c : REFERENCE.get("scales")) {
            double sigma = c.get("sigma").asDouble();
            double limit = c.get("limit").asDouble();
            double level = c.get("level").asDouble();
            double n = c.get("n").asDouble();
            double b = c.get("b").asDouble();
            double k = sigma == 0
                    ? LimitScale.poisson(limit, level, n, b)
                    : LimitScale.marginal(limit, level, n, b, sigma);
            double expected = c.get("k").asDouble();
            double tolerance = sigma == 0 ? 1e-12 : 1e-7;
            assertThat(k).as(c.toString()).isCloseTo(expected, within(tolerance * expected));
        }
    }

    /**
     * flavio's general_gamma_upper_limit by exact quadrature (formats of flavio 2.7.0 as tabulated for this project): k and
     * ln p(1e-5) − ln p(2e-5), five and four digits printed.
     */
    @ParameterizedTest
    @CsvSource({
        "1.8e-5,13,-2.0,1.8,2.6046e-6,1.2770",
        "6.1e-5,55,16.2,1.8,2.2363e-6,-0.8700",
        "2.6e-5,18,0.6,1.4,2.8775e-6,0.6479"
    })
    void generalGammaLimitsAreFlavios(double limit, double n, double s, double sigma, double k, double difference) {
        EventCounts counts = EventCounts.of(n, n - s).withBackgroundSigma(sigma);
        CurveTerm term = CurveTerms.gammaLimit(CurveExamples.gamma(limit, counts));
        assertThat(LimitScale.marginal(limit, 0.9, n, n - s, sigma)).isCloseTo(k, within(0.6e-4 * 1e-6));
        assertThat((term.at(2e-5) - term.at(1e-5)) / 2).isCloseTo(difference, within(1.2e-4));
    }

    /** As flavio 2.7.0 has it: gamma_upper_limit(1e-5, 0.9, n = 6, b = 2.9). */
    @Test
    void aGammaLimitIsFlavios() {
        CurveTerm term = CurveTerms.gammaLimit(CurveExamples.gamma(1e-5, EventCounts.of(6, 2.9)));
        assertThat(LimitScale.poisson(1e-5, 0.9, 6, 2.9)).isCloseTo(1.3004599e-6, within(0.5e-13));
        assertThat(term.central()).isCloseTo(4.03143e-6, within(0.5e-11));
    }

    @ParameterizedTest
    @CsvSource({"CHI2", "DLNL", "PDF", "M2DLNL"})
    void aTableOfAParabolaIsTheParabolaAlsoBeyondItsPoints(Quantity quantity) {
        CurveTerm term = CurveTerms.table(CurveExamples.parabola(quantity, 13), false);
        assertThat(term.central()).isCloseTo(0.7, within(1e-12));
        for (double x : new double[] {-5, -2, -0.3, 0.7, 1.1, 3.99, 7}) {
            double expected = Math.pow((x - 0.7) / 0.5, 2);
            assertThat(term.at(x)).isCloseTo(expected, within(1e-11 * Math.max(1, expected)));
        }
    }

    /** CLs+b of a Gaussian 1 ± 0.5: Φ((1 − x)/0.5), so −2 ln L is its parabola above 1 and 0 below. */
    @Test
    void aTableOfClsTimesClbGivesBackTheGaussian() {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        List<Double> x = List.of(0.0, 0.5, 1.2, 1.9, 2.6);
        List<Double> clb = List.of(0.5, 0.6, 0.7, 0.8, 0.9);
        List<Double> cls = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> normal.survivalProbability((x.get(i) - 1) / 0.5) / clb.get(i) * 0.5)
                .toList();
        List<Double> half = clb.stream().map(c -> c / 0.5).toList();
        Tabulation table = new Tabulation(x, cls, Quantity.CLS, false, false, OptionalDouble.empty(), half);
        CurveTerm term = CurveTerms.table(table, true);
        assertThat(term.central()).isCloseTo(1, within(1e-9));
        assertThat(term.at(0.3)).isZero();
        assertThat(term.at(2)).isCloseTo(4, within(1e-9));
        assertThat(term.at(3.5)).isCloseTo(25, within(1e-8));
        assertThat(term.withData(new double[] {9})).isEqualTo(term);
    }

    @Test
    void clsAloneIsRefusedUnlessClbIsAssumed() {
        List<Double> x = List.of(0.0, 1.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tabulation(
                        x, List.of(0.9, 0.1), Quantity.CLS, false, false, OptionalDouble.empty(), List.of()))
                .withMessageContaining("CLs alone");
    }

    /** Closed form: the density is Φ((x − a)/σ) − Φ((x − b)/σ). The spline of 400 points is good to 1e-5. */
    @Test
    void aRangeFoldedWithAGaussianIsADifferenceOfNormals() {
        ConvolvedValue value = new ConvolvedValue(2, List.of(GaussianValue.of(2, 0.5), new ValueRange(1, 3)));
        CurveTerm term = CurveTerms.of(value);
        NormalDistribution normal = NormalDistribution.of(0, 0.5);
        for (double x : new double[] {0, 0.8, 1.5, 2, 3.1, 4.5}) {
            double p = normal.probability(x - 3, x - 1);
            double expected = -2 * Math.log(p / normal.probability(-1, 1));
            assertThat(term.at(x)).as("at " + x).isCloseTo(expected, within(1e-5 * Math.max(1, expected)));
        }
    }

    /** One datum at each end of a histogram of two bins and a Gaussian kernel: two Gaussians at the centres of the bins. */
    @Test
    void aSmoothedSampleIsASumOfKernels() {
        SampledValue value =
                new SampledValue(List.of(0.0, 4.0), OptionalDouble.of(1), Optional.empty(), OptionalInt.empty());
        CurveTerm term = CurveTerms.of(value);
        NormalDistribution normal = NormalDistribution.of(0, 1);
        for (double x : new double[] {-2, 0, 1, 2, 3.3}) {
            double p = normal.density(x - 1) + normal.density(x - 3);
            double expected = -2 * Math.log(p / normal.density(1) / 2);
            assertThat(term.at(x) - term.at(2)).isCloseTo(expected, within(1e-6));
        }
    }

    /** A quadratic form in two variables, at and beyond the points of the grid; cubics give it back. */
    @Test
    void aGridOfAParabolaIsTheParabola() {
        GridTerm term = CurveTerms.grid(CurveExamples.grid(false));
        assertThat(term.central(0)).isCloseTo(0.3, within(1e-12));
        assertThat(term.central(1)).isCloseTo(3.2, within(1e-12));
        for (double[] at : new double[][] {{0.1, 1.7}, {-0.9, 4.9}, {1.77, 3.3}}) {
            double u = at[0] - 0.3;
            double v = at[1] - 3.2;
            assertThat(term.value(at)).isCloseTo(2 * u * u + u * v + v * v, within(1e-11));
        }
        // profile over the other: (2 − 1/4) u², so σ = 1/√1.75; read off points half a unit apart
        assertThat(term.width(0)).isCloseTo(1 / Math.sqrt(1.75), within(0.06));
    }

    /** Multilinear: the middle of four points is their mean. */
    @Test
    void aLinearGridIsMultilinear() {
        GridTerm term = CurveTerms.grid(CurveExamples.grid(true));
        double mean = 0;
        for (double x : new double[] {0.5, 1}) {
            for (double y : new double[] {4, 5}) {
                mean += term.value(new double[] {x, y}) / 4;
            }
        }
        assertThat(term.value(new double[] {0.75, 4.5})).isCloseTo(mean, within(1e-12));
    }
}
