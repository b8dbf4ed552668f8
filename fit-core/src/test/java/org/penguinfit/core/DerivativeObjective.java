package org.penguinfit.core;

import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;

/** A test objective written once as a formula; Hipparchus's automatic differentiation is the oracle of its derivatives. */
public final class DerivativeObjective implements TwiceDifferentiableObjective {
    /** The formula. */
    @FunctionalInterface
    public interface Formula {
        DerivativeStructure of(DerivativeStructure[] x);
    }

    private final int size;
    private final Formula formula;
    private final DSFactory second;

    public DerivativeObjective(int size, Formula formula) {
        this.size = size;
        this.formula = formula;
        this.second = new DSFactory(size, 2);
    }

    private DerivativeStructure evaluate(double[] theta) {
        DerivativeStructure[] x = new DerivativeStructure[size];
        for (int i = 0; i < size; i++) {
            x[i] = second.variable(i, theta[i]);
        }
        return formula.of(x);
    }

    @Override
    public double value(double[] theta) {
        return evaluate(theta).getValue();
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        return valueGradientAndHessian(theta, gradient, new double[size * size]);
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        DerivativeStructure f = evaluate(theta);
        int[] orders = new int[size];
        for (int i = 0; i < size; i++) {
            orders[i]++;
            gradient[i] = f.getPartialDerivative(orders);
            for (int j = 0; j < size; j++) {
                orders[j]++;
                hessian[i * size + j] = f.getPartialDerivative(orders);
                orders[j]--;
            }
            orders[i]--;
        }
        return f.getValue();
    }
}
