package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.Random;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** ½ xᵀAx + b·x + c. */
final class Quadratic implements TwiceDifferentiableObjective {
    private final double[] b;
    private final double c;
    private final double[] a;

    Quadratic(double[] b, double c, double[] a) {
        this.b = b;
        this.c = c;
        this.a = a;
    }

    /** A = MᵀM + 0.1 with Gaussian M, so positive definite. */
    static Quadratic random(Random random, int n) {
        double[] m = random.doubles((long) n * n, -1, 1).toArray();
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 0.1;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i * n + j] += m[k * n + i] * m[k * n + j];
                }
            }
        }
        return new Quadratic(random.doubles(n, -2, 2).toArray(), 1.0, a);
    }

    @Override
    public double value(double[] theta) {
        return valueAndGradient(theta, new double[b.length]);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double value = c;
        Arrays.fill(gradient, 0.0);
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b.length; j++) {
                gradient[i] += a[i * b.length + j] * theta[j];
            }
            value += (0.5 * gradient[i] + b[i]) * theta[i];
            gradient[i] += b[i];
        }
        return value;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        System.arraycopy(a, 0, hessian, 0, a.length);
        return valueAndGradient(theta, gradient);
    }
}
