package org.penguinfit.core.models;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.DataModel;

/**
 * One coefficient c in two rates that are quadratic in it, one measured as 11 ± 4, the other with an upper limit of 18 at
 * 90 % (half Gaussian), in units of 1e-6: two minima. Numbers of the two decay rates: arXiv:2108.05033, eqs 7 and 8, with
 * one flavour. The limit is the same in every toy.
 */
public final class QuadraticRate implements DataModel {
    /** Starts near both minima. */
    public static final List<Vector> STARTS = List.of(Vector.of(-4.0), Vector.of(17.0));

    /** The value of c where both rates are lowest, and about which they are nearly symmetric. */
    public static final double SYMMETRY = 6.4;

    private static final double SIGMA = 4.0;
    private static final double MEASURED = 11.0;
    private static final double LIMIT_SIGMA = 18.0 / 1.645;

    private final ParameterSet parameters;

    /** The coefficient within bounds. */
    public QuadraticRate(Bounds bounds) {
        this.parameters = ParameterSet.of(List.of(new Parameter("c", bounds.clamp(0.0), bounds)));
    }

    private static double measuredRate(double c) {
        return 4.39 + c * (-0.457 + c * 0.0357);
    }

    private static double limitedRate(double c) {
        return 9.53 + c * (-0.993 + c * 0.0775);
    }

    @Override
    public ParameterSet parameters() {
        return parameters;
    }

    @Override
    public int dataSize() {
        return 1;
    }

    @Override
    public void observed(double[] data) {
        data[0] = MEASURED;
    }

    @Override
    public void asimov(double[] theta, double[] data) {
        data[0] = measuredRate(theta[0]);
    }

    @Override
    public void draw(double[] theta, UniformRandomProvider random, double[] data) {
        data[0] = measuredRate(theta[0])
                + SIGMA * ZigguratSampler.NormalizedGaussian.of(random).sample();
    }

    @Override
    public Objective objective() {
        return new ChiSquare();
    }

    private static final class ChiSquare implements Objective {
        private double datum = MEASURED;

        @Override
        public void useData(double[] values) {
            datum = values[0];
        }

        @Override
        public double value(double[] theta) {
            double pull = (measuredRate(theta[0]) - datum) / SIGMA;
            double excess = limitedRate(theta[0]) / LIMIT_SIGMA; // positive for every c
            return pull * pull + excess * excess;
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            double c = theta[0];
            gradient[0] = 2.0 * (measuredRate(c) - datum) * (-0.457 + 0.0714 * c) / (SIGMA * SIGMA)
                    + 2.0 * limitedRate(c) * (-0.993 + 0.155 * c) / (LIMIT_SIGMA * LIMIT_SIGMA);
            return value(theta);
        }

        @Override
        public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
            double c = theta[0];
            double first = -0.457 + 0.0714 * c;
            double second = -0.993 + 0.155 * c;
            hessian[0] = 2.0 * (first * first + (measuredRate(c) - datum) * 0.0714) / (SIGMA * SIGMA)
                    + 2.0 * (second * second + limitedRate(c) * 0.155) / (LIMIT_SIGMA * LIMIT_SIGMA);
            return valueAndGradient(theta, gradient);
        }
    }
}
