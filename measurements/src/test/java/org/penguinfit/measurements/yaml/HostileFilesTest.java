package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * Measurement files made to take the square or cube of their size in time or memory. Each takes a second or two; the square
 * would take minutes, or more memory than a computer has.
 */
class HostileFilesTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    private static List<String> findings(String entries) {
        Diagnostics diagnostics = new Diagnostics();
        assertTimeoutPreemptively(SOON, () -> Yaml.load(Yaml.HEADER + entries, diagnostics));
        return Yaml.texts(diagnostics);
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void oneNumberCannotAskForAHugeMatrix() {
        String values = lines(100_000, i -> "    O" + i + ": 1 ± 1");
        assertThat(findings("A:\n  correlation: 0.1\n  values:\n" + values))
                .containsExactly("test.yaml:3:16 A.correlation: a correlated result must not have more than 1000"
                        + " observables, found 100000 (split it into results that are independent of each other)");
        assertThat(findings("A:\n  correlations: {stat: 0}\n  values:\n" + values.replace("± 1", "± 1 (stat)")))
                .singleElement()
                .asString()
                .contains("must not have more than 1000 observables");
    }

    @Test
    void manyLargeMatricesTogetherAreRefused() {
        String values = lines(1000, i -> "    O" + i + ": 1 ± 1");
        String entries = lines(12, i -> "A" + i + ":\n  correlation: 0.1\n  values:\n" + values);
        assertThat(findings(entries))
                .hasSize(2)
                .allMatch(f -> f.contains("the matrices of a file must not have more than 10000000 elements"));
    }

    @Test
    void manySourcesAreMatchedByName() {
        String sigmas = lines(50_000, i -> "          s" + i + ": [1]");
        String block =
                "A:\n  values:\n    - likelihood:\n        type: multivariate-gaussian\n        observables: [X]\n"
                        + "        means: [1]\n        sigmas:\n" + sigmas + "        correlations:\n"
                        + sigmas.replace("[1]", "0");
        assertThat(findings(block)).isEmpty();
    }

    @Test
    void manyObservablesAreComparedByHash() {
        String list = lines(100_000, i -> "    - O" + i);
        assertThat(findings("A:\n  values: 1\n  observables:\n" + list)).isNotEmpty();
    }

    /** In flavio's files a repeated observable replaces the former, with a warning. */
    @Test
    void manyRepeatedObservablesAreReplacedInOnePass() {
        Diagnostics diagnostics = new Diagnostics();
        String values = lines(50_000, i -> "    - {name: O" + i + ", value: 1 ± 1}");
        List<Measurement> read = assertTimeoutPreemptively(
                SOON, () -> Yaml.load("A:\n  values:\n" + values + values.replace("1 ± 1", "2 ± 1"), diagnostics));
        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(read.get(0).results())
                .hasSize(50_000)
                .allMatch(r -> r.quotation().text().equals("2 ± 1"));
    }

    @Test
    void aValueStringOfManyUncertaintiesIsRefused() {
        assertThat(findings("A: {values: {X: 1" + " ± 1".repeat(90_000) + "}}\n"))
                .singleElement()
                .asString()
                .contains("a value has at most 1000 uncertainties");
        assertThat(findings("A: {values: {X: 1" + " ± 0".repeat(900) + "}}\n"))
                .hasSize(900)
                .allMatch(f -> f.contains("an uncertainty must be > 0"));
    }
}
