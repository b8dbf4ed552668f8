package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file whose tree does not fit into the memory that Java was given, in a program of its own. */
class LittleMemoryTest {
    @TempDir
    private Path folder;

    @Test
    void aFileThatNeedsMoreMemoryThanThereIsIsRefused() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("large.json"), "{\"a\": [1" + ",1".repeat(2_000_000) + "]}");
        Path log = folder.resolve("log");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Penguinfit.class.getName(),
                "validate",
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(Files.readString(log))
                .contains("large.json: file needs more memory than Java has")
                .contains("split the file, or start java with -Xmx2g")
                .doesNotContain("internal error");
        assertThat(process.exitValue()).isEqualTo(ExitCode.BAD_INPUT);
    }
}
