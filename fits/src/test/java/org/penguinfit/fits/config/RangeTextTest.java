package org.penguinfit.fits.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

class RangeTextTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private @Nullable Bounds read(String text) {
        byte[] yaml = ("range: " + text).getBytes(StandardCharsets.UTF_8);
        LocatedDocument document = Objects.requireNonNull(LocatedDocument.parse(yaml, "f.yaml", diagnostics));
        return RangeText.read(Objects.requireNonNull(document.root().get("range")), diagnostics);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"-40:40\"; -40; 40",
                "\"-40 : 40\"; -40; 40",
                "\"\u221240:\u22121\"; -40; -1",
                "[-40, 40]; -40; 40",
                "[-1e-3, 2.5E2]; -0.001; 250",
                "+1e-3:1e3; 0.001; 1000",
                "0:.5; 0; 0.5"
            })
    void readsTextsAndLists(String text, double low, double high) {
        assertThat(read(text)).isEqualTo(new Bounds(low, high));
        assertThat(diagnostics.sorted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "40:-40; the lower end of a range must be below the upper one",
                "1:1; the lower end of a range must be below the upper one",
                "[2, 1]; the lower end of a range must be below the upper one",
                "1; must be a range",
                "\"1:\"; must be a range",
                "\":1\"; must be a range",
                "1:2:3; must be a range",
                "a:b; must be a range",
                "-Infinity:3; must be a range",
                "NaN:3; must be a range",
                "1d:2f; must be a range",
                "0x1p3:20; must be a range",
                "[1]; a range has two ends",
                "[1, 2, 3]; a range has two ends",
                "[a, 2]; must be a number",
                "{low: 1}; must be a text"
            })
    void refusesWhatIsNoRange(String text, String rule) {
        assertThat(read(text)).isNull();
        assertThat(diagnostics.sorted()).singleElement().asString().contains(": " + rule);
    }

    /** Unquoted, YAML 1.1 reads 1:30 as the sexagesimal number 90; here it stays the text that the user wrote. */
    @ParameterizedTest
    @CsvSource({"1:30, 1, 30", "-40:40, -40, 40", "0:0.15, 0, 0.15"})
    void takesUnquotedRangesAsWritten(String text, double low, double high) {
        assertThat(read(text)).isEqualTo(new Bounds(low, high));
    }
}
