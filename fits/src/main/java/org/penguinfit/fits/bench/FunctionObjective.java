package org.penguinfit.fits.bench;

import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.likelihoods.expression.PredictionVector;

/** A prediction as the function to minimise. One thread at a time. */
final class FunctionObjective implements TwiceDifferentiableObjective {
    private final PredictionVector.Evaluator evaluator;
    private final double[] value = new double[1];

    /** @param function a vector of one prediction */
    FunctionObjective(PredictionVector function) {
        this.evaluator = function.evaluator();
    }

    @Override
    public double value(double[] theta) {
        evaluator.values(theta, value);
        return value[0];
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        evaluator.valuesAndGradients(theta, value, gradient);
        return value[0];
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        evaluator.valuesGradientsAndHessians(theta, value, gradient, hessian);
        return value[0];
    }
}
