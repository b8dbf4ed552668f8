package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.prior.FlatPrior;
import org.penguinfit.core.prior.Prior;

/** −2 ln of densities whose moments are known. */
final class Densities {
    private Densities() {}

    /** −2 ln L and gradient as one formula. */
    interface Formula {
        double evaluate(double[] x, double[] gradient);
    }

    static DifferentiableObjective of(Formula formula) {
        return new DifferentiableObjective() {
            @Override
            public double value(double[] theta) {
                return formula.evaluate(theta, new double[theta.length]);
            }

            @Override
            public double valueAndGradient(double[] theta, double[] gradient) {
                return formula.evaluate(theta, gradient);
            }
        };
    }

    /** Gaussian around zero. */
    static DifferentiableObjective gaussian(CovarianceMatrix covariance) {
        return of((x, gradient) -> {
            System.arraycopy(x, 0, gradient, 0, x.length);
            covariance.cholesky().solve(gradient);
            double value = 0;
            for (int i = 0; i < x.length; i++) {
                value += x[i] * gradient[i];
                gradient[i] *= 2;
            }
            return value;
        });
    }

    /** Mixture of two unit Gaussians at ±(d, 0), weights w and 1 − w. */
    static DifferentiableObjective twoModes(double d, double w) {
        return of((x, gradient) -> {
            double up = w * Math.exp(-0.5 * (x[0] - d) * (x[0] - d));
            double down = (1 - w) * Math.exp(-0.5 * (x[0] + d) * (x[0] + d));
            double share = up / (up + down);
            gradient[0] = 2 * (share * (x[0] - d) + (1 - share) * (x[0] + d));
            gradient[1] = 2 * x[1];
            return -2 * Math.log(up + down) + x[1] * x[1];
        });
    }

    /**
     * Rosenbrock density (x − 1)² + 4 (y − x²)² = −2 ln p: x is N(1, 1), y given x is N(x², ¼); so E y = 2 and
     * Var y = Var x² + 0.1 = 2 + 4 + ¼.
     */
    static DifferentiableObjective banana() {
        return of((x, gradient) -> {
            double a = x[0] - 1;
            double b = x[1] - x[0] * x[0];
            gradient[0] = 2 * a - 16 * b * x[0];
            gradient[1] = 8 * b;
            return a * a + 4 * b * b;
        });
    }

    /** Unbounded parameters with flat priors. */
    static Posterior<DifferentiableObjective> flat(int n, DifferentiableObjective objective) {
        Bounds[] bounds = new Bounds[n];
        Arrays.fill(bounds, Bounds.UNBOUNDED);
        return flat(objective, bounds);
    }

    /** Flat priors within bounds; the objective must be thread-safe. */
    static Posterior<DifferentiableObjective> flat(DifferentiableObjective objective, Bounds... bounds) {
        List<Parameter> parameters = new ArrayList<>();
        List<Prior> priors = new ArrayList<>();
        for (int i = 0; i < bounds.length; i++) {
            parameters.add(new Parameter("x" + i, bounds[i].clamp(0), bounds[i]));
            priors.add(FlatPrior.everywhere("test"));
        }
        return new Posterior<>(ParameterSet.of(parameters), priors, () -> objective);
    }

    /** Unit steps around a point. */
    static Mode unit(double... point) {
        double[] steps = new double[point.length];
        Arrays.fill(steps, 1);
        return Mode.at(point, steps);
    }
}
