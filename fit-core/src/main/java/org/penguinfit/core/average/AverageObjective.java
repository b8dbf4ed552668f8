package org.penguinfit.core.average;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/**
 * −2 ln L of a common true value x, parameter 0, and of shared shifts ν in standard deviations: the sum of the terms at
 * x − Σ δₛ νₛ, plus Σ νₛ².
 */
final class AverageObjective implements TwiceDifferentiableObjective {
    private final List<AverageTerm> terms;
    private final List<Vector> shifts;

    AverageObjective(List<AverageTerm> terms, List<Vector> shifts) {
        this.terms = terms;
        this.shifts = shifts;
    }

    /** How the argument of term {@code i} depends on parameter {@code p}. */
    private double coefficient(int i, int p) {
        return p == 0 ? 1.0 : -shifts.get(p - 1).get(i);
    }

    private double argument(int i, double[] theta) {
        double x = 0.0;
        for (int p = 0; p < theta.length; p++) {
            x += coefficient(i, p) * theta[p];
        }
        return x;
    }

    @Override
    public double value(double[] theta) {
        double sum = 0.0;
        for (int p = 1; p < theta.length; p++) {
            sum += theta[p] * theta[p];
        }
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).value(argument(i, theta));
        }
        return sum;
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        gradient[0] = 0.0;
        for (int p = 1; p < theta.length; p++) {
            gradient[p] = 2.0 * theta[p];
        }
        for (int i = 0; i < terms.size(); i++) {
            double slope = terms.get(i).slope(argument(i, theta));
            for (int p = 0; p < theta.length; p++) {
                gradient[p] += slope * coefficient(i, p);
            }
        }
        return value(theta);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        int n = theta.length;
        Arrays.fill(hessian, 0.0);
        for (int p = 1; p < n; p++) {
            hessian[p * n + p] = 2.0;
        }
        for (int i = 0; i < terms.size(); i++) {
            double curvature = terms.get(i).curvature(argument(i, theta));
            for (int k = 0; k < n * n; k++) {
                hessian[k] += curvature * coefficient(i, k / n) * coefficient(i, k % n);
            }
        }
        return valueAndGradient(theta, gradient);
    }
}
