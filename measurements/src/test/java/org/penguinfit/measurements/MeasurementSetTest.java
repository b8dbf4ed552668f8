package org.penguinfit.measurements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.DoubleCounting.Kind;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.yaml.Yaml;

class MeasurementSetTest {
    /** A chain 2013 ← 2017 ← 2023, two heirs of one result, a withdrawn and an unverified successor. */
    private final MeasurementSet set = Yaml.set(Yaml.HEADER + """
            chain 2013: {date: 2013-01-01, values: {X: 1 ± 1}}
            chain 2017: {date: 2017-01-01, supersedes: chain 2013, values: {X: 1 ± 1}}
            chain 2023: {date: 2023-01-01, supersedes: chain 2017, values: {X: 1 ± 1}}
            both: {date: 2013-01-01, values: {Y: 1 ± 1, Z: 1 ± 1}}
            heir of Y: {date: 2020-01-01, supersedes: both, values: {Y: 1 ± 1}}
            heir of Z: {date: 2021-01-01, supersedes: both, values: {Z: 1 ± 1}}
            stays: {date: 2013-01-01, values: {V: 1 ± 1}}
            withdrawn: {date: 2014-01-01, status: withdrawn, supersedes: stays, values: {V: 1 ± 1}}
            unverified: {date: 2015-01-01, verified: false, supersedes: stays, values: {V: 1 ± 1}}
            undated: {values: {W: 1 ± 1}}
            """);

    private static Optional<LocalDate> day(String date) {
        return Optional.of(LocalDate.parse(date));
    }

    private List<String> used(Optional<LocalDate> asOf, String... named) {
        return set.inForce(asOf, Set.of(named)).used().stream()
                .map(Measurement::name)
                .toList();
    }

    private List<String> resolved(String name, Optional<LocalDate> asOf) {
        return set.resolve(name, asOf).stream().map(Measurement::name).toList();
    }

    private String reason(Optional<LocalDate> asOf, String name) {
        return set.inForce(asOf).skipped().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    @Test
    void withoutADateTheNewestOfEveryChainIsInForce() {
        assertThat(used(Optional.empty())).containsExactly("chain 2023", "heir of Y", "heir of Z", "stays", "undated");
        assertThat(set.inForce(Optional.empty())).isEqualTo(set.inForce(Optional.empty(), Set.of()));
    }

    @Test
    void aSupersededResultComesBackWhenItsSuccessorIsNotPublicYet() {
        assertThat(used(day("2018-06-01"))).containsExactly("chain 2017", "both", "stays", "undated");
        assertThat(used(day("2016-12-31"))).containsExactly("chain 2013", "both", "stays", "undated");
        assertThat(used(day("2017-01-01"))).contains("chain 2017").doesNotContain("chain 2013");
        assertThat(used(day("2012-12-31"))).containsExactly("undated");
    }

    @Test
    void everySkippedOneHasItsReason() {
        assertThat(reason(day("2018-06-01"), "chain 2013")).isEqualTo("superseded by 'chain 2017'");
        assertThat(reason(day("2018-06-01"), "chain 2023")).isEqualTo("not public until 2023-01-01 (as of 2018-06-01)");
        assertThat(reason(Optional.empty(), "withdrawn")).isEqualTo("withdrawn");
        assertThat(reason(Optional.empty(), "unverified"))
                .isEqualTo("not verified against its source; name it to use it");
        assertThat(set.inForce(Optional.empty()).used().size()
                        + set.inForce(Optional.empty()).skipped().size())
                .isEqualTo(set.all().size());
    }

    @Test
    void anUnverifiedOneCountsOnceItIsNamed() {
        assertThat(used(Optional.empty(), "unverified")).contains("unverified").doesNotContain("stays");
    }

    @Test
    void aNameResolvesToWhatStandsForItToday() {
        assertThat(resolved("chain 2013", Optional.empty())).containsExactly("chain 2023");
        assertThat(resolved("chain 2013", day("2018-06-01"))).containsExactly("chain 2017");
        assertThat(resolved("chain 2013", day("2014-06-01"))).containsExactly("chain 2013");
        assertThat(resolved("chain 2023", day("2014-06-01"))).isEmpty();
        assertThat(resolved("both", Optional.empty())).containsExactly("heir of Y", "heir of Z");
        assertThat(resolved("unverified", Optional.empty())).containsExactly("unverified");
        assertThat(resolved("withdrawn", Optional.empty())).isEmpty();
        assertThat(resolved("nobody", Optional.empty())).isEmpty();
    }

    @Test
    void aCircleIsReportedAndDoesNotHang() {
        Diagnostics diagnostics = new Diagnostics();
        MeasurementSet circle = MeasurementSet.of(Yaml.load(Yaml.HEADER + """
                        A: {supersedes: B, values: {X: 1 ± 1}}
                        B: {supersedes: C, values: {X: 1 ± 1}}
                        C: {supersedes: A, values: {X: 1 ± 1}}
                        """, diagnostics), diagnostics);
        assertThat(Yaml.texts(diagnostics))
                .containsExactly(
                        "test.yaml:4:17 C.supersedes: must not run in a circle, found 'A' -> 'B' -> 'C' -> 'A'");
        assertThat(circle.inForce(Optional.empty()).used()).isEmpty();
    }

    @Test
    void aNameThatStandsInTwoFilesIsReportedWithBothPlaces() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> first = Yaml.load("A: {values: {X: 1 ± 1}}", "one.yaml", diagnostics);
        List<Measurement> second = Yaml.load("A: {values: {X: 2 ± 1}}", "two.yaml", diagnostics);
        MeasurementSet.of(List.of(first.get(0), second.get(0)), diagnostics);
        assertThat(Yaml.texts(diagnostics))
                .containsExactly("two.yaml:1:1 A: a measurement's name may stand only once, found it also at"
                        + " one.yaml:1:1 (rename or remove one)");
    }

    @Test
    void aUsersEntryReplacesTheLibrarysWithAWarning() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> own =
                Yaml.load("stays: {values: {V: 9 ± 1}}\nnew: {values: {U: 1 ± 1}}", "my.yaml", diagnostics);
        MeasurementSet merged = set.with(own, diagnostics);
        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(Yaml.texts(diagnostics))
                .containsExactly("my.yaml:1:1 stays: warning: takes the place of the measurement of the same name at"
                        + " test.yaml:8:1");
        assertThat(merged.find("stays")).contains(own.get(0));
        assertThat(merged.find("new")).contains(own.get(1));
        assertThat(set.find("new")).isEmpty();
    }

    @Test
    void sharedInformationIsFoundOncePerPair() {
        MeasurementSet many = Yaml.set(Yaml.HEADER + """
                leaf: {inspire: "A:1", values: {X: 1 ± 1}}
                other leaf: {inspire: "A:1", values: {X: 1 ± 2}}
                elsewhere: {inspire: "A:1", values: {Y: 1 ± 2}}
                inner: {status: average, components: [leaf], values: {X: 1 ± 1}}
                outer: {status: average, components: [inner], values: {X: 1 ± 1}}
                ratio: {status: derived, derived-from: [outer], values: {R: 1 ± 1}}
                twin: {status: derived, derived-from: [leaf], values: {S: 1 ± 1}}
                old: {values: {V: 1 ± 1}}
                middle: {supersedes: old, values: {V: 1 ± 1}}
                young: {supersedes: middle, values: {V: 1 ± 1}}
                new leaf: {supersedes: leaf, values: {X: 1 ± 1}}
                half 1: {supersedes: old, values: {V: 1 ± 1}}
                half 2: {supersedes: old, values: {W: 1 ± 1}}
                """);
        assertThat(kind(many, "new leaf", "outer")).containsExactly(Kind.OUTDATED);
        assertThat(kind(many, "half 1", "half 2")).isEmpty();
        assertThat(many.outdatedParts(many.find("ratio").orElseThrow(), Optional.empty()))
                .containsExactly("'ratio' rests on 'leaf', which 'new leaf' supersedes");
        assertThat(many.outdatedParts(many.find("new leaf").orElseThrow(), Optional.empty()))
                .isEmpty();
        assertThat(kind(many, "leaf", "outer")).containsExactly(Kind.AVERAGE_AND_COMPONENT);
        assertThat(kind(many, "leaf", "ratio")).containsExactly(Kind.DERIVED_AND_SOURCE);
        assertThat(kind(many, "twin", "ratio")).containsExactly(Kind.SHARED_SOURCE);
        assertThat(kind(many, "old", "young")).containsExactly(Kind.SUPERSEDED);
        assertThat(kind(many, "leaf", "other leaf")).containsExactly(Kind.SAME_PUBLICATION);
        assertThat(kind(many, "leaf", "elsewhere")).isEmpty();
        assertThat(kind(many, "leaf", "young")).isEmpty();
        assertThat(many.doubleCounting(List.of(
                                many.find("leaf").orElseThrow(),
                                many.find("outer").orElseThrow()))
                        .get(0)
                        .text())
                .isEqualTo("'outer' is an average that contains 'leaf'");
    }

    /** One line per rule: two names, the kind of their overlap, and the sentence of the report. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            limit   | value   | SAME_PUBLICATION | 'limit' and 'value' both report X from A:1
            limit   | average | SAME_PUBLICATION | 'average' rests on 'value', which like 'limit' reports X from A:1
            limit   | ratio   | SAME_PUBLICATION | 'ratio' rests on 'value', which like 'limit' reports X from A:1
            tag 1   | tag 2   |                  |
            tag 1   | both    | SAME_PUBLICATION | 'tag 1' and 'both' both report Z from arXiv:2311.14647
            sharer  | value   | OVERLAP          | 'sharer' shares data with 'value'
            value   | sharer  | OVERLAP          | 'sharer' shares data with 'value'
            sharer  | average | OVERLAP          | 'sharer' shares data with 'average'
            average | partner | OVERLAP          | 'average' rests on 'value', which shares data with 'partner'
            average | shared  | OVERLAP          | 'shared' rests on 'sharer', which shares data with 'average'
            ratio   | shared  | OVERLAP          | 'ratio' rests on 'value', which shares data with 'sharer', a part of 'shared'
            other   | shared  | OVERLAP          | 'other' rests on 'alone', which shares data with 'shared'
            other   | limit   |                  |
            """)
    void declaredOverlapsAndPublicationsAreFoundAlsoThroughParts(
            String first, String second, @Nullable Kind kind, @Nullable String text) {
        MeasurementSet many = Yaml.set(Yaml.HEADER + """
                limit: {inspire: "A:1", values: {X: 9 ± 1}}
                value: {inspire: "A:1", values: {X: 1 ± 1}}
                average: {components: value, values: {X: 1 ± 1}}
                ratio: {derived-from: value, values: {R: 1 ± 1}}
                tag 1: {arxiv: "2311.14647", independent-of: [tag 2], values: {Z: 1 ± 1}}
                tag 2: {arxiv: "2311.14647", values: {Z: 1 ± 1}}
                both: {arxiv: "2311.14647", values: {Z: 1 ± 1}}
                sharer: {overlaps: [value, average], values: {X: 1 ± 1}}
                shared: {components: [sharer], overlaps: alone, values: {X: 1 ± 1}}
                partner: {overlaps: value, values: {X: 1 ± 1}}
                alone: {values: {X: 1 ± 1}}
                other: {components: [alone], values: {X: 1 ± 1}}
                """);
        List<DoubleCounting> found = many.doubleCounting(
                List.of(many.find(first).orElseThrow(), many.find(second).orElseThrow()));
        assertThat(found).hasSize(kind == null ? 0 : 1).allSatisfy(pair -> {
            assertThat(pair.kind()).isEqualTo(kind);
            assertThat(pair.text()).isEqualTo(text);
        });
    }

    /** 2000 publications of two results each: comparing all would be eight million comparisons, there are 2000 pairs. */
    @Test
    void theWorkGrowsWithTheNumberOfMeasurements() {
        StringBuilder text = new StringBuilder(Yaml.HEADER);
        for (int i = 0; i < 2000; i++) {
            text.append("a").append(i).append(": {inspire: \"P:").append(i).append("\", values: {X: 1 ± 1}}\n");
            text.append("b").append(i).append(": {inspire: \"P:").append(i).append("\", values: {X: 2 ± 1}}\n");
        }
        MeasurementSet many = Yaml.set(text.toString());
        assertThat(many.doubleCounting(many.all())).hasSize(2000);
    }

    private static List<Kind> kind(MeasurementSet set, String a, String b) {
        return set.doubleCounting(List.of(set.find(a).orElseThrow(), set.find(b).orElseThrow())).stream()
                .map(DoubleCounting::kind)
                .toList();
    }
}
