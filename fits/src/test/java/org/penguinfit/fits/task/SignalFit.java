package org.penguinfit.fits.task;

import java.nio.file.Path;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** The simplest problem there is, where all is known in closed form: O = µ, measured with σ = 1. */
final class SignalFit {
    private static final String SCHEMA = "schema: theory/1\n";

    private final FitFolder folder;

    SignalFit(Path temp) {
        folder = new FitFolder(temp);
    }

    /** µ in a range, without nuisance parameter. */
    FitFolder mean(String measured, String range, String task) {
        return fit(SCHEMA + "parameters: {mu: {}}\nobservables: {O: mu}\n", measured, range, "", task);
    }

    /** O = µ + 0.75 ν with ν = 0 ± 1: altogether σ = 1.25. */
    FitFolder shifted(String measured, String range, String task) {
        String theory = SCHEMA
                + "parameters: {mu: {}, nu: {kind: nuisance, constraint: 0 ± 1}}\nobservables: {O: mu + 0.75*nu}\n";
        return fit(theory, measured, range, "nuisances: [nu]\n", task);
    }

    private FitFolder fit(String theory, String measured, String range, String nuisances, String task) {
        return folder.write("theory.yaml", theory)
                .write(
                        "data.yaml",
                        "\"@metadata@\": {schema: measurements/1}\nA:\n  values:\n    - {name: O, value: " + measured
                                + " ± 1}\n")
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\nseed: 20211108\ntheory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml], include: [A]}\nparameters: {mu: {range: \""
                                + range
                                + "\"}}\n" + nuisances + "tasks:\n  t: " + task + "\n");
    }

    /** The only task, on so many threads. */
    static TaskResult run(FitFolder folder, int threads) {
        FitResult result = Fits.run(folder.request("fit.yaml"), threads);
        return Fits.task(result, "t");
    }

    /** A named number of a block of figures. */
    static double figure(TaskResult task, String key) {
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Figures figures) {
                for (ResultBlock.Figure figure : figures.figures()) {
                    if (figure.key().equals(key) && figure.number() != null) {
                        return figure.number();
                    }
                }
            }
        }
        throw new AssertionError("no figure '" + key + "'");
    }

    static boolean hasFigure(TaskResult task, String key) {
        return task.blocks().stream()
                .filter(ResultBlock.Figures.class::isInstance)
                .flatMap(block -> ((ResultBlock.Figures) block).figures().stream())
                .anyMatch(figure -> figure.key().equals(key));
    }

    /** A table by its key. */
    static ResultBlock.Table table(TaskResult task, String key) {
        return task.blocks().stream()
                .filter(block ->
                        block instanceof ResultBlock.Table && block.key().equals(key))
                .map(ResultBlock.Table.class::cast)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table '" + key + "'"));
    }

    /** The cell of a row. */
    static double cell(ResultBlock.Table table, int row, String column) {
        for (int k = 0; k < table.columns().size(); k++) {
            if (table.columns().get(k).key().equals(column)
                    && table.rows().get(row).get(k) instanceof Double number) {
                return number;
            }
        }
        throw new AssertionError("no number under '" + column + "' in row " + row);
    }
}
