package org.penguinfit.likelihoods.kernel;

import org.penguinfit.likelihoods.expression.PredictionVector;

/** Predictions that are no polynomials, as their evaluator computes them. */
final class EvaluatorRows implements Rows {
    private final PredictionVector predictions;
    private final PredictionVector.Evaluator evaluator;
    private final int count;
    private final int parameterCount;
    private final double[] jacobian;
    private final double[] curvatures;

    EvaluatorRows(PredictionVector predictions) {
        this.predictions = predictions;
        this.evaluator = predictions.evaluator();
        this.count = predictions.observableCount();
        this.parameterCount = predictions.parameterCount();
        this.jacobian = new double[count * parameterCount];
        this.curvatures = new double[count * parameterCount * parameterCount];
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public Rows another() {
        return new EvaluatorRows(predictions);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        switch (order) {
            case VALUES -> evaluator.values(theta, y);
            case GRADIENT -> evaluator.valuesAndGradients(theta, y, jacobian);
            case HESSIAN -> evaluator.valuesGradientsAndHessians(theta, y, jacobian, curvatures);
        }
        for (int r = 0; r < count; r++) {
            y[r] += offset[r];
        }
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        for (int r = 0; r < count; r++) {
            if (u[r] != 0) {
                add(gradient, parameterCount, u[r], jacobian, r * parameterCount);
            }
        }
    }

    private static void add(double[] y, int length, double s, double[] x, int start) {
        for (int i = 0; i < length; i++) {
            y[i] += s * x[start + i];
        }
    }

    @Override
    public void jacobian(double[][] transposed) {
        for (int i = 0; i < parameterCount; i++) {
            for (int r = 0; r < count; r++) {
                transposed[i][r] = jacobian[r * parameterCount + i];
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        int block = parameterCount * parameterCount;
        for (int r = 0; r < count; r++) {
            if (u[r] != 0) {
                add(hessian, block, u[r], curvatures, r * block);
            }
        }
    }
}
