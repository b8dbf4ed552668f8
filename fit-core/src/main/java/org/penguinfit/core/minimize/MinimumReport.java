package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.SymmetricEigen;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/** Turns the end point of a descent into a {@link Minimum}: limits, curvature, covariance. */
final class MinimumReport {
    private MinimumReport() {}

    static Minimum of(EvaluatedPoint point, Convergence ended, Box box, EvaluationCount count) {
        List<Integer> atLimit = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (int i = 0; i < point.x().length; i++) {
            (box.onBound(i, point.x()) ? atLimit : free).add(i);
        }
        Vector x = Vector.of(point.x());
        if (!point.isFinite()) {
            return new Minimum(
                    x,
                    point.value(),
                    Double.NaN,
                    Convergence.NOT_FINITE,
                    atLimit,
                    free,
                    Optional.empty(),
                    Vector.of(),
                    count);
        }
        int[] indices = toArray(free);
        QuadraticModel model =
                QuadraticModel.of(point.gradient(), point.hessian(), indices, ownCurvature(point, indices));
        Optional<CovarianceMatrix> covariance =
                model.isPositiveDefinite() && indices.length > 0 ? covariance(model, point, indices) : Optional.empty();
        Convergence status = status(ended, model, atLimit, covariance);
        return new Minimum(
                x,
                point.value(),
                model.edm(),
                status,
                atLimit,
                free,
                covariance,
                model.eigen().values(),
                count);
    }

    private static int[] toArray(List<Integer> indices) {
        int[] array = new int[indices.size()];
        for (int k = 0; k < array.length; k++) {
            array[k] = indices.get(k);
        }
        return array;
    }

    private static Convergence status(
            Convergence ended, QuadraticModel model, List<Integer> atLimit, Optional<CovarianceMatrix> covariance) {
        if (ended != Convergence.CONVERGED) {
            return ended;
        }
        if (!model.isPositiveDefinite()
                || (covariance.isEmpty() && model.eigen().size() > 0)) {
            return Convergence.SADDLE_OR_FLAT;
        }
        return atLimit.isEmpty() ? Convergence.CONVERGED : Convergence.AT_LIMIT;
    }

    /** |H_ii| per parameter, so that the scaled Hessian has diagonal ±1; 1 where it vanishes. */
    private static double[] ownCurvature(EvaluatedPoint point, int[] free) {
        int n = point.x().length;
        double[] metric = new double[n];
        for (int i : free) {
            double curvature = Math.abs(point.hessian()[i * n + i]);
            metric[i] = curvature > 0.0 ? curvature : 1.0;
        }
        return metric;
    }

    /** V = 2 H⁻¹, from V = 2 D⁻¹ (D⁻¹HD⁻¹)⁻¹ D⁻¹ with the eigenvalues of the scaled Hessian. */
    private static Optional<CovarianceMatrix> covariance(QuadraticModel model, EvaluatedPoint point, int[] free) {
        int m = free.length;
        SymmetricEigen eigen = model.eigen();
        double[] metric = ownCurvature(point, free);
        double[] covariance = new double[m * m];
        for (int a = 0; a < m; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0.0;
                for (int k = 0; k < m; k++) {
                    sum += eigen.vector(k, a) * eigen.vector(k, b) / eigen.value(k);
                }
                double entry = 2.0 * sum / Math.sqrt(metric[free[a]]) / Math.sqrt(metric[free[b]]);
                covariance[a * m + b] = entry;
                covariance[b * m + a] = entry;
            }
        }
        return CovarianceMatrix.of(covariance, m);
    }
}
