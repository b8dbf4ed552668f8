package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * Where a minimisation ended and what is known there. Covariance and eigenvalues are computed when first asked for.
 *
 * <p>Every parameter is either fixed (equal bounds), at a limit (on a bound) or free; only free ones have uncertainties.
 */
public final class Minimum {
    private final Vector point;
    private final double value;
    private final double edm;
    private final Convergence status;
    private final List<Integer> atLimit;
    private final List<Integer> fixed;
    private final List<Integer> free;
    private final Vector hessian;
    private final boolean smooth;
    private final EvaluationCount evaluations;
    private volatile @Nullable CovarianceMatrix covariance;
    private volatile boolean covarianceKnown;
    private volatile @Nullable Vector eigenvalues;

    /**
     * @param hessian shape [n × n], row-major; empty when nothing is finite at the point
     * @param smooth whether the Hessian describes the surroundings; not at a kink, nor where higher derivatives rule
     */
    Minimum(
            Vector point,
            double value,
            double edm,
            Convergence status,
            Box box,
            Vector hessian,
            boolean smooth,
            EvaluationCount evaluations) {
        double[] x = point.toArray();
        List<Integer> limited = new ArrayList<>();
        List<Integer> held = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            List<Integer> kind = box.isFixed(i) ? held : box.onBound(i, x) ? limited : others;
            kind.add(i);
        }
        this.point = point;
        this.value = value;
        this.edm = edm;
        this.atLimit = List.copyOf(limited);
        this.fixed = List.copyOf(held);
        this.free = List.copyOf(others);
        this.hessian = hessian;
        this.smooth = smooth;
        this.evaluations = evaluations;
        this.status = status;
    }

    private Minimum(Minimum other, Convergence status, EvaluationCount evaluations) {
        this.point = other.point;
        this.value = other.value;
        this.edm = other.edm;
        this.atLimit = other.atLimit;
        this.fixed = other.fixed;
        this.free = other.free;
        this.hessian = other.hessian;
        this.smooth = other.smooth;
        this.covariance = other.covariance;
        this.covarianceKnown = other.covarianceKnown;
        this.eigenvalues = other.eigenvalues;
        this.evaluations = evaluations;
        this.status = status;
    }

    Minimum withStatus(Convergence other) {
        return other == status ? this : new Minimum(this, other, evaluations);
    }

    /** The same with the evaluations of an earlier stage added. */
    Minimum withEarlier(EvaluationCount earlier) {
        return new Minimum(this, status, evaluations.plus(earlier));
    }

    /** Parameter values, shape [n], inside the bounds. */
    public Vector point() {
        return point;
    }

    /** −2 ln L at the point. */
    public double value() {
        return value;
    }

    /**
     * Estimated vertical distance ½ gᵀH⁻¹g to the minimum over the parameters not held by a bound, unit of −2 ln L; with
     * |eigenvalues| where H is not positive definite; NaN only with {@link Convergence#NOT_FINITE}.
     */
    public double edm() {
        return edm;
    }

    /** How the minimisation ended. */
    public Convergence status() {
        return status;
    }

    /** Indices of the parameters on a bound, ascending; they have no uncertainty. */
    public List<Integer> atLimit() {
        return atLimit;
    }

    /** Indices of the parameters held by equal bounds, ascending; they have no uncertainty. */
    public List<Integer> fixed() {
        return fixed;
    }

    /** The other indices, ascending: row k of {@link #covariance} belongs to parameter {@code free().get(k)}. */
    public List<Integer> free() {
        return free;
    }

    /** What the minimisation cost. */
    public EvaluationCount evaluations() {
        return evaluations;
    }

    /** The exact Hessian of −2 ln L at the point, shape [n × n], row-major; empty where nothing is finite. */
    public Vector hessian() {
        return hessian;
    }

    boolean isSmooth() {
        return smooth;
    }

    /**
     * 2 H⁻¹ of the exact Hessian over {@link #free}, the others held; empty when H is not positive definite, when no
     * parameter is free, and at a {@link Convergence#FLAT} minimum unless a parameter at its limit is what makes it flat.
     */
    public Optional<CovarianceMatrix> covariance() {
        if (!covarianceKnown) {
            boolean open = status == Convergence.FLAT && atLimit.isEmpty();
            covariance = smooth && !open && hasHessian()
                    ? scaledHessian().covariance().orElse(null)
                    : null;
            covarianceKnown = true;
        }
        return Optional.ofNullable(covariance);
    }

    /**
     * The covariance of a Hessian made positive definite, where there is no accurate one; empty where there is, and where
     * nothing can be said. Never mix it with {@link #covariance}: uncertainties of open directions are inventions.
     */
    public Optional<CovarianceMatrix> flooredCovariance() {
        return covariance().isPresent() || status == Convergence.KINK || !hasHessian()
                ? Optional.empty()
                : scaledHessian().flooredCovariance();
    }

    /** Which covariance there is. */
    public CovarianceState covarianceState() {
        if (covariance().isPresent()) {
            return CovarianceState.ACCURATE;
        }
        return flooredCovariance().isPresent() ? CovarianceState.MADE_POSITIVE_DEFINITE : CovarianceState.ABSENT;
    }

    /**
     * Ascending eigenvalues of the exact Hessian over {@link #free} after scaling its diagonal to ±1, dimensionless: 1 for
     * uncorrelated parameters, near 0 for a degenerate direction, negative at a saddle.
     */
    public Vector hessianEigenvalues() {
        Vector known = eigenvalues;
        if (known == null) {
            known = hasHessian() ? scaledHessian().eigen().values() : Vector.of();
            eigenvalues = known;
        }
        return known;
    }

    private boolean hasHessian() {
        return hessian.size() == point.size() * point.size();
    }

    private ScaledHessian scaledHessian() {
        int[] indices = new int[free.size()];
        for (int k = 0; k < indices.length; k++) {
            indices[k] = free.get(k);
        }
        return new ScaledHessian(hessian.toArray(), point.size(), indices);
    }

    /** Whether {@code status} proves a local minimum with a covariance. */
    public boolean isConverged() {
        return status.isConverged();
    }

    /** Whether {@code status} names a usable minimum, with a covariance or without. */
    public boolean isMinimum() {
        return status.isMinimum();
    }

    /** Whether the parameter at this index sits on a bound without being fixed. */
    public boolean isAtLimit(int index) {
        return atLimit.contains(index);
    }

    /** Standard deviation of the parameter at this index, others profiled; empty unless it is free with a covariance. */
    public OptionalDouble uncertainty(int index) {
        int row = free.indexOf(index);
        return row < 0 || covariance().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(covariance().get().sigma(row));
    }

    /** Correlation of two parameters; empty unless both are free and there is a covariance. */
    public OptionalDouble correlation(int first, int second) {
        int row = free.indexOf(first);
        int column = free.indexOf(second);
        return row < 0 || column < 0 || covariance().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(covariance().get().correlation(row, column));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Minimum that
                && point.equals(that.point)
                && Double.compare(value, that.value) == 0
                && Double.compare(edm, that.edm) == 0
                && status == that.status
                && atLimit.equals(that.atLimit)
                && fixed.equals(that.fixed)
                && hessian.equals(that.hessian)
                && evaluations.equals(that.evaluations);
    }

    @Override
    public int hashCode() {
        return Objects.hash(point, value, status);
    }

    @Override
    public String toString() {
        return "Minimum[point=" + point + ", value=" + value + ", edm=" + edm + ", status=" + status + ", atLimit="
                + atLimit + ", fixed=" + fixed + ", evaluations=" + evaluations + "]";
    }
}
