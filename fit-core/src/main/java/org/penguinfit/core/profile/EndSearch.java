package org.penguinfit.core.profile;

import java.util.List;
import java.util.OptionalDouble;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The interval ends of one parameter.
 *
 * <p>First Newton's method on profile = threshold (Venzon and Moolgavkar, Appl. Statist. 37 (1988) 87), which solves for
 * the parameter and the others at once: each step combines the Newton step of the others with the root of the profile's
 * quadratic model. Where it does not converge at once to an end near the predicted one, {@link EndContinuation} takes over.
 */
final class EndSearch {
    private static final int STEPS = 8;
    /** The last step, in units of the distance of the end from the minimum: what is left after it is far smaller. */
    private static final double STEP_GOAL = 1e-9;

    /** A step with an old factorisation must shrink the error by this factor, else the Hessian is evaluated again. */
    private static final double CHORD_GAIN = 0.05;
    /** EDM over the others below which an end counts as reached; the next Newton step squares it. */
    private static final double EDM_GOAL = 1e-10;
    /** Ends further off the prediction than this factor are left to the continuation, which cannot jump over anything. */
    private static final double TRUSTED_RATIO = 1.3;

    private final int index;
    private final Bounds bounds;
    private final Minimum minimum;
    private final ConditionalMinimizer path;
    private final LocalModel model;
    private final EndContinuation continuation;
    private final double[] shift = new double[1];

    EndSearch(TwiceDifferentiableObjective objective, List<Bounds> bounds, int index, Minimum minimum) {
        this.index = index;
        this.bounds = bounds.get(index);
        this.minimum = minimum;
        this.path = new ConditionalMinimizer(objective, bounds, index);
        this.model = path.model();
        this.continuation = new EndContinuation(path, this.bounds, index, minimum);
    }

    EvaluationCount evaluations() {
        return path.evaluations();
    }

    /**
     * The end on one side.
     *
     * @param direction +1 or −1
     * @throws LowerMinimumMet when the objective goes below the minimum
     */
    ProfileEnd find(double delta, int direction) throws LowerMinimumMet {
        double best = minimum.point().get(index);
        double limit = direction > 0 ? bounds.upper() : bounds.lower();
        if (best == limit) {
            return new ProfileEnd(best, ProfileEnd.Status.AT_LIMIT, "", minimum.value(), delta, minimum.point());
        }
        OptionalDouble sigma = minimum.uncertainty(index);
        if (sigma.isPresent()) {
            double offset = direction * sigma.getAsDouble() * Math.sqrt(delta);
            boolean inside = bounds.contains(best + TRUSTED_RATIO * offset);
            if (inside && newton(best, offset, minimum.value() + delta)) {
                double mismatch = Math.abs(model.profileValue() - minimum.value() - delta);
                return new ProfileEnd(
                        model.theta[index],
                        ProfileEnd.Status.FOUND,
                        "",
                        minimum.value() + delta,
                        mismatch,
                        Vector.of(model.theta));
            }
            return continuation.find(delta, direction, 0.5 * Math.abs(offset));
        }
        return continuation.find(delta, direction, Double.NaN);
    }

    /** Leaves the end in the model; false when the continuation should look. */
    private boolean newton(double best, double offset, double threshold) throws LowerMinimumMet {
        predict(offset);
        boolean fresh = true;
        double last = Double.POSITIVE_INFINITY;
        for (int i = 0; i < STEPS; i++) {
            fresh = fresh || !model.evaluateGradient() || !model.sameActiveSet();
            if (fresh && !model.refresh()) {
                return false;
            }
            if (!fresh) {
                model.newton();
            }
            LowerMinimumMet.check(model.value, minimum.value(), model.theta);
            double step = stepToThreshold(threshold, Math.signum(offset));
            double ratio = (model.theta[index] + step - best) / offset;
            if (!(ratio < TRUSTED_RATIO && ratio > 1.0 / TRUSTED_RATIO)) {
                return false;
            }
            double size = Math.abs(step / offset);
            boolean converged = size <= STEP_GOAL && model.edm <= EDM_GOAL;
            if (!fresh && !converged && Math.max(size, Math.sqrt(Math.abs(model.edm))) > CHORD_GAIN * last) {
                fresh = true;
                continue;
            }
            last = Math.max(size, Math.sqrt(Math.abs(model.edm)));
            step(step);
            if (converged) {
                return true;
            }
            fresh = false;
        }
        return false;
    }

    /** The point where the quadratic model at the minimum has its end: along the column of the covariance. */
    private void predict(double offset) {
        double[] point = minimum.point().toArray();
        int row = minimum.free().indexOf(index);
        double variance = minimum.covariance().orElseThrow().get(row, row);
        for (int k = 0; k < minimum.free().size(); k++) {
            int i = minimum.free().get(k);
            point[i] += minimum.covariance().orElseThrow().get(k, row) / variance * offset;
        }
        model.place(point);
    }

    /** Root of ½ S s² + q s + (p − threshold) on the rising side; NaN when the model has none. */
    private double stepToThreshold(double threshold, double direction) {
        double slope = model.slope[0];
        double missing = threshold - model.profileValue();
        double root = Math.sqrt(slope * slope + 2.0 * model.curvature[0] * missing);
        return direction * slope > 0.0 ? 2.0 * missing / (slope + direction * root) : Double.NaN;
    }

    private void step(double along) {
        shift[0] = along;
        model.stepOthers();
        model.moveAlongTangent(shift);
    }
}
