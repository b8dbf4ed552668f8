package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.region.Extreme;
import org.penguinfit.core.region.ExtremeSearch;
import org.penguinfit.core.region.ScanResult;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;

/**
 * The smallest and largest value of each output over the points that pass, found by a search from a scan.
 *
 * @param smallest one per output; empty where no point passes
 * @param largest likewise
 */
record Extremes(PointModel model, List<Optional<Extreme>> smallest, List<Optional<Extreme>> largest) {
    /** The key of their table: quantity, which extreme, value, and where. */
    static final String KEY = "extremes";

    static Extremes find(ResolvedTask task, PointModel model, ScanResult scan, RunContext context) {
        ExtremeSearch search = new ExtremeSearch(model.space(), context.streams(task, "extremes"));
        List<Optional<Extreme>> smallest = new ArrayList<>();
        List<Optional<Extreme>> largest = new ArrayList<>();
        for (int k = 0; k < model.outputs().size(); k++) {
            String name = model.outputs().get(k);
            smallest.add(search.find(
                    scan, k, false, model::function, context.work(), context.workName(task, "smallest " + name)));
            largest.add(search.find(
                    scan, k, true, model::function, context.work(), context.workName(task, "largest " + name)));
        }
        return new Extremes(model, smallest, largest);
    }

    /** From the smallest to the largest value of an output; empty if there is none, or only one. */
    Optional<Bounds> range(int output) {
        Optional<Extreme> low = smallest.get(output);
        Optional<Extreme> high = largest.get(output);
        return low.isEmpty()
                        || high.isEmpty()
                        || low.get().value() == high.get().value()
                ? Optional.empty()
                : Optional.of(new Bounds(low.get().value(), high.get().value()));
    }

    /** A row for each extreme, with the point where it is. */
    ResultBlock table() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("output", "quantity"), new Column("extreme", "extreme"), new Column("value", "value")));
        for (FreeParameter parameter : model.parameters()) {
            columns.add(new Column(parameter.name(), "at " + parameter.name()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int k = 0; k < model.outputs().size(); k++) {
            String name = model.outputs().get(k);
            smallest.get(k).ifPresent(extreme -> rows.add(row(name, "smallest", extreme)));
            largest.get(k).ifPresent(extreme -> rows.add(row(name, "largest", extreme)));
        }
        return new ResultBlock.Table(KEY, "Extremes over the points that pass", columns, rows, true);
    }

    private static List<@Nullable Object> row(String output, String word, Extreme extreme) {
        List<@Nullable Object> row = new ArrayList<>(List.of(output, word, extreme.value()));
        for (double at : extreme.theta().toArray()) {
            row.add(at);
        }
        return row;
    }
}
