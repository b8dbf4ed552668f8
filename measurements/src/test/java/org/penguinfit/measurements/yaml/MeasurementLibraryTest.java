package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Diagnostics;

class MeasurementLibraryTest {
    private final Diagnostics diagnostics = new Diagnostics();
    private final MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
    private final MeasurementSet set = MeasurementSet.of(library.measurements(), diagnostics);

    private PublishedValue value(String name) {
        return ((SingleResult) set.find(name).orElseThrow().results().get(0)).value();
    }

    @Test
    void everyPackedFileIsWithoutAnyFinding() {
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(library.documents()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(library.documents()).allSatisfy(d -> assertThat(d.sha256()).matches("[0-9a-f]{64}"));
    }

    @Test
    void everyMeasurementSaysWhenItWasPublicAndWhereItsNumbersStand() {
        assertThat(library.measurements()).allSatisfy(m -> {
            assertThat(m.date()).as(m.name()).isPresent();
            assertThat(m.extraction().where()).as(m.name()).isNotBlank();
            List<String> keys = new ArrayList<>(m.source().inspire());
            keys.addAll(m.source().arxiv());
            keys.addAll(m.source().doi());
            assertThat(keys).as(m.name()).isNotEmpty();
        });
    }

    /** He and Valencia, arXiv:2108.05033, Table 1, the text before eq. 4, and eq. 4. All limits at 90 % CL. */
    @ParameterizedTest
    @CsvSource({
        "BaBar BKnunu 2013, BR(B+->Knunu), 1.6e-5",
        "Belle BKstplusnunu 2013, BR(B+->K*nunu), 4.0e-5",
        "Belle BK0nunu 2017, BR(B0->Knunu), 2.6e-5",
        "Belle BKstnunu 2017, BR(B0->K*nunu), 1.8e-5",
        "Belle II BKnunu limit 2021, BR(B+->Knunu), 4.1e-5",
        "RKstnunu limit 2021, R_BKstarnunu, 1.9"
    })
    void theLimitsAreThoseOfThePaper(String name, String observable, double limit) {
        UpperLimit stored = (UpperLimit) value(name);
        assertThat(stored.limit()).isEqualTo(limit);
        assertThat(stored.level()).isEqualTo(0.90);
        assertThat(stored.method()).isEqualTo(LimitMethod.HALF_GAUSSIAN);
        assertThat(set.find(name).orElseThrow().observables()).hasToString("[" + observable + "]");
    }

    /** He and Valencia, arXiv:2108.05033, text before eq. 4, and eq. 4. */
    @Test
    void theAverageAndItsRatioAreThoseOfThePaper() {
        assertThat(value("BKnunu average 2021")).isEqualTo(GaussianValue.of(1.1e-5, 0.4e-5));
        assertThat(value("RKnunu 2021")).isEqualTo(GaussianValue.of(2.5, 1.0));
    }

    /** 1.1e-5/4.4e-6 with relative errors 0.4/1.1 and 0.7/4.4 in quadrature; eq. 4 prints one decimal. */
    @Test
    void theRatioFollowsFromTheAverage() {
        double ratio = 1.1e-5 / 4.4e-6;
        GaussianValue printed = (GaussianValue) value("RKnunu 2021");
        assertThat(printed.central()).isCloseTo(ratio, within(ONE_DECIMAL));
        assertThat(printed.sigma()).isCloseTo(ratio * Math.hypot(0.4 / 1.1, 0.7 / 4.4), within(ONE_DECIMAL));
        assertThat(((UpperLimit) value("RKstnunu limit 2021")).limit()).isCloseTo(1.8e-5 / 9.5e-6, within(ONE_DECIMAL));
    }

    /** Half a unit of the last printed decimal. */
    private static final double ONE_DECIMAL = 0.05;

    /** Inverse-variance mean of the components, each with its larger side; the average prints one decimal, in 1e-5. */
    @Test
    void theAverageFollowsFromItsComponents() {
        double weights = 0;
        double sum = 0;
        for (String name : set.find("BKnunu average 2021").orElseThrow().components()) {
            PublishedValue value = value(name);
            Uncertainty total = Uncertainty.total(ValueReader.uncertainties(value));
            double sigma = Math.max(total.plus(), total.minus()) * 1e5;
            double central = value instanceof AsymmetricValue a ? a.central() : ((GaussianValue) value).central();
            weights += 1 / (sigma * sigma);
            sum += central * 1e5 / (sigma * sigma);
        }
        assertThat(sum / weights).isCloseTo(1.1, within(ONE_DECIMAL));
        assertThat(1 / Math.sqrt(weights)).isCloseTo(0.4, within(ONE_DECIMAL));
    }

    @Test
    void numbersThatNobodyCheckedAreUsedOnlyWhenNamed() {
        Optional<LocalDate> day = Optional.of(LocalDate.of(2021, 8, 31));
        assertThat(set.inForce(day).used()).extracting(Measurement::name).doesNotContain("Belle BKnunu value 2017");
        assertThat(set.inForce(day, java.util.Set.of("Belle BKnunu value 2017")).used())
                .extracting(Measurement::name)
                .contains("Belle BKnunu value 2017");
    }

    @Test
    void theAverageMustNotStandBesideWhatItContains() {
        List<Measurement> chosen = List.of(
                set.find("BKnunu average 2021").orElseThrow(),
                set.find("Belle II BKnunu limit 2021").orElseThrow(),
                set.find("BaBar BKnunu value 2013").orElseThrow(),
                set.find("Belle BKstnunu 2017").orElseThrow());
        assertThat(set.doubleCounting(chosen))
                .extracting(DoubleCounting::kind)
                .containsExactlyInAnyOrder(
                        DoubleCounting.Kind.AVERAGE_AND_COMPONENT, DoubleCounting.Kind.SAME_PUBLICATION);
    }
}
