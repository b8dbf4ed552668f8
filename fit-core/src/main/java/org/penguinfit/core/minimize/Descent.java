package org.penguinfit.core.minimize;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.NewtonDescent.Damping;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * One minimisation after another within the same bounds, on one thread and in the same memory: the lean form of
 * {@link VariableMetric} and {@link TrustRegionNewton}, for toys, profiles and scans. {@link #run} returns the status; the
 * other methods tell about the last run.
 */
public final class Descent {
    private final Box box;
    private final StoppingRule rule;
    private final double[] start;
    private final @Nullable QuasiNewtonDescent first;
    private final NewtonDescent newton;
    private CountedObjective objective;
    private Convergence status = Convergence.NOT_FINITE;
    private @Nullable Minimum earlier;

    private Descent(List<Bounds> bounds, StoppingRule rule, boolean quasiNewton) {
        this.box = new Box(bounds);
        this.rule = rule;
        this.start = new double[bounds.size()];
        this.first = quasiNewton && start.length > 0 ? new QuasiNewtonDescent(start.length) : null;
        this.objective = new CountedObjective(new NoObjective());
        this.newton = new NewtonDescent(start.length, objective, box, rule);
    }

    /** The method of {@link VariableMetric}. */
    public static Descent variableMetric(List<Bounds> bounds, StoppingRule rule) {
        return new Descent(bounds, rule, true);
    }

    /** The method of {@link TrustRegionNewton}. */
    public static Descent trustRegion(List<Bounds> bounds, StoppingRule rule) {
        return new Descent(bounds, rule, false);
    }

    /**
     * Minimises from a start point.
     *
     * @param from shape [n], clamped into the bounds; not modified
     * @throws IllegalArgumentException when {@code from} has another length than the bounds
     */
    public Convergence run(TwiceDifferentiableObjective function, double[] from) {
        if (from.length != start.length) {
            throw new IllegalArgumentException("start has " + from.length + " parameters, bounds have " + start.length);
        }
        System.arraycopy(from, 0, start, 0, start.length);
        box.clamp(start);
        objective = new CountedObjective(function);
        earlier = null;
        double[] near = first == null ? start : first.run(objective, box, rule, start);
        status = newton.descend(objective, near, Damping.NONE);
        for (Damping damping : List.of(Damping.KEEPING_SCALES, Damping.FOLLOWING_SCALES)) {
            if (!status.isConverged() && status != Convergence.KINK && objective.isSumOfSquares()) {
                tryDamped(damping);
            }
        }
        status = earlier == null && status == Convergence.CONVERGED && isAtLimit() ? Convergence.AT_LIMIT : status;
        return status;
    }

    /** A sum of squares far from its minimum: what plain steps lose, damped Gauss–Newton steps from the start may find. */
    private void tryDamped(Damping damping) {
        Minimum before = report();
        Convergence again = newton.descend(objective, start, damping);
        boolean lower = newton.place().value < before.value();
        if (again.isConverged() || (lower && (again.isMinimum() || !status.isMinimum()))) {
            status = again;
            earlier = null;
        } else {
            earlier = before;
        }
    }

    private boolean isAtLimit() {
        double[] x = newton.place().x;
        for (int i = 0; i < x.length; i++) {
            if (box.onBound(i, x) && !box.isFixed(i)) {
                return true;
            }
        }
        return false;
    }

    /** −2 ln L where the last run ended. */
    public double value() {
        return earlier == null ? newton.place().value : earlier.value();
    }

    /** Writes the point where the last run ended. */
    public void point(double[] out) {
        double[] x = earlier == null ? newton.place().x : earlier.point().toArray();
        System.arraycopy(x, 0, out, 0, out.length);
    }

    /** Estimated distance of the last run to the minimum, as {@link Minimum#edm}. */
    public double edm() {
        return earlier == null ? newton.edm() : earlier.edm();
    }

    /** Whether the last run converged to a Hessian that is positive definite beyond doubt: a report says no more about it. */
    public boolean isProven() {
        return earlier == null && status.isConverged() && newton.isWellConditioned();
    }

    /** What the last run cost. */
    public EvaluationCount evaluations() {
        return objective.count();
    }

    /**
     * The status as promised: converged means with a covariance, which a nearly singular Hessian has to show first.
     */
    private Convergence confirmed(Minimum candidate) {
        boolean doubtful = status.isConverged()
                && !newton.isWellConditioned()
                && !candidate.free().isEmpty();
        return doubtful && candidate.covariance().isEmpty() ? Convergence.FLAT : status;
    }

    /** All about the end of the last run, in memory of its own. */
    public Minimum report() {
        if (earlier != null) {
            return earlier;
        }
        EndPoint place = newton.place();
        boolean finite = place.isFinite();
        Minimum found = new Minimum(
                Vector.of(place.x),
                place.value,
                finite ? newton.edm() : Double.NaN,
                finite ? status : Convergence.NOT_FINITE,
                box,
                finite ? Vector.of(place.hessian) : Vector.of(),
                newton.isSmooth() && status != Convergence.KINK,
                objective.count());
        return found.withStatus(confirmed(found));
    }

    /** What stands in place of an objective before the first run. */
    private record NoObjective() implements TwiceDifferentiableObjective {
        @Override
        public double value(double[] theta) {
            return Double.NaN;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            return Double.NaN;
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            return Double.NaN;
        }
    }
}
