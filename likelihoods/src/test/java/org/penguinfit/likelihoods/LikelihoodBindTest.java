package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.penguinfit.likelihoods.term.GaussianTerm;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;

class LikelihoodBindTest {
    private static final Theory THEORY = Bindings.theory("""
            schema: theory/1
            parameters: {x: {default: 7}, y: {}}
            observables:
              P: x + 2*y
              Q: x*y
              DeltaM: {expression: 17*x, unit: ps^-1}
            """);

    /** A few roundings of numbers near twenty. */
    private static final double ROUNDING = 1e-13;

    private static List<String> problems(String entries) {
        Diagnostics diagnostics = new Diagnostics();
        Likelihood bound = Likelihood.bind(
                Bindings.measurements(entries), THEORY, Bindings.free(List.of("x")), Map.of(), List.of(), diagnostics);
        assertThat(bound == null).isEqualTo(diagnostics.hasErrors());
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    /**
     * By hand at (1, 2): P = 5 and Q = 2, so (2/0.5)² = 16 for the value, Φ⁻¹(0.95)² = 2.7055434540954146 (mpmath) for the
     * limit that is just met, and (1/2)² for the constraint.
     */
    @Test
    void theValueIsTheSumOfTermsAndConstraints() {
        Likelihood likelihood = Bindings.bind("""
                first: {values: {P: 3 ± 0.5}}
                second: {values: {Q: < 2 @ 90% CL}}
                """, THEORY, List.of("x", "y"), new ParameterConstraint(0, 0, 2));
        double[] theta = {1, 2};
        assertThat(likelihood.objective().value(theta)).isCloseTo(16 + 2.7055434540954146 + 0.25, within(ROUNDING));
        assertThat(likelihood.predict(theta)).containsExactly(5, 2);
        assertThat(likelihood.observables()).containsExactly("P", "Q");
        assertThat(likelihood.measuredCount()).isEqualTo(2);
        assertThat(likelihood.constraints()).containsExactly(new ParameterConstraint(0, 0, 2));
    }

    /** 4 + 1 + (z1² − z1 z2 + z2²)/(1 − 1/4) with z1 = 1, z2 = −2: 4 + 1 + 28/3. */
    @Test
    void severalTermsOnOneObservableReadOnePrediction() {
        Likelihood likelihood = Bindings.bind("""
                first: {values: {P: 3 ± 1}}
                second: {values: {P: 6 ± 1}}
                both: {values: {Q: 4 ± 1, P: 4 ± 1}, correlation: 0.5}
                """, THEORY, List.of("x", "y"));
        assertThat(likelihood.observables()).containsExactly("P", "Q");
        assertThat(likelihood.terms())
                .extracting(BoundTerm::predictions)
                .containsExactly(List.of(0), List.of(0), List.of(1, 0));
        assertThat(likelihood.terms()).extracting(BoundTerm::measurement).containsExactly("first", "second", "both");
        assertThat(likelihood.measuredCount()).isEqualTo(4);
        assertThat(likelihood.objective().value(new double[] {1, 2})).isCloseTo(4 + 1 + 28.0 / 3, within(ROUNDING));
    }

    @Test
    void parametersThatAreNotFreeStandAtTheirValue() {
        Diagnostics diagnostics = new Diagnostics();
        Likelihood likelihood = Objects.requireNonNull(Likelihood.bind(
                Bindings.measurements("first: {values: {P: 3 ± 1, Q: 0 ± 1}}"),
                THEORY,
                Bindings.free(List.of("y")),
                Map.of("x", -2.0),
                List.of(),
                diagnostics));
        assertThat(likelihood.predict(new double[] {1.5})).containsExactly(1, -3);
        assertThat(Bindings.bind("first: {values: {P: 3 ± 1}}", THEORY, List.of("y"))
                        .predict(new double[] {1}))
                .containsExactly(9); // x at its default
    }

    @Test
    void anUnknownObservableIsReportedAtItsLineWithTheNearestName() {
        assertThat(problems("""
                first:
                  values:
                    P: 3 ± 0.5
                    DeltaN: 1 ± 2
                """))
                .containsExactly("data.yaml:5:13 first: no prediction named 'DeltaN' in the theory of this fit"
                        + " (did you mean 'DeltaM'?)");
    }

    @Test
    void everyProblemOfEveryMeasurementIsReportedAtOnce() {
        assertThat(problems("""
                first: {values: {Z: 3 ± 0.5}}
                second: {values: {P: 3}}
                third: {values: [{name: P, value: 3 ± 1, unit: GeV}, {name: DeltaM, value: 17.7 ± 0.1, unit: GeV}]}
                """))
                .satisfiesExactly(
                        a -> assertThat(a).startsWith("data.yaml:2:21 first: no prediction named 'Z'"),
                        b -> assertThat(b).startsWith("data.yaml:3:22 second: a value without uncertainty makes no"),
                        c -> assertThat(c)
                                .startsWith("data.yaml:4:")
                                .contains("third: the unit of P must be that of its prediction, '1', found 'GeV'"),
                        d -> assertThat(d)
                                .startsWith("data.yaml:4:")
                                .contains("the unit of DeltaM must be that of its prediction, 'ps^-1', found 'GeV'"));
    }

    @Test
    void aUnitMayBeLeftOutAndAPureNumberHasUnitOne() {
        assertThat(problems("first: {values: [{name: DeltaM, value: 17.7 ± 0.1}, {name: P, value: 1 ± 1, unit: '1'}]}"))
                .isEmpty();
    }

    @Test
    void valuesOfOneCorrelatedBlockMayHaveDifferentUnits() {
        String block = """
                block:
                  correlation: 0.5
                  values:
                  - {name: DeltaM, value: 17.7 ± 0.1, unit: ps^-1}
                  - {name: P, value: 1 ± 1%s}
                """;
        assertThat(problems(block.formatted(""))).isEmpty();
        assertThat(problems(block.formatted(", unit: '1'"))).isEmpty();
        assertThat(problems(block.formatted(", unit: GeV")))
                .containsExactly("data.yaml:6:22 block: the unit of P must be that of its prediction, '1', found 'GeV'"
                        + " (convert the values)");
    }

    @Test
    void constraintsMustBeOnFreeParametersWithAPositiveWidth() {
        List<ParameterConstraint> beyond = List.of(new ParameterConstraint(1, 0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Likelihood.bind(
                        List.of(), THEORY, Bindings.free(List.of("x")), Map.of(), beyond, new Diagnostics()))
                .withMessage("constraint: no parameter of index 1 among 1 free ones");
        for (double sigma : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ParameterConstraint(0, 0, sigma))
                    .withMessage("constraint: sigma must be > 0 and finite, found " + sigma);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ParameterConstraint(0, Double.NaN, 1))
                .withMessage("constraint: central must be finite, found NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new ParameterConstraint(-1, 0, 1));
    }

    @Test
    void aBoundTermNeedsOnePredictionPerObservable() {
        BoundTerm bound = Bindings.bind("first: {values: {P: 3 ± 1}}", THEORY, List.of("x"))
                .terms()
                .get(0);
        assertThat(bound.term()).isEqualTo(new GaussianTerm(3, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundTerm("first", List.of("P"), List.of(0, 1), bound.term(), bound.result()))
                .withMessage("a term of dimension 1 needs as many predictions");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BoundTerm("first", List.of(), List.of(0), bound.term(), bound.result()));
    }
}
