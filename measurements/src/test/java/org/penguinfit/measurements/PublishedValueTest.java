package org.penguinfit.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedValueTest {
    private static final List<PublishedValue> EXAMPLES = List.of(
            GaussianValue.of(3, 1),
            AsymmetricValue.of(3, List.of(new Uncertainty(1, 2, ""))),
            UpperLimit.halfGaussian(3, 0.9),
            new UpperLimit(3, 0.9, LimitMethod.GAUSSIAN_FROM_CENTRAL, LimitFacts.central(1, false)),
            new UpperLimit(3, 0.9, LimitMethod.STEP, LimitFacts.wall(0.5)),
            new UpperLimit(3, 0.9, LimitMethod.GAMMA, LimitFacts.counts(EventCounts.of(13, 15))),
            new HalfNormalValue(3, -1),
            new DiscreteRange(1, 4, OptionalDouble.of(2)),
            new GammaValue(3, -1, 2, true, OptionalDouble.of(0.5)),
            new CountingProcess(2, EventCounts.of(13, 15)),
            new CountingValue(EventCounts.of(13, 15), 2, CountingValue.Treatment.PROFILE),
            new TabulatedValue(Tabulation.density(List.of(1.0, 2.0), List.of(1.0, 3.0)), OptionalDouble.of(2)),
            new SampledValue(List.of(1.0, 2.0), OptionalDouble.of(1), Optional.empty(), OptionalInt.empty()),
            new ConvolvedValue(3, List.of(GaussianValue.of(3, 1), new ValueRange(2, 4))),
            new UpperBound(3, 0.5),
            new AmorosoValue(1, 2, 2.5, 1.5),
            new LogGammaValue(1, -2, 3),
            new ValueRange(1, 2),
            new LogNormalValue(3, 2),
            new ExactValue(3));

    @Test
    void everyKindOfValueIsAmongTheExamples() {
        assertThat(EXAMPLES.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrder(PublishedValue.class.getPermittedSubclasses());
    }

    static Stream<PublishedValue> examples() {
        return EXAMPLES.stream();
    }

    /** Powers of two are exact in binary, so there and back is the same value. */
    @ParameterizedTest
    @MethodSource("examples")
    void scalingThereAndBackChangesNothing(PublishedValue value) {
        assertThat(value.scaled(1024)).isNotEqualTo(value);
        assertThat(value.scaled(1024).scaled(1.0 / 1024)).isEqualTo(value);
    }

    @Test
    void impossibleValuesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> GaussianValue.of(1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> GaussianValue.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> GaussianValue.of(Double.POSITIVE_INFINITY, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianValue(1, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new GaussianValue(1, List.of(new Uncertainty(1, 2, ""))));
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new AsymmetricValue(1, List.of(new Uncertainty(1, 1, "")), AsymmetricMethod.LINEAR_SIGMA));
        assertThatIllegalArgumentException().isThrownBy(() -> UpperLimit.halfGaussian(1, 90));
        assertThatIllegalArgumentException().isThrownBy(() -> UpperLimit.halfGaussian(-1, 0.9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UpperLimit(1, 0.9, LimitMethod.HALF_GAUSSIAN, LimitFacts.central(1, false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpperLimit.halfGaussian(1, 0.9).with(LimitMethod.GAMMA))
                .withMessage("the rule 'gamma' needs 'counts'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UpperLimit.halfGaussian(1, 0.9).with(LimitMethod.GAUSSIAN_FROM_CENTRAL));
        assertThatIllegalArgumentException().isThrownBy(() -> LimitFacts.wall(0));
        assertThatIllegalArgumentException().isThrownBy(() -> EventCounts.of(-1, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EventCounts.of(1, 2).withBackgroundSigma(0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueRange(2, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogNormalValue(0, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> new LogNormalValue(1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ExactValue(Double.NaN));
    }

    @Test
    void twoOfThreeEventCountsGiveTheThird() {
        EventCounts counts = new EventCounts(
                OptionalDouble.of(13), OptionalDouble.empty(), OptionalDouble.of(-2), OptionalDouble.of(1.8));
        assertThat(counts.b()).isEqualTo(15);
        assertThat(EventCounts.of(13, 15).s()).isEqualTo(-2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventCounts(
                        OptionalDouble.of(1), OptionalDouble.of(1), OptionalDouble.of(0), OptionalDouble.empty()));
    }

    @Test
    void aCovarianceIsSquareAndSymmetricWithAPositiveDiagonal() {
        Covariance covariance = Covariance.of(2, new double[] {4, 3, 3, 9});
        assertThat(covariance.sigma(0)).isEqualTo(2);
        assertThat(covariance.correlation(0, 1)).isEqualTo(0.5);
        assertThat(covariance).isEqualTo(Covariance.of(2, new double[] {4, 3, 3, 9}));
        assertThatIllegalArgumentException().isThrownBy(() -> Covariance.of(2, new double[] {4, 3, 2, 9}));
        assertThatIllegalArgumentException().isThrownBy(() -> Covariance.of(2, new double[] {4, 3, 3, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> Covariance.of(2, new double[] {4, 3, 3}));
    }

    @Test
    void observablesAreEqualWhateverTheOrderOfTheirArguments() {
        ObservableId.Argument min = new ObservableId.Argument("q2min", 1.1);
        ObservableId.Argument max = new ObservableId.Argument("q2max", 6);
        ObservableId.Argument angle = new ObservableId.Argument("E", -0.0);
        assertThat(new ObservableId("X", List.of(max, min, angle)))
                .isEqualTo(new ObservableId("X", List.of(angle, min, max)))
                .hasToString("X[E=0,q2min=1.1,q2max=6]");
        assertThatIllegalArgumentException().isThrownBy(() -> new ObservableId("X", List.of(min, min)));
        assertThatIllegalArgumentException().isThrownBy(() -> ObservableId.of(" "));
    }
}
