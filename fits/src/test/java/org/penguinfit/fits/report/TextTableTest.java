package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void columnsOfTheConsoleAreAligned() {
        TextTable table = new TextTable("a", "long heading");
        table.row(List.of("wide cell", "−1 ∪ 2σ"));
        assertThat(table.console("  ")).isEqualTo("""
                  a          long heading
                  ─────────  ────────────
                  wide cell  −1 ∪ 2σ
                """.indent(0).replaceAll("(?m)^ *(?=\\S)", "  "));
    }

    /** ν̄ is ν and a combining macron: two characters, one column. */
    @Test
    void combiningCharactersTakeNoColumn() {
        TextTable table = new TextTable("x", "y");
        table.row(List.of("K\u03bd\u03bd\u0304", "1"));
        table.row(List.of("K\u03bd\u03bdz", "2"));
        List<String> lines = table.console("").lines().toList();
        assertThat(lines.get(1)).isEqualTo("────  ─");
        assertThat(lines.get(2)).isEqualTo("K\u03bd\u03bd\u0304   1");
        assertThat(lines.get(3)).isEqualTo("K\u03bd\u03bdz  2");
    }

    /** A character beyond the basic plane is two Java chars and one column. */
    @Test
    void charactersBeyondTheBasicPlaneTakeOneColumn() {
        TextTable table = new TextTable("x", "y");
        table.row(List.of("\ud835\udf08", "1"));
        assertThat(table.console("")).isEqualTo("x  y\n─  ─\n\ud835\udf08  1\n");
    }

    @Test
    void markdownEscapesThePipeAndStaysAligned() {
        TextTable table = new TextTable("set", "n");
        table.row(List.of("|C| in [8.5, 17]", "1"));
        table.row(List.of("none", "22"));
        assertThat(table.markdown()).isEqualTo("""
                | set                | n   |
                | ------------------ | --- |
                | \\|C\\| in [8.5, 17] | 1   |
                | none               | 22  |
                """);
    }

    @Test
    void refusesARowOfAnotherLength() {
        TextTable table = new TextTable("a", "b");
        assertThatThrownBy(() -> table.row(List.of("1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a row needs 2 cells, found 1");
    }
}
