package org.penguinfit.fits.run;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.config.TaskConfig.Needs;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.Version;
import org.penguinfit.fits.task.PublishedNumbers;
import org.penguinfit.fits.task.RunContext;
import org.penguinfit.fits.task.Tasks;
import org.penguinfit.fits.task.TermTables;

/** Runs the tasks of a plan. */
public final class FitRunner {
    private final ParallelWork work;

    /**
     * A runner.
     *
     * @param work threads, progress and checkpoint; results do not depend on them
     */
    public FitRunner(ParallelWork work) {
        this.work = work;
    }

    /** Runs every task, tasks side by side on the threads; trouble in numerics is a status in the result. */
    public FitResult run(FitPlan plan) {
        List<TaskResult> results = runAll(plan.tasks(), new RunContext(plan.seed(), work));
        for (int k = 0; k < results.size(); k++) {
            ResolvedTask task = plan.tasks().get(k);
            TaskResult result = WilsonAtMinima.addTo(results.get(k), task);
            results.set(k, plan.outputs().describesTerms() ? result.with(TermTables.of(task)) : result);
        }
        for (int k = 0; k < results.size(); k++) {
            results.set(k, results.get(k).with(PublishedNumbers.of(results.get(k), List.copyOf(results))));
        }
        TreeSet<String> citations = new TreeSet<>();
        for (String reference : plan.theory().references()) {
            citations.add(publication(reference));
        }
        TreeSet<String> notes = new TreeSet<>(plan.notes());
        for (ResolvedTask task : plan.tasks()) {
            notes.addAll(task.notes());
        }
        for (Provenance.SourcedNumber number : plan.provenance().numbers()) {
            citations.addAll(number.texkeys());
            if (number.texkeys().isEmpty()) {
                for (String arxiv : number.arxiv()) {
                    citations.add("arXiv:" + arxiv);
                }
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
                plan.outputs().tables(),
                plan.inputs(),
                List.copyOf(plan.used()),
                plan.skipped(),
                List.copyOf(citations),
                plan.provenance().withBibliography(ReferencesUsed.of(citations)),
                List.copyOf(notes),
                NamesUsed.of(plan, results),
                results,
                List.of());
    }

    /** {@code arXiv:2108.05033} of {@code arXiv:2108.05033, eq 7}; a text that starts with no identifier stays whole. */
    private static String publication(String reference) {
        int comma = reference.indexOf(',');
        String first = comma < 0 ? reference : reference.substring(0, comma);
        return first.indexOf(':') > 0 && first.indexOf(' ') < 0 ? first : reference;
    }

    /** Short tasks side by side, then each long one alone on all threads; results in the order of the config. */
    private List<TaskResult> runAll(List<ResolvedTask> tasks, RunContext context) {
        Map<String, TaskResult> results = new LinkedHashMap<>();
        List<ResolvedTask> brief = new ArrayList<>();
        for (ResolvedTask task : tasks) {
            if (!task.config().type().needs(Needs.ALL_THREADS)) {
                brief.add(task);
            }
        }
        runTogether(brief, context, results);
        List<TaskResult> ordered = new ArrayList<>();
        for (ResolvedTask task : tasks) {
            TaskResult known = results.get(task.config().id());
            ordered.add(known == null ? Tasks.run(task, context) : known);
        }
        return ordered;
    }

    private void runTogether(List<ResolvedTask> tasks, RunContext context, Map<String, TaskResult> results) {
        if (work.threads() == 1 || tasks.size() < 2) {
            for (ResolvedTask task : tasks) {
                results.put(task.config().id(), Tasks.run(task, context));
            }
            return;
        }
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(work.threads(), tasks.size()));
        try {
            List<Future<TaskResult>> running = new ArrayList<>();
            for (ResolvedTask task : tasks) {
                running.add(pool.submit(() -> Tasks.run(task, context)));
            }
            for (int k = 0; k < tasks.size(); k++) {
                results.put(tasks.get(k).config().id(), running.get(k).get());
            }
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
}
