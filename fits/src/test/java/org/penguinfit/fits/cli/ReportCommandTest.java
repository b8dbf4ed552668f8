package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code report} writes every file of a run again, byte for byte, from its results.json alone. */
class ReportCommandTest {
    @TempDir
    private Path temp;

    private int call(StringWriter err, String... args) {
        return Penguinfit.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err, true));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Of every kind of block, with and without pictures, minima, predictions and published numbers. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsnunu-2021/table2",
                "bsnunu-2021/table3",
                "bsnunu/one-at-a-time",
                "examples/contour",
                "examples/limit",
                "examples/significance",
                "examples/propagate",
                "examples/average",
                "examples/impacts"
            })
    void writesTheSameBytes(String fit) throws IOException {
        StringWriter err = new StringWriter();
        Path out = temp.resolve("out");
        assertThat(call(err, "run", fit, "-q", "--plots", "-o", out.toString()))
                .as(err::toString)
                .isZero();
        Path alone = Files.createDirectories(temp.resolve("alone"));
        Files.copy(out.resolve("results.json"), alone.resolve("results.json"));
        assertThat(call(err, "report", alone.toString(), "-q"))
                .as(err::toString)
                .isZero();
        assertThat(files(alone).stream().map(alone::relativize).toList())
                .hasSizeGreaterThan(3)
                .isEqualTo(files(out).stream().map(out::relativize).toList());
        for (Path file : files(out)) {
            assertThat(alone.resolve(out.relativize(file))).hasSameBinaryContentAs(file);
        }
    }

    @Test
    void brokenResultsAreBadInputAndNothingIsWritten() throws IOException {
        Files.writeString(temp.resolve("results.json"), "{\"schema\": \"penguinfit/results/1\",\n \"fit\": [1]}");
        StringWriter err = new StringWriter();
        assertThat(call(
                        err,
                        "report",
                        temp.toString(),
                        "-o",
                        temp.resolve("again").toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("results.json:2:9 fit: must be a text")
                .contains("key 'tasks' is missing");
        assertThat(temp.resolve("again")).doesNotExist();
    }
}
