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
        Descent descent = Descent.trustRegion(bounds, rule);
        descent.run(objective, start);
        return descent.report();
    }
}
