package org.penguinfit.core.profile;

import java.util.List;
import org.penguinfit.core.linalg.SemidefiniteCholesky;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The quadratic model of −2 ln L around a point, split into held parameters x and the others z: Newton step of the others,
 * tangents dz/dx, and the profile's value, slope and curvature that the model implies. Flat arrays, no allocation.
 */
final class LocalModel {
    private static final double ROUNDINGS = 32.0;

    /** A slope that changes −2 ln L by less than this part of it over a parameter's own size is rounding. */
    private static final double FLAT_SLOPE = 1e-9;

    private final TwiceDifferentiableObjective objective;
    private final int n;
    private final int[] held;
    private final int[] others;
    private final double[] lower;
    private final double[] upper;
    private final double[] gradient;
    private final double[] hessian;
    private final SemidefiniteCholesky factor;
    /** The others that are not held by a bound, and how many; as of the last factorisation. */
    private final int[] free;

    private final boolean[] isFree;
    private int freeCount;
    private final double[] newton;
    private final double[] scratch;
    /** dz/dx at [k·n + i], zero where i is held. */
    private final double[] tangent;

    private final double[] lowestPoint;
    private double lowestValue = Double.POSITIVE_INFINITY;
    private boolean solvable;
    private long gradients;
    private long hessians;

    final double[] theta;
    /** −2 ln L at the last point evaluated. */
    double value = Double.NaN;
    /** Estimated distance of {@link #value} to the minimum over the others. */
    double edm;
    /** Slope of the profile, shape [held]. */
    final double[] slope;
    /** Curvature of the profile, shape [held × held]. */
    final double[] curvature;

    LocalModel(TwiceDifferentiableObjective objective, List<Bounds> bounds, int[] held) {
        this.objective = objective;
        this.n = bounds.size();
        this.held = held;
        this.others = ConditionalObjective.others(n, held);
        this.lower = new double[n];
        this.upper = new double[n];
        for (int i = 0; i < n; i++) {
            lower[i] = bounds.get(i).lower();
            upper[i] = bounds.get(i).upper();
        }
        this.gradient = new double[n];
        this.hessian = new double[n * n];
        this.factor = new SemidefiniteCholesky(others.length);
        this.free = new int[others.length];
        this.isFree = new boolean[n];
        this.newton = new double[n];
        this.scratch = new double[n];
        this.tangent = new double[held.length * n];
        this.lowestPoint = new double[n];
        this.theta = new double[n];
        this.slope = new double[held.length];
        this.curvature = new double[held.length * held.length];
    }

    /** Goes to a point; what is known of curvature and tangents is forgotten. */
    void place(double[] point) {
        System.arraycopy(point, 0, theta, 0, n);
        for (int i : others) {
            theta[i] = clamp(i, theta[i]);
        }
        solvable = false;
        forgetLowest();
    }

    private double clamp(int i, double x) {
        return Math.max(lower[i], Math.min(upper[i], x));
    }

    private void forgetLowest() {
        lowestValue = Double.POSITIVE_INFINITY;
        System.arraycopy(theta, 0, lowestPoint, 0, n);
    }

    /** The lowest point evaluated since the held parameters last moved; where none was, the present point. */
    double[] lowestKnown() {
        return lowestPoint.clone();
    }

    private void note() {
        if (value < lowestValue) {
            lowestValue = value;
            System.arraycopy(theta, 0, lowestPoint, 0, n);
        }
    }

    boolean isSolvable() {
        return solvable;
    }

    double rounding() {
        return ROUNDINGS * Math.ulp(value);
    }

    /** Value and gradient at theta; false when not finite. */
    boolean evaluateGradient() {
        gradients++;
        value = objective.valueAndGradient(theta, gradient);
        return evaluated();
    }

    private boolean evaluated() {
        double sum = value;
        for (int i = 0; i < n; i++) {
            sum += gradient[i];
        }
        boolean finite = Double.isFinite(sum);
        if (finite) {
            note();
        }
        return finite;
    }

    /** Evaluates the Hessian, factorises it, and solves; false when it is not finite or curves downward. */
    boolean refresh() {
        hessians++;
        value = objective.valueGradientAndHessian(theta, gradient, hessian);
        solvable = false;
        if (!evaluated()) {
            return false;
        }
        freeCount = 0;
        for (int i : others) {
            isFree[i] = !pressedOut(i);
            if (isFree[i]) {
                free[freeCount++] = i;
            }
        }
        solvable = factor.factorise(hessian, n, free, freeCount);
        if (solvable) {
            computeTangents();
            newton();
            solvable = Double.isFinite(edm);
        }
        return solvable;
    }

    private boolean pressedOut(int i) {
        return (theta[i] <= lower[i] && gradient[i] > 0.0) || (theta[i] >= upper[i] && gradient[i] < 0.0);
    }

    /** Whether the others that bounds hold are those of the last factorisation. */
    boolean sameActiveSet() {
        for (int i : others) {
            if (isFree[i] == pressedOut(i)) {
                return false;
            }
        }
        return true;
    }

    private void computeTangents() {
        for (int k = 0; k < held.length; k++) {
            for (int a = 0; a < freeCount; a++) {
                scratch[a] = -hessian[held[k] * n + free[a]];
            }
            factor.solve(scratch);
            scatter(tangent, k * n);
        }
        for (int k = 0; k < held.length; k++) {
            for (int l = 0; l < held.length; l++) {
                double sum = hessian[held[k] * n + held[l]];
                for (int a = 0; a < freeCount; a++) {
                    sum += hessian[held[k] * n + free[a]] * tangent[l * n + free[a]];
                }
                curvature[k * held.length + l] = sum;
            }
        }
    }

    private void scatter(double[] target, int offset) {
        for (int i = 0; i < n; i++) {
            target[offset + i] = 0.0;
        }
        for (int a = 0; a < freeCount; a++) {
            target[offset + free[a]] = scratch[a];
        }
    }

    /** The Newton step of the others, EDM and profile slope from the present gradient and the last factorisation. */
    void newton() {
        for (int a = 0; a < freeCount; a++) {
            scratch[a] = -gradient[free[a]];
        }
        factor.solve(scratch);
        scatter(newton, 0);
        double sum = 0.0;
        for (int a = 0; a < freeCount; a++) {
            sum -= gradient[free[a]] * newton[free[a]];
        }
        edm = factor.flatDirections() == 0 || isStationaryAlongFlats() ? 0.5 * sum : Double.POSITIVE_INFINITY;
        for (int k = 0; k < held.length; k++) {
            double total = gradient[held[k]];
            for (int a = 0; a < freeCount; a++) {
                total += gradient[free[a]] * tangent[k * n + free[a]];
            }
            slope[k] = total;
        }
    }

    /** Whether the step leaves no slope along the directions without curvature. */
    private boolean isStationaryAlongFlats() {
        double tolerance = FLAT_SLOPE * Math.max(1.0, Math.abs(value));
        for (int a = 0; a < freeCount; a++) {
            int i = free[a];
            double rest = gradient[i];
            for (int b = 0; b < freeCount; b++) {
                rest += hessian[i * n + free[b]] * newton[free[b]];
            }
            if (!(Math.abs(rest) * Math.max(1.0, Math.abs(theta[i])) <= tolerance)) {
                return false;
            }
        }
        return true;
    }

    double profileValue() {
        return value - edm;
    }

    /** The others take their Newton step, at most to their bounds. */
    void stepOthers() {
        for (int a = 0; a < freeCount; a++) {
            int i = free[a];
            theta[i] = clamp(i, theta[i] + newton[i]);
        }
    }

    /** The held parameters move by {@code shift}, the others along their tangents. */
    void moveAlongTangent(double[] shift) {
        for (int k = 0; k < held.length; k++) {
            theta[held[k]] += shift[k];
            for (int a = 0; solvable && a < freeCount; a++) {
                int i = free[a];
                theta[i] = clamp(i, theta[i] + shift[k] * tangent[k * n + i]);
            }
        }
        forgetLowest();
    }

    /** The point is final and its value known, without a model around it. */
    void settleForValue(double known) {
        value = known;
        edm = 0.0;
        solvable = false;
    }

    boolean anyOtherOnBound() {
        for (int i : others) {
            if (theta[i] <= lower[i] || theta[i] >= upper[i]) {
                return true;
            }
        }
        return false;
    }

    EvaluationCount count() {
        return new EvaluationCount(0, gradients, hessians);
    }
}
