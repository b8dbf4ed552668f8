package org.penguinfit.core.objective;

/**
 * An objective lifted to one with gradient and Hessian by {@link FiniteDifferences}: about 20 evaluations per parameter for
 * each order that is missing, good to some nine digits for smooth functions of unit scale. For objectives that have no exact
 * derivatives; those that have them need no lifting.
 */
public final class NumericalDerivatives implements TwiceDifferentiableObjective {
    private final DifferentiableObjective objective;

    private NumericalDerivatives(DifferentiableObjective objective) {
        this.objective = objective;
    }

    /** The objective itself where it has exact second derivatives, else with those it lacks by finite differences. */
    public static TwiceDifferentiableObjective of(Objective objective) {
        if (objective instanceof TwiceDifferentiableObjective exact) {
            return exact;
        }
        return objective instanceof DifferentiableObjective gradient
                ? new NumericalDerivatives(gradient)
                : new NumericalDerivatives(new NumericalGradient(objective));
    }

    @Override
    public double value(double[] theta) {
        return objective.value(theta);
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return objective.valueAndGradient(theta, gradient);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        double[] differences = FiniteDifferences.hessian(objective, theta);
        System.arraycopy(differences, 0, hessian, 0, differences.length);
        return objective.valueAndGradient(theta, gradient);
    }

    private record NumericalGradient(Objective objective) implements DifferentiableObjective {
        @Override
        public double value(double[] theta) {
            return objective.value(theta);
        }

        @Override
        public double valueAndGradient(double[] theta, double[] gradient) {
            double[] differences = FiniteDifferences.gradient(objective, theta);
            System.arraycopy(differences, 0, gradient, 0, differences.length);
            return objective.value(theta);
        }
    }
}
