package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * Follows the profile of one parameter from a minimum to given points, outward on both sides: a step along the tangent and
 * a Newton correction per point. The cheap way to a smooth curve; {@link ProfileLikelihood} searches for other branches.
 *
 * @param minimizer refines a lower point that was met
 */
public record ProfileContinuation(Minimizer minimizer) {
    private static final int ADOPTIONS = 10;

    /** The default minimiser. */
    public static ProfileContinuation standard() {
        return new ProfileContinuation(new VariableMetric());
    }

    /**
     * Profiles one parameter at the points given.
     *
     * @param bounds one entry per parameter
     * @param start the minimum to start from, all parameters
     * @param index the profiled parameter
     * @param xs points within the bounds of the parameter, in any order
     * @throws IllegalArgumentException when a point is outside the bounds or the start has the wrong size
     */
    public ProfileTrace trace(
            TwiceDifferentiableObjective objective, List<Bounds> bounds, Vector start, int index, double... xs) {
        if (start.size() != bounds.size()) {
            throw new IllegalArgumentException(
                    "the start has " + start.size() + " parameters instead of " + bounds.size());
        }
        for (double x : xs) {
            if (!bounds.get(index).contains(x)) {
                throw new IllegalArgumentException("a profile point lies outside the bounds: " + x);
            }
        }
        ConditionalMinimizer path = new ConditionalMinimizer(objective, bounds, index);
        Tracing tracing = new Tracing(path, index, xs);
        tracing.from(start.toArray());
        Vector best = start;
        double reference = objective.value(start.toArray());
        EvaluationCount cost = new EvaluationCount(1, 0, 0);
        boolean adopted = false;
        for (int i = 0; i < ADOPTIONS && tracing.isBelow(reference); i++) {
            Minimum lower = minimizer.minimize(objective, tracing.lowestPoint(), bounds, StoppingRule.standard());
            cost = cost.plus(lower.evaluations());
            best = lower.point();
            reference = lower.value();
            adopted = true;
            tracing.from(best.toArray());
        }
        return tracing.result(reference, best, adopted, cost.plus(path.evaluations()));
    }

    /** The lowest points found so far. */
    private static final class Tracing {
        private final ConditionalMinimizer path;
        private final int index;
        private final double[] xs;
        private final Integer[] ascending;
        private final double[] values;
        private final double[][] points;
        private final Convergence[] states;

        Tracing(ConditionalMinimizer path, int index, double[] xs) {
            this.path = path;
            this.index = index;
            this.xs = xs.clone();
            this.values = new double[xs.length];
            this.points = new double[xs.length][];
            this.states = new Convergence[xs.length];
            this.ascending = new Integer[xs.length];
            Arrays.setAll(ascending, i -> i);
            Arrays.sort(ascending, Comparator.comparingDouble(i -> xs[i]));
            Arrays.fill(values, Double.POSITIVE_INFINITY);
        }

        void from(double[] start) {
            int above = 0;
            while (above < xs.length && xs[ascending[above]] < start[index]) {
                above++;
            }
            path.startAt(start);
            for (int k = above; k < xs.length; k++) {
                visit(ascending[k]);
            }
            if (above > 0) {
                path.startAt(start);
            }
            for (int k = above - 1; k >= 0; k--) {
                visit(ascending[k]);
            }
        }

        private void visit(int k) {
            Convergence status = path.moveTo(xs[k]);
            double value = Double.isFinite(path.value()) ? path.value() : Double.POSITIVE_INFINITY;
            if (points[k] == null || value < values[k]) {
                values[k] = value;
                points[k] = path.point();
                states[k] = status;
            }
        }

        private int lowest() {
            int lowest = 0;
            for (int k = 1; k < xs.length; k++) {
                lowest = values[k] < values[lowest] ? k : lowest;
            }
            return lowest;
        }

        double[] lowestPoint() {
            return points[lowest()];
        }

        boolean isBelow(double reference) {
            return xs.length > 0
                    && values[lowest()] < reference - ProfileNode.SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(reference));
        }

        ProfileTrace result(double reference, Vector best, boolean adopted, EvaluationCount cost) {
            List<ProfilePoint> found = new ArrayList<>(xs.length);
            int failed = 0;
            for (int k = 0; k < xs.length; k++) {
                found.add(new ProfilePoint(xs[k], values[k], Vector.of(points[k]), states[k]));
                failed += states[k].isMinimum() || states[k] == Convergence.SADDLE_OR_FLAT ? 0 : 1;
            }
            return new ProfileTrace(index, found, reference, best, adopted, failed, cost);
        }
    }
}
