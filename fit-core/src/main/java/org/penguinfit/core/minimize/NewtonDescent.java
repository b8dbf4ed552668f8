package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the trust-region Newton method with exact Hessians on the parameters that are not held by a bound.
 *
 * <p>Bounds act on the variables themselves: a step ends where it meets the box, and a parameter is held while it sits on
 * a bound and the gradient presses it outward. Negative curvature is followed; where there is no slope along it, both
 * senses are tried and the lower is taken.
 */
final class NewtonDescent {
    private static final double ACCEPT_RATIO = 1e-4;
    private static final double POOR_RATIO = 0.25;
    private static final double GOOD_RATIO = 0.75;
    private static final double SHRINK = 0.25;
    private static final double GROW = 2.5;
    /** Trust radius, in standard deviations, below which nothing is left to try. */
    private static final double SMALLEST_RADIUS = 1e-16;
    /** A polishing step must at least halve the EDM; Newton on an isolated minimum squares it. */
    private static final double POLISH_GAIN = 0.5;
    /** Enough linear polishing to expose a singular Hessian, where each step gains a constant factor only. */
    private static final int POLISH_STEPS = 60;
    /** How fast the remembered curvature of a parameter may decay per step. */
    private static final double METRIC_DECAY = 0.1;

    /** Above it the reciprocal is no normal number any more. */
    private static final double LARGEST_SQUARE = 1e300;

    private final CountedObjective objective;
    private final Box box;
    private final StoppingRule rule;
    private final double[] metric;
    private EvaluatedPoint current;
    private double radius;
    private int iterations;
    private boolean metWall;

    NewtonDescent(CountedObjective objective, Box box, StoppingRule rule, double[] start) {
        this.objective = objective;
        this.box = box;
        this.rule = rule;
        this.metric = new double[start.length];
        this.current = EvaluatedPoint.of(objective, start.clone());
    }

    /** Descends and says how it ended; {@link #position} is then the end point. */
    Convergence descend() {
        if (!current.isFinite()) {
            return Convergence.NOT_FINITE;
        }
        updateMetric();
        radius = Math.max(1.0, model(current).slope());
        while (iterations < rule.maxIterations()) {
            QuadraticModel model = model(current);
            boolean settled = model.edm() <= rule.edmGoal() && !model.hasNegativeCurvature();
            if (settled && !model.isPositiveDefinite()) {
                return Convergence.SADDLE_OR_FLAT;
            }
            if (settled) {
                polish(model);
                return Convergence.CONVERGED;
            }
            if (!advance(model)) {
                return stuck(model);
            }
        }
        return Convergence.CALL_LIMIT;
    }

    EvaluatedPoint position() {
        return current;
    }

    private Convergence stuck(QuadraticModel model) {
        if (!current.isFinite()) {
            return Convergence.NOT_FINITE;
        }
        if (metWall) {
            return Convergence.HARD_WALL;
        }
        return model.isPositiveDefinite() ? Convergence.STALLED : Convergence.SADDLE_OR_FLAT;
    }

    /** Takes one accepted step, shrinking the radius as often as needed; false when none is left. */
    private boolean advance(QuadraticModel model) {
        metWall = false;
        while (radius > SMALLEST_RADIUS && iterations++ < rule.maxIterations()) {
            Trial trial = bestTrial(model);
            if (trial == null || !trial.moves(current)) {
                return false;
            }
            if (trial.predicted <= current.rounding() && Double.isFinite(trial.value)) {
                return refine(model, 1.0);
            }
            double ratio = (current.value() - trial.value) / trial.predicted;
            boolean accepted = ratio > ACCEPT_RATIO && Double.isFinite(trial.value) && moveTo(trial.x);
            metWall |= !Double.isFinite(trial.value);
            resize(accepted ? ratio : 0.0, trial);
            if (accepted) {
                return true;
            }
        }
        return iterations >= rule.maxIterations();
    }

    private void resize(double ratio, Trial trial) {
        if (!(ratio >= POOR_RATIO)) {
            radius = SHRINK * Math.min(radius, trial.length);
        } else if (ratio > GOOD_RATIO && !trial.clipped) {
            radius = Math.max(radius, GROW * trial.length);
        }
    }

    private boolean moveTo(double[] x) {
        EvaluatedPoint next = EvaluatedPoint.of(objective, x);
        if (!next.isFinite()) {
            return false;
        }
        current = next;
        updateMetric();
        return true;
    }

    private void polish(QuadraticModel model) {
        QuadraticModel latest = model;
        for (int i = 0; rule.polish() && i < POLISH_STEPS && refine(latest, POLISH_GAIN); i++) {
            latest = model(current);
        }
    }

    /** A Newton step judged by the EDM, where values differ by rounding only; false when it gains too little. */
    private boolean refine(QuadraticModel model, double gain) {
        double edm = model.edm();
        double[] step = model.newtonStep();
        double fraction = box.reach(current.x(), step);
        double[] x = new double[step.length];
        box.move(current.x(), step, fraction, fraction < 1.0, x);
        if (edm == 0.0 || Arrays.equals(x, current.x())) {
            return false;
        }
        EvaluatedPoint next = EvaluatedPoint.of(objective, x);
        if (!next.isFinite() || next.value() > current.value() + current.rounding()) {
            return false;
        }
        QuadraticModel there = model(next);
        if (there.hasNegativeCurvature() || !(there.edm() < gain * edm)) {
            return false;
        }
        current = next;
        updateMetric();
        return true;
    }

    private @Nullable Trial bestTrial(QuadraticModel model) {
        Trial best = null;
        for (double[] step : admissibleSteps(model)) {
            Trial trial = trial(step);
            if (best == null || trial.value < best.value) {
                best = trial;
            }
        }
        return best;
    }

    private Trial trial(double[] step) {
        double fraction = box.reach(current.x(), step);
        double[] x = new double[step.length];
        box.move(current.x(), step, fraction, fraction < 1.0, x);
        double[] moved = new double[step.length];
        double squared = 0.0;
        for (int i = 0; i < x.length; i++) {
            moved[i] = x[i] - current.x()[i];
            squared += moved[i] * moved[i] * metric[i];
        }
        return new Trial(x, objective.value(x), -current.modelChange(moved), Math.sqrt(squared), fraction < 1.0);
    }

    /** Steps of the model that can start: a parameter on a bound that every step would push outward is held instead. */
    private List<double[]> admissibleSteps(QuadraticModel model) {
        int[] free = freeIndices(current);
        List<double[]> steps = model.steps(radius);
        while (true) {
            List<double[]> admissible = new ArrayList<>(steps.size());
            int blocked = -1;
            for (double[] step : steps) {
                int leaving = firstLeaving(step, free);
                if (leaving < 0) {
                    admissible.add(step);
                }
                blocked = Math.max(blocked, leaving);
            }
            if (!admissible.isEmpty() || blocked < 0) {
                return admissible;
            }
            free = without(free, blocked);
            steps = QuadraticModel.of(current.gradient(), current.hessian(), free, metric)
                    .steps(radius);
        }
    }

    private int firstLeaving(double[] step, int[] free) {
        for (int i : free) {
            if (box.leaves(i, current.x(), step[i])) {
                return i;
            }
        }
        return -1;
    }

    private static int[] without(int[] indices, int removed) {
        int[] rest = new int[indices.length - 1];
        int count = 0;
        for (int index : indices) {
            if (index != removed) {
                rest[count++] = index;
            }
        }
        return rest;
    }

    private QuadraticModel model(EvaluatedPoint point) {
        return QuadraticModel.of(point.gradient(), point.hessian(), freeIndices(point), metric);
    }

    /** All parameters but those on a bound that the gradient presses outward. */
    private int[] freeIndices(EvaluatedPoint point) {
        int[] indices = new int[point.x().length];
        int count = 0;
        for (int i = 0; i < indices.length; i++) {
            if (!box.leaves(i, point.x(), -point.gradient()[i])) {
                indices[count++] = i;
            }
        }
        return Arrays.copyOf(indices, count);
    }

    private void updateMetric() {
        int n = metric.length;
        for (int i = 0; i < n; i++) {
            metric[i] = Math.max(Math.abs(current.hessian()[i * n + i]), METRIC_DECAY * metric[i]);
            if (metric[i] < Double.MIN_NORMAL) {
                metric[i] = 1.0 / Math.min(Math.max(1.0, current.x()[i] * current.x()[i]), LARGEST_SQUARE);
            }
        }
    }

    /** A candidate point: its value, the decrease the model predicts, and the scaled length of the way there. */
    private static final class Trial {
        private final double[] x;
        private final double value;
        private final double predicted;
        private final double length;
        private final boolean clipped;

        Trial(double[] x, double value, double predicted, double length, boolean clipped) {
            this.x = x;
            this.value = Double.isFinite(value) ? value : Double.POSITIVE_INFINITY;
            this.predicted = predicted;
            this.length = length;
            this.clipped = clipped;
        }

        /** Whether the point differs from {@code from} by more than the last digit. */
        boolean moves(EvaluatedPoint from) {
            for (int i = 0; i < x.length; i++) {
                if (Math.abs(x[i] - from.x()[i]) > Math.ulp(from.x()[i])) {
                    return true;
                }
            }
            return false;
        }
    }
}
