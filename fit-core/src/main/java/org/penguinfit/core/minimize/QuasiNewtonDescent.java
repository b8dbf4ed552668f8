package org.penguinfit.core.minimize;

/** The first stage of {@link VariableMetric}: BFGS with a line search, down to where exact Newton steps take over. */
final class QuasiNewtonDescent {
    /** Estimated distance, in units of −2 ln L, below which Newton steps converge faster than BFGS. */
    private static final double HANDOVER_EDM = 1e-4;

    /** Sufficient decrease and curvature constants of the Wolfe conditions (Nocedal and Wright, section 3.1). */
    private static final double SUFFICIENT_DECREASE = 1e-4;

    private static final double CURVATURE = 0.9;
    private static final double SMALLEST_STEP = 1e-10;
    private static final double LARGEST_STEP = 1024.0;

    private final CountedObjective objective;
    private final Box box;
    private final int limit;
    private final int size;
    private double[] x;
    private double value;
    private double trialValue;
    private double[] gradient;
    private double[] trial;
    private double[] trialGradient;

    QuasiNewtonDescent(CountedObjective objective, Box box, StoppingRule rule, double[] start) {
        this.objective = objective;
        this.box = box;
        this.size = start.length;
        this.limit = Math.min(rule.maxIterations(), 20 * size + 100);
        this.x = start.clone();
        this.gradient = new double[size];
        this.trial = new double[size];
        this.trialGradient = new double[size];
    }

    /** The lowest point reached; the start itself when nothing is finite there. */
    double[] run() {
        value = objective.valueAndGradient(x, gradient);
        double[] hessian = new double[size * size];
        objective.seedHessian(x, hessian);
        if (!Double.isFinite(value) || !allFinite(gradient) || !allFinite(hessian)) {
            return x;
        }
        InverseHessian inverse = InverseHessian.seed(hessian, x);
        double[] direction = new double[size];
        for (int i = 0; i < limit; i++) {
            if (!findDirection(inverse, direction)) {
                return x;
            }
            double slope = InverseHessian.dot(gradient, direction);
            if (!(-0.5 * slope > HANDOVER_EDM) || !search(direction, slope)) {
                return x;
            }
            accept(inverse);
        }
        return x;
    }

    /** A direction that can start: parameters that it, or the gradient, would push through their bound are held. */
    private boolean findDirection(InverseHessian inverse, double[] direction) {
        boolean[] held = new boolean[size];
        for (int i = 0; i < size; i++) {
            held[i] = box.leaves(i, x, -gradient[i]);
        }
        for (int attempt = 0; attempt <= size; attempt++) {
            if (!inverse.direction(gradient, held, direction)) {
                return false;
            }
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
    private boolean search(double[] direction, double slope) {
        double reach = box.reach(x, direction);
        double step = reach;
        while (step > SMALLEST_STEP * reach) {
            double found = evaluate(direction, step, step >= reach && reach < 1.0);
            if (found <= value + SUFFICIENT_DECREASE * step * slope) {
                if (step == 1.0) {
                    expand(direction, slope, found);
                }
                return true;
            }
            step = shorter(step, found, slope);
        }
        return false;
    }

    /** Doubles the step while the slope there is still steep and the value keeps falling. */
    private void expand(double[] direction, double slope, double first) {
        double best = first;
        double step = 1.0;
        while (step < LARGEST_STEP && InverseHessian.dot(trialGradient, direction) < CURVATURE * slope) {
            double[] kept = trial.clone();
            double[] keptGradient = trialGradient.clone();
            step *= 2.0;
            double found = evaluate(direction, step, false);
            if (!(found < best)) {
                trial = kept;
                trialGradient = keptGradient;
                trialValue = best;
                return;
            }
            best = found;
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

    private double evaluate(double[] direction, double step, boolean meets) {
        box.move(x, direction, step, meets, trial);
        double found = objective.valueAndGradient(trial, trialGradient);
        trialValue = Double.isFinite(found) && allFinite(trialGradient) ? found : Double.POSITIVE_INFINITY;
        return trialValue;
    }

    private static boolean allFinite(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }

    private void accept(InverseHessian inverse) {
        double[] s = new double[size];
        double[] y = new double[size];
        for (int i = 0; i < size; i++) {
            s[i] = trial[i] - x[i];
            y[i] = trialGradient[i] - gradient[i];
        }
        inverse.update(s, y, InverseHessian.dot(gradient, s));
        double[] oldX = x;
        double[] oldGradient = gradient;
        value = trialValue;
        x = trial;
        gradient = trialGradient;
        trial = oldX;
        trialGradient = oldGradient;
    }
}
