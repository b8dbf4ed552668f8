package org.penguinfit.fits.bench;

import java.util.Arrays;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.LeastSquaresObjective;
import org.penguinfit.likelihoods.expression.PredictionVector;

/** The sum of squares Σ ((μₖ − yₖ)/σ)² of a model, with one σ for all data. One thread at a time. */
final class ResidualObjective implements LeastSquaresObjective {
    private final PredictionVector.Evaluator evaluator;
    private final double[] data;
    private final double weight;
    private final int n;
    private final double[] residuals;
    private final double[] jacobian;
    private final double[] curvatures;

    /** @param sigma standard deviation of each datum, positive */
    ResidualObjective(PredictionVector model, Vector data, double sigma) {
        this.weight = 1 / sigma;
        this.evaluator = model.evaluator();
        this.data = data.toArray();
        this.n = model.parameterCount();
        this.residuals = new double[this.data.length];
        this.jacobian = new double[this.data.length * n];
        this.curvatures = new double[this.data.length * n * n];
    }

    @Override
    public int residualCount() {
        return data.length;
    }

    @Override
    public void residuals(double[] theta, double[] out) {
        evaluator.values(theta, out);
        reduce(out);
    }

    @Override
    public void residualsAndJacobian(double[] theta, double[] out, double[] derivatives) {
        evaluator.valuesAndGradients(theta, out, derivatives);
        reduce(out);
        scale(derivatives);
    }

    private void reduce(double[] out) {
        for (int k = 0; k < data.length; k++) {
            out[k] = weight * (out[k] - data[k]);
        }
    }

    private void scale(double[] derivatives) {
        for (int k = 0; k < derivatives.length; k++) {
            derivatives[k] *= weight;
        }
    }

    private double sumOfSquares() {
        double sum = 0;
        for (double residual : residuals) {
            sum += residual * residual;
        }
        return sum;
    }

    @Override
    public double value(double[] theta) {
        residuals(theta, residuals);
        return sumOfSquares();
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        residualsAndJacobian(theta, residuals, jacobian);
        writeGradient(gradient);
        return sumOfSquares();
    }

    private void writeGradient(double[] gradient) {
        Arrays.fill(gradient, 0);
        for (int k = 0; k < data.length; k++) {
            for (int i = 0; i < n; i++) {
                gradient[i] += 2 * residuals[k] * jacobian[k * n + i];
            }
        }
    }

    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        residualsAndJacobian(theta, residuals, jacobian);
        writeGaussNewton(hessian);
    }

    private void writeGaussNewton(double[] hessian) {
        Arrays.fill(hessian, 0);
        for (int k = 0; k < data.length; k++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    hessian[i * n + j] += 2 * jacobian[k * n + i] * jacobian[k * n + j];
                }
            }
        }
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        evaluator.valuesGradientsAndHessians(theta, residuals, jacobian, curvatures);
        reduce(residuals);
        scale(jacobian);
        scale(curvatures);
        writeGradient(gradient);
        writeGaussNewton(hessian);
        for (int k = 0; k < data.length; k++) {
            for (int ij = 0; ij < n * n; ij++) {
                hessian[ij] += 2 * residuals[k] * curvatures[k * n * n + ij];
            }
        }
        return sumOfSquares();
    }
}
