package org.penguinfit.fits.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * A program that a test kills: some seconds of seeded work, whose results go to a file when all is done. Arguments: folder,
 * threads, milliseconds per piece.
 */
final class LongWork {
    static final String IDENTITY = "c3".repeat(32);
    static final String RESULT = "result.bin";
    static final int PIECES = 300;
    private static final int WORKS = 2;
    private static final int FLUSH_MILLISECONDS = 20;

    private LongWork() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        int pause = Integer.parseInt(args[2]);
        CheckpointFile checkpoint = CheckpointFile.resume(folder, IDENTITY, FLUSH_MILLISECONDS, new Diagnostics());
        if (checkpoint == null) {
            throw new IOException("the checkpoint was refused");
        }
        ParallelWork work = ParallelWork.on(Integer.parseInt(args[1])).withCheckpoint(checkpoint);
        ByteBuffer bytes = ByteBuffer.allocate(WORKS * PIECES * 2 * Double.BYTES);
        for (int w = 0; w < WORKS; w++) {
            RandomStreams streams = RandomStreams.of(7, "work " + w);
            for (Vector result : work.run("work " + w, PIECES, () -> streams, (s, i) -> piece(s, i, pause))
                    .successes()) {
                bytes.putDouble(result.get(0)).putDouble(result.get(1));
            }
        }
        Files.write(folder.resolve(RESULT), bytes.array());
        checkpoint.delete();
    }

    private static double[] piece(RandomStreams streams, int index, int pause) {
        UniformRandomProvider random = streams.stream(index);
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return new double[] {random.nextDouble(), Math.log(random.nextDouble())};
    }
}
