package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed without warning, more than once, ends with the bytes of one that was not. */
class KilledRunTest {
    /** Each piece rests so long that no life of the program reaches the end before it is killed. */
    private static final int MILLISECONDS_PER_PIECE = 8;

    private static final int KILLS = 4;
    private static final int SHORTEST_LIFE = 30;
    private static final int LONGEST_LIFE = 500;

    @TempDir
    private Path folder;

    private static Process start(Path output, int threads, int pause) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LongWork.class.getName(),
                        output.toString(),
                        String.valueOf(threads),
                        String.valueOf(pause))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void runToTheEnd(Path output, int threads, int pause) throws IOException, InterruptedException {
        Process process = start(output, threads, pause);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    @Test
    void aRunKilledAtRandomTimesEndsWithTheSameBytes() throws IOException, InterruptedException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path killed = Files.createDirectory(folder.resolve("killed"));
        runToTheEnd(whole, 2, 0);

        SplittableRandom random = new SplittableRandom(20260101);
        long last = 0;
        for (int k = 0; k < KILLS; k++) {
            Process process = start(killed, 1 + k % 2, MILLISECONDS_PER_PIECE);
            waitUntilItGrows(killed, last, process);
            Thread.sleep(random.nextInt(SHORTEST_LIFE, LONGEST_LIFE));
            process.destroyForcibly().waitFor();
            assertThat(killed.resolve(LongWork.RESULT))
                    .as("killed before the end")
                    .doesNotExist();
            last = Files.size(killed.resolve(CheckpointFile.NAME));
        }
        runToTheEnd(killed, 2, 0);

        assertThat(Files.readAllBytes(killed.resolve(LongWork.RESULT)))
                .isEqualTo(Files.readAllBytes(whole.resolve(LongWork.RESULT)));
        assertThat(killed.resolve(CheckpointFile.NAME)).doesNotExist();
    }

    /** Waits until this life of the program has saved something of its own, so that every kill hits it at work. */
    private static void waitUntilItGrows(Path output, long last, Process process)
            throws IOException, InterruptedException {
        Path checkpoint = output.resolve(CheckpointFile.NAME);
        while (!Files.exists(checkpoint) || Files.size(checkpoint) <= last) {
            assertThat(process.isAlive()).isTrue();
            Thread.sleep(5);
        }
    }
}
