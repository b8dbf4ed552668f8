package org.penguinfit.fits.report;

import java.util.HashSet;
import java.util.Set;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PullFound;

/** The parameters and observables of a result, which pages set in letters of constant width. */
final class HtmlNames {
    private HtmlNames() {}

    static Set<String> of(FitResult result) {
        Set<String> names = new HashSet<>();
        for (TaskResult task : result.tasks()) {
            names.addAll(task.intervals().keySet());
            names.addAll(task.predictions().keySet());
            for (MinimumFound minimum : task.minima()) {
                names.addAll(minimum.parameters().keySet());
            }
            for (PullFound pull : task.pulls()) {
                names.add(pull.observable());
            }
            for (DatumUsed datum : task.data()) {
                names.addAll(datum.observables());
            }
        }
        for (Provenance.SourcedNumber number : result.provenance().numbers()) {
            names.add(number.observable());
        }
        return names;
    }
}
