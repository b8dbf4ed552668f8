package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleBounds;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.BOBYQAOptimizer;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * BOBYQA (Powell 2009; Hipparchus), which uses values alone, for objectives whose derivatives mislead far from the minimum;
 * finished and judged like the others by Newton steps with the derivatives of the objective, exact or by
 * {@link org.penguinfit.core.objective.NumericalDerivatives}.
 *
 * <p>What the library cannot take is kept from it: every parameter is measured in units of its start value, one parameter is
 * joined by an idle one, values that are not finite become large, and where it gives up the lowest point so far is used.
 */
public final class DerivativeFree implements Minimizer {
    private static final double FIRST_RADIUS = 0.2;
    private static final double LAST_RADIUS = 1e-5;
    private static final int EVALUATIONS_PER_PARAMETER = 300;

    /** A value that is not finite counts as this many times the spread of the finite ones above the highest. */
    private static final double WALL_HEIGHT = 10.0;

    /** A minimiser without state, free to share. */
    public DerivativeFree() {}

    @Override
    public Minimum minimize(
            TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds, StoppingRule rule) {
        Descent descent = Descent.variableMetric(bounds, rule);
        Search search = new Search(objective, start, bounds);
        search.run(rule);
        descent.run(objective, search.best);
        return descent.report().withEarlier(new EvaluationCount(search.evaluations, 0, 0));
    }

    /** One run of the library over the scaled parameters that are not fixed. */
    private static final class Search {
        private final TwiceDifferentiableObjective objective;
        private final Box box;
        private final double[] best;
        private final int[] free;
        private final double[] origin;
        private final double[] unit;
        private final double[] theta;
        private double lowest;
        private double highest;
        private long evaluations;

        Search(TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds) {
            if (start.length != bounds.size()) {
                throw new IllegalArgumentException(
                        "start has " + start.length + " parameters, bounds have " + bounds.size());
            }
            this.objective = objective;
            this.box = new Box(bounds);
            this.best = start.clone();
            box.clamp(best);
            this.free = box.movable();
            this.origin = best.clone();
            this.theta = best.clone();
            this.unit = new double[free.length];
            for (int a = 0; a < free.length; a++) {
                double own = Math.abs(origin[free[a]]);
                double width = box.width(free[a]);
                unit[a] = Math.min(own > 0.0 ? own : 1.0, width);
            }
            this.lowest = objective.value(best);
            this.highest = lowest;
        }

        void run(StoppingRule rule) {
            int n = Math.max(2, free.length);
            if (free.length == 0 || !Double.isFinite(lowest)) {
                return;
            }
            double[] lower = new double[n];
            double[] upper = new double[n];
            Arrays.fill(lower, -1.0);
            Arrays.fill(upper, 1.0);
            for (int a = 0; a < free.length; a++) {
                lower[a] = (box.lower(free[a]) - origin[free[a]]) / unit[a];
                upper[a] = (box.upper(free[a]) - origin[free[a]]) / unit[a];
            }
            try {
                new BOBYQAOptimizer(2 * n + 1, FIRST_RADIUS, LAST_RADIUS)
                        .optimize(
                                new MaxEval((int) Math.min(rule.maxIterations(), (long) EVALUATIONS_PER_PARAMETER * n)),
                                new ObjectiveFunction(this::value),
                                GoalType.MINIMIZE,
                                new InitialGuess(new double[n]),
                                new SimpleBounds(lower, upper));
            } catch (MathRuntimeException | ArrayIndexOutOfBoundsException e) {
                return; // the limit of calls, or rounding: the lowest point so far stands
            }
        }

        private double value(double[] z) {
            System.arraycopy(origin, 0, theta, 0, theta.length);
            for (int a = 0; a < free.length; a++) {
                theta[free[a]] = origin[free[a]] + unit[a] * z[a];
            }
            box.clamp(theta);
            evaluations++;
            double value = objective.value(theta);
            if (!Double.isFinite(value)) {
                return highest + WALL_HEIGHT * (1.0 + highest - lowest);
            }
            highest = Math.max(highest, value);
            if (value < lowest) {
                lowest = value;
                System.arraycopy(theta, 0, best, 0, best.length);
            }
            return free.length == 1 ? value + z[1] * z[1] : value;
        }
    }
}
