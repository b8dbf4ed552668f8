package org.penguinfit.core.models;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.DataModel;

/** Poisson counts whose means are linear in the parameters; −2 ln L is 0 for means equal to the counts. */
public final class Counts implements DataModel {
    private final ParameterSet parameters;
    private final double[][] rates;
    private final double[] constants;
    private final double[] observed;

    private Counts(ParameterSet parameters, double[][] rates, double[] constants, double[] observed) {
        this.parameters = parameters;
        this.rates = rates;
        this.constants = constants;
        this.observed = observed;
    }

    /** n ~ Poisson(μ s + b) with μ not below {@code lower}. */
    public static Counts known(double lower, double signal, double background, double count) {
        Parameter mu = new Parameter("mu", 1.0, new Bounds(lower, Double.POSITIVE_INFINITY));
        return new Counts(
                ParameterSet.of(List.of(mu)), new double[][] {{signal}}, new double[] {background}, new double[] {count
                });
    }

    /** n_on ~ Poisson(μ + b) and n_off ~ Poisson(τ b) with μ not below {@code lower}. */
    public static Counts onOff(double lower, double tau, double on, double off) {
        Parameter mu = new Parameter("mu", 1.0, new Bounds(lower, Double.POSITIVE_INFINITY));
        Parameter b = new Parameter("b", Math.max(1.0, off / tau), new Bounds(1e-6, Double.POSITIVE_INFINITY));
        return new Counts(
                ParameterSet.of(List.of(mu, b)), new double[][] {{1.0, 1.0}, {0.0, tau}}, new double[2], new double[] {
                    on, off
                });
    }

    @Override
    public ParameterSet parameters() {
        return parameters;
    }

    @Override
    public int dataSize() {
        return constants.length;
    }

    @Override
    public void observed(double[] data) {
        System.arraycopy(observed, 0, data, 0, observed.length);
    }

    private double mean(int i, double[] theta) {
        double mean = constants[i];
        for (int p = 0; p < theta.length; p++) {
            mean += rates[i][p] * theta[p];
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
        for (int i = 0; i < data.length; i++) {
            double mean = mean(i, theta);
            data[i] = mean > 0.0 ? PoissonSampler.of(random, mean).sample() : 0.0;
        }
    }

    @Override
    public Objective objective() {
        return new Deviance();
    }

    /** Σ 2 (m − n + n ln(n/m)). */
    private final class Deviance implements Objective {
        private double[] data = observed.clone();

        @Override
        public void useData(double[] values) {
            data = values.clone();
        }

        @Override
        public double value(double[] theta) {
            double sum = 0.0;
            for (int i = 0; i < data.length; i++) {
                double mean = mean(i, theta);
                if (mean < 0.0 || (mean == 0.0 && data[i] > 0.0)) {
                    return Double.POSITIVE_INFINITY;
                }
                sum += 2.0 * (mean - data[i]) + (data[i] > 0.0 ? 2.0 * data[i] * Math.log(data[i] / mean) : 0.0);
            }
            return sum;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            Arrays.fill(gradient, 0.0);
            for (int i = 0; i < data.length; i++) {
                double slope = 2.0 * (1.0 - ratio(i, theta, 1));
                for (int p = 0; p < theta.length; p++) {
                    gradient[p] += slope * rates[i][p];
                }
            }
            return value(theta);
        }

        /** n over a power of the mean. */
        private double ratio(int i, double[] theta, int power) {
            return data[i] == 0.0 ? 0.0 : data[i] / Math.pow(mean(i, theta), power);
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            int n = theta.length;
            Arrays.fill(hessian, 0.0);
            for (int i = 0; i < data.length; i++) {
                double curvature = 2.0 * ratio(i, theta, 2);
                for (int k = 0; k < n * n; k++) {
                    hessian[k] += curvature * rates[i][k / n] * rates[i][k % n];
                }
            }
            return valueAndGradient(theta, gradient);
        }
    }
}
