package org.penguinfit.measurements.selection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.DoubleCounting;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.Selection.Skipped;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.selection.Selector.Property;
import org.penguinfit.measurements.yaml.Yaml;

class MeasurementChoiceTest {
    /** One observable as an experiment's history makes it: limits with values, an average, a combination of two tags. */
    private final MeasurementSet set = Yaml.set("""
            "@metadata@": {schema: measurements/1, process: rare}
            Belle limit 2013: {experiment: Belle, inspire: "L:13", date: 2013-03, tags: [limit], values: {X: < 5 @ 90% CL}}
            Belle value 2013: {experiment: Belle, inspire: "L:13", date: 2013-03, verified: false, values: {X: 3 ± 2}}
            BaBar limit 2013: {experiment: BaBar, inspire: "L:14", date: 2013-05, tags: [limit], values: {X: < 4 @ 90% CL}}
            BaBar value 2013: {experiment: BaBar, inspire: "L:14", date: 2013-05, values: {X: 2 ± 2}}
            early: {experiment: Belle II, inspire: "E:21", date: 2021-04, values: {X: 2 ± 1}}
            average 2021: {status: average, inspire: "A:21", date: 2021-05, components: [Belle value 2013, early], values: {X: 2.5 ± 0.9}}
            ratio 2021: {status: derived, inspire: "R:21", date: 2021-08, derived-from: average 2021, values: {R: 2.5 ± 1}}
            inclusive: {experiment: Belle II, inspire: "B:23", date: 2023-11, supersedes: early, independent-of: hadronic, values: {X: 3 ± 1}}
            hadronic: {experiment: Belle II, inspire: "B:23", date: 2023-11, values: {X: 1 ± 1}}
            combination: {experiment: Belle II, inspire: "B:23", date: 2023-11, status: average, components: [inclusive, hadronic], values: {X: 2 ± 0.7}}
            overlapping: {experiment: LHCb, date: 2022-01, process: other, overlaps: [BaBar value 2013], values: {X: 2 ± 3, "X*Y": 1 ± 1}}
            starred: {experiment: LHCb, date: 2022-02, process: other, values: {"X*": 1 ± 1}}
            """);

    /** Texts such as {@code early}, {@code B*}, {@code observable=X experiment=Belle}. */
    private static List<Selector> selectors(@Nullable String text) {
        List<Selector> selectors = new ArrayList<>();
        for (String part : text == null ? new String[0] : text.split(", ", -1)) {
            Map<Property, String> criteria = new EnumMap<>(Property.class);
            for (Property property : Property.values()) {
                for (String criterion : part.split("; ", -1)) {
                    if (criterion.startsWith(property.word() + "=")) {
                        criteria.put(
                                property, criterion.substring(property.word().length() + 1));
                    }
                }
            }
            Location nowhere = Location.wholeFile("test");
            selectors.add(criteria.isEmpty() ? Selector.name(part, nowhere, "") : new Selector(criteria, nowhere, ""));
        }
        return selectors;
    }

    private Chosen choose(
            String include,
            @Nullable String exclude,
            @Nullable String added,
            @Nullable String asOf,
            boolean unverified) {
        List<Measurement> more = new ArrayList<>();
        for (String name : added == null ? new String[0] : added.split(", ", -1)) {
            more.add(set.find(name).orElseThrow());
        }
        return MeasurementChoice.of(
                set,
                new SelectorIndex(set),
                new SelectionRequest(
                        selectors(include),
                        selectors(exclude),
                        more,
                        Optional.ofNullable(asOf).map(LocalDate::parse),
                        unverified,
                        List.of()));
    }

    private static String names(Chosen chosen) {
        return String.join(
                ", ", chosen.measurements().stream().map(Measurement::name).toList());
    }

    /** Every kind of selector, alone and together, at several dates, with and without unverified numbers. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # selectors                      | excluded  | added       | as of      | unverified | what enters
            observable=X                     |           |             |            | false      | Belle limit 2013, inclusive, hadronic, overlapping
            observable=X                     |           |             | 2021-06-01 | false      | Belle limit 2013, BaBar value 2013, early
            observable=X                     | early     |             | 2021-06-01 | false      | BaBar value 2013, average 2021
            observable=X                     |           |             | 2021-04-30 | false      | Belle limit 2013, BaBar value 2013, early
            observable=X                     |           |             | 2021-06-01 | true       | Belle value 2013, BaBar value 2013, early
            observable=X                     |           |             | 2013-04-01 | false      | Belle limit 2013
            observable=X                     |           |             | 2012-01-01 | true       |
            observable=X                     | overlap*  |             |            | false      | Belle limit 2013, BaBar value 2013, inclusive, hadronic
            observable=X; experiment=Belle II |          |             |            | false      | inclusive, hadronic
            observable=X; experiment=Belle*  |           |             | 2021-06-01 | false      | Belle limit 2013, early
            observable=X; tag=limit          |           |             |            | false      | Belle limit 2013, BaBar limit 2013
            process=rare; observable=R       |           |             |            | false      | ratio 2021
            process=rare                     |           |             | 2021-09-01 | false      | Belle limit 2013, BaBar value 2013, early
            process=rare                     | early     |             | 2021-09-01 | false      | BaBar value 2013, average 2021
            process=other                    |           |             |            | false      | overlapping, starred
            process=o*                       | starred   |             |            | false      | overlapping
            observable=X*                    |           |             |            | false      | starred
            observable=*Y                    |           |             |            | false      | overlapping
            observable=X*Y                   |           |             |            | false      | overlapping
            B* value*                        |           |             |            | false      | BaBar value 2013
            B* value*                        |           |             |            | true       | Belle value 2013, BaBar value 2013
            Belle value 2013                 |           |             |            | false      | Belle value 2013
            Belle value 2013, observable=X   |           |             | 2021-06-01 | false      | Belle value 2013, BaBar value 2013, early
            early                            |           |             |            | false      | inclusive
            early                            |           |             | 2022-01-01 | false      | early
            combination                      |           |             |            | false      | combination
            combination, observable=X        | overlap*  |             |            | false      | combination, Belle limit 2013, BaBar value 2013
            average 2021                     |           |             | 2022-01-01 | false      | average 2021
            average 2021, observable=X       | overlap*  |             | 2022-01-01 | false      | average 2021, BaBar value 2013
            combination                      |           | early       |            | false      | combination
            BaBar value 2013                 |           | overlapping |            | false      | BaBar value 2013
            BaBar value 2013                 |           | starred     |            | false      | BaBar value 2013, starred
            early                            |           | inclusive   | 2022-01-01 | false      | early
            hadronic                         |           | Belle value 2013 |       | false      | hadronic, Belle value 2013
            """)
    void whatEnters(
            String include,
            @Nullable String exclude,
            @Nullable String added,
            @Nullable String asOf,
            boolean unverified,
            @Nullable String expected) {
        Chosen chosen = choose(include, exclude, added, asOf, unverified);
        assertThat(names(chosen)).isEqualTo(expected == null ? "" : expected);
        assertThat(chosen.conflicts()).isEmpty();
        assertThat(set.doubleCounting(chosen.measurements())).isEmpty();
    }

    private String reason(Chosen chosen, String name) {
        return chosen.skipped().stream()
                .filter(skip -> skip.name().equals(name))
                .map(Skipped::reason)
                .reduce((a, b) -> a + " and " + b)
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            observable=X | | | 2021-06-01 | average 2021 | 'average 2021' is an average that contains 'early'
            observable=X | | | | average 2021 | 'average 2021' rests on 'early', which is superseded by 'inclusive'
            observable=X | | | | combination | 'combination' is an average that contains 'inclusive'
            observable=X | | | | early | superseded by 'inclusive'
            observable=X | | | | Belle value 2013 | not verified against its source; name it to use it
            observable=X | | | | BaBar limit 2013 | 'BaBar limit 2013' and 'BaBar value 2013' both report X from L:14; a limit says less
            observable=X | | | | BaBar value 2013 | 'overlapping' shares data with 'BaBar value 2013'; 'overlapping' is newer
            observable=X | | | 2021-06-01 | inclusive | not public until 2023-11-30 (as of 2021-06-01)
            observable=X | early | | 2021-04-30 | early | excluded
            combination, observable=X | | | | inclusive | 'combination' is an average that contains 'inclusive'; 'combination' is asked for by name
            hadronic | | combination | | combination | would count the same data twice: 'combination' is an average that contains 'hadronic'; exclude the other to use it
            """)
    void everyoneLeftOutHasAReason(
            String include,
            @Nullable String exclude,
            @Nullable String added,
            @Nullable String asOf,
            String name,
            String expected) {
        assertThat(reason(choose(include, exclude, added, asOf, false), name)).isEqualTo(expected);
    }

    private Chosen named(List<List<String>> allowed, String... names) {
        return MeasurementChoice.of(
                set,
                new SelectorIndex(set),
                new SelectionRequest(
                        selectors(String.join(", ", names)), List.of(), List.of(), Optional.empty(), false, allowed));
    }

    @Test
    void twoThatWereNamedAreAConflictWithItsExplanation() {
        Chosen chosen = named(List.of(), "combination", "hadronic", "BaBar value 2013", "overlapping", "starred");
        assertThat(chosen.conflicts())
                .extracting(DoubleCounting::text)
                .containsExactly(
                        "'combination' is an average that contains 'hadronic'",
                        "'overlapping' shares data with 'BaBar value 2013'");
        assertThat(names(chosen)).isEqualTo("combination, hadronic, BaBar value 2013, overlapping, starred");
    }

    @Test
    void whoAllowsAPairByNameGetsBothAndANote() {
        Chosen chosen = named(
                List.of(List.of("starred", "hadronic", "combination")),
                "combination",
                "hadronic",
                "BaBar value 2013",
                "overlapping");
        assertThat(chosen.conflicts())
                .extracting(DoubleCounting::text)
                .containsExactly("'overlapping' shares data with 'BaBar value 2013'");
        assertThat(chosen.notes())
                .containsExactly("'combination' is an average that contains 'hadronic'; the fit allows to count both");
    }

    @Test
    void anAllowedPairStaysTogetherAlsoIfAPatternPicksIt() {
        Chosen chosen = MeasurementChoice.of(
                set,
                new SelectorIndex(set),
                new SelectionRequest(
                        selectors("observable=X; tag=limit, BaBar*"),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        List.of(List.of("BaBar limit 2013", "BaBar value 2013"))));
        assertThat(names(chosen)).isEqualTo("Belle limit 2013, BaBar limit 2013, BaBar value 2013");
    }

    @Test
    void aSuccessorInThePlaceOfANamedOneIsTold() {
        assertThat(named(List.of(), "early").notes())
                .containsExactly("'inclusive' enters in the place of 'early', which it supersedes");
    }

    @Test
    void aSelectorThatPicksNothingSaysWhichWordIsWrong() {
        SelectorIndex index = new SelectorIndex(set);
        assertThat(index.nothing(selectors("observable=Q; process=rare").get(0)).rule())
                .isEqualTo("no measurement of the observable 'Q'");
        assertThat(index.nothing(selectors("process=rar").get(0)))
                .isEqualTo(new SelectorIndex.Nothing("no measurement of the process 'rar'", "did you mean 'rare'?"));
        assertThat(index.nothing(selectors("process=other; experiment=Belle").get(0))
                        .rule())
                .isEqualTo("no measurement has all of process 'other' and experiment 'Belle'");
        assertThat(index.nothing(selectors("erly").get(0)).remedy()).isEqualTo("did you mean 'early'?");
        assertThat(index.nothing(selectors("Foo*").get(0)).rule()).isEqualTo("no measurement has a name like 'Foo*'");
    }

    /** 3000 publications of one observable, a limit and a value each, and one result that all others overlap with. */
    @Test
    void aPatternChoosesAmongThousands() {
        StringBuilder text = new StringBuilder(Yaml.HEADER);
        text.append("all: {date: 2030-01-01, values: {X: 1 ± 1}}\n");
        for (int i = 0; i < 3000; i++) {
            String head = i + ": {inspire: \"P:" + i + "\", ";
            text.append("limit ").append(head).append("values: {X: < 1 @ 90% CL}}\n");
            text.append("value ")
                    .append(head)
                    .append(i < 1000 ? "overlaps: all, " : "")
                    .append("values: {X: 2 ± 1}}\n");
        }
        MeasurementSet many = Yaml.set(text.toString());
        Chosen chosen = MeasurementChoice.of(
                many, new SelectorIndex(many), SelectionRequest.of(selectors("observable=X"), Optional.empty()));
        assertThat(chosen.measurements()).hasSize(2001);
        assertThat(chosen.skipped()).hasSize(4000);
    }
}
