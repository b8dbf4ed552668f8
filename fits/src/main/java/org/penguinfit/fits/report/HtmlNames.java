package org.penguinfit.fits.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PullFound;

/** The parameters and observables of a result, which pages set in letters of constant width. */
final class HtmlNames {
    /** Columns of blocks that hold names. */
    private static final Set<String> COLUMNS = Set.of("parameter", "observable", "output", "x", "y");

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
        for (TaskResult task : result.tasks()) {
            for (ResultBlock block : task.blocks()) {
                if (block instanceof ResultBlock.Table table && table.shown()) {
                    add(table, names);
                }
            }
        }
        for (Provenance.SourcedNumber number : result.provenance().numbers()) {
            names.add(number.observable());
        }
        return names;
    }

    private static void add(ResultBlock.Table table, Set<String> names) {
        for (int c = 0; c < table.columns().size(); c++) {
            if (COLUMNS.contains(table.columns().get(c).key())) {
                for (List<@Nullable Object> row : table.rows()) {
                    if (row.get(c) instanceof String name) {
                        names.add(name);
                    }
                }
            }
        }
    }
}
