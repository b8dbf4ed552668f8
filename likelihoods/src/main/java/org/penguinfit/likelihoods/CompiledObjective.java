package org.penguinfit.likelihoods;

import java.util.Arrays;

/** −2 ln L as the sum of its compiled parts. */
class CompiledObjective implements LikelihoodObjective {
    final Part[] parts;
    private final int n;

    CompiledObjective(Part[] parts, int parameterCount) {
        this.parts = parts;
        this.n = parameterCount;
    }

    @Override
    public void useData(double[] data) {
        for (Part part : parts) {
            part.useData(data);
        }
    }

    @Override
    public double value(double[] theta) {
        double sum = 0;
        for (Part part : parts) {
            sum += part.value(theta);
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        Arrays.fill(gradient, 0, n, 0);
        double sum = 0;
        for (Part part : parts) {
            sum += part.addGradient(theta, gradient);
        }
        return sum;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        Arrays.fill(gradient, 0, n, 0);
        Arrays.fill(hessian, 0, n * n, 0);
        double sum = 0;
        for (Part part : parts) {
            sum += part.addHessian(theta, gradient, hessian);
        }
        mirror(hessian);
        return sum;
    }

    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        Arrays.fill(hessian, 0, n * n, 0);
        for (Part part : parts) {
            part.addGaussNewton(theta, hessian);
        }
        mirror(hessian);
    }

    private void mirror(double[] hessian) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                hessian[j * n + i] = hessian[i * n + j];
            }
        }
    }
}
