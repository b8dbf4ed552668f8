package org.penguinfit.core.minimize;

import org.penguinfit.core.linalg.Finite;

/** A candidate point: value and gradient there, the decrease the model predicts, and the scaled length of the way. */
final class Trial {
    double[] x;
    double[] gradient;
    private final double[] moved;
    double value;
    double predicted;
    double length;
    boolean clipped;

    Trial(int size) {
        x = new double[size];
        gradient = new double[size];
        moved = new double[size];
    }

    /** Goes along {@code step} from {@code from}, at most to where it meets the box, and evaluates there. */
    void go(EndPoint from, double[] step, Box box, double[] metric, CountedObjective objective) {
        double fraction = box.reach(from.x, step);
        clipped = fraction < 1.0;
        box.move(from.x, step, fraction, clipped, x);
        double squared = 0.0;
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] - from.x[i];
            squared += moved[i] * moved[i] * metric[i];
        }
        length = Math.sqrt(squared);
        predicted = -from.modelChange(moved);
        double found = objective.valueAndGradient(x, gradient);
        value = Double.isFinite(found) && Finite.all(gradient) ? found : Double.POSITIVE_INFINITY;
    }

    boolean isFinite() {
        return value < Double.POSITIVE_INFINITY;
    }

    /** Whether the point differs from {@code from} by more than the last digit. */
    boolean moves(EndPoint from) {
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i] - from.x[i]) > Math.ulp(from.x[i])) {
                return true;
            }
        }
        return false;
    }

    /** Makes this candidate the place where the descent stands; the Hessian there stays that of the old place. */
    void adoptInto(EndPoint place) {
        double[] swap = place.x;
        place.x = x;
        x = swap;
        swap = place.gradient;
        place.gradient = gradient;
        gradient = swap;
        place.value = value;
    }
}
