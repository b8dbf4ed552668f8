package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Location;

class HardBandTest {
    private static final Quotation QUOTATION = new Quotation("words", "", 1, Location.wholeFile("test.yaml"));

    private static final List<Uncertainty> SIDES = List.of(new Uncertainty(0.5, 0.25, ""));

    /** Every kind of published number and its band of two standard deviations, by hand; exact in binary. */
    private static final Map<PublishedValue, HardBand> BANDS = Map.of(
            GaussianValue.of(2, 3),
            new HardBand(-4, 8),
            new AsymmetricValue(2, SIDES, AsymmetricMethod.SPLIT),
            new HardBand(1.5, 3),
            new AsymmetricValue(2, SIDES, AsymmetricMethod.LINEAR_SIGMA),
            new HardBand(1.5, 3),
            UpperLimit.halfGaussian(1.8e-5, 0.9),
            new HardBand(Double.NEGATIVE_INFINITY, 1.8e-5),
            new ValueRange(1, 7),
            new HardBand(1, 7),
            new HalfNormalValue(3, -1),
            new HardBand(1, Double.POSITIVE_INFINITY),
            new DiscreteRange(1, 4, OptionalDouble.empty()),
            new HardBand(1, 4),
            new LogNormalValue(3, 2),
            new HardBand(0.75, 12),
            new LogNormalValue(-3, 2),
            new HardBand(-12, -0.75));

    private static SingleResult single(PublishedValue value) {
        return new SingleResult(ObservableId.of("X"), value, QUOTATION, Optional.empty());
    }

    private static CorrelatedResult correlated() {
        Component x = new Component(ObservableId.of("X"), 2, SIDES, QUOTATION);
        Component y = new Component(ObservableId.of("Y"), 5, List.of(Uncertainty.symmetric(3, "")), QUOTATION);
        return new CorrelatedResult(List.of(x, y), Covariance.of(2, new double[] {0.125, 0.9, 0.9, 9}), QUOTATION);
    }

    @Test
    void everyKindOfPublishedNumberIsCutAsItSays() {
        Set<Class<?>> covered = new HashSet<>(Set.of(ExactValue.class)); // makes no band, see below
        BANDS.forEach((value, band) -> {
            covered.add(value.getClass());
            assertThat(HardBand.of(single(value), 2)).containsExactly(band);
        });
        covered.add(UpperBound.class); // as a limit
        for (PublishedValue value : CurveExamples.values()) {
            covered.add(value.getClass());
        }
        assertThat(covered).containsExactlyInAnyOrder(PublishedValue.class.getPermittedSubclasses());
    }

    /** A curve is cut where −2 ln L reaches the square of the number of standard deviations. */
    @Test
    void curvesAreCutAtTheirHeight() {
        for (PublishedValue value : CurveExamples.values()) {
            HardBand band =
                    Objects.requireNonNull(HardBand.of(single(value), 2)).get(0);
            if (value instanceof UpperLimit limit) {
                assertThat(band).isEqualTo(new HardBand(Double.NEGATIVE_INFINITY, limit.limit()));
            } else {
                SingleTerm term = (SingleTerm) LikelihoodTerms.of(value);
                assertThat(term.at(band.low())).isCloseTo(4, within(1e-9));
                assertThat(term.at(band.high())).isCloseTo(4, within(1e-9));
            }
        }
        assertThat(HardBand.of(CurveExamples.grid(false), 1)).hasSize(2);
        assertThat(HardBand.of(single(new UpperBound(2, 0.5)), 2))
                .containsExactly(new HardBand(Double.NEGATIVE_INFINITY, 2));
    }

    @Test
    void correlatedObservablesAreCutOneByOne() {
        assertThat(HardBand.of(correlated(), 2)).containsExactly(new HardBand(1.5, 3), new HardBand(-1, 11));
    }

    @Test
    void aValueWithoutUncertaintyMakesNoBand() {
        assertThat(HardBand.of(single(new ExactValue(3)), 1)).isNull();
    }

    @Test
    void theWordsSayHowAResultIsCut() {
        assertThat(HardBand.rule(single(UpperLimit.halfGaussian(1, 0.9)), "1σ")).isEqualTo("hard step at the limit");
        assertThat(HardBand.rule(single(new ValueRange(1, 2)), "1σ")).isEqualTo("hard range");
        assertThat(HardBand.rule(single(GaussianValue.of(2, 3)), "90%")).isEqualTo("hard band of ±90%");
        assertThat(HardBand.rule(correlated(), "1σ")).isEqualTo("hard band of ±1σ");
    }

    @Test
    void emptyBandsAndWidthsThatAreNotPositiveAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HardBand(2, 1))
                .withMessageContaining("2.0 and 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new HardBand(Double.NaN, 1));
        for (double sigmas : new double[] {0, -1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> HardBand.of(single(GaussianValue.of(2, 3)), sigmas))
                    .withMessage("sigmas: must be > 0 and finite, found " + sigmas);
        }
    }
}
