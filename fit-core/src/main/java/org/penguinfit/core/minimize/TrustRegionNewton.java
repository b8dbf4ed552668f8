package org.penguinfit.core.minimize;

import java.util.List;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The trust-region Newton method with exact Hessians alone: the cheapest way down from a start close to a minimum, as in
 * a profile where the neighbouring point is known.
 */
public final class TrustRegionNewton implements Minimizer {
    /** A minimiser without state, free to share. */
    public TrustRegionNewton() {}

    @Override
    public Minimum minimize(
            TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds, StoppingRule rule) {
        double[] x = startInside(start, bounds);
        return finish(new CountedObjective(objective), new Box(bounds), rule, x);
    }

    static double[] startInside(double[] start, List<Bounds> bounds) {
        if (start.length != bounds.size()) {
            throw new IllegalArgumentException(
                    "start has " + start.length + " parameters, bounds have " + bounds.size());
        }
        double[] x = start.clone();
        new Box(bounds).clamp(x);
        return x;
    }

    static Minimum finish(CountedObjective objective, Box box, StoppingRule rule, double[] x) {
        NewtonDescent descent = new NewtonDescent(objective, box, rule, x);
        Convergence ended = descent.descend();
        return MinimumReport.of(descent.position(), ended, box, objective.count());
    }
}
