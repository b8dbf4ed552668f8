package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.convert.Conversion;
import org.penguinfit.measurements.exchange.convert.Format;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;

/** Every file of {@code src/test/resources/invalid-exchange} has, beside it, the exact diagnostics that its reader must see. */
class InvalidExchangeTest {
    private static final Path FOLDER = Path.of("src/test/resources/invalid-exchange");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".expected"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isDiagnosedExactly(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName() + ".expected");
        List<String> lines = Files.readAllLines(expected, StandardCharsets.UTF_8);
        assertThat(lines).isNotEmpty();
        assertThat(findings(file)).containsExactlyElementsOf(lines);
    }

    private static List<String> findings(Path file) {
        Path parent = Objects.requireNonNull(file.getParent());
        String folder = String.valueOf(parent.getFileName());
        Diagnostics diagnostics = new Diagnostics();
        Conversion.read(List.of(file), Format.of(folder).orElseThrow(), HepSelection.NONE, null, diagnostics);
        assertThat(diagnostics.hasErrors()).isTrue();
        List<String> texts = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            texts.add(diagnostic.toString().replace(parent + "/", ""));
        }
        return texts;
    }
}
