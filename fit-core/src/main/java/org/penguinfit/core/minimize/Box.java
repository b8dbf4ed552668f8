package org.penguinfit.core.minimize;

import java.util.List;
import org.penguinfit.core.parameter.Bounds;

/** The bounds of all parameters as flat arrays, and the questions a descent asks of them. */
final class Box {
    private final double[] lower;
    private final double[] upper;

    Box(List<Bounds> bounds) {
        lower = new double[bounds.size()];
        upper = new double[bounds.size()];
        for (int i = 0; i < lower.length; i++) {
            lower[i] = bounds.get(i).lower();
            upper[i] = bounds.get(i).upper();
        }
    }

    int size() {
        return lower.length;
    }

    void clamp(double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(lower[i], Math.min(upper[i], x[i]));
        }
    }

    boolean onBound(int i, double[] x) {
        return x[i] <= lower[i] || x[i] >= upper[i];
    }

    /** Whether {@code direction} leads parameter {@code i} out of the box from where it is. */
    boolean leaves(int i, double[] x, double direction) {
        return (direction < 0.0 && x[i] <= lower[i]) || (direction > 0.0 && x[i] >= upper[i]);
    }

    /** The largest fraction of {@code step} that stays inside, in [0, 1]. */
    double reach(double[] x, double[] step) {
        double fraction = 1.0;
        for (int i = 0; i < x.length; i++) {
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
            double room = step[i] > 0.0 ? upper[i] - x[i] : lower[i] - x[i];
            if (meets && step[i] != 0.0 && room / step[i] <= fraction) {
                out[i] = step[i] > 0.0 ? upper[i] : lower[i];
            }
        }
        clamp(out);
    }
}
