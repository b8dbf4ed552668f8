package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Every file of {@code src/test/resources/invalid} has, beside it, the exact diagnostics that its reader must see. */
class InvalidFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/invalid");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.endsWith(".yaml"))
                    .map(f -> f.substring(0, f.length() - ".yaml".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isDiagnosedExactly(String name) throws IOException {
        List<String> expected = Files.readAllLines(FOLDER.resolve(name + ".expected"), StandardCharsets.UTF_8);
        assertThat(expected).isNotEmpty();
        assertThat(diagnosticsOf(name + ".yaml")).containsExactlyElementsOf(expected);
    }

    @Test
    void thereAreEnoughOfThemAndNoOrphan() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(f -> f.toString().endsWith(".expected")))
                    .hasSameSizeAs(names())
                    .hasSizeGreaterThanOrEqualTo(25);
        }
    }

    private static List<String> diagnosticsOf(String file) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = LocatedDocument.read(FOLDER.resolve(file), file, diagnostics);
        if (document != null) {
            MeasurementSet.of(MeasurementLoader.load(document, diagnostics), diagnostics)
                    .withCorrelations(MeasurementLoader.crossCorrelations(document, diagnostics), diagnostics);
        }
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }
}
