package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.parameter.Bounds;

/** The bounds of all parameters as flat arrays, and the questions a descent asks of them. */
final class Box {
    /** Units of the last digit within which a coordinate is on its bound. */
    private static final double NEXT_TO = 4.0;

    private final double[] lower;
    private final double[] upper;
    private final boolean open;

    Box(List<Bounds> bounds) {
        lower = new double[bounds.size()];
        upper = new double[bounds.size()];
        boolean none = true;
        for (int i = 0; i < lower.length; i++) {
            lower[i] = bounds.get(i).lower();
            upper[i] = bounds.get(i).upper();
            none &= lower[i] == Double.NEGATIVE_INFINITY && upper[i] == Double.POSITIVE_INFINITY;
        }
        open = none;
    }

    int size() {
        return lower.length;
    }

    /** Moves a point into the box; a coordinate within rounding of its bound goes onto it, lest it leave no room to move. */
    void clamp(double[] x) {
        for (int i = 0; i < x.length && !open; i++) {
            if (x[i] <= lower[i] + NEXT_TO * Math.ulp(lower[i])) {
                x[i] = lower[i];
            } else if (x[i] >= upper[i] - NEXT_TO * Math.ulp(upper[i])) {
                x[i] = upper[i];
            }
        }
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    double width(int i) {
        return upper[i] - lower[i];
    }

    /** The parameters that are not fixed, ascending. */
    int[] movable() {
        int[] indices = new int[lower.length];
        int count = 0;
        for (int i = 0; i < lower.length; i++) {
            if (!isFixed(i)) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    boolean isFixed(int i) {
        return lower[i] == upper[i];
    }

    boolean onBound(int i, double[] x) {
        return x[i] <= lower[i] || x[i] >= upper[i];
    }

    /** Whether {@code direction} leads parameter {@code i} out of the box from where it is. */
    boolean leaves(int i, double[] x, double direction) {
        return (direction < 0.0 && x[i] <= lower[i]) || (direction > 0.0 && x[i] >= upper[i]);
    }

    /** Whether parameter {@code i} cannot move: it is fixed, or the gradient presses it against its bound. */
    boolean holds(int i, double[] x, double[] gradient) {
        return isFixed(i) || leaves(i, x, -gradient[i]);
    }

    /** Marks the parameters that cannot move. */
    void held(double[] x, double[] gradient, boolean[] held) {
        for (int i = 0; i < held.length; i++) {
            held[i] = holds(i, x, gradient);
        }
    }

    /** The largest fraction of {@code step} that stays inside, in [0, 1]. */
    double reach(double[] x, double[] step) {
        double fraction = 1.0;
        for (int i = 0; i < x.length && !open; i++) {
            double room = step[i] > 0.0 ? upper[i] - x[i] : lower[i] - x[i];
            if (Math.abs(room) < Math.abs(fraction * step[i])) {
                fraction = room / step[i];
            }
        }
        return fraction;
    }

    /**
     * Writes x + fraction · step into {@code out}. When the fraction is where the step meets the box, the parameters that
     * meet it land on their bound exactly.
     */
    void move(double[] x, double[] step, double fraction, boolean meets, double[] out) {
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i] + fraction * step[i];
        }
        for (int i = 0; i < x.length && meets; i++) {
            double room = step[i] > 0.0 ? upper[i] - x[i] : lower[i] - x[i];
            if (step[i] != 0.0 && room / step[i] <= fraction) {
                out[i] = step[i] > 0.0 ? upper[i] : lower[i];
            }
        }
        clamp(out);
    }
}
