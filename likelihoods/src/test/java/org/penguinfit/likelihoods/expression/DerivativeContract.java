package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Gradient and Hessian of every observable against extrapolated central differences. */
public final class DerivativeContract {
    /** Relative to the largest entry; extrapolated differences in double precision reach about 1e-9. */
    private static final double TOLERANCE = 1e-6;

    private DerivativeContract() {}

    /** Checks all derivatives at a point; {@code h} is the largest step, in the unit of the parameters. */
    public static void check(String what, PredictionVector predictions, double[] theta, double h) {
        int n = predictions.parameterCount();
        int m = predictions.observableCount();
        PredictionVector.Evaluator evaluator = predictions.evaluator();
        double[] mu = new double[m];
        double[] jacobian = new double[m * n];
        double[] hessians = new double[m * n * n];
        evaluator.valuesGradientsAndHessians(theta, mu, jacobian, hessians);
        double[] again = new double[m];
        double[] gradients = new double[m * n];
        evaluator.valuesAndGradients(theta, again, gradients);
        assertThat(again).as(what).containsExactly(mu);
        assertThat(gradients).as(what).containsExactly(jacobian);
        for (int k = 0; k < m; k++) {
            checkGradient(what, predictions, k, theta, h, mu, jacobian);
            checkHessian(what, predictions, k, theta, h, jacobian, hessians);
        }
    }

    private static void checkGradient(
            String what, PredictionVector p, int k, double[] theta, double h, double[] mu, double[] jacobian) {
        int n = p.parameterCount();
        PredictionVector.Evaluator evaluator = p.evaluator();
        double[] values = new double[p.observableCount()];
        double scale = Math.abs(mu[k]) + largest(jacobian, k * n, n);
        for (int i = 0; i < n; i++) {
            double expected = Richardson.derivative(
                    x -> {
                        evaluator.values(x, values);
                        return values[k];
                    },
                    theta,
                    i,
                    h);
            assertThat(jacobian[k * n + i])
                    .as("%s, gradient %d", what, i)
                    .isCloseTo(expected, within(TOLERANCE * scale));
        }
    }

    private static void checkHessian(
            String what, PredictionVector p, int k, double[] theta, double h, double[] jacobian, double[] hessians) {
        int n = p.parameterCount();
        PredictionVector.Evaluator evaluator = p.evaluator();
        double[] values = new double[p.observableCount()];
        double[] gradients = new double[p.observableCount() * n];
        double scale = largest(jacobian, k * n, n) + largest(hessians, k * n * n, n * n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                int row = k * n + j;
                double expected = Richardson.derivative(
                        x -> {
                            evaluator.valuesAndGradients(x, values, gradients);
                            return gradients[row];
                        },
                        theta,
                        i,
                        h);
                assertThat(hessians[(k * n + i) * n + j])
                        .as("%s, Hessian %d %d", what, i, j)
                        .isCloseTo(expected, within(TOLERANCE * scale));
            }
        }
    }

    private static double largest(double[] array, int from, int count) {
        double largest = 0;
        for (int i = from; i < from + count; i++) {
            largest = Math.max(largest, Math.abs(array[i]));
        }
        return largest;
    }
}
