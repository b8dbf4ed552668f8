package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.fits.FitFolder;

/**
 * Every folder of {@code src/test/resources/invalid} holds a broken fit: {@code fit.yaml} with all files that it names, and
 * {@code expected}, the exact lines that a user must see, all problems of all files at once.
 */
class InvalidFitsTest {
    private static final Path FOLDER = Path.of("src/test/resources/invalid");

    @TempDir
    private Path temp;

    static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void isDiagnosedExactly(String name) throws IOException {
        List<String> expected = Files.readAllLines(FOLDER.resolve(name).resolve("expected"));
        assertThat(expected).isNotEmpty();
        assertThat(new FitFolder(FOLDER.resolve(name)).problems()).containsExactlyElementsOf(expected);
    }

    @Test
    void thereAreManyOfThem() throws IOException {
        assertThat(names()).hasSizeGreaterThanOrEqualTo(40);
    }

    private List<String> problemsOf(byte[] content) throws IOException {
        Files.write(temp.resolve("fit.yaml"), content);
        return new FitFolder(temp).problems();
    }

    @Test
    void binaryFileIsNoText() throws IOException {
        byte[] bytes = new byte[4096];
        new java.util.Random(7).nextBytes(bytes);
        assertThat(problemsOf(bytes))
                .singleElement()
                .asString()
                .startsWith("fit.yaml")
                .contains("must be a text file");
    }

    @Test
    void zeroBytesAreNoText() throws IOException {
        assertThat(problemsOf(new byte[100])).singleElement().asString().startsWith("fit.yaml");
    }

    @Test
    void fileOf100MegabytesIsRefusedUnread() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(temp.resolve("fit.yaml").toFile(), "rw")) {
            file.setLength(100L << 20); // sparse: takes no room on the disk
        }
        assertThat(new FitFolder(temp).problems())
                .containsExactly("fit.yaml: must be at most 64 MB, found 100 MB (split the file)");
    }

    @Test
    void nestingOfTenThousandIsRefusedWithoutOverflow() throws IOException {
        String deep = "schema: fit/1\ntitle: " + "[".repeat(10_000) + "]".repeat(10_000) + "\n";
        assertThat(problemsOf(deep.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .singleElement()
                .asString()
                .startsWith("fit.yaml:2:")
                .contains("nest");
    }

    @Test
    void deepExpressionInTheTheoryIsRefusedWithoutOverflow() {
        FitFolder folder = new FitFolder(temp)
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\ntheory: deep.yaml\ntasks: {p: {type: predict, observables: [O]}}\n")
                .write(
                        "deep.yaml",
                        "schema: theory/1\nobservables: {O: " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "}\n");
        assertThat(folder.problems()).isNotEmpty().allMatch(p -> p.startsWith("deep.yaml:2:"));
    }

    @Test
    void folderIsNoFile() throws IOException {
        Files.createDirectory(temp.resolve("fit.yaml"));
        assertThat(new FitFolder(temp).problems())
                .containsExactly("fit.yaml: must be a file, found a folder (name the YAML file inside it)");
    }

    @Test
    void missingFileIsReported() {
        assertThat(new FitFolder(temp).problems())
                .singleElement()
                .asString()
                .startsWith("fit.yaml: no such fit: neither a file nor a packed fit");
    }

    @Test
    void unreadableFileIsReported() throws IOException {
        Files.writeString(temp.resolve("fit.yaml"), "schema: fit/1\n");
        assertThat(temp.resolve("fit.yaml").toFile().setReadable(false, false)).isTrue();
        assumeFalse(Files.isReadable(temp.resolve("fit.yaml")), "the superuser reads everything");
        assertThat(new FitFolder(temp).problems())
                .singleElement()
                .asString()
                .startsWith("fit.yaml: file cannot be read");
    }
}
