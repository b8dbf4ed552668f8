package org.penguinfit.core.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;

/**
 * The image of an allowed set in the plane of the first two outputs of a model, as a lattice of square cells that are hit or
 * not. A scan hits most of them; then points near those that hit a sparse cell fill the rest, so that the edge, where few
 * points fall, is found to about one cell.
 *
 * @param x range of the first output, with the extremes of the set
 * @param y range of the second
 * @param cells number of cells along each axis
 * @param hits hits[i · cells + j] is the number of points in column i and row j
 */
@SuppressWarnings("ArrayRecordComponent") // never changed after the search; handed out as copies
public record RegionImage(Bounds x, Bounds y, int cells, int[] hits) {
    /** Rounds of filling; each reaches about a cell further. */
    private static final int ROUNDS = 40;

    /** A cell with fewer points is sparse. */
    private static final int SPARSE = 6;

    /** Points drawn around one of a sparse cell. */
    private static final int DRAWS = 12;

    /** Half-width of the box of these points, in units of the ranges: alternately wide and narrow. */
    private static final List<Double> WIDTHS = List.of(0.03, 0.003, 0.01, 0.001);

    /** Copies the array. */
    public RegionImage {
        hits = hits.clone();
    }

    /** Whether a point of the set falls into column {@code i} and row {@code j}; false outside the lattice. */
    public boolean isHit(int i, int j) {
        return i >= 0 && j >= 0 && i < cells && j < cells && hits[i * cells + j] > 0;
    }

    /** Number of cells that are hit. */
    public int size() {
        int size = 0;
        for (int hit : hits) {
            size += hit > 0 ? 1 : 0;
        }
        return size;
    }

    /**
     * Finds the image.
     *
     * @param scan a scan of the model with the cuts
     * @param search of extremes with the same ranges and cuts
     * @param model its first two outputs are the plane; called once per thread
     * @param cells along each axis, at least 1
     * @return empty if no point of the scan passes, or if the image has no extension along an axis
     */
    public static Optional<RegionImage> of(
            ScanResult scan,
            ExtremeSearch search,
            Supplier<? extends PredictionFunction> model,
            int cells,
            RandomStreams streams,
            ParallelWork work,
            String name) {
        Optional<Bounds> x = range(scan, search, model, 0, work, name + " x");
        Optional<Bounds> y = range(scan, search, model, 1, work, name + " y");
        if (x.isEmpty() || y.isEmpty() || x.get().isFixed() || y.get().isFixed()) {
            return Optional.empty();
        }
        Filling filling = new Filling(x.get(), y.get(), cells, search, model.get());
        for (Vector row : scan.rows()) {
            filling.hit(row.toArray(), scan.parameters());
        }
        for (int round = 0; round < ROUNDS; round++) {
            filling.round(streams.stream(round), WIDTHS.get(round % WIDTHS.size()));
        }
        return Optional.of(new RegionImage(x.get(), y.get(), cells, filling.hits));
    }

    private static Optional<Bounds> range(
            ScanResult scan,
            ExtremeSearch search,
            Supplier<? extends PredictionFunction> model,
            int output,
            ParallelWork work,
            String name) {
        Optional<Extreme> low = search.find(scan, output, false, model, work, name + " low");
        Optional<Extreme> high = search.find(scan, output, true, model, work, name + " high");
        return low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bounds(low.get().value(), high.get().value()));
    }

    /** The lattice while it fills; keeps one point of each cell. */
    private static final class Filling {
        private final Bounds x;
        private final Bounds y;
        private final int cells;
        private final ExtremeSearch search;
        private final PredictionFunction model;
        private final int[] hits;
        private final double[][] representative;

        Filling(Bounds x, Bounds y, int cells, ExtremeSearch search, PredictionFunction model) {
            this.x = x;
            this.y = y;
            this.cells = cells;
            this.search = search;
            this.model = model;
            this.hits = new int[cells * cells];
            this.representative = new double[cells * cells][];
        }

        /** Counts a point of the set; {@code row} holds θ and then the outputs. */
        void hit(double[] row, int parameters) {
            count(Arrays.copyOf(row, parameters), row[parameters], row[parameters + 1]);
        }

        private void count(double[] theta, double atX, double atY) {
            int cell = index(atX, x) * cells + index(atY, y);
            hits[cell]++;
            if (representative[cell] == null) {
                representative[cell] = theta;
            }
        }

        private int index(double value, Bounds range) {
            double part = (value - range.lower()) / (range.upper() - range.lower());
            return Math.max(0, Math.min(cells - 1, (int) (part * cells)));
        }

        void round(UniformRandomProvider random, double width) {
            List<double[]> starts = new ArrayList<>();
            for (int cell = 0; cell < hits.length; cell++) {
                if (hits[cell] > 0 && hits[cell] < SPARSE) {
                    starts.add(representative[cell]);
                }
            }
            double[] outputs = new double[model.size()];
            for (double[] start : starts) {
                for (int k = 0; k < DRAWS; k++) {
                    double[] trial = near(start, random, width);
                    model.evaluate(trial, outputs);
                    if (Scan.allFinite(outputs) && Scan.passes(search.cuts(), outputs)) {
                        count(trial, outputs[0], outputs[1]);
                    }
                }
            }
        }

        private double[] near(double[] start, UniformRandomProvider random, double width) {
            double[] trial = new double[start.length];
            for (int i = 0; i < trial.length; i++) {
                Bounds range = search.box().get(i);
                double half = width * (range.upper() - range.lower());
                trial[i] = range.clamp(start[i] + half * (2 * random.nextDouble() - 1));
            }
            return trial;
        }
    }
}
