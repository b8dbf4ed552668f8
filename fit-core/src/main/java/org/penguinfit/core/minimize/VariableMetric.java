package org.penguinfit.core.minimize;

import java.util.List;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The default minimiser: BFGS from the inverse Gauss–Newton Hessian (the exact one where the objective is no sum of
 * squares), then trust-region Newton steps with the exact Hessian, which must be positive definite at the end. A sum of
 * squares on which that fails is tried again with damped Gauss–Newton steps (Levenberg–Marquardt) from the start.
 *
 * <p>Bounds act on the variables themselves, without a transformation. At convergence the point is as accurate as the
 * gradient allows: Newton steps go on until rounding stops them.
 */
public final class VariableMetric implements Minimizer {
    /** A minimiser without state, free to share. */
    public VariableMetric() {}

    @Override
    public Minimum minimize(
            TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds, StoppingRule rule) {
        Descent descent = Descent.variableMetric(bounds, rule);
        descent.run(objective, start);
        return descent.report();
    }
}
