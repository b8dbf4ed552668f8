package org.penguinfit.fits.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parallel.Checkpoint;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;

/**
 * A checkpoint in the output folder: finished pieces of work, appended to a file as they come and on disk at most a second
 * later. The file is made with the first write, so a short run leaves no trace; {@link #delete} removes it when a run has
 * ended well. Its header names the run by a digest of all inputs, so that pieces of another run are never taken.
 *
 * <p>A disk that is full does not end the run: saving stops, and {@link #problem} says so. The layout stands in
 * {@link CheckpointRecords}.
 */
public final class CheckpointFile implements Checkpoint, AutoCloseable {
    /** Name of the file in the output folder. */
    public static final String NAME = "checkpoint.bin";

    /** Longest time that a finished piece is not yet on disk. */
    private static final long FLUSH_MILLISECONDS = 1000;

    private final Path file;
    private final byte[] identity;
    private final long flushMilliseconds;
    private final Map<String, CheckpointRecords.Work> before;
    private final Map<String, Integer> begun = new HashMap<>();
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private final Object writing = new Object();
    private int nextId;
    private long length;
    private @Nullable FileChannel channel;
    private @Nullable ScheduledExecutorService clock;
    private @Nullable String problem;

    private CheckpointFile(Path file, byte[] identity, long flushMilliseconds, CheckpointRecords.Contents contents) {
        this.file = file;
        this.identity = identity;
        this.flushMilliseconds = flushMilliseconds;
        this.before = contents.works();
        this.nextId = contents.nextId();
        this.length = contents.wholeBytes();
    }

    /**
     * The checkpoint of a run that starts at its beginning; one that stands in the folder is replaced.
     *
     * @param folder output folder of the run; need not exist
     * @param identity digest of inputs, config and seed: 64 hexadecimal digits
     */
    public static CheckpointFile start(Path folder, String identity) {
        return start(folder, identity, FLUSH_MILLISECONDS);
    }

    static CheckpointFile start(Path folder, String identity, long flushMilliseconds) {
        return new CheckpointFile(folder.resolve(NAME), bytes(identity), flushMilliseconds, nothing());
    }

    /**
     * The checkpoint of a run that goes on where it ended; where none stands in the folder the run starts at its beginning.
     *
     * @param diagnostics hears when the checkpoint is of another run, in use, or cannot be read
     * @return the checkpoint, or null after such an error
     */
    public static @Nullable CheckpointFile resume(Path folder, String identity, Diagnostics diagnostics) {
        return resume(folder, identity, FLUSH_MILLISECONDS, diagnostics);
    }

    static @Nullable CheckpointFile resume(
            Path folder, String identity, long flushMilliseconds, Diagnostics diagnostics) {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return start(folder, identity, flushMilliseconds);
        }
        try {
            CheckpointRecords.Contents contents = CheckpointRecords.read(file, bytes(identity));
            switch (contents.header()) {
                case SAME, TORN -> {
                    CheckpointFile resumed = new CheckpointFile(file, bytes(identity), flushMilliseconds, contents);
                    resumed.open();
                    return resumed;
                }
                case OTHER_RUN ->
                    refuse(
                            file,
                            "must be of the same run",
                            "one of other inputs, config, seed or version",
                            diagnostics);
                case FOREIGN -> refuse(file, "must be a checkpoint of this version", "something else", diagnostics);
            }
        } catch (IOException e) {
            refuse(file, "must be readable", String.valueOf(e.getMessage()), diagnostics);
        }
        return null;
    }

    private static void refuse(Path file, String rule, String found, Diagnostics diagnostics) {
        diagnostics.error(
                Location.wholeFile(file.toString()),
                "",
                rule,
                found,
                "run without --resume, which replaces it, or choose another folder with -o DIR");
    }

    private static CheckpointRecords.Contents nothing() {
        return new CheckpointRecords.Contents(CheckpointRecords.Header.TORN, Map.of(), 0, 0);
    }

    private static byte[] bytes(String identity) {
        byte[] bytes = HexFormat.of().parseHex(identity);
        if (bytes.length != CheckpointRecords.IDENTITY_BYTES) {
            throw new IllegalArgumentException("an identity is a SHA-256 of 64 hexadecimal digits, found " + identity);
        }
        return bytes;
    }

    /** Number of finished pieces that the file held when the run began. */
    public int resumedPieces() {
        int pieces = 0;
        for (CheckpointRecords.Work work : before.values()) {
            pieces += work.results().size();
        }
        return pieces;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if a work of this name has begun already: its pieces could not be told apart
     */
    @Override
    public synchronized Map<Integer, double[]> finished(String work, int count) {
        CheckpointRecords.Work known = before.get(work);
        if (known != null && known.count() == count) {
            begin(work, known.id());
            return Map.copyOf(known.results());
        }
        begin(work, nextId);
        append(CheckpointRecords.work(nextId++, count, work));
        return Map.of();
    }

    private void begin(String work, int id) {
        if (begun.putIfAbsent(work, id) != null) {
            throw new IllegalArgumentException("two works of one run have the name '" + work + "'");
        }
    }

    @Override
    public synchronized void save(String work, int index, double[] result) {
        Integer id = begun.get(work);
        if (id == null) {
            throw new IllegalArgumentException("the work '" + work + "' has not begun");
        }
        append(CheckpointRecords.piece(id, index, result));
    }

    private synchronized void append(byte[] record) {
        if (problem != null) {
            return;
        }
        pending.writeBytes(record);
        if (clock == null) {
            clock = Executors.newSingleThreadScheduledExecutor(task -> {
                Thread thread = new Thread(task, "checkpoint");
                thread.setDaemon(true);
                return thread;
            });
            var unused = clock.scheduleWithFixedDelay(
                    this::flush, flushMilliseconds, flushMilliseconds, TimeUnit.MILLISECONDS);
        }
    }

    /** Brings everything to disk; a problem is kept for {@link #problem}. */
    private void flush() {
        synchronized (writing) {
            byte[] bytes;
            synchronized (this) {
                bytes = pending.toByteArray();
                pending.reset();
            }
            if (bytes.length == 0 || problem().isPresent()) {
                return;
            }
            try {
                FileChannel open = open();
                write(open, bytes);
                open.force(false);
            } catch (IOException e) {
                fail("cannot be written", e);
            }
        }
    }

    /** The channel behind the last whole record; a new file begins with its header. */
    private FileChannel open() throws IOException {
        synchronized (writing) {
            FileChannel open = channel;
            if (open == null) {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                open = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                lock(open);
                open.truncate(length);
                open.position(length);
                channel = open;
                if (length == 0) {
                    write(open, CheckpointRecords.header(identity));
                }
            }
            return open;
        }
    }

    private static void lock(FileChannel open) throws IOException {
        try {
            if (open.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            open.close();
            throw new IOException("another run of this program writes it", e);
        }
        open.close();
        throw new IOException("another run writes it");
    }

    private void write(FileChannel open, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            length += open.write(buffer);
        }
    }

    /** Why the checkpoint could not be written; empty if all is well. */
    public synchronized Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /** Brings everything to disk and closes the file, which stays. */
    @Override
    public void close() {
        end(true);
    }

    /**
     * Closes and removes the file: the run has ended well. One that cannot be removed or written stays; {@link #problem} says
     * so.
     */
    public void delete() {
        end(false);
        if (problem().isPresent()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            fail("cannot be removed", e);
        }
    }

    private synchronized void fail(String what, IOException e) {
        problem = file + ": the checkpoint " + what + ": " + e.getMessage();
    }

    private void end(boolean keep) {
        ScheduledExecutorService running;
        synchronized (this) {
            running = clock;
            clock = null;
            if (!keep) {
                pending.reset(); // or closing it would write the file anew
            }
        }
        if (running != null) {
            running.shutdown();
        }
        synchronized (writing) {
            if (keep) {
                flush();
            }
            FileChannel open = channel;
            channel = null;
            try {
                if (open != null) {
                    open.close();
                }
            } catch (IOException e) {
                fail("cannot be closed", e);
            }
        }
    }
}
