package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.penguinfit.measurements.document.Diagnostics;

/** The benchmark files of the tests; see the README beside them. */
final class BenchFiles {
    private BenchFiles() {}

    /** Reads a problem; its files are unpacked into a folder. */
    static BenchProblem read(String name, Path folder) throws IOException {
        Path file = unpack(name + ".json", folder);
        unpack(name + "_toys.json", folder);
        Diagnostics diagnostics = new Diagnostics();
        BenchProblem problem = BenchReader.read(Objects.requireNonNull(file), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(problem);
    }

    static JsonNode reference() throws IOException {
        try (InputStream in = Objects.requireNonNull(BenchFiles.class.getResourceAsStream("/bench/reference.json"))) {
            return new ObjectMapper().readTree(in);
        }
    }

    static Path unpack(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream plain = BenchFiles.class.getResourceAsStream("/bench/" + name);
                InputStream packed = BenchFiles.class.getResourceAsStream("/bench/" + name + ".gz")) {
            if (plain != null) {
                Files.write(file, plain.readAllBytes());
            } else if (packed != null) {
                Files.write(file, new GZIPInputStream(packed).readAllBytes());
            }
        }
        return file;
    }
}
