package org.penguinfit.fits;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** What the blocks of scans, regions and predictions hold. */
public final class Extremes {
    private Extremes() {}

    /** The largest value of a quantity of a scan or region. */
    public static double largest(FitResult result, String task, String quantity) {
        return number(row(result, task, quantity, "largest"), 2);
    }

    /** Where that is: the value of the parameter in column {@code k} of the parameters. */
    public static double atLargest(FitResult result, String task, String quantity, int k) {
        return number(row(result, task, quantity, "largest"), 3 + k);
    }

    /** The smallest value of a quantity of a scan or region. */
    public static double smallest(FitResult result, String task, String quantity) {
        return number(row(result, task, quantity, "smallest"), 2);
    }

    /** Extent of all outlines of a region along x: lower and upper end. */
    public static double[] extent(FitResult result, String task) {
        ResultBlock.Curves region = (ResultBlock.Curves) block(Fits.task(result, task), "region");
        double[] x = Fits.get(region.byLevel(), "allowed").stream()
                .flatMapToDouble(c -> DoubleStream.of(c.x().toArray()))
                .toArray();
        return new double[] {
            DoubleStream.of(x).min().orElseThrow(), DoubleStream.of(x).max().orElseThrow()
        };
    }

    /** The pull of an observable in the comparison of a prediction. */
    public static double pull(FitResult result, String task, String observable) {
        ResultBlock.Table table = (ResultBlock.Table) block(Fits.task(result, task), "comparison");
        for (List<@Nullable Object> row : table.rows()) {
            if (observable.equals(row.get(0)) && row.get(3) instanceof Double pull) {
                return pull;
            }
        }
        throw new AssertionError("no pull of " + observable + " in " + table.rows());
    }

    /** The pull of an observable at a named point. */
    public static double pull(FitResult result, String task, String observable, String point) {
        ResultBlock.Table table = (ResultBlock.Table) block(Fits.task(result, task), "comparison");
        return table.rows().stream()
                .filter(row -> observable.equals(row.get(0)) && point.equals(row.get(2)))
                .mapToDouble(row -> number(row, 3))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no pull of " + observable + " at " + point));
    }

    private static double number(List<@Nullable Object> row, int column) {
        if (row.get(column) instanceof Double value) {
            return value;
        }
        throw new AssertionError("no number in column " + column + " of " + row);
    }

    private static List<@Nullable Object> row(FitResult result, String task, String quantity, String kind) {
        ResultBlock.Table table = (ResultBlock.Table) block(Fits.task(result, task), "extremes");
        return table.rows().stream()
                .filter(r -> quantity.equals(r.get(0)) && kind.equals(r.get(1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + quantity + " in " + task));
    }

    private static ResultBlock block(TaskResult task, String key) {
        return task.blocks().stream()
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no block " + key));
    }
}
