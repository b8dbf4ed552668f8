package org.penguinfit.fits.result;

import java.util.List;
import java.util.Map;
import org.penguinfit.fits.plot.Figure;
import org.penguinfit.fits.plot.Format;

/**
 * A finished fit: all that reports need, no live likelihood.
 *
 * @param fit how the user named the fit
 * @param title one line
 * @param reference paper that the fit reproduces; may be empty
 * @param variant such as {@code as-printed}; may be empty
 * @param asOf ISO date or empty
 * @param seed seed of everything random
 * @param version of Penguinfit
 * @param tables formats of the reports that the fit asks for, as in its {@code outputs}
 * @param inputs file → SHA-256 of its bytes, sorted by file
 * @param used measurements that entered at least one task, sorted
 * @param skipped measurements that were asked for or superseded and did not enter, with the reason
 * @param citations INSPIRE keys of the data (arXiv numbers where there is none) and references of the theory, sorted
 * @param provenance where every number came from
 * @param notes what a reader should know about the selection
 * @param names how the theory writes parameters and observables
 * @param tasks in the order of the config
 * @param pictures of the results, in the order of their names' first mention
 */
public record FitResult(
        String fit,
        String title,
        String reference,
        String variant,
        String asOf,
        long seed,
        String version,
        List<String> tables,
        Map<String, String> inputs,
        List<String> used,
        List<Skip> skipped,
        List<String> citations,
        Provenance provenance,
        List<String> notes,
        Names names,
        List<TaskResult> tasks,
        List<Picture> pictures) {
    public FitResult {
        tables = List.copyOf(tables);
        used = List.copyOf(used);
        skipped = List.copyOf(skipped);
        citations = List.copyOf(citations);
        notes = List.copyOf(notes);
        tasks = List.copyOf(tasks);
        pictures = List.copyOf(pictures);
    }

    /** The same with pictures. */
    public FitResult with(List<Picture> drawn) {
        return new FitResult(
                fit,
                title,
                reference,
                variant,
                asOf,
                seed,
                version,
                tables,
                inputs,
                used,
                skipped,
                citations,
                provenance,
                notes,
                names,
                tasks,
                drawn);
    }

    /**
     * A picture described, so that it can be drawn again.
     *
     * @param name of its files
     * @param task the task it shows
     * @param formats kinds of files
     */
    public record Picture(String name, String task, List<Format> formats, Figure figure) {
        public Picture {
            formats = List.copyOf(formats);
        }
    }

    /** A measurement that did not enter. */
    public record Skip(String name, String reason) {}

    /** True if every task ended well; a minimum at the edge of a range counts as well. */
    public boolean converged() {
        for (TaskResult task : tasks) {
            if (task.status() == TaskResult.Status.NOT_CONVERGED || task.status() == TaskResult.Status.NO_DATA) {
                return false;
            }
        }
        return true;
    }
}
