package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/** Every invalid file in {@code src/test/resources/invalid} with the diagnostics expected for it, one per line. */
class InvalidTheoryFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/invalid");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(f -> String.valueOf(f.getFileName()))
                    .filter(f -> f.endsWith(".expected"))
                    .map(f -> f.substring(0, f.length() - ".expected".length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyProblemIsReportedAtItsPlace(String name) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        TheoryFiles files = TheoryFiles.below(FOLDER);
        LocatedDocument document = files.resolve(name, Theories.NOWHERE, diagnostics);
        Theory theory = document == null ? null : TheoryLoader.load(List.of(document), files, diagnostics);
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            found.add(diagnostic.toString().replace(FOLDER + "/", ""));
        }
        assertThat(theory == null || document == null || diagnostics.hasErrors())
                .isTrue();
        assertThat(found).containsExactlyElementsOf(Files.readAllLines(FOLDER.resolve(name + ".expected")));
    }
}
