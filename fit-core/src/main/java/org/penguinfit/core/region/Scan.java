package org.penguinfit.core.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.propagation.PredictionFunction;

/**
 * A model evaluated at many points, of which those that pass all cuts are kept. Batches run in parallel; the result depends on
 * the points alone.
 *
 * @param points where to look
 * @param cuts conditions that all must hold; none: every point with finite outputs passes
 */
public record Scan(ScanPoints points, List<Cut> cuts) {
    /** Copies the list. */
    public Scan {
        cuts = List.copyOf(cuts);
    }

    /**
     * Evaluates the model.
     *
     * @param model called once per thread
     * @param name unique name of this work within the run
     */
    public ScanResult run(Supplier<? extends PredictionFunction> model, ParallelWork work, String name) {
        int parameters = points.box().size();
        int width = parameters + model.get().size();
        WorkResults results = work.run(name, points.batches(), model, (function, b) -> batch(function, b, width));
        List<Vector> rows = new ArrayList<>();
        int notFinite = 0;
        for (Optional<Vector> batch : results.results()) {
            if (batch.isPresent()) {
                double[] found = batch.get().toArray();
                notFinite += (int) found[0];
                for (int at = 1; at < found.length; at += width) {
                    rows.add(Vector.of(Arrays.copyOfRange(found, at, at + width)));
                }
            }
        }
        return new ScanResult(parameters, points.count(), notFinite, results.failures(), rows);
    }

    /** One batch as [points without finite outputs, then θ and outputs of each point that passes]. */
    private double[] batch(PredictionFunction model, int b, int width) {
        List<double[]> batch = points.batch(b);
        double[] outputs = new double[model.size()];
        double[] found = new double[1 + batch.size() * width];
        int end = 1;
        for (double[] theta : batch) {
            model.evaluate(theta, outputs);
            if (!Finite.all(outputs)) {
                found[0]++;
            } else if (Cut.allPass(cuts, outputs)) {
                System.arraycopy(theta, 0, found, end, theta.length);
                System.arraycopy(outputs, 0, found, end + theta.length, outputs.length);
                end += width;
            }
        }
        return Arrays.copyOf(found, end);
    }
}
