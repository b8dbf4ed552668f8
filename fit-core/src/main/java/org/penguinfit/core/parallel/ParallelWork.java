package org.penguinfit.core.parallel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;

/**
 * Runs numbered, independent pieces of work on threads. The result depends on the numbers alone: not on the threads, not on
 * the order, not on an interruption that a checkpoint bridges. A piece that throws is counted and reported, never fatal.
 *
 * @param threads number of threads, at least 1; with 1 none is created
 * @param progress hears of every finished piece
 * @param checkpoint keeps finished pieces
 */
public record ParallelWork(int threads, Progress progress, Checkpoint checkpoint) {
    /** Requires a thread. */
    public ParallelWork {
        if (threads < 1) {
            throw new IllegalArgumentException("parallel work: threads must be >= 1, found " + threads);
        }
    }

    /** One piece of work. */
    @FunctionalInterface
    public interface Piece<W> {
        /**
         * Computes the result of a piece from its number alone.
         *
         * @param workspace scratch space that this thread owns; its content must not matter
         * @param index number of the piece
         */
        double[] compute(W workspace, int index);
    }

    /** Silent work without a checkpoint. */
    public static ParallelWork on(int threads) {
        return new ParallelWork(threads, Progress.silent(), Checkpoint.none());
    }

    /** The same with a listener. */
    public ParallelWork withProgress(Progress listener) {
        return new ParallelWork(threads, listener, checkpoint);
    }

    /** The same with a checkpoint. */
    public ParallelWork withCheckpoint(Checkpoint store) {
        return new ParallelWork(threads, progress, store);
    }

    /** The same on one thread, without checkpoint and progress: for work inside a piece of work. */
    public ParallelWork inner() {
        return on(1);
    }

    /**
     * Runs pieces 0 … count − 1.
     *
     * @param name unique name of the work within the run, shown to people
     * @param workspaces called once per thread
     */
    public <W> WorkResults run(String name, int count, Supplier<W> workspaces, Piece<W> piece) {
        double[][] found = new double[count][];
        String[] reasons = new String[count];
        Map<Integer, double[]> finished = checkpoint.finished(name, count);
        finished.forEach((index, result) -> found[index] = result);
        try (Progress.Counter counter = progress.begin(name, count, finished.size())) {
            AtomicInteger next = new AtomicInteger();
            Callable<Boolean> worker = () -> {
                W workspace = workspaces.get();
                for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
                    if (found[i] == null) {
                        compute(name, piece, workspace, i, found, reasons);
                        counter.step();
                    }
                }
                return true;
            };
            runWorkers(name, worker, Math.min(threads, Math.max(1, count - finished.size())));
        }
        return collect(found, reasons);
    }

    private <W> void compute(String name, Piece<W> piece, W workspace, int index, double[][] found, String[] reasons) {
        try {
            double[] result = piece.compute(workspace, index);
            checkpoint.save(name, index, result);
            found[index] = result;
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
            reasons[index] = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private static void runWorkers(String name, Callable<Boolean> worker, int workers) {
        if (workers == 1) {
            try {
                worker.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(name + " failed", e);
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int t = 0; t < workers; t++) {
                tasks.add(worker);
            }
            for (Future<Boolean> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(name + " was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(name + " failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static WorkResults collect(double[][] found, @Nullable String[] reasons) {
        List<Optional<Vector>> results = new ArrayList<>(found.length);
        List<WorkResults.Failure> failures = new ArrayList<>();
        for (int i = 0; i < found.length; i++) {
            results.add(found[i] == null ? Optional.empty() : Optional.of(Vector.of(found[i])));
            if (found[i] == null) {
                failures.add(new WorkResults.Failure(i, String.valueOf(reasons[i])));
            }
        }
        return new WorkResults(results, failures);
    }
}
