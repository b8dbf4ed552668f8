package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.run.CheckpointFile;

/** {@code penguinfit run --resume} of a Feldman–Cousins task that was killed without warning, as a program of its own. */
class KilledCommandTest {
    private static final int KILLS = 3;
    private static final int LONGEST_REST = 300;
    private static final List<String> FILES =
            List.of("results.json", "report.md", "results.csv", "refs-used.bib", "report.html");

    @TempDir
    private Path folder;

    /** Long enough that no life of the program reaches the end before the checkpoint was written twice. */
    @BeforeEach
    void writeFit() {
        new FitFolder(folder).write("theory.yaml", """
            schema: theory/1
            parameters: {mu: {}, nu: {kind: nuisance, constraint: 0 ± 1}}
            observables: {O: mu*mu + nu, P: 3 - mu + nu*mu}
            """).write("data.yaml", """
                "@metadata@": {schema: measurements/1}
                A:
                  values:
                    - {name: O, value: 2 ± 1}
                    - {name: P, value: 1 ± 1}
                """).write("fit.yaml", """
                                schema: fit/1
                                title: t
                                theory: [theory.yaml]
                                measurements: {files: [data.yaml], include: [A]}
                                parameters: {mu: {range: "0:4"}}
                                nuisances: [nu]
                                tasks:
                                  fc: {type: feldman-cousins, levels: [1σ, 90%], points: 21, toys: 6000}
                                  gof: {type: goodness, toys: 2000}
                                """);
    }

    private Process start(String output, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                Penguinfit.class.getName(),
                "run",
                folder.resolve("fit.yaml").toString(),
                "-o",
                folder.resolve(output).toString()));
        command.addAll(List.of(options));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(output + ".log").toFile())
                .start();
    }

    private int end(Process process) throws InterruptedException {
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        return process.exitValue();
    }

    private String log(String output) throws IOException {
        return Files.readString(folder.resolve(output + ".log"));
    }

    /** Kills it when this life has put something new on disk, and a random time later. */
    private boolean kill(Process process, long last, SplittableRandom random) throws IOException, InterruptedException {
        Path checkpoint = folder.resolve("killed").resolve(CheckpointFile.NAME);
        while (process.isAlive() && (!Files.exists(checkpoint) || Files.size(checkpoint) <= last)) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(LONGEST_REST));
        boolean atWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return atWork && Files.exists(checkpoint);
    }

    @Test
    void aRunKilledAtRandomTimesEndsWithTheSameBytesWhateverTheThreads() throws IOException, InterruptedException {
        assertThat(end(start("whole", "--threads", "2"))).isZero();

        SplittableRandom random = new SplittableRandom(20261121);
        int kills = 0;
        long last = 0;
        boolean finished = false;
        for (int k = 0; k < KILLS; k++) {
            Process process = start("killed", "--resume", "--threads", String.valueOf(1 + k % 2));
            if (!kill(process, last, random)) {
                finished = process.exitValue() == 0; // this life was faster: it must be whole all the same
                break;
            }
            kills++;
            last = Files.size(folder.resolve("killed").resolve(CheckpointFile.NAME));
            if (k == 0) {
                refusesAnotherSeed();
            }
        }
        assertThat(kills).as("lives that were killed at work").isPositive();
        if (!finished) {
            assertThat(end(start("killed", "--resume", "--threads", "4"))).isZero();
        }

        for (String file : FILES) {
            assertThat(folder.resolve("killed").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("whole").resolve(file));
        }
        assertThat(folder.resolve("killed").resolve(CheckpointFile.NAME)).doesNotExist();
        assertThat(log("killed")).contains("finished pieces of work");
    }

    private void refusesAnotherSeed() throws IOException, InterruptedException {
        assertThat(end(start("killed", "--resume", "--seed", "8"))).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(log("killed"))
                .contains("must be of the same run, found one of other inputs, config, seed or version");
    }
}
