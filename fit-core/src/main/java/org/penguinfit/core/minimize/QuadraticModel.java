package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.linalg.SymmetricEigen;

/**
 * The second-order model g·s + ½ sᵀHs of the objective over the free parameters, each measured in units of its own
 * curvature, and its minimum within a radius (Moré and Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553), found in the
 * eigenbasis of the scaled Hessian.
 */
final class QuadraticModel {
    /**
     * Scaled eigenvalues below this are indistinguishable from zero: the diagonal is of order one and entries of an
     * analytic Hessian carry some hundred roundings of 1e-16.
     */
    static final double FLAT_EIGENVALUE = 1e-13;

    /** Secular equation ‖y(μ)‖ = radius solved to this relative accuracy; a trust radius needs no more. */
    private static final double RADIUS_TOLERANCE = 1e-6;

    /** Below this ratio of slope to curvature × radius along the lowest direction both its senses are tried. */
    private static final double HARD_CASE_RATIO = 1e-3;

    private static final int SECULAR_ITERATIONS = 100;

    private final int size;
    private final int[] free;
    private final double[] scale;
    /** In units of the metric, where 1 is normal. */
    private static final double LARGEST_CURVATURE = 1e150;

    private final SymmetricEigen eigen;
    private final double[] slopes;

    private QuadraticModel(int size, int[] free, double[] scale, SymmetricEigen eigen, double[] slopes) {
        this.size = size;
        this.free = free;
        this.scale = scale;
        this.eigen = eigen;
        this.slopes = slopes;
    }

    /**
     * The model over the parameters {@code free}.
     *
     * @param metric positive curvature scale per parameter, shape [n]; parameter i is measured in metric[i]^(−1/2)
     */
    static QuadraticModel of(double[] gradient, double[] hessian, int[] free, double[] metric) {
        int m = free.length;
        int n = gradient.length;
        double[] scale = new double[m];
        for (int a = 0; a < m; a++) {
            scale[a] = 1.0 / Math.sqrt(metric[free[a]]);
        }
        double[] scaled = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b < m; b++) {
                scaled[a * m + b] = limited(hessian[free[a] * n + free[b]] * scale[a] * scale[b]);
            }
        }
        SymmetricEigen eigen = SymmetricEigen.of(scaled, m);
        double[] slopes = new double[m];
        for (int k = 0; k < m; k++) {
            for (int a = 0; a < m; a++) {
                slopes[k] += eigen.vector(k, a) * gradient[free[a]] * scale[a];
            }
        }
        return new QuadraticModel(n, free, scale, eigen, slopes);
    }

    /** A curvature beyond all numbers stays a number: no eigenvalue can be computed from an infinite one. */
    static double limited(double curvature) {
        return Math.max(-LARGEST_CURVATURE, Math.min(LARGEST_CURVATURE, curvature));
    }

    boolean isPositiveDefinite() {
        return free.length == 0 || eigen.value(0) > flat();
    }

    boolean hasNegativeCurvature() {
        return free.length > 0 && eigen.value(0) < -flat();
    }

    private double flat() {
        return FLAT_EIGENVALUE * free.length;
    }

    SymmetricEigen eigen() {
        return eigen;
    }

    /** ½ gᵀ|H|⁻¹g, eigenvalues floored where they are indistinguishable from zero. */
    double edm() {
        double sum = 0.0;
        for (int k = 0; k < slopes.length; k++) {
            sum += slopes[k] * slopes[k] / Math.max(Math.abs(eigen.value(k)), flat());
        }
        return 0.5 * sum;
    }

    /** Length of the gradient in scaled units: a first guess of the distance to go. */
    double slope() {
        return norm(slopes);
    }

    /** The Newton step, or the step of a slightly convexified model where the Hessian is not positive definite. */
    double[] newtonStep() {
        double[] y = new double[slopes.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = -slopes[k] / Math.max(Math.abs(eigen.value(k)), flat());
        }
        return unscaled(y);
    }

    /** The minimiser of the model within the scaled radius; two mirror images where the lowest direction has no slope. */
    List<double[]> steps(double radius) {
        List<double[]> steps = new ArrayList<>(2);
        if (slopes.length == 0) {
            return steps;
        }
        if (isPositiveDefinite() && norm(shifted(0.0)) <= radius) {
            steps.add(unscaled(shifted(0.0)));
        } else if (hasNegativeCurvature() && hardCaseLength(radius) > 0.0) {
            double[] y = shifted(-eigen.value(0));
            double along = hardCaseLength(radius);
            y[0] = along;
            steps.add(unscaled(y));
            y[0] = -along;
            steps.add(unscaled(y));
        } else {
            steps.add(unscaled(shifted(shift(radius))));
        }
        return steps;
    }

    /** How far to go along the lowest eigenvector when the slope along it is negligible; 0 when it is not. */
    private double hardCaseLength(double radius) {
        double[] y = shifted(-eigen.value(0));
        double others = norm(y);
        if (others >= radius) {
            return 0.0;
        }
        double along = Math.sqrt((radius - others) * (radius + others));
        return Math.abs(slopes[0]) <= HARD_CASE_RATIO * -eigen.value(0) * along ? along : 0.0;
    }

    /** y(μ) = −(Λ + μ)⁻¹ slopes, leaving out directions where Λ + μ vanishes. */
    private double[] shifted(double mu) {
        double[] y = new double[slopes.length];
        for (int k = 0; k < y.length; k++) {
            double curvature = eigen.value(k) + mu;
            y[k] = curvature > FLAT_EIGENVALUE * Math.max(1.0, Math.abs(mu)) ? -slopes[k] / curvature : 0.0;
        }
        return y;
    }

    /** The μ ≥ max(0, −λ₁) with ‖y(μ)‖ = radius, by safeguarded Newton on 1/‖y‖, which is nearly linear in μ. */
    private double shift(double radius) {
        double low = Math.max(0.0, -eigen.value(0));
        double high = low + norm(slopes) / radius + Double.MIN_NORMAL;
        double mu = high;
        for (int i = 0; i < SECULAR_ITERATIONS; i++) {
            double length = norm(shifted(mu));
            if (Math.abs(length - radius) <= RADIUS_TOLERANCE * radius) {
                return mu;
            }
            if (length > radius) {
                low = mu;
            } else {
                high = mu;
            }
            double next = mu + (length - radius) / radius * length * length / decline(mu);
            mu = next > low && next < high ? next : 0.5 * (low + high);
        }
        return high;
    }

    /** Σ yₖ²/(λₖ + μ) = −½ d‖y‖²/dμ. */
    private double decline(double mu) {
        double sum = 0.0;
        double[] y = shifted(mu);
        for (int k = 0; k < y.length; k++) {
            if (y[k] != 0.0) {
                sum += y[k] * y[k] / (eigen.value(k) + mu);
            }
        }
        return sum;
    }

    private double[] unscaled(double[] y) {
        double[] step = new double[size];
        for (int a = 0; a < free.length; a++) {
            double sum = 0.0;
            for (int k = 0; k < y.length; k++) {
                sum += eigen.vector(k, a) * y[k];
            }
            step[free[a]] = sum * scale[a];
        }
        return step;
    }

    /** Length of a step in scaled units. */
    double scaledLength(double[] step) {
        double sum = 0.0;
        for (int a = 0; a < free.length; a++) {
            double y = step[free[a]] / scale[a];
            sum += y * y;
        }
        return Math.sqrt(sum);
    }

    private static double norm(double[] y) {
        double sum = 0.0;
        for (double component : y) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }
}
