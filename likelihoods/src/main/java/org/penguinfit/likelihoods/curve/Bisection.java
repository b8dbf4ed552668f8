package org.penguinfit.likelihoods.curve;

import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/** Roots between two points of opposite signs, to the last digits. */
final class Bisection {
    private static final int EVALUATIONS = 300;
    private static final double RELATIVE = 1e-15;

    private Bisection() {}

    static double root(UnivariateFunction function, double low, double high) {
        double absolute = Math.max(Math.ulp(Math.max(Math.abs(low), Math.abs(high))), Double.MIN_NORMAL);
        return new BracketingNthOrderBrentSolver(RELATIVE, absolute, Double.MIN_VALUE, 5)
                .solve(EVALUATIONS, function, low, high);
    }
}
