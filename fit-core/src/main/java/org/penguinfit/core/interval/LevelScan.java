package org.penguinfit.core.interval;

import java.util.List;

/**
 * What a {@link LevelSetSearch} saw of a function. It is a scan: structure narrower than the spacing of the points can
 * have escaped it.
 */
public final class LevelScan {
    /**
     * A local minimum.
     *
     * @param x position
     * @param value value there
     * @param edge whether it lies at an end of the range or at a wall
     */
    public record LocalMinimum(double x, double value, boolean edge) {}

    private final SampledCurve curve;
    private final List<LocalMinimum> minima;
    private final int points;
    private final int failedPoints;

    LevelScan(SampledCurve curve, List<LocalMinimum> minima, int points, int failedPoints) {
        this.curve = curve;
        this.minima = List.copyOf(minima);
        this.points = points;
        this.failedPoints = failedPoints;
    }

    /** All local minima that the scan resolved, ascending in x; empty when the function is nowhere finite. */
    public List<LocalMinimum> minima() {
        return minima;
    }

    /** The lowest value found; +∞ when the function is nowhere finite. */
    public double lowestValue() {
        return curve.lowestValue();
    }

    /** All x in the range with f(x) ≤ level, as far as the scan resolved f. */
    public IntervalSet sublevelSet(double level) {
        return curve.sublevelSet(level);
    }

    /** Number of points of the scan, before refinement. */
    public int points() {
        return points;
    }

    /** Number of scan points where the function was NaN; they count as excluded. */
    public int failedPoints() {
        return failedPoints;
    }

    /** How the result was obtained, for reports. */
    public String method() {
        return "scan of " + points + " points";
    }
}
