package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;

/**
 * A smooth estimate of a one-dimensional density from draws: a Gaussian kernel with the bandwidth of Botev, Grotowski and
 * Kroese (Ann. Stat. 38 (2010) 2916), reflected at bounds, on {@value #CELLS} cells.
 *
 * <p>Accuracy: the estimate is the density convolved with the kernel, so it is low at peaks by about f″h²/2 and has a
 * standard error of √(f/(2√π N h)) with N independent draws. Ends of highest-density regions suffer less: the threshold is
 * taken such that the draws themselves have the wanted probability, so ends of a symmetric peak or of a monotone density have
 * the accuracy of quantiles: for a Gaussian 0.035 σ (68.27 %) and 0.04 σ (95 %) from 4000 independent draws, 0.013 σ and
 * 0.016 σ from 40,000 (root mean square of 20 samples).
 */
public final class MarginalDensity {
    /** Cells of the grid. */
    public static final int CELLS = 4096;

    /** Gaps and segments that differ from the threshold by fewer standard errors of the density are taken for noise. */
    public static final double SIGNIFICANT = 3.0;

    private final SmoothGrid grid;
    private final double[] values;
    private final double[] draws;
    private final double bandwidth;
    private final double count;

    private MarginalDensity(SmoothGrid grid, double[] values, double[] draws, double bandwidth, double count) {
        this.grid = grid;
        this.values = values;
        this.draws = draws;
        this.bandwidth = bandwidth;
        this.count = count;
    }

    /**
     * The density of these draws.
     *
     * @param sorted ascending draws
     * @param range where the density can be positive
     * @param effective number of independent draws that they are worth
     */
    static MarginalDensity of(double[] sorted, Bounds range, double effective) {
        SmoothGrid grid = SmoothGrid.around(sorted, range, CELLS);
        double[] weights = new double[CELLS + 1];
        for (double x : sorted) {
            double place = grid.place(x);
            int j = Math.min(CELLS - 1, (int) place);
            weights[j] += (1.0 - (place - j)) / sorted.length;
            weights[j + 1] += (place - j) / sorted.length;
        }
        double count = Math.max(2.0, Math.min(effective, sorted.length));
        double[] cosines = SmoothGrid.cosines(weights);
        double t = DiffusionBandwidth.of(cosines, count);
        double[] values = SmoothGrid.diffused(cosines, t);
        double width = grid.upper() - grid.lower();
        for (int j = 0; j < values.length; j++) {
            values[j] = Math.max(0.0, values[j] / width);
        }
        return new MarginalDensity(grid, values, sorted, Math.sqrt(t) * width, count);
    }

    /** The standard deviation of the kernel, in the unit of the quantity. */
    public double bandwidth() {
        return bandwidth;
    }

    /** The density at a value, in its inverse unit; 0 outside the grid. */
    public double at(double x) {
        if (x < grid.lower() || x > grid.upper()) {
            return 0.0;
        }
        double place = grid.place(x);
        int j = Math.min(CELLS - 1, (int) place);
        return values[j] + (place - j) * (values[j + 1] - values[j]);
    }

    /** The value with the highest density. */
    public double mode() {
        int best = 0;
        for (int j = 1; j < values.length; j++) {
            best = values[j] > values[best] ? j : best;
        }
        return grid.node(best);
    }

    /**
     * The highest-density region: where the density exceeds the threshold that leaves this fraction of the draws inside
     * (Hyndman, Am. Stat. 50 (1996) 120). It has a segment for each mode that stands out.
     */
    public IntervalSet highestDensity(ConfidenceLevel level) {
        double[] heights = Arrays.stream(draws).map(this::at).sorted().toArray();
        double threshold = Marginal.quantile(heights, level.tail());
        List<Interval> above = above(threshold);
        double noise = SIGNIFICANT * Math.sqrt(threshold / (2.0 * Math.sqrt(Math.PI) * count * bandwidth));
        List<Interval> joined = new ArrayList<>();
        for (Interval next : above) {
            int last = joined.size() - 1;
            if (last >= 0 && lowest(joined.get(last).upper(), next.lower()) > threshold - noise) {
                joined.set(last, new Interval(joined.get(last).lower(), next.upper()));
            } else {
                joined.add(next);
            }
        }
        List<Interval> standing = new ArrayList<>(joined);
        standing.removeIf(segment -> highest(segment) < threshold + noise);
        return IntervalSet.of(standing.isEmpty() ? joined : standing);
    }

    private List<Interval> above(double threshold) {
        List<Interval> segments = new ArrayList<>();
        double from = grid.lower();
        for (int j = 0; j < values.length; j++) {
            boolean inside = values[j] >= threshold;
            boolean before = j > 0 && values[j - 1] >= threshold;
            if (inside && !before) {
                from = j == 0 ? grid.lower() : crossing(j, threshold);
            } else if (!inside && before) {
                segments.add(new Interval(from, crossing(j, threshold)));
            }
        }
        if (values[values.length - 1] >= threshold) {
            segments.add(new Interval(from, grid.upper()));
        }
        return segments;
    }

    /** Where the density meets the threshold between nodes j − 1 and j. */
    private double crossing(int j, double threshold) {
        double fraction = (threshold - values[j - 1]) / (values[j] - values[j - 1]);
        return grid.node(j - 1) + fraction * (grid.node(j) - grid.node(j - 1));
    }

    private double lowest(double from, double to) {
        double found = Double.POSITIVE_INFINITY;
        for (int j = (int) grid.place(from); j <= (int) Math.ceil(grid.place(to)); j++) {
            found = Math.min(found, values[j]);
        }
        return found;
    }

    private double highest(Interval segment) {
        double found = 0.0;
        for (int j = (int) grid.place(segment.lower()); j <= (int) Math.ceil(grid.place(segment.upper())); j++) {
            found = Math.max(found, values[j]);
        }
        return found;
    }
}
