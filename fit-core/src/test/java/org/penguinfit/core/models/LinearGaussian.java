package org.penguinfit.core.models;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.DataModel;

/** Independent Gaussian data whose means are linear in the parameters; constraints are rows like others. */
public final class LinearGaussian implements DataModel {
    private final ParameterSet parameters;
    private final double[][] design;
    private final double[] sigmas;
    private final double[] observed;

    /** Row i of {@code design} gives the mean of datum i. */
    public LinearGaussian(ParameterSet parameters, double[][] design, double[] sigmas, double[] observed) {
        this.parameters = parameters;
        this.design = design;
        this.sigmas = sigmas;
        this.observed = observed;
    }

    /** A mean μ measured once with σ = 1, not below {@code lower}. */
    public static LinearGaussian mean(double lower, double measured) {
        Bounds bounds = new Bounds(lower, Double.POSITIVE_INFINITY);
        Parameter mu = new Parameter("mu", Math.max(lower, 0.0), bounds);
        return new LinearGaussian(
                ParameterSet.of(List.of(mu)), new double[][] {{1.0}}, new double[] {1.0}, new double[] {measured});
    }

    /**
     * A mean shifted by a nuisance parameter: d = μ + δ ν with σ, and ν = 0 ± 1. The estimate of μ has variance σ² + δ².
     */
    public static LinearGaussian shifted(double lower, double sigma, double delta, double measured) {
        Parameter mu = new Parameter("mu", Math.max(lower, 0.0), new Bounds(lower, Double.POSITIVE_INFINITY));
        return new LinearGaussian(
                ParameterSet.of(List.of(mu, Parameter.of("nu", 0.0))),
                new double[][] {{1.0, delta}, {0.0, 1.0}},
                new double[] {sigma, 1.0},
                new double[] {measured, 0.0});
    }

    @Override
    public ParameterSet parameters() {
        return parameters;
    }

    @Override
    public int dataSize() {
        return sigmas.length;
    }

    @Override
    public void observed(double[] data) {
        System.arraycopy(observed, 0, data, 0, observed.length);
    }

    private double mean(int i, double[] theta) {
        double mean = 0.0;
        for (int p = 0; p < theta.length; p++) {
            mean += design[i][p] * theta[p];
        }
        return mean;
    }

    @Override
    public void asimov(double[] theta, double[] data) {
        for (int i = 0; i < data.length; i++) {
            data[i] = mean(i, theta);
        }
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] data) {
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        for (int i = 0; i < data.length; i++) {
            data[i] = mean(i, theta) + sigmas[i] * normal.sample();
        }
    }

    @Override
    public Objective objective() {
        return new ChiSquare();
    }

    /** Σ ((dᵢ − meanᵢ)/σᵢ)². */
    private final class ChiSquare implements Objective {
        private double[] data = observed.clone();

        @Override
        public void useData(double[] values) {
            data = values.clone();
        }

        @Override
        public double value(double[] theta) {
            double sum = 0.0;
            for (int i = 0; i < data.length; i++) {
                double z = (data[i] - mean(i, theta)) / sigmas[i];
                sum += z * z;
            }
            return sum;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 0.0);
            for (int i = 0; i < data.length; i++) {
                double weight = -2.0 * (data[i] - mean(i, theta)) / (sigmas[i] * sigmas[i]);
                for (int p = 0; p < theta.length; p++) {
                    gradient[p] += weight * design[i][p];
                }
            }
            return value(theta);
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            int n = theta.length;
            Arrays.fill(hessian, 0.0);
            for (int i = 0; i < data.length; i++) {
                for (int k = 0; k < n * n; k++) {
                    hessian[k] += 2.0 * design[i][k / n] * design[i][k % n] / (sigmas[i] * sigmas[i]);
                }
            }
            return valueAndGradient(theta, gradient);
        }
    }
}
