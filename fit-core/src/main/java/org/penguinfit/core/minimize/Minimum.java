package org.penguinfit.core.minimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * Where a minimisation ended and what is known there.
 *
 * @param point parameter values, shape [n], inside the bounds
 * @param value −2 ln L at the point
 * @param edm estimated vertical distance ½ gᵀH⁻¹g over the parameters not at a limit, with |eigenvalues| where H is not
 *     positive definite; NaN only with {@link Convergence#NOT_FINITE}
 * @param status how the minimisation ended
 * @param atLimit indices of the parameters on a bound, ascending; they have no uncertainty
 * @param free the other indices, ascending: row k of {@code covariance} belongs to parameter {@code free.get(k)}
 * @param covariance 2 H⁻¹ of the exact Hessian over {@code free}, those at a limit held; absent when H is not positive
 *     definite or no parameter is free
 * @param hessianEigenvalues ascending eigenvalues of the exact Hessian over {@code free} after scaling its diagonal to
 *     ±1, dimensionless: 1 for uncorrelated parameters, near 0 for a degenerate direction, negative at a saddle
 * @param evaluations what the minimisation cost
 */
public record Minimum(
        Vector point,
        double value,
        double edm,
        Convergence status,
        List<Integer> atLimit,
        List<Integer> free,
        Optional<CovarianceMatrix> covariance,
        Vector hessianEigenvalues,
        EvaluationCount evaluations) {
    /** Copies the lists. */
    public Minimum {
        atLimit = List.copyOf(atLimit);
        free = List.copyOf(free);
    }

    /** Whether {@code status} proves a local minimum. */
    public boolean isConverged() {
        return status.isConverged();
    }

    /** Whether the parameter at this index sits on a bound. */
    public boolean isAtLimit(int index) {
        return atLimit.contains(index);
    }

    /** Standard deviation of the parameter at this index, others profiled; empty at a limit or without covariance. */
    public OptionalDouble uncertainty(int index) {
        int row = free.indexOf(index);
        return row < 0 || covariance.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(covariance.get().sigma(row));
    }

    /** Correlation of two parameters; empty when either is at a limit or there is no covariance. */
    public OptionalDouble correlation(int first, int second) {
        int row = free.indexOf(first);
        int column = free.indexOf(second);
        return row < 0 || column < 0 || covariance.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(covariance.get().correlation(row, column));
    }
}
