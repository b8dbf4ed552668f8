package org.penguinfit.core.minimize;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.CholeskyWorkspace;
import org.penguinfit.core.linalg.SymmetricEigen;

/**
 * The second-order model g·s + ½ sᵀHs of the objective over the free parameters, each measured in units of its own
 * curvature, and its minimum within a radius (Moré and Sorensen, SIAM J. Sci. Stat. Comput. 4 (1983) 553).
 *
 * <p>Where a Cholesky factor shows that the scaled Hessian is well and truly positive definite, it answers every question;
 * only indefinite and nearly singular Hessians are decomposed into eigenvectors. Memory is reused.
 */
final class QuadraticModel {
    /**
     * Scaled eigenvalues below this are indistinguishable from zero: the diagonal is of order one and entries of an
     * analytic Hessian carry some hundred roundings of 1e-16.
     */
    static final double FLAT_EIGENVALUE = 1e-13;

    /** A Cholesky pivot above this proves, by a wide margin, an eigenvalue above the flat ones. */
    private static final double CLEAR_PIVOT = 1e-8;

    /** ‖step‖ = radius solved to this relative accuracy; a trust radius needs no more. */
    private static final double RADIUS_TOLERANCE = 0.05;

    private static final int SECULAR_ITERATIONS = 30;

    /** In units of the metric, where 1 is normal. */
    private static final double LARGEST_CURVATURE = 1e150;

    private final int size;
    private final double[] scaled;
    private final double[] scale;
    private final double[] slopes;
    private final double[] work;
    private final double[] probe;
    private final CholeskyWorkspace factor;
    private int[] free = new int[0];
    private int count;
    private boolean factored;
    private double halfEdm;
    private @Nullable EigenModel eigen;

    QuadraticModel(int size) {
        this.size = size;
        this.scaled = new double[size * size];
        this.scale = new double[size];
        this.slopes = new double[size];
        this.work = new double[size];
        this.probe = new double[size];
        this.factor = new CholeskyWorkspace(size);
    }

    /**
     * Takes the model over the first {@code count} parameters of {@code free}, which is kept, not copied.
     *
     * @param metric positive curvature scale per parameter, shape [n]; parameter i is measured in metric[i]^(−1/2)
     */
    void set(double[] gradient, double[] hessian, int[] free, int count, double[] metric) {
        this.free = free;
        this.count = count;
        for (int a = 0; a < count; a++) {
            scale[a] = 1.0 / Math.sqrt(metric[free[a]]);
        }
        for (int a = 0; a < count; a++) {
            int row = free[a] * size;
            double unit = scale[a];
            for (int b = 0; b < count; b++) {
                scaled[a * count + b] = limited(hessian[row + free[b]] * unit * scale[b]);
            }
        }
        eigen = null;
        factored = factor.factorize(scaled, count, 0.0) && factor.smallestPivot() > CLEAR_PIVOT;
        setGradient(gradient);
    }

    /** Takes another gradient, keeping the Hessian: the model of a chord step. */
    void setGradient(double[] gradient) {
        for (int a = 0; a < count; a++) {
            slopes[a] = gradient[free[a]] * scale[a];
        }
        if (factored) {
            System.arraycopy(slopes, 0, work, 0, count);
            factor.whiten(work);
            halfEdm = squared(work);
        } else {
            eigen = new EigenModel(decomposition(), slopes);
        }
    }

    private SymmetricEigen decomposition() {
        return eigen == null ? SymmetricEigen.of(Arrays.copyOf(scaled, count * count), count) : eigen.eigen();
    }

    /** A curvature beyond all numbers stays a number: no eigenvalue can be computed from an infinite one. */
    static double limited(double curvature) {
        return Math.max(-LARGEST_CURVATURE, Math.min(LARGEST_CURVATURE, curvature));
    }

    boolean isPositiveDefinite() {
        return eigen == null || eigen.isPositiveDefinite();
    }

    boolean hasNegativeCurvature() {
        return eigen != null && eigen.hasNegativeCurvature();
    }

    /** Whether the Hessian is positive definite by a margin that rounding and small displacements do not touch. */
    boolean isWellConditioned() {
        return factored;
    }

    /** ½ gᵀ|H|⁻¹g, eigenvalues floored where they are indistinguishable from zero. */
    double edm() {
        return eigen == null ? 0.5 * halfEdm : eigen.edm();
    }

    /** Length of the gradient in scaled units: a first guess of the distance to go. */
    double slope() {
        return Math.sqrt(squared(slopes));
    }

    /** Writes the Newton step, or that of a slightly convexified model where the Hessian is not positive definite. */
    void newtonStep(double[] step) {
        if (eigen == null) {
            solve();
        } else {
            eigen.newton(work);
        }
        unscale(step);
    }

    /** Whether the lowest direction has so little slope that both senses of it are worth a trial. */
    boolean isHardCase(double radius) {
        return eigen != null && eigen.isHardCase(radius);
    }

    /**
     * Writes the minimiser of the model within the scaled radius.
     *
     * @param mirrored of the two mirror images of a hard case, the second
     */
    void step(double radius, boolean mirrored, double[] step) {
        if (eigen != null) {
            eigen.step(radius, mirrored, work);
            unscale(step);
            return;
        }
        solve();
        double length = Math.sqrt(squared(work));
        double mu = 0.0;
        for (int i = 0; i < SECULAR_ITERATIONS && length > (1.0 + RADIUS_TOLERANCE) * radius; i++) {
            System.arraycopy(work, 0, probe, 0, count);
            factor.whiten(probe);
            mu += length * length / squared(probe) * (length - radius) / radius;
            factor.factorize(scaled, count, mu);
            solve();
            length = Math.sqrt(squared(work));
        }
        unscale(step);
        if (mu > 0.0) {
            factor.factorize(scaled, count, 0.0);
        }
    }

    /** work = −(S + μ)⁻¹ slopes with the factor of the moment. */
    private void solve() {
        for (int a = 0; a < count; a++) {
            work[a] = -slopes[a];
        }
        factor.solve(work);
    }

    private void unscale(double[] step) {
        Arrays.fill(step, 0.0);
        for (int a = 0; a < count; a++) {
            step[free[a]] = work[a] * scale[a];
        }
    }

    /** Number of eigenvectors without curvature, the first ones after those of negative curvature. */
    int flatDirections() {
        return eigen == null ? 0 : eigen.flatDirections();
    }

    /** Writes a step of scaled length {@code length} along flat direction {@code k}. */
    void flatStep(int k, double length, double[] step) {
        Arrays.fill(work, 0.0);
        if (eigen != null) {
            eigen.flatStep(k, length, work);
        }
        unscale(step);
    }

    private double squared(double[] y) {
        double sum = 0.0;
        for (int a = 0; a < count; a++) {
            sum += y[a] * y[a];
        }
        return sum;
    }
}
