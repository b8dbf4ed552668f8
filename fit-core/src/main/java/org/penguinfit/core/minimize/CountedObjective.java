package org.penguinfit.core.minimize;

import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.GaussNewtonObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** An objective that counts its calls; one per minimisation, so not shared between threads. */
final class CountedObjective {
    private final TwiceDifferentiableObjective objective;
    private long values;
    private long gradients;
    private long hessians;

    CountedObjective(TwiceDifferentiableObjective objective) {
        this.objective = objective;
    }

    double value(double[] theta) {
        values++;
        return objective.value(theta);
    }

    double valueAndGradient(double[] theta, double[] gradient) {
        gradients++;
        return objective.valueAndGradient(theta, gradient);
    }

    double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        hessians++;
        return objective.valueGradientAndHessian(theta, gradient, hessian);
    }

    boolean isSumOfSquares() {
        return objective instanceof GaussNewtonObjective;
    }

    /** As {@link #valueGradientAndHessian}, with the Gauss–Newton Hessian where the objective offers one. */
    double valueGradientAndSeed(double[] theta, double[] gradient, double[] hessian) {
        if (objective instanceof GaussNewtonObjective sumOfSquares) {
            hessians++;
            sumOfSquares.gaussNewtonHessian(theta, hessian);
            return valueAndGradient(theta, gradient);
        }
        return valueGradientAndHessian(theta, gradient, hessian);
    }

    EvaluationCount count() {
        return new EvaluationCount(values, gradients, hessians);
    }
}
