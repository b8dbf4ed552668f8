package org.penguinfit.core.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;

/**
 * Extremes of an output over the points that pass cuts: from the best points of a scan, random points in boxes that shrink
 * around the best one found so far. Needs no derivatives, so that cuts, kinks and edges of ranges are no trouble; the extreme
 * of a set that is open nowhere (an equality as a cut) is not found.
 *
 * @param space ranges and cuts
 * @param streams random numbers; search k has stream k
 */
public record ExtremeSearch(CutSpace space, RandomStreams streams) {
    /** Starts from this many points of the scan, those with the most extreme values. */
    private static final int STARTS = 8;

    /** Points drawn in each box. */
    private static final int DRAWS = 300;

    /** Each box is smaller than the one before; the first has half the width of the ranges. */
    private static final double SHRINK = 0.75;

    /** Relative width of the last box: the value is then good to about as many digits, if the output is smooth. */
    private static final double LAST = 1e-8;

    /**
     * The extreme of one output.
     *
     * @param scan a scan of the same model with the same cuts
     * @param output which output
     * @param largest the largest value, else the smallest
     * @return empty if no point of the scan passes
     */
    public Optional<Extreme> find(
            ScanResult scan,
            int output,
            boolean largest,
            Supplier<? extends PredictionFunction> model,
            ParallelWork work,
            String name) {
        double sign = largest ? 1 : -1;
        List<Vector> starts = starts(scan, output, sign);
        WorkResults results = work.run(
                name,
                starts.size(),
                model,
                (function, k) -> new Climb(function, output, sign, streams.stream(k)).from(starts.get(k)));
        Optional<Extreme> best = Optional.empty();
        for (Vector found : results.successes()) {
            double value = found.get(0);
            if (best.isEmpty() || sign * value > sign * best.get().value()) {
                double[] all = found.toArray();
                best = Optional.of(new Extreme(value, Vector.of(java.util.Arrays.copyOfRange(all, 1, all.length))));
            }
        }
        return best;
    }

    private static List<Vector> starts(ScanResult scan, int output, double sign) {
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < scan.rows().size(); row++) {
            order.add(row);
        }
        order.sort(Comparator.comparingDouble(row -> -sign * scan.output(row, output)));
        List<Vector> starts = new ArrayList<>();
        // Half from the very top, half spread over the best tenth, so that two separate hills both have a start.
        int spread = Math.max(1, order.size() / (10 * STARTS));
        for (int k = 0; k < STARTS && k * spread < order.size(); k++) {
            starts.add(scan.rows().get(order.get(k < STARTS / 2 ? k : k * spread)));
        }
        return starts;
    }

    /** One search. */
    private final class Climb {
        private final PredictionFunction model;
        private final int output;
        private final double sign;
        private final UniformRandomProvider random;
        private final double[] outputs;

        Climb(PredictionFunction model, int output, double sign, UniformRandomProvider random) {
            this.model = model;
            this.output = output;
            this.sign = sign;
            this.random = random;
            this.outputs = new double[model.size()];
        }

        /** The best value, then its θ. */
        double[] from(Vector row) {
            double[] best = new double[space.box().size()];
            for (int i = 0; i < best.length; i++) {
                best[i] = row.get(i);
            }
            double value = row.get(best.length + output);
            double[] trial = new double[best.length];
            for (double width = 0.5; width > LAST; width *= SHRINK) {
                for (int k = 0; k < DRAWS; k++) {
                    space.near(best, width, random, trial);
                    model.evaluate(trial, outputs);
                    if (sign * outputs[output] > sign * value && space.accepts(outputs)) {
                        value = outputs[output];
                        System.arraycopy(trial, 0, best, 0, best.length);
                    }
                }
            }
            double[] found = new double[1 + best.length];
            found[0] = value;
            System.arraycopy(best, 0, found, 1, best.length);
            return found;
        }
    }
}
