package org.penguinfit.core.minimize;

import org.penguinfit.core.linalg.SymmetricEigen;

/**
 * The model of {@link QuadraticModel} in the eigenbasis of its scaled Hessian, for Hessians that are indefinite or nearly
 * singular. All lengths are scaled ones.
 */
final class EigenModel {
    /** Secular equation ‖y(μ)‖ = radius solved to this relative accuracy. */
    private static final double RADIUS_TOLERANCE = 1e-6;

    /** Below this ratio of slope to curvature × radius along the lowest direction both its senses are tried. */
    private static final double HARD_CASE_RATIO = 1e-3;

    private static final int SECULAR_ITERATIONS = 100;

    private final SymmetricEigen eigen;
    private final double[] slopes;
    private final double flat;

    /** @param gradient scaled, in the coordinates of the parameters */
    EigenModel(SymmetricEigen eigen, double[] gradient) {
        this.eigen = eigen;
        this.slopes = new double[eigen.size()];
        this.flat = QuadraticModel.FLAT_EIGENVALUE * eigen.size();
        for (int k = 0; k < slopes.length; k++) {
            for (int a = 0; a < slopes.length; a++) {
                slopes[k] += eigen.vector(k, a) * gradient[a];
            }
        }
    }

    SymmetricEigen eigen() {
        return eigen;
    }

    boolean isPositiveDefinite() {
        return slopes.length == 0 || eigen.value(0) > flat;
    }

    boolean hasNegativeCurvature() {
        return slopes.length > 0 && eigen.value(0) < -flat;
    }

    double edm() {
        double sum = 0.0;
        for (int k = 0; k < slopes.length; k++) {
            sum += slopes[k] * slopes[k] / Math.max(Math.abs(eigen.value(k)), flat);
        }
        return 0.5 * sum;
    }

    void newton(double[] step) {
        double[] y = new double[slopes.length];
        for (int k = 0; k < y.length; k++) {
            y[k] = -slopes[k] / Math.max(Math.abs(eigen.value(k)), flat);
        }
        rotate(y, step);
    }

    boolean isHardCase(double radius) {
        return hasNegativeCurvature() && hardCaseLength(radius) > 0.0;
    }

    void step(double radius, boolean mirrored, double[] step) {
        if (isPositiveDefinite() && norm(shifted(0.0)) <= radius) {
            rotate(shifted(0.0), step);
        } else if (isHardCase(radius)) {
            double[] y = shifted(-eigen.value(0));
            y[0] = mirrored ? -hardCaseLength(radius) : hardCaseLength(radius);
            rotate(y, step);
        } else {
            rotate(shifted(shift(radius)), step);
        }
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
            y[k] = curvature > QuadraticModel.FLAT_EIGENVALUE * Math.max(1.0, Math.abs(mu))
                    ? -slopes[k] / curvature
                    : 0.0;
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

    int flatDirections() {
        int count = 0;
        for (int k = 0; k < slopes.length; k++) {
            count += Math.abs(eigen.value(k)) <= flat ? 1 : 0;
        }
        return count;
    }

    void flatStep(int index, double length, double[] step) {
        int k = 0;
        while (k + 1 < slopes.length && eigen.value(k) < -flat) {
            k++;
        }
        for (int a = 0; a < slopes.length; a++) {
            step[a] = length * eigen.vector(Math.min(k + index, slopes.length - 1), a);
        }
    }

    private void rotate(double[] y, double[] step) {
        for (int a = 0; a < y.length; a++) {
            double sum = 0.0;
            for (int k = 0; k < y.length; k++) {
                sum += eigen.vector(k, a) * y[k];
            }
            step[a] = sum;
        }
    }

    private static double norm(double[] y) {
        double sum = 0.0;
        for (double component : y) {
            sum += component * component;
        }
        return Math.sqrt(sum);
    }
}
