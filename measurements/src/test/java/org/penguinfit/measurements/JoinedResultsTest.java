package org.penguinfit.measurements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.yaml.Yaml;

class JoinedResultsTest {
    /** Products of numbers near 1. */
    private static final double ROUNDING = 1e-14;

    private final MeasurementSet set = Yaml.set(Yaml.HEADER + """
            A: {values: {X: 1 ± 0.3 (stat) ± 0.4 (syst), Y: 2 ± 0.5 (stat) ± 0.2 (syst)}, correlations: {stat: 0.1, syst: 0}}
            alone: {values: {X: 1 ± 1}}
            B: {values: {X: 1.5 ± 0.6 (stat) +0.9 -0.4 (syst)}}
            C: {values: {Y: 1.5 ± 0.6, Z: 1 ± 1}}
            cross-correlations:
              - {among: [{measurement: A, observable: X}, {measurement: A, observable: Y}, B], source: syst, rho: 1}
              - {between: [B, {measurement: C, observable: Y}], rho: -0.5}
              - {between: [alone, {measurement: C, observable: Z}], rho: 0}
            """);

    private List<JoinedResults.Owned> joined(MeasurementSet from, String... names) {
        return JoinedResults.of(
                List.of(names).stream()
                        .map(name -> from.find(name).orElseThrow())
                        .toList(),
                from.correlations());
    }

    /** Σ ρ σ σ by hand; unequal sides count as σ² = σ₊·σ₋, so the systematic uncertainty of B is 0.6. */
    @Test
    void whatIsTiedTogetherIsOneBlockWithTheSumOverSources() {
        List<JoinedResults.Owned> results = joined(set, "A", "B", "C");
        assertThat(results).extracting(JoinedResults.Owned::measurement).containsExactly("A + B + C", "C");
        JoinedResult block = (JoinedResult) results.get(0).result();
        assertThat(block.owners()).containsExactly("A", "A", "B", "C");
        assertThat(block.observables()).hasToString("[X, Y, X, Y]");
        double[][] expected = {
            {0.25, 0.015, 0.4 * 0.6, 0},
            {0.015, 0.29, 0.2 * 0.6, 0},
            {0.4 * 0.6, 0.2 * 0.6, 0.36 + 0.36, -0.5 * Math.sqrt(0.72) * 0.6},
            {0, 0, -0.5 * Math.sqrt(0.72) * 0.6, 0.36}
        };
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                assertThat(block.covariance().get(i, j)).as(i + ", " + j).isCloseTo(expected[i][j], within(ROUNDING));
            }
        }
    }

    @Test
    void onlyWhatIsSelectedIsTied() {
        assertThat(joined(set, "A", "C"))
                .extracting(JoinedResults.Owned::measurement)
                .containsExactly("A", "C", "C");
        assertThat(joined(set, "alone", "B"))
                .extracting(JoinedResults.Owned::measurement)
                .containsExactly("alone", "B");
        assertThat(joined(set, "alone", "C"))
                .extracting(JoinedResults.Owned::measurement)
                .containsExactly("alone + C", "C");
    }

    @Test
    void aUsersEntryOfTheSameNameIsIndependentUntilItsFileSaysMore() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> own = Yaml.load("B: {values: {X: 9 ± 1}}", "my.yaml", diagnostics);
        assertThat(joined(set.with(own, diagnostics), "A", "B"))
                .extracting(JoinedResults.Owned::measurement)
                .containsExactly("A", "B");
    }

    @Test
    void aFileMayHoldCorrelationsAlone() {
        Diagnostics diagnostics = new Diagnostics();
        MeasurementSet alone =
                Yaml.set(Yaml.HEADER + "cross-correlations: [{between: [A, B], rho: 0.5}]\n", diagnostics);
        assertThat(alone.all()).isEmpty();
        assertThat(Yaml.texts(diagnostics))
                .containsExactly(
                        "test.yaml:2:33 cross-correlations[0].between[0]: warning: no measurement of this name is"
                                + " loaded, found 'A'",
                        "test.yaml:2:36 cross-correlations[0].between[1]: warning: no measurement of this name is"
                                + " loaded, found 'B'");
    }
}
