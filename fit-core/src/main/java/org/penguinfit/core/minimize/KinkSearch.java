package org.penguinfit.core.minimize;

import org.penguinfit.core.linalg.DotProduct;

/**
 * Goes on where a smooth descent jams at a kink, such as |x|: a bundle method with aggregation (Kiwiel, Methods of Descent
 * for Nondifferentiable Optimization, 1985, chapter 2). The gradients on the sides of the kink are combined into the
 * shortest one; while that is not zero its negative is a way down along the kink, and where it is zero the point is a
 * minimum.
 */
final class KinkSearch {
    /** Scaled distance at which the other side of a kink is looked for. */
    private static final double SIDESTEP = 1e-8;

    /** A slope ahead of more than this part of the slope here is the same smooth piece. */
    private static final double STILL_FALLING = 0.9;

    private static final int ROUNDS = 300;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double SMALLEST_STEP = 1e-9;

    private final CountedObjective objective;
    private final Box box;
    private final QuadraticModel model;
    private final EndPoint place;
    private final double[] metric;
    private final double[] shortest;
    private final double[] difference;
    private final double[] step;
    private final Trial trial;

    /** @param model of the place, positive definite; its gradient is used as scratch */
    KinkSearch(CountedObjective objective, Box box, QuadraticModel model, EndPoint place, double[] metric) {
        int n = place.x.length;
        this.objective = objective;
        this.box = box;
        this.model = model;
        this.place = place;
        this.metric = metric;
        this.shortest = place.gradient.clone();
        this.difference = new double[n];
        this.step = new double[n];
        this.trial = new Trial(n);
    }

    /** Descends along kinks and leaves the place where it ends; true when that is a minimum. */
    boolean isMinimum(StoppingRule rule) {
        for (int round = 0; round < Math.min(ROUNDS, rule.maxIterations()); round++) {
            double edm = edm(shortest);
            if (edm <= rule.edmGoal()) {
                return round > 0;
            }
            model.newtonStep(step);
            if (descends(edm)) {
                trial.adoptInto(place);
                System.arraycopy(place.gradient, 0, shortest, 0, shortest.length);
            } else if (!combine()) {
                return false;
            }
        }
        return false;
    }

    private double edm(double[] gradient) {
        model.setGradient(gradient);
        return model.edm();
    }

    private boolean descends(double edm) {
        for (double fraction = 1.0; fraction > SMALLEST_STEP; fraction *= 0.5) {
            trial.go(place, step, box, metric, objective);
            if (trial.isFinite()
                    && trial.value < place.value - place.rounding() - SUFFICIENT_DECREASE * 2.0 * fraction * edm) {
                return true;
            }
            for (int i = 0; i < step.length; i++) {
                step[i] *= 0.5;
            }
        }
        return false;
    }

    /** Shortens the combined gradient by the one a little ahead; false when that one does not oppose it. */
    private boolean combine() {
        double before = edm(shortest);
        model.newtonStep(step);
        double shrink = SIDESTEP / Math.max(Math.sqrt(2.0 * before), SIDESTEP);
        for (int i = 0; i < step.length; i++) {
            step[i] *= shrink;
        }
        trial.go(place, step, box, metric, objective);
        if (!trial.isFinite() || !trial.moves(place)) {
            return false;
        }
        if (DotProduct.of(trial.gradient, step) < STILL_FALLING * -2.0 * before * shrink) {
            return false; // smooth ahead: no kink, but rounding or wrong derivatives
        }
        for (int i = 0; i < step.length; i++) {
            difference[i] = trial.gradient[i] - shortest[i];
        }
        double other = edm(trial.gradient);
        double apart = edm(difference);
        double weight = Math.min(1.0, Math.max(0.0, (before - other + apart) / (2.0 * apart)));
        if (!(weight > 0.0)) {
            return false;
        }
        Rows.add(weight, difference, shortest);
        return true;
    }
}
