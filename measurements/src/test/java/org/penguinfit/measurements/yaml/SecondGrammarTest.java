package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** The grammar in which flavio 2.7 writes measurements (flavio/classes.py, {@code Constraints.from_yaml_dict}). */
class SecondGrammarTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private List<Measurement> load(String text) {
        LocatedDocument document = MeasurementFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.yml", diagnostics);
        return document == null ? List.of() : MeasurementLoader.load(document, diagnostics);
    }

    @Test
    void argumentsMetadataAndConstraintsMakeAMeasurement() {
        List<Measurement> all = load("""
                - arguments: {name: First}
                  metadata: {experiment: Belle, inspire: A:2020abc}
                  constraints:
                  - observables: [BR(B+->Knunu)]
                    values: {distribution: normal, central_value: 1.0e-05, standard_deviation: 2.0e-06}
                  - observables: [[<FL>(B0->K*mumu), 1.1, 6.0], [dBR/dq2(B0->Kmumu), 2.0]]
                    values: {distribution: multivariate_normal, central_value: [0.5, 1.0], covariance: [[0.04, 0.01], [0.01, 0.09]]}
                  - BR(B0->K*nunu): < 1.8e-5 @ 90% CL
                """);
        assertThat(Yaml.texts(diagnostics)).isEmpty();
        Measurement m = all.get(0);
        assertThat(m.name()).isEqualTo("First");
        assertThat(m.source().inspire()).containsExactly("A:2020abc");
        assertThat(m.observables())
                .extracting(Object::toString)
                .containsExactly(
                        "BR(B+->Knunu)",
                        "<FL>(B0->K*mumu)[q2min=1.1,q2max=6]",
                        "dBR/dq2(B0->Kmumu)[q2=2]",
                        "BR(B0->K*nunu)");
        assertThat(((SingleResult) m.results().get(0)).value()).isEqualTo(GaussianValue.of(1e-5, 2e-6));
    }

    @Test
    void oneMapIsOneMeasurement() {
        assertThat(load("arguments: {name: Only}\nconstraints:\n- {X: 1 ± 2}\n"))
                .hasSize(1);
        assertThat(Yaml.texts(diagnostics)).isEmpty();
    }

    /** flavio marginalises a block over an observable that a later constraint takes: its row and column go. */
    @Test
    void aLaterConstraintTakesAnObservableOutOfABlock() {
        List<Measurement> all = load("""
                arguments: {name: Only}
                constraints:
                - observables: [X, Y]
                  values: {distribution: multivariate_normal, central_value: [1, 2], covariance: [[4, 1], [1, 9]]}
                - {X: 5 ± 1}
                """);
        assertThat(all.get(0).results()).hasSize(2);
        CorrelatedResult rest = (CorrelatedResult) all.get(0).results().get(0);
        assertThat(rest.observables()).extracting(Object::toString).containsExactly("Y");
        assertThat(rest.covariance().get(0, 0)).isEqualTo(9);
        assertThat(Yaml.texts(diagnostics))
                .singleElement()
                .asString()
                .contains("warning: an observable may stand only once");
    }

    @Test
    void argumentsOfUnknownNamesAreListedAndTheRestIsRead() {
        List<Measurement> all = load("""
                - arguments: {name: A}
                  constraints:
                  - observables: [[<X>(B->D*lnu), 1, 2, 3, 4]]
                    values: {distribution: normal, central_value: 1, standard_deviation: 1}
                  - {X: 5 ± 1}
                - arguments: {name: B}
                  constraints: [{X: 5 ± 1}]
                """);
        assertThat(all).extracting(Measurement::name).containsExactly("A", "B");
        assertThat(Yaml.texts(diagnostics))
                .containsExactly(
                        "f.yml:3:19 [0].constraints[0].observables[0]: left out: the names of these arguments are not known, found a list of 5");
    }

    @Test
    void brokenEntriesAreAllReported() {
        load(
                "- arguments: {}\n  constraints: []\n- {metadata: {}}\n- arguments: {name: A}\n  constraints: [{X: 1, Y: 2}]\n");
        assertThat(Yaml.texts(diagnostics)).hasSizeGreaterThanOrEqualTo(3);
    }

    /** 17.757 ± 0.020 ps⁻¹ is 1.1688(14)e-11 GeV within its digits, with ħ = 6.582119569e-13 GeV ps. */
    @Test
    void massDifferencesInGevBecomeInversePicoseconds() {
        SingleResult s = (SingleResult) load("A: {values: {DeltaM_s: 1.1688(14)e-11}}\n")
                .get(0)
                .results()
                .get(0);
        GaussianValue value = (GaussianValue) s.value();
        double halfADigit = 0.5e-15 / 6.582119569e-13;
        assertThat(value.central()).isCloseTo(17.757, org.assertj.core.api.Assertions.within(halfADigit));
        assertThat(value.sigma()).isCloseTo(0.0213, org.assertj.core.api.Assertions.within(1e-4));
        assertThat(s.quotation().unit()).isEqualTo("ps^-1");
        assertThat(s.quotation().text()).isEqualTo("1.1688(14)e-11");
    }
}
