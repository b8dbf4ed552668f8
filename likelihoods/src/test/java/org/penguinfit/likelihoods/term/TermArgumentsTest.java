package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TermArgumentsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static Map<String, DoubleConsumer> widths() {
        Map<String, DoubleConsumer> widths = new LinkedHashMap<>();
        widths.put("Gaussian sigma", v -> new GaussianTerm(1, v));
        widths.put("split plus", v -> new AsymmetricGaussianTerm.Split(1, v, 1));
        widths.put("split minus", v -> new AsymmetricGaussianTerm.Split(1, 1, v));
        widths.put("linear-sigma plus", v -> new AsymmetricGaussianTerm.LinearSigma(1, v, 1));
        widths.put("linear-sigma minus", v -> new AsymmetricGaussianTerm.LinearSigma(1, 1, v));
        widths.put("linear-variance plus", v -> new AsymmetricGaussianTerm.LinearVariance(1, v, 1));
        widths.put("linear-variance minus", v -> new AsymmetricGaussianTerm.LinearVariance(1, 1, v));
        widths.put("half-Gaussian limit", v -> HalfGaussianTerm.of(v, 0.9));
        widths.put("half-Gaussian sigma", v -> new HalfGaussianTerm(1, 0.9, v));
        widths.put("from central, limit above 2", v -> GaussianFromCentralTerm.of(2 + v, 0.9, 2, false));
        widths.put("bounded limit", v -> GaussianFromCentralTerm.of(v, 0.9, -2, true));
        widths.put("from central sigma", v -> new GaussianFromCentralTerm(1, 0.9, 0, true, v));
        widths.put("log-normal factor above 1", v -> new LogNormalTerm(1, 1 + v));
        widths.put("variance", v -> MultivariateGaussianTerm.of(new double[] {1}, new double[][] {{v}}));
        widths.put("block plus", v -> block(1, v, 1));
        widths.put("block minus", v -> block(1, 1, v));
        return widths;
    }

    private static MultivariateGaussianTerm block(double central, double plus, double minus) {
        return MultivariateGaussianTerm.of(
                new double[] {central}, new double[] {plus}, new double[] {minus}, new double[][] {{1}});
    }

    static Stream<Arguments> badWidths() {
        return widths().entrySet().stream()
                .flatMap(e -> Stream.of(Double.NaN, -1.0, 0.0, INFINITY, -INFINITY)
                        .map(v -> Arguments.of(e.getKey(), v, e.getValue())));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("badWidths")
    void aWidthThatIsNotPositiveAndFiniteIsRefused(String name, double value, DoubleConsumer make) {
        assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> make.accept(value))
                .withMessageContaining("must be > 0")
                .withMessageContaining("found " + value);
    }

    static Stream<Arguments> badCentres() {
        Map<String, DoubleConsumer> centres = new LinkedHashMap<>();
        centres.put("Gaussian", v -> new GaussianTerm(v, 1));
        centres.put("split", v -> new AsymmetricGaussianTerm.Split(v, 1, 2));
        centres.put("linear-sigma", v -> new AsymmetricGaussianTerm.LinearSigma(v, 1, 2));
        centres.put("linear-variance", v -> new AsymmetricGaussianTerm.LinearVariance(v, 1, 2));
        centres.put("from central", v -> new GaussianFromCentralTerm(1, 0.9, v, false, 1));
        centres.put("step limit", v -> new StepTerm(v, 0));
        centres.put("range low", v -> new RangeTerm(v, 1));
        centres.put("range high", v -> new RangeTerm(1, v));
        centres.put("log-normal median", v -> new LogNormalTerm(v, 2));
        centres.put("block", v -> block(v, 1, 2));
        return centres.entrySet().stream()
                .flatMap(e ->
                        Stream.of(Double.NaN, INFINITY, -INFINITY).map(v -> Arguments.of(e.getKey(), v, e.getValue())));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("badCentres")
    void aCentreThatIsNotFiniteIsRefused(String name, double value, DoubleConsumer make) {
        assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> make.accept(value))
                .withMessageContaining("must be finite, found " + value);
    }

    static Stream<Arguments> badLevels() {
        Map<String, DoubleConsumer> levels = new LinkedHashMap<>();
        levels.put("half-Gaussian", v -> HalfGaussianTerm.of(1, v));
        levels.put("half-Gaussian, sigma given", v -> new HalfGaussianTerm(1, v, 1));
        levels.put("from central", v -> GaussianFromCentralTerm.of(1, v, 0, false));
        levels.put("bounded", v -> GaussianFromCentralTerm.of(1, v, 0, true));
        return levels.entrySet().stream()
                .flatMap(e -> Stream.of(Double.NaN, 0.0, 1.0, 90.0, -0.9)
                        .map(v -> Arguments.of(e.getKey(), v, e.getValue())));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("badLevels")
    void aConfidenceLevelOutsideZeroToOneIsRefused(String name, double value, DoubleConsumer make) {
        assertThatIllegalArgumentException()
                .as(name)
                .isThrownBy(() -> make.accept(value))
                .withMessage("confidence level: must lie between 0 and 1, found " + value);
    }

    /** Their squares are no normal doubles: the term would be infinite or zero everywhere. */
    @Test
    void widthsWhoseSquareUnderflowsOrOverflowsAreRefused() {
        for (double sigma : new double[] {1e-160, 1e160}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new GaussianTerm(0, sigma))
                    .withMessage("sigma: must lie between 1.0E-150 and 1.0E150, found " + sigma);
        }
    }

    @Test
    void wallsRangesAndMediansAreChecked() {
        for (double wall : new double[] {-1, Double.NaN, INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new StepTerm(1, wall))
                    .withMessage("wall: must be > 0 and finite, found " + wall);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RangeTerm(2, 1))
                .withMessage("range: low must be below high, found 2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new RangeTerm(1, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogNormalTerm(0, 2))
                .withMessage("median: must not be 0");
    }
}
