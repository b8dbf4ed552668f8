package org.penguinfit.fits.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

class LevelTest {
    /** Φ⁻¹ has 16 digits; Δχ² up to 9. */
    private static final double ROUNDING = 1e-12;

    private final Diagnostics diagnostics = new Diagnostics();

    private Node node(String text) {
        byte[] yaml = ("level: " + text).getBytes(StandardCharsets.UTF_8);
        LocatedDocument document = Objects.requireNonNull(LocatedDocument.parse(yaml, "f.yaml", diagnostics));
        return Objects.requireNonNull(document.root().get("level"));
    }

    private @Nullable Level read(String text) {
        return Level.read(node(text), diagnostics);
    }

    private List<String> problems() {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    /** Δχ² of nσ for one parameter is n²; mpmath, 30 digits: 2*erfinv(0.9)**2, 2*erfinv(0.95)**2, 2*erfinv(0.3829)**2. */
    @ParameterizedTest
    @CsvSource({
        "1σ, 1",
        "1 σ, 1",
        "1s, 1",
        "1S, 1",
        "2 sigma, 4",
        "2sigma, 4",
        "1.5σ, 2.25",
        ".5s, 0.25",
        "3σ, 9",
        "68.27%, 1",
        "68.27 %, 1",
        "0.6827, 1",
        "95.45%, 4",
        "99.73%, 9",
        "90%, 2.70554345409541456",
        "90 % CL, 2.70554345409541456",
        "90% C.L., 2.70554345409541456",
        "0.90, 2.70554345409541456",
        "0.9, 2.70554345409541456",
        ".9, 2.70554345409541456",
        "95%, 3.84145882069412447"
    })
    void isReadAsUsersWriteIt(String text, double deltaChiSquare) {
        Level level = read(text);
        assertThat(problems()).isEmpty();
        assertThat(level).isNotNull();
        assertThat(Objects.requireNonNull(level).label()).isEqualTo(text);
        assertThat(DeltaChiSquare.threshold(level.level(), 1)).isCloseTo(deltaChiSquare, within(ROUNDING));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "90; must be a confidence level; a bare number is ambiguous: write 90%",
                "95.45; must be a confidence level; a bare number is ambiguous: write 95.45%",
                "2; must be a confidence level; a bare number is ambiguous: write 2% or 2σ",
                "1.5; must be a confidence level; a bare number is ambiguous: write 1.5% or 1.5σ",
                "0; must be a confidence level; write it like 1σ, 90% or 0.90",
                "1; must be a confidence level; write it like 1σ, 90% or 0.90",
                "-1; must be a confidence level; write it like 1σ, 90% or 0.90",
                "-1σ; must be a confidence level; write it like 1σ, 90% or 0.90",
                "0σ; a confidence level must be above 0σ and at most 8σ; write it like 1σ, 90% or 0.90",
                "9σ; a confidence level must be above 0σ and at most 8σ; write it like 1σ, 90% or 0.90",
                "100%; a confidence level must lie between 0% and 100%; write it like 1σ, 90% or 0.90",
                "0%; a confidence level must lie between 0% and 100%; write it like 1σ, 90% or 0.90",
                "ninety; must be a confidence level; write it like 1σ, 90% or 0.90",
                "90 percent; must be a confidence level; write it like 1σ, 90% or 0.90"
            })
    void refusesWhatIsAmbiguousOrNoProbability(String text, String rule, String remedy) {
        assertThat(read(text)).isNull();
        assertThat(problems()).singleElement().asString().contains(": " + rule + ",", "(" + remedy + ")");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1σ]", "{a: 1}", "null", "''"})
    void refusesWhatIsNoText(String text) {
        assertThat(read(text)).isNull();
        assertThat(problems()).hasSize(1);
    }
}
