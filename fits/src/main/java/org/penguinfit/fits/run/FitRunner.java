package org.penguinfit.fits.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.measurements.Measurement;

/** Runs the tasks of a plan one after the other. */
public final class FitRunner {
    private final int threads;

    /**
     * A runner without progress and checkpoint.
     *
     * @param threads number of threads, at least 1; results do not depend on it
     */
    public FitRunner(int threads) {
        this(ParallelWork.on(threads));
    }

    /** A runner that does everything long through this work; results do not depend on it. */
    public FitRunner(ParallelWork work) {
        this.threads = work.threads();
    }

    /** Runs every task, tasks side by side on the threads; trouble in numerics is a status in the result. */
    public FitResult run(FitPlan plan) {
        List<TaskResult> results = runAll(plan.tasks());
        TreeSet<String> citations = new TreeSet<>();
        for (String reference : plan.theory().references()) {
            citations.add(publication(reference));
        }
        TreeSet<String> notes = new TreeSet<>(plan.notes());
        for (ResolvedTask task : plan.tasks()) {
            notes.addAll(task.notes());
            for (Measurement measurement : task.measurements()) {
                citations.addAll(measurement.source().inspire());
            }
        }
        LocalDate asOf = plan.asOf();
        return new FitResult(
                plan.config().name(),
                plan.config().title(),
                plan.config().reference(),
                plan.config().variant(),
                asOf == null ? "" : asOf.toString(),
                plan.seed(),
                Version.current(),
                plan.inputs(),
                List.copyOf(plan.used()),
                plan.skipped(),
                List.copyOf(citations),
                List.copyOf(notes),
                results);
    }

    /** {@code arXiv:2108.05033} of {@code arXiv:2108.05033, eq 7}; a text that starts with no identifier stays whole. */
    private static String publication(String reference) {
        int comma = reference.indexOf(',');
        String first = comma < 0 ? reference : reference.substring(0, comma);
        return first.indexOf(':') > 0 && first.indexOf(' ') < 0 ? first : reference;
    }

    private List<TaskResult> runAll(List<ResolvedTask> tasks) {
        if (threads == 1 || tasks.size() < 2) {
            List<TaskResult> results = new ArrayList<>();
            for (ResolvedTask task : tasks) {
                results.add(run(task));
            }
            return results;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(threads, tasks.size()));
        try {
            List<Future<TaskResult>> running = new ArrayList<>();
            for (ResolvedTask task : tasks) {
                running.add(pool.submit(() -> run(task)));
            }
            List<TaskResult> results = new ArrayList<>();
            for (Future<TaskResult> result : running) {
                results.add(result.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("a task failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private TaskResult run(ResolvedTask task) {
        boolean needsData = switch (task.config().type()) {
            case ALLOWED, ONE_AT_A_TIME, FIT -> true;
            case PREDICT -> false;
        };
        if (needsData && task.measurements().isEmpty()) {
            return TaskResults.withoutData(task);
        }
        return switch (task.config().type()) {
            case ALLOWED -> AllowedSets.run(task);
            case ONE_AT_A_TIME -> new OneAtATime(task).run();
            case FIT -> new JointFit(task, threads).run();
            case PREDICT -> TaskResults.ofPredictions(task);
        };
    }
}
