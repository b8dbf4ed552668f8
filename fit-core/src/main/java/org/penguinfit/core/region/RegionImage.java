package org.penguinfit.core.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;

/**
 * The image of an allowed set in the plane of the first two outputs of a model, as a lattice of square cells that are hit or
 * not. A scan hits most of them; then points near those in sparse cells, and in cells beside empty ones, fill the rest, so that
 * holes close and the edge, where few points fall, is found to about one cell. Each round of filling runs in parallel; the result depends on the streams alone.
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

    /** Cells in one piece of work. */
    private static final int BATCH = 64;

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
     * @param x range of the first output over the set, not a single value
     * @param y range of the second
     * @param cells along each axis, at least 1
     * @param space ranges and cuts of the scan
     * @param model its first two outputs are the plane; called once per thread
     * @param name unique beginning of the names of this work within the run
     */
    public static RegionImage of(
            ScanResult scan,
            Bounds x,
            Bounds y,
            int cells,
            CutSpace space,
            Supplier<? extends PredictionFunction> model,
            RandomStreams streams,
            ParallelWork work,
            String name) {
        Lattice lattice = new Lattice(x, y, cells);
        for (Vector row : scan.rows()) {
            lattice.count(row.toArray(), scan.parameters());
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<double[]> starts = lattice.unsettled();
            double width = WIDTHS.get(round % WIDTHS.size());
            long firstStream = (long) round << 32;
            WorkResults found = work.run(
                    name + " " + round,
                    (starts.size() + BATCH - 1) / BATCH,
                    model,
                    (function, k) -> near(
                            starts.subList(k * BATCH, Math.min(starts.size(), (k + 1) * BATCH)),
                            width,
                            space,
                            function,
                            streams.stream(firstStream + k)));
            for (Vector rows : found.successes()) {
                lattice.countAll(rows.toArray(), scan.parameters() + 2);
            }
        }
        return new RegionImage(x, y, cells, lattice.hits);
    }

    /** Rows of θ and the first two outputs of points near the starts that pass. */
    private static double[] near(
            List<double[]> starts,
            double width,
            CutSpace space,
            PredictionFunction model,
            UniformRandomProvider random) {
        int size = space.box().size();
        double[] outputs = new double[model.size()];
        double[] trial = new double[size];
        double[] rows = new double[starts.size() * DRAWS * (size + 2)];
        int end = 0;
        for (double[] start : starts) {
            for (int k = 0; k < DRAWS; k++) {
                space.near(start, width, random, trial);
                model.evaluate(trial, outputs);
                if (space.accepts(outputs)) {
                    System.arraycopy(trial, 0, rows, end, size);
                    System.arraycopy(outputs, 0, rows, end + size, 2);
                    end += size + 2;
                }
            }
        }
        return Arrays.copyOf(rows, end);
    }

    /** The cells while they fill; keeps one point of each. */
    private static final class Lattice {
        private final Bounds x;
        private final Bounds y;
        private final int cells;
        private final int[] hits;
        private final double[][] representative;

        Lattice(Bounds x, Bounds y, int cells) {
            this.x = x;
            this.y = y;
            this.cells = cells;
            this.hits = new int[cells * cells];
            this.representative = new double[cells * cells][];
        }

        /** Counts points, each a row of θ and two outputs. */
        void countAll(double[] rows, int width) {
            for (int at = 0; at < rows.length; at += width) {
                count(Arrays.copyOfRange(rows, at, at + width), width - 2);
            }
        }

        /** Counts a point that is a row of θ and then the outputs. */
        void count(double[] row, int parameters) {
            int cell = index(row[parameters], x) * cells + index(row[parameters + 1], y);
            hits[cell]++;
            if (representative[cell] == null) {
                representative[cell] = Arrays.copyOf(row, parameters);
            }
        }

        private int index(double value, Bounds range) {
            double part = (value - range.lower()) / (range.upper() - range.lower());
            return Math.max(0, Math.min(cells - 1, (int) (part * cells)));
        }

        /** A point of each cell that is sparse or has an empty neighbour. */
        List<double[]> unsettled() {
            List<double[]> starts = new ArrayList<>();
            for (int cell = 0; cell < hits.length; cell++) {
                if (hits[cell] > 0 && (hits[cell] < SPARSE || hasEmptyNeighbour(cell / cells, cell % cells))) {
                    starts.add(representative[cell]);
                }
            }
            return starts;
        }

        private boolean hasEmptyNeighbour(int i, int j) {
            return isEmpty(i - 1, j) || isEmpty(i + 1, j) || isEmpty(i, j - 1) || isEmpty(i, j + 1);
        }

        private boolean isEmpty(int i, int j) {
            return i >= 0 && j >= 0 && i < cells && j < cells && hits[i * cells + j] == 0;
        }
    }
}
