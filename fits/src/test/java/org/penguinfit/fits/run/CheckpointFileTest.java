package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.measurements.document.Diagnostics;

/** The checkpoint file: what it keeps, and what it makes of files that are torn, damaged or of another run. */
class CheckpointFileTest {
    private static final String RUN = "a1".repeat(32);
    private static final String OTHER_RUN = "b2".repeat(32);

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve(CheckpointFile.NAME);
    }

    private void write(int pieces) {
        try (CheckpointFile checkpoint = CheckpointFile.start(folder, RUN)) {
            assertThat(checkpoint.finished("toys α", 100)).isEmpty();
            for (int i = 0; i < pieces; i++) {
                checkpoint.save("toys α", i, new double[] {i, -1.0 / i, Double.NaN});
            }
        }
    }

    private Map<Integer, double[]> resumed() {
        try (CheckpointFile checkpoint = resume(RUN)) {
            return checkpoint.finished("toys α", 100);
        }
    }

    private CheckpointFile resume(String identity) {
        return resume(folder, identity);
    }

    private static CheckpointFile resume(Path folder, String identity) {
        Diagnostics diagnostics = new Diagnostics();
        CheckpointFile checkpoint = CheckpointFile.resume(folder, identity, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(checkpoint);
    }

    private String refusal(String identity) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(CheckpointFile.resume(folder, identity, diagnostics)).isNull();
        assertThat(diagnostics.sorted()).hasSize(1);
        return diagnostics.sorted().get(0).toString().replace(folder + "/", "");
    }

    /** What was not yet on disk when the run ended is not written on closing. */
    @Test
    void aRunThatEndedWellLeavesNoFile() {
        try (CheckpointFile checkpoint = CheckpointFile.start(folder, RUN)) {
            checkpoint.finished("toys", 100);
            checkpoint.save("toys", 0, new double[] {1});
            checkpoint.delete();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void whatWasSavedComesBackBitByBit() {
        write(3);
        Map<Integer, double[]> back = resumed();
        assertThat(back).containsOnlyKeys(0, 1, 2);
        assertThat(back.get(0)).containsExactly(0.0, Double.NEGATIVE_INFINITY, Double.NaN);
        assertThat(back.get(2)).containsExactly(2.0, -0.5, Double.NaN);
    }

    @Test
    void aRunGoesOnInTheSameFile() {
        write(2);
        try (CheckpointFile checkpoint = resume(RUN)) {
            assertThat(checkpoint.resumedPieces()).isEqualTo(2);
            checkpoint.finished("toys α", 100);
            checkpoint.save("toys α", 7, new double[] {7});
            checkpoint.finished("scan", 5);
            checkpoint.save("scan", 0, new double[0]);
        }
        try (CheckpointFile checkpoint = resume(RUN)) {
            assertThat(checkpoint.finished("toys α", 100)).containsOnlyKeys(0, 1, 7);
            assertThat(checkpoint.finished("scan", 5)).containsOnlyKeys(0);
            assertThat(checkpoint.finished("never begun", 5)).isEmpty();
        }
    }

    @Test
    void aFileCutAnywhereKeepsItsWholeRecordsAndCanGoOn() throws IOException {
        write(3);
        byte[] whole = Files.readAllBytes(file());
        int pieceBytes = 8 + 9 + 3 * Double.BYTES;
        int firstPieceAt = whole.length - 3 * pieceBytes;
        for (int length = 0; length < whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            int kept = Math.max(0, (length - firstPieceAt) / pieceBytes);
            assertThat(resumed()).as("cut after %d bytes", length).hasSize(kept);
        }
        Files.write(file(), Arrays.copyOf(whole, whole.length - 1));
        try (CheckpointFile checkpoint = resume(RUN)) {
            checkpoint.finished("toys α", 100);
            checkpoint.save("toys α", 50, new double[] {50});
        }
        assertThat(resumed()).containsOnlyKeys(0, 1, 50);
    }

    @Test
    void aDamagedRecordAndAllBehindItAreForgotten() throws IOException {
        write(3);
        byte[] bytes = Files.readAllBytes(file());
        bytes[bytes.length - 45] ^= 1; // in the second of three records of 41 bytes
        Files.write(file(), bytes);
        assertThat(resumed()).containsOnlyKeys(0);
    }

    @Test
    void aCheckpointOfAnotherRunIsRefusedAndStays() throws IOException {
        write(3);
        byte[] before = Files.readAllBytes(file());
        assertThat(refusal(OTHER_RUN))
                .isEqualTo("checkpoint.bin: must be of the same run, found one of other inputs, config, seed or version"
                        + " (run without --resume, which replaces it, or choose another folder with -o DIR)");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
    }

    @Test
    void aFileThatIsNoCheckpointIsRefusedAndStays() throws IOException {
        Files.writeString(file(), "penguins");
        assertThat(refusal(RUN))
                .startsWith("checkpoint.bin: must be a checkpoint of this version, found something else");
        assertThat(Files.readString(file())).isEqualTo("penguins");
    }

    @Test
    void aCheckpointThatAnotherRunWritesIsRefused() {
        write(1);
        try (CheckpointFile first = resume(RUN)) {
            assertThat(first.resumedPieces()).isEqualTo(1);
            assertThat(refusal(RUN)).contains("another run of this program writes it");
        }
    }

    @Test
    void aRunWithoutResumeReplacesAnOldCheckpoint() {
        write(3);
        write(1);
        assertThat(resumed()).containsOnlyKeys(0);
    }

    @Test
    void theFileIsMadeWithTheFirstWriteAndGoesAtTheEnd() {
        try (CheckpointFile checkpoint = CheckpointFile.start(folder.resolve("new"), RUN)) {
            checkpoint.finished("work", 2);
            checkpoint.save("work", 0, new double[] {1});
            assertThat(folder.resolve("new")).doesNotExist();
        }
        assertThat(folder.resolve("new").resolve(CheckpointFile.NAME)).exists();
        try (CheckpointFile checkpoint = resume(folder.resolve("new"), RUN)) {
            checkpoint.delete();
            assertThat(checkpoint.problem()).isEmpty();
        }
        assertThat(folder.resolve("new").resolve(CheckpointFile.NAME)).doesNotExist();
    }

    @Test
    void aFolderThatCannotBeWrittenIsAProblemAndNotTheEnd() throws IOException {
        Files.writeString(folder.resolve("a file"), "");
        CheckpointFile checkpoint = CheckpointFile.start(folder.resolve("a file"), RUN);
        checkpoint.finished("work", 2);
        checkpoint.save("work", 0, new double[] {1});
        checkpoint.close();
        assertThat(checkpoint.problem().orElseThrow()).contains("the checkpoint cannot be written");
    }

    @Test
    void twoWorksOfOneNameAreABugOfTheCaller() {
        try (CheckpointFile checkpoint = CheckpointFile.start(folder, RUN)) {
            checkpoint.finished("work", 2);
            assertThatThrownBy(() -> checkpoint.finished("work", 2)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> checkpoint.save("another", 0, new double[0]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aWorkWithAnotherNumberOfPiecesStartsAtItsBeginning() {
        write(3);
        try (CheckpointFile checkpoint = resume(RUN)) {
            assertThat(checkpoint.finished("toys α", 99)).isEmpty();
            checkpoint.save("toys α", 5, new double[] {5});
        }
        try (CheckpointFile checkpoint = resume(RUN)) {
            assertThat(checkpoint.finished("toys α", 99)).containsOnlyKeys(5);
        }
    }

    @Test
    void manyThreadsSaveAtOnceWhileTheFileIsWritten() {
        int pieces = 5000;
        double[] expected = new double[pieces];
        try (CheckpointFile checkpoint = CheckpointFile.start(folder, RUN, 1)) {
            ParallelWork work = ParallelWork.on(8).withCheckpoint(checkpoint);
            WorkResults results = work.run("many", pieces, () -> "", (workspace, i) -> number(i));
            for (int i = 0; i < pieces; i++) {
                expected[i] = results.results().get(i).orElseThrow().get(0);
            }
            assertThat(checkpoint.problem()).isEmpty();
        }
        try (CheckpointFile checkpoint = resume(RUN)) {
            Map<Integer, double[]> back = checkpoint.finished("many", pieces);
            List<Double> found = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                found.add(back.getOrDefault(i, new double[1])[0]);
            }
            assertThat(found).containsExactly(Arrays.stream(expected).boxed().toArray(Double[]::new));
        }
    }

    private static double[] number(int index) {
        return new double[] {new SplittableRandom(index).nextDouble()};
    }
}
