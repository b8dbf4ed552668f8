package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.objective.Objective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.prior.Prior;

/**
 * A posterior density: exp(−½ (−2 ln L)) times the priors, within the bounds of the parameters and the supports of the
 * priors. The likelihood must not hold a constraint term that is also given as a prior.
 *
 * @param parameters the parameters, in the order of θ
 * @param priors one per parameter
 * @param likelihood makes −2 ln L for one thread
 */
public record Posterior<T extends Objective>(
        ParameterSet parameters, List<Prior> priors, Supplier<? extends T> likelihood) {
    /** Requires a prior for each parameter, with a support that meets its bounds. */
    public Posterior {
        priors = List.copyOf(priors);
        if (priors.size() != parameters.size()) {
            throw new IllegalArgumentException(priors.size() + " priors for " + parameters.size() + " parameters");
        }
        for (int i = 0; i < priors.size(); i++) {
            range(parameters.get(i).bounds(), priors.get(i), parameters.names().get(i));
        }
    }

    private static Bounds range(Bounds bounds, Prior prior, String name) {
        double lower = Math.max(bounds.lower(), prior.support().lower());
        double upper = Math.min(bounds.upper(), prior.support().upper());
        if (!(lower < upper)) {
            throw new IllegalArgumentException("parameter " + name + ": the prior (" + prior.source()
                    + ") has no support within [" + bounds.lower() + ", " + bounds.upper() + "]");
        }
        return new Bounds(lower, upper);
    }

    /** Number of parameters. */
    public int size() {
        return parameters.size();
    }

    /** Where the posterior can be positive: bounds and supports together. */
    public List<Bounds> ranges() {
        List<Bounds> ranges = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            ranges.add(range(
                    parameters.get(i).bounds(),
                    priors.get(i),
                    parameters.names().get(i)));
        }
        return List.copyOf(ranges);
    }

    /** −2 ln of the posterior up to a constant, for one thread; +∞ outside the ranges. */
    public Objective density() {
        Objective data = likelihood.get();
        List<Bounds> ranges = ranges();
        return theta -> {
            double sum = priorValue(theta, ranges);
            return sum < Double.POSITIVE_INFINITY ? sum + data.value(theta) : sum;
        };
    }

    private double priorValue(double[] theta, List<Bounds> ranges) {
        double sum = 0.0;
        for (int i = 0; i < theta.length; i++) {
            if (!ranges.get(i).contains(theta[i])) {
                return Double.POSITIVE_INFINITY;
            }
            sum += priors.get(i).minusTwoLogDensity(theta[i]);
        }
        return sum;
    }

    /** −2 ln of the posterior up to a constant with its gradient, for one thread. */
    static DifferentiableObjective differentiable(Posterior<? extends DifferentiableObjective> posterior) {
        return differentiable(posterior, posterior.likelihood().get());
    }

    private static DifferentiableObjective differentiable(Posterior<?> posterior, DifferentiableObjective data) {
        List<Prior> priors = posterior.priors();
        List<Bounds> ranges = posterior.ranges();
        return new DifferentiableObjective() {
            @Override
            public double value(double[] theta) {
                double sum = posterior.priorValue(theta, ranges);
                return sum < Double.POSITIVE_INFINITY ? sum + data.value(theta) : sum;
            }

            @Override
            public double valueAndGradient(double[] theta, double[] gradient) {
                double sum = posterior.priorValue(theta, ranges);
                if (!(sum < Double.POSITIVE_INFINITY)) {
                    return sum;
                }
                sum += data.valueAndGradient(theta, gradient);
                for (int i = 0; i < theta.length; i++) {
                    gradient[i] += priors.get(i).slope(theta[i]);
                }
                return sum;
            }
        };
    }

    /** −2 ln of the posterior up to a constant with its derivatives, for one thread: to find its modes. */
    public static TwiceDifferentiableObjective twiceDifferentiable(
            Posterior<? extends TwiceDifferentiableObjective> posterior) {
        TwiceDifferentiableObjective data = posterior.likelihood().get();
        DifferentiableObjective first = differentiable(posterior, data);
        List<Prior> priors = posterior.priors();
        return new TwiceDifferentiableObjective() {
            @Override
            public double value(double[] theta) {
                return first.value(theta);
            }

            @Override
            public double valueAndGradient(double[] theta, double[] gradient) {
                return first.valueAndGradient(theta, gradient);
            }

            @Override
            public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
                double sum = posterior.priorValue(theta, posterior.ranges());
                if (!(sum < Double.POSITIVE_INFINITY)) {
                    return sum;
                }
                sum += data.valueGradientAndHessian(theta, gradient, hessian);
                for (int i = 0; i < theta.length; i++) {
                    gradient[i] += priors.get(i).slope(theta[i]);
                    hessian[i * theta.length + i] += priors.get(i).curvature(theta[i]);
                }
                return sum;
            }
        };
    }
}
