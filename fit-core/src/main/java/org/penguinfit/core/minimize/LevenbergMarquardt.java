package org.penguinfit.core.minimize;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.util.Pair;
import org.penguinfit.core.linalg.DotProduct;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.LeastSquaresObjective;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The Levenberg–Marquardt method of MINPACK (Moré 1978; Hipparchus) for sums of squares, finished by trust-region Newton
 * steps with the exact Hessian, which must be positive definite at the end.
 *
 * <p>Bounds act on the variables themselves: steps are projected onto the box, and the exact steps at the end hold or release
 * what the projection left undecided.
 */
public final class LevenbergMarquardt implements Minimizer {
    /** Relative reductions of the sum of squares and of the point below which the method stops: near rounding. */
    private static final double TOLERANCE = 1e-14;

    /** A residual that is not finite is shown to the library as this, whose square is finite, so that it steps back. */
    private static final double HUGE_RESIDUAL = 1e100;

    /** A minimiser without state, free to share. */
    public LevenbergMarquardt() {}

    @Override
    public boolean accepts(TwiceDifferentiableObjective objective) {
        return objective instanceof LeastSquaresObjective;
    }

    @Override
    public Minimum minimize(
            TwiceDifferentiableObjective objective, double[] start, List<Bounds> bounds, StoppingRule rule) {
        if (!(objective instanceof LeastSquaresObjective squares)) {
            throw new IllegalArgumentException("Levenberg–Marquardt needs a sum of squares with residuals, found "
                    + objective.getClass().getSimpleName());
        }
        Descent descent = Descent.trustRegion(bounds, rule);
        Projected near = new Projected(squares, start.clone(), bounds);
        near.descend(rule);
        descent.run(objective, near.best);
        return descent.report().withEarlier(new EvaluationCount(0, near.evaluations, 0));
    }

    /** The residuals as functions of the parameters that are not fixed, and the lowest point so far. */
    private static final class Projected {
        private final LeastSquaresObjective squares;
        private final Box box;
        private final int[] free;
        private final double[] best;
        private final double[] theta;
        private final double[] residuals;
        private final double[] jacobian;
        private double lowest;
        private long evaluations;

        Projected(LeastSquaresObjective squares, double[] start, List<Bounds> bounds) {
            if (start.length != bounds.size()) {
                throw new IllegalArgumentException(
                        "start has " + start.length + " parameters, bounds have " + bounds.size());
            }
            this.squares = squares;
            this.box = new Box(bounds);
            this.free = box.movable();
            this.best = start;
            box.clamp(best);
            this.theta = best.clone();
            this.residuals = new double[squares.residualCount()];
            this.jacobian = new double[residuals.length * start.length];
            squares.residuals(best, residuals);
            this.lowest = DotProduct.of(residuals, residuals);
        }

        void descend(StoppingRule rule) {
            if (free.length == 0 || residuals.length == 0 || !Double.isFinite(lowest)) {
                return;
            }
            double[] from = new double[free.length];
            for (int a = 0; a < free.length; a++) {
                from[a] = best[free[a]];
            }
            try {
                new LevenbergMarquardtOptimizer()
                        .withCostRelativeTolerance(TOLERANCE)
                        .withParameterRelativeTolerance(TOLERANCE)
                        .withOrthoTolerance(TOLERANCE)
                        .optimize(new LeastSquaresBuilder()
                                .start(from)
                                .target(new double[residuals.length])
                                .model(this::evaluate)
                                .parameterValidator(this::project)
                                .lazyEvaluation(false)
                                .maxEvaluations(rule.maxIterations())
                                .maxIterations(rule.maxIterations())
                                .build());
            } catch (MathRuntimeException e) {
                return; // limits, or no further reduction: the exact steps go on from the lowest point
            }
        }

        private RealVector project(RealVector point) {
            fill(point);
            double[] inside = new double[free.length];
            for (int a = 0; a < free.length; a++) {
                inside[a] = theta[free[a]];
            }
            return new ArrayRealVector(inside, false);
        }

        private void fill(RealVector point) {
            System.arraycopy(best, 0, theta, 0, theta.length);
            for (int a = 0; a < free.length; a++) {
                theta[free[a]] = point.getEntry(a);
            }
            box.clamp(theta);
        }

        private Pair<RealVector, RealMatrix> evaluate(RealVector point) {
            fill(point);
            evaluations++;
            squares.residualsAndJacobian(theta, residuals, jacobian);
            boolean finite = Finite.all(residuals) && Finite.all(jacobian);
            double sum = DotProduct.of(residuals, residuals);
            if (finite && sum < lowest) {
                lowest = sum;
                System.arraycopy(theta, 0, best, 0, best.length);
            }
            double[] shown = residuals.clone();
            double[][] slopes = new double[residuals.length][free.length];
            for (int k = 0; k < shown.length && finite; k++) {
                for (int a = 0; a < free.length; a++) {
                    slopes[k][a] = jacobian[k * theta.length + free[a]];
                }
            }
            if (!finite) {
                Arrays.fill(shown, HUGE_RESIDUAL);
            }
            return new Pair<>(new ArrayRealVector(shown, false), new Array2DRowRealMatrix(slopes, false));
        }
    }
}
