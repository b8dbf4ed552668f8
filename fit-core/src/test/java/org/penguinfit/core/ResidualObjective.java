package org.penguinfit.core;

import java.util.Arrays;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.penguinfit.core.objective.LeastSquaresObjective;

/** A sum of squares written once as the formulas of its residuals, with derivatives by Hipparchus. */
public final class ResidualObjective implements LeastSquaresObjective {
    /** The formulas: one residual each. */
    @FunctionalInterface
    public interface Formula {
        DerivativeStructure of(DerivativeStructure[] x, int residual);
    }

    private final int size;
    private final int count;
    private final Formula formula;
    private final DSFactory[] factories;
    private final int[] first;
    private final int[] second;

    public ResidualObjective(int size, int count, Formula formula) {
        this.size = size;
        this.count = count;
        this.formula = formula;
        this.factories = new DSFactory[] {new DSFactory(size, 0), new DSFactory(size, 1), new DSFactory(size, 2)};
        this.first = new int[size];
        this.second = new int[size * size];
        int[] orders = new int[size];
        for (int i = 0; i < size; i++) {
            orders[i]++;
            first[i] = factories[2].getCompiler().getPartialDerivativeIndex(orders);
            for (int j = 0; j < size; j++) {
                orders[j]++;
                second[i * size + j] = factories[2].getCompiler().getPartialDerivativeIndex(orders);
                orders[j]--;
            }
            orders[i]--;
        }
    }

    private DerivativeStructure[] variables(double[] theta, int order) {
        DerivativeStructure[] x = new DerivativeStructure[size];
        for (int i = 0; i < size; i++) {
            x[i] = order == 0 ? factories[0].constant(theta[i]) : factories[order].variable(i, theta[i]);
        }
        return x;
    }

    @Override
    public int residualCount() {
        return count;
    }

    @Override
    public void residuals(double[] theta, double[] residuals) {
        DerivativeStructure[] x = variables(theta, 0);
        for (int k = 0; k < count; k++) {
            residuals[k] = formula.of(x, k).getValue();
        }
    }

    @Override
    public void residualsAndJacobian(double[] theta, double[] residuals, double[] jacobian) {
        DerivativeStructure[] x = variables(theta, 1);
        for (int k = 0; k < count; k++) {
            DerivativeStructure r = formula.of(x, k);
            residuals[k] = r.getValue();
            System.arraycopy(r.getAllDerivatives(), 1, jacobian, k * size, size);
        }
    }

    @Override
    public double value(double[] theta) {
        double[] r = new double[count];
        residuals(theta, r);
        return Arrays.stream(r).map(v -> v * v).sum();
    }

    @Override
    public double valueAndGradient(double[] theta, double[] gradient) {
        double[] r = new double[count];
        double[] jacobian = new double[count * size];
        residualsAndJacobian(theta, r, jacobian);
        Arrays.fill(gradient, 0.0);
        double sum = 0.0;
        for (int k = 0; k < count; k++) {
            sum += r[k] * r[k];
            for (int i = 0; i < size; i++) {
                gradient[i] += 2.0 * r[k] * jacobian[k * size + i];
            }
        }
        return sum;
    }

    @Override
    public double valueGradientAndHessian(double[] theta, double[] gradient, double[] hessian) {
        DerivativeStructure[] x = variables(theta, 2);
        Arrays.fill(gradient, 0.0);
        Arrays.fill(hessian, 0.0);
        double value = 0.0;
        for (int k = 0; k < count; k++) {
            double[] r = formula.of(x, k).getAllDerivatives();
            value += r[0] * r[0];
            for (int i = 0; i < size; i++) {
                double slope = 2.0 * r[first[i]];
                gradient[i] += slope * r[0];
                for (int j = 0; j < size; j++) {
                    hessian[i * size + j] += slope * r[first[j]] + 2.0 * r[0] * r[second[i * size + j]];
                }
            }
        }
        return value;
    }

    @Override
    public void gaussNewtonHessian(double[] theta, double[] hessian) {
        double[] r = new double[count];
        double[] jacobian = new double[count * size];
        residualsAndJacobian(theta, r, jacobian);
        Arrays.fill(hessian, 0.0);
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    hessian[i * size + j] += 2.0 * jacobian[k * size + i] * jacobian[k * size + j];
                }
            }
        }
    }
}
