package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files made to take the square of their size in time or memory. Each takes a second or two; the square would take minutes,
 * or more memory than a computer has.
 */
class HostileDocumentTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    private static MapNode parse(String text, String name) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = assertTimeoutPreemptively(
                SOON, () -> LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), name, diagnostics));
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(document).root();
    }

    private static ListNode list(MapNode map, String key) {
        return (ListNode) Objects.requireNonNull(map.get(key));
    }

    /** One character of two makes every column of its line one to be counted. */
    @Test
    void columnsOfALongLineWithWideCharactersAreCountedOnce() {
        MapNode root = parse("a: [😀" + ",1".repeat(200_000) + "]\n", "f.yaml");
        assertThat(list(root, "a").items().get(200_000).location()).isEqualTo(new Location("f.yaml", 1, 400_005));
    }

    /** Written out, the paths of these items would take 10 GB. */
    @Test
    void pathsOfManyValuesUnderALongKeyAreNotWrittenOut() {
        String key = "k".repeat(45_000);
        MapNode root = parse("{\"" + key + "\": [1" + ",1".repeat(199_999) + "]}", "f.json");
        List<Node> items = list(root, key).items();
        assertThat(items).hasSize(200_000);
        assertThat(items.get(199_999).path()).isEqualTo(key + "[199999]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"- 1\n", "- '1'\n", "- {k: 1}\n", "- [1, 2]\n", "- 😀\n", "- \"\\n\"\n", "# c\n", "\n"})
    void manyLinesAreRead(String line) {
        parse("a:\n" + line.repeat(100_000) + "b: 1\n", "f.yaml");
    }

    @Test
    void warningsBehindTheThousandthAreOnlyCounted() {
        Diagnostics diagnostics = new Diagnostics();
        for (int line = 1; line <= 2 * Diagnostics.MAX_WARNINGS; line++) {
            assertThat(diagnostics.takesWarnings()).isEqualTo(line <= Diagnostics.MAX_WARNINGS);
            diagnostics.warning(new Location("f.yaml", line, 1), "", "odd", "", "");
        }
        assertThat(diagnostics.sorted())
                .hasSize(Diagnostics.MAX_WARNINGS + 1)
                .last()
                .hasToString("f.yaml: warning: 1000 more warnings");
        assertThat(diagnostics.hasErrors()).isFalse();
    }
}
