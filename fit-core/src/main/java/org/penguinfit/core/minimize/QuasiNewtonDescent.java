package org.penguinfit.core.minimize;

import java.util.Arrays;
import org.penguinfit.core.linalg.DotProduct;
import org.penguinfit.core.linalg.Finite;

/**
 * The first stage of {@link VariableMetric}: BFGS with a line search, down to where exact Newton steps take over. Reusable
 * scratch space of one thread.
 */
final class QuasiNewtonDescent {
    /** Estimated distance, in units of −2 ln L, below which Newton steps converge faster than BFGS. */
    private static final double HANDOVER_EDM = 0.01;

    /** Sufficient decrease and curvature constants of the Wolfe conditions (Nocedal and Wright, section 3.1). */
    private static final double SUFFICIENT_DECREASE = 1e-4;

    private static final double CURVATURE = 0.9;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double LARGEST_STEP = 1024.0;

    private final int size;
    private final SecantModel inverse;
    private final double[] hessian;
    private final double[] direction;
    private final boolean[] held;
    private final boolean[] wasHeld;
    private double[] x;
    private double[] gradient;
    private double[] trial;
    private double[] trialGradient;
    private double[] kept;
    private double[] keptGradient;
    private double value;
    private double trialValue;

    QuasiNewtonDescent(int size) {
        this.size = size;
        this.inverse = new SecantModel(size);
        this.hessian = new double[size * size];
        this.direction = new double[size];
        this.held = new boolean[size];
        this.wasHeld = new boolean[size];
        this.x = new double[size];
        this.gradient = new double[size];
        this.trial = new double[size];
        this.trialGradient = new double[size];
        this.kept = new double[size];
        this.keptGradient = new double[size];
    }

    /** The lowest point reached, valid until the next run; the start itself when nothing is finite there. */
    double[] run(CountedObjective objective, Box box, StoppingRule rule, double[] start) {
        System.arraycopy(start, 0, x, 0, size);
        value = objective.valueGradientAndSeed(x, gradient, hessian);
        if (!Double.isFinite(value) || !Finite.all(gradient) || !Finite.all(hessian)) {
            return x;
        }
        box.held(x, gradient, wasHeld);
        inverse.seed(hessian, x, wasHeld);
        for (int i = 0; i < rule.maxIterations() && !inverse.isFull(); i++) {
            if (!findDirection(box)) {
                return x;
            }
            double slope = DotProduct.of(gradient, direction);
            if (!(-0.5 * slope > HANDOVER_EDM) || !search(objective, box, slope)) {
                return x;
            }
            accept();
        }
        return x;
    }

    /** A direction that can start: parameters that it, or the gradient, would push through their bound are held. */
    private boolean findDirection(Box box) {
        box.held(x, gradient, held);
        for (int attempt = 0; attempt <= size; attempt++) {
            if (!Arrays.equals(held, wasHeld)) {
                System.arraycopy(held, 0, wasHeld, 0, size);
                if (!inverse.hold(held)) {
                    return false;
                }
            }
            inverse.direction(gradient, direction);
            boolean admissible = true;
            for (int i = 0; i < size; i++) {
                if (box.leaves(i, x, direction[i])) {
                    held[i] = true;
                    admissible = false;
                }
            }
            if (admissible) {
                return true;
            }
        }
        return false;
    }

    /** Leaves an acceptable point in {@code trial}; false when there is none along the direction. */
    private boolean search(CountedObjective objective, Box box, double slope) {
        double reach = box.reach(x, direction);
        double step = reach;
        while (step > SMALLEST_STEP * reach) {
            double found = evaluate(objective, box, step, step >= reach && reach < 1.0);
            if (found <= value + SUFFICIENT_DECREASE * step * slope) {
                if (step == 1.0) {
                    expand(objective, box, slope);
                }
                return true;
            }
            step = shorter(step, found, slope);
        }
        return false;
    }

    /** Doubles the step while the slope there is still steep and the value keeps falling. */
    private void expand(CountedObjective objective, Box box, double slope) {
        double step = 1.0;
        while (step < LARGEST_STEP && DotProduct.of(trialGradient, direction) < CURVATURE * slope) {
            double best = trialValue;
            double[] swap = kept;
            kept = trial;
            trial = swap;
            swap = keptGradient;
            keptGradient = trialGradient;
            trialGradient = swap;
            step *= 2.0;
            if (!(evaluate(objective, box, step, false) < best)) {
                swap = kept;
                kept = trial;
                trial = swap;
                swap = keptGradient;
                keptGradient = trialGradient;
                trialGradient = swap;
                trialValue = best;
                return;
            }
        }
    }

    /** The minimum of the parabola through value, slope and the value found, kept within [0.1, 0.5] of the step. */
    private double shorter(double step, double found, double slope) {
        if (!Double.isFinite(found)) {
            return 0.25 * step;
        }
        double parabola = -0.5 * slope * step * step / (found - value - slope * step);
        return Math.max(0.1 * step, Math.min(0.5 * step, parabola));
    }

    private double evaluate(CountedObjective objective, Box box, double step, boolean meets) {
        box.move(x, direction, step, meets, trial);
        double found = objective.valueAndGradient(trial, trialGradient);
        trialValue = Double.isFinite(found) && Finite.all(trialGradient) ? found : Double.POSITIVE_INFINITY;
        return trialValue;
    }

    private void accept() {
        inverse.update(x, trial, gradient, trialGradient);
        double[] oldX = x;
        double[] oldGradient = gradient;
        value = trialValue;
        x = trial;
        gradient = trialGradient;
        trial = oldX;
        trialGradient = oldGradient;
    }
}
