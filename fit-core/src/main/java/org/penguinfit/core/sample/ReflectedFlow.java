package org.penguinfit.core.sample;

import java.util.List;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * Hamiltonian motion with elastic reflection at bounds, in coordinates where the mass matrix is one: with the metric L Lᵀ
 * (a guess of the posterior's covariance) and momenta w of unit variance, dx/dt = L w and dw/dt = −½ Lᵀ ∇(−2 ln p). One step
 * is a leapfrog whose drift reflects at each bound it meets: reversible and volume-preserving (Afshar and Domke, NIPS 2015,
 * algorithm 1, for a wall of infinite height).
 */
final class ReflectedFlow {
    /** A drift that meets more walls than this has a step size that makes no sense; it counts as a divergence. */
    private static final int MOST_REFLECTIONS = 1000;

    private final DifferentiableObjective density;
    private final int n;
    private final double[] lower;
    private final double[] upper;
    private final double[] factor;
    private final double[] velocity;

    /** A point of phase space: position, momentum, gradient of −2 ln p and ½ (−2 ln p). */
    static final class State {
        final double[] x;
        final double[] w;
        final double[] gradient;
        double potential;

        State(int n) {
            x = new double[n];
            w = new double[n];
            gradient = new double[n];
        }

        void copyFrom(State other) {
            System.arraycopy(other.x, 0, x, 0, x.length);
            System.arraycopy(other.w, 0, w, 0, w.length);
            System.arraycopy(other.gradient, 0, gradient, 0, gradient.length);
            potential = other.potential;
        }

        /** Potential and kinetic energy: −ln of the joint density. */
        double energy() {
            double kinetic = 0.0;
            for (double component : w) {
                kinetic += component * component;
            }
            return potential + 0.5 * kinetic;
        }
    }

    ReflectedFlow(DifferentiableObjective density, List<Bounds> ranges) {
        this.density = density;
        n = ranges.size();
        lower = ranges.stream().mapToDouble(Bounds::lower).toArray();
        upper = ranges.stream().mapToDouble(Bounds::upper).toArray();
        factor = new double[n * n];
        velocity = new double[n];
    }

    int size() {
        return n;
    }

    /** Takes L from now on. */
    void useMetric(Cholesky metric) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                factor[i * n + j] = j <= i ? metric.lower(i, j) : 0.0;
            }
        }
    }

    /** L, row-major, shape [n × n]. */
    double[] metric() {
        return factor.clone();
    }

    /** Takes L, row-major. */
    void useMetric(double[] lowerTriangle) {
        System.arraycopy(lowerTriangle, 0, factor, 0, factor.length);
    }

    /** Computes potential and gradient at the position of a state. */
    void evaluate(State state) {
        state.potential = 0.5 * density.valueAndGradient(state.x, state.gradient);
    }

    /**
     * One leapfrog step.
     *
     * @param time step size, negative for backward
     * @return false when the step makes no sense: not finite, or too many reflections
     */
    boolean step(State state, double time) {
        kick(state, 0.5 * time);
        if (!drift(state, time)) {
            return false;
        }
        evaluate(state);
        if (!Double.isFinite(state.potential)) {
            return false;
        }
        kick(state, 0.5 * time);
        return true;
    }

    private void kick(State state, double time) {
        for (int i = 0; i < n; i++) {
            double push = 0.5 * time * state.gradient[i];
            int row = i * n;
            for (int j = 0; j <= i; j++) {
                state.w[j] -= factor[row + j] * push;
            }
        }
    }

    private boolean drift(State state, double time) {
        double sign = Math.signum(time);
        double left = Math.abs(time);
        for (int bounces = 0; bounces < MOST_REFLECTIONS; bounces++) {
            int wall = -1;
            double free = left;
            for (int i = 0; i < n; i++) {
                velocity[i] = sign * along(i, state.w);
                double room = velocity[i] > 0.0 ? upper[i] - state.x[i] : lower[i] - state.x[i];
                double reach = room / velocity[i];
                if (velocity[i] != 0.0 && reach < free) {
                    free = Math.max(0.0, reach);
                    wall = i;
                }
            }
            for (int i = 0; i < n; i++) {
                state.x[i] = Math.max(lower[i], Math.min(upper[i], state.x[i] + free * velocity[i]));
            }
            if (wall < 0) {
                return Double.isFinite(free);
            }
            state.x[wall] = velocity[wall] > 0.0 ? upper[wall] : lower[wall];
            reflect(state.w, wall);
            left -= free;
        }
        return false;
    }

    private double along(int i, double[] w) {
        double sum = 0.0;
        int row = i * n;
        for (int j = 0; j <= i; j++) {
            sum += factor[row + j] * w[j];
        }
        return sum;
    }

    /** Turns the momentum's component along the wall's normal, which in these coordinates is row i of L. */
    private void reflect(double[] w, int i) {
        double norm = 0.0;
        int row = i * n;
        for (int j = 0; j <= i; j++) {
            norm += factor[row + j] * factor[row + j];
        }
        double push = 2.0 * along(i, w) / norm;
        for (int j = 0; j <= i; j++) {
            w[j] -= push * factor[row + j];
        }
    }
}
