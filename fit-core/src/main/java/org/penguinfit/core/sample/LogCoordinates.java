package org.penguinfit.core.sample;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.prior.LogNormalPrior;

/**
 * Coordinates u in which Hamiltonian chains move: u = ln x for parameters with a log-normal prior, whose density in x is too
 * steep at zero for any fixed step, and u = x for all others. The density of u is that of x times Π dx/du. For one thread.
 */
final class LogCoordinates {
    private final boolean[] logarithmic;
    private final double[] x;

    LogCoordinates(Posterior<?> posterior) {
        logarithmic = new boolean[posterior.size()];
        for (int i = 0; i < logarithmic.length; i++) {
            logarithmic[i] = posterior.priors().get(i) instanceof LogNormalPrior;
        }
        x = new double[logarithmic.length];
    }

    /** Writes u of the point that begins at {@code from}. */
    double[] inward(double[] point, int from) {
        double[] u = new double[logarithmic.length];
        for (int i = 0; i < u.length; i++) {
            u[i] = logarithmic[i] ? Math.log(point[from + i]) : point[from + i];
        }
        return u;
    }

    /** Writes x of u at {@code to}. */
    void outward(double[] u, double[] point, int to) {
        for (int i = 0; i < u.length; i++) {
            point[to + i] = logarithmic[i] ? Math.exp(u[i]) : u[i];
        }
    }

    /** 2 Σ ln dx/du: what turns −2 ln of the density of u into that of x. */
    double jacobian(double[] u) {
        double sum = 0.0;
        for (int i = 0; i < u.length; i++) {
            sum += logarithmic[i] ? 2.0 * u[i] : 0.0;
        }
        return sum;
    }

    List<Bounds> inward(List<Bounds> ranges) {
        List<Bounds> inner = new ArrayList<>();
        for (int i = 0; i < logarithmic.length; i++) {
            Bounds range = ranges.get(i);
            inner.add(logarithmic[i] ? new Bounds(Math.log(range.lower()), Math.log(range.upper())) : range);
        }
        return inner;
    }

    /** The mode with its covariance to first order; a point at or below zero moves up by one standard deviation. */
    Mode inward(Mode mode) {
        int n = logarithmic.length;
        double[] point = mode.point().toArray();
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            if (logarithmic[i] && !(point[i] > 0.0)) {
                point[i] = mode.covariance().sigma(i);
            }
            scale[i] = logarithmic[i] ? Math.max(point[i], mode.covariance().sigma(i)) : 1.0;
        }
        double[][] rows = mode.covariance().toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rows[i][j] /= scale[i] * scale[j];
            }
        }
        CovarianceMatrix covariance = CovarianceMatrix.of(rows)
                .orElseThrow(() -> new IllegalStateException("a mode's covariance is not positive definite in ln x"));
        return new Mode(Vector.of(inward(point, 0)), mode.value(), covariance);
    }

    DifferentiableObjective inward(DifferentiableObjective density) {
        return new DifferentiableObjective() {
            @Override
            public double value(double[] u) {
                outward(u, x, 0);
                return density.value(x) - jacobian(u);
            }

            @Override
            public double valueAndGradient(double[] u, double[] gradient) {
                outward(u, x, 0);
                double value = density.valueAndGradient(x, gradient);
                for (int i = 0; i < u.length; i++) {
                    gradient[i] = logarithmic[i] ? x[i] * gradient[i] - 2.0 : gradient[i];
                }
                return value - jacobian(u);
            }
        };
    }
}
