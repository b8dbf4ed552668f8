package org.penguinfit.core.objective;

/** An objective that knows its gradient and its Hessian. */
public interface TwiceDifferentiableObjective extends DifferentiableObjective {
    /**
     * Returns {@link #value} and writes the first and second derivatives.
     *
     * @param gradient overwritten, shape [n]
     * @param hessian overwritten, shape [n × n], row-major, both triangles; symmetric
     */
    double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian);
}
