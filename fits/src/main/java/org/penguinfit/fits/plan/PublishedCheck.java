package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Checks what is printed against what a task, and the one with corrected formulas, computes. */
final class PublishedCheck {
    private final FitConfig config;
    private final Collection<String> free;
    private final Diagnostics diagnostics;

    /**
     * Of a fit.
     *
     * @param free names of its parameters of interest
     */
    PublishedCheck(FitConfig config, Collection<String> free, Diagnostics diagnostics) {
        this.config = config;
        this.free = free;
        this.diagnostics = diagnostics;
    }

    void check(TaskConfig task) {
        Published published = task.published();
        if (published == null) {
            return;
        }
        ComputedNames computed = new ComputedNames(task, free);
        require(task, "intervals", published.intervals().keySet(), computed.sets());
        require(task, "values", published.values().keySet(), computed.values());
        if (!published.corrected().isEmpty()) {
            checkCorrected(task, published);
        }
    }

    private void checkCorrected(TaskConfig task, Published published) {
        TaskConfig other = config.tasks().get(published.corrected());
        if (other == null || other.id().equals(task.id())) {
            Set<String> others = new LinkedHashSet<>(config.tasks().keySet());
            others.remove(task.id());
            report(
                    place(task, "corrected", published.corrected()),
                    other == null ? "no task of this fit" : "a task is not its own correction",
                    "'" + published.corrected() + "'",
                    DidYouMean.suggestOrList(published.corrected(), others));
            return;
        }
        require(
                task,
                "corrected.as",
                published.correctedNames().keySet(),
                List.copyOf(published.all().keySet()));
        ComputedNames there = new ComputedNames(other, free);
        List<String> known = new ArrayList<>(there.sets());
        known.addAll(there.values());
        boolean any = false;
        for (String name : published.all().keySet()) {
            String as = published.correctedNames().get(name);
            any |= known.contains(as == null ? name : as);
            if (as != null && !known.contains(as)) {
                report(
                        place(task, "corrected.as", name),
                        "task '" + other.id() + "' computes no '" + as + "'",
                        "",
                        DidYouMean.suggestOrList(as, known));
            }
        }
        if (!any && published.correctedNames().isEmpty()) {
            report(
                    place(task, "corrected", published.corrected()),
                    "task '" + other.id() + "' computes nothing that is printed here",
                    "",
                    "say which of its names stand for these: corrected: {task: " + other.id() + ", as: {NAME: NAME}}");
        }
    }

    private void require(TaskConfig task, String key, Collection<String> names, List<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                report(
                        place(task, key, name),
                        key.equals("corrected.as")
                                ? "nothing is printed of '" + name + "'"
                                : "this task computes no " + (key.equals("values") ? "value" : "set") + " '" + name
                                        + "'",
                        "",
                        known.isEmpty()
                                ? "tasks of type " + task.type().key() + " have none to compare"
                                : DidYouMean.suggestOrList(name, known));
            }
        }
    }

    private Place place(TaskConfig task, String key, String name) {
        return config.places()
                .of(task.path() + ".published." + key, name, new Place(task.location(), task.path() + ".published"));
    }

    private void report(Place place, String rule, String found, String remedy) {
        diagnostics.error(place.location(), place.path(), rule, found, remedy);
    }
}
