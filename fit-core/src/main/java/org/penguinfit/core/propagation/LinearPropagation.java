package org.penguinfit.core.propagation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear error propagation: the covariance of predictions y is J V Jᵀ, with J = ∂y/∂θ at the central values and the
 * covariance V of the parameters. Exact where y is linear; otherwise wrong by terms of order (∂²y σ²)², for which see
 * {@link MonteCarloPropagation}.
 */
public final class LinearPropagation {
    /**
     * A sensitivity |gᵢ|σᵢ counts as zero below this fraction of the prediction: it is rounding, at a point where the
     * prediction is stationary.
     */
    public static final double NEGLIGIBLE = 1e-12;

    private final double[] values;
    private final ParameterUncertainty parameters;
    private final double[][] gradients;

    /** Row of each parameter in the covariance; −1 of one without uncertainty. */
    private final int[] rows;

    private LinearPropagation(double[] values, ParameterUncertainty parameters, double[][] gradients) {
        this.values = values;
        this.parameters = parameters;
        this.gradients = gradients;
        this.rows = new int[parameters.size()];
        Arrays.fill(rows, -1);
        for (int i = 0; i < parameters.uncertain().size(); i++) {
            rows[parameters.uncertain().get(i)] = i;
        }
    }

    /**
     * Predictions and their derivatives at the central values of the parameters.
     *
     * @param values predictions, shape [m], finite
     * @param jacobian ∂yₖ/∂θᵢ at [k·n + i], finite, n over all parameters
     */
    public static LinearPropagation of(double[] values, double[] jacobian, ParameterUncertainty parameters) {
        int n = parameters.size();
        if (jacobian.length != values.length * n) {
            throw new IllegalArgumentException(values.length + " predictions of " + n + " parameters have "
                    + values.length * n + " derivatives, found " + jacobian.length);
        }
        double[][] gradients = new double[values.length][parameters.uncertain().size()];
        for (int k = 0; k < values.length; k++) {
            for (int i = 0; i < gradients[k].length; i++) {
                double g = jacobian[k * n + parameters.uncertain().get(i)];
                requireFinite(g, k);
                double spread = Math.abs(g) * parameters.covariance().sigma(i);
                gradients[k][i] = spread > NEGLIGIBLE * Math.abs(values[k]) ? g : 0.0;
            }
            requireFinite(values[k], k);
        }
        return new LinearPropagation(values.clone(), parameters, gradients);
    }

    private static void requireFinite(double number, int prediction) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("prediction " + prediction + " or a derivative of it is " + number);
        }
    }

    /** Covariance of predictions k and l, in the product of their units. */
    public double covariance(int k, int l) {
        double sum = 0.0;
        for (int i = 0; i < gradients[k].length; i++) {
            for (int j = 0; j < gradients[l].length; j++) {
                sum += gradients[k][i] * parameters.covariance().get(i, j) * gradients[l][j];
            }
        }
        return sum;
    }

    /** Every prediction with its uncertainty and the budget over these sources. */
    public List<LinearPrediction> predictions(SourceGroups sources) {
        SourceGroups all = sources.covering(parameters.uncertain(), parameters.size());
        List<LinearPrediction> found = new ArrayList<>();
        for (int k = 0; k < values.length; k++) {
            VarianceBudget budget = budget(k, all);
            found.add(new LinearPrediction(values[k], budget.sigma(), budget));
        }
        return found;
    }

    private VarianceBudget budget(int k, SourceGroups sources) {
        List<VarianceBudget.Part> parts = new ArrayList<>();
        List<VarianceBudget.CorrelatedPart> correlated = new ArrayList<>();
        List<SourceGroups.Group> groups = sources.groups();
        for (int a = 0; a < groups.size(); a++) {
            double own = between(k, groups.get(a), groups.get(a));
            parts.add(new VarianceBudget.Part(groups.get(a).name(), Math.sqrt(Math.max(0.0, own))));
            for (int b = a + 1; b < groups.size(); b++) {
                double shared = 2.0 * between(k, groups.get(a), groups.get(b));
                if (shared != 0.0) {
                    correlated.add(new VarianceBudget.CorrelatedPart(
                            groups.get(a).name(), groups.get(b).name(), shared));
                }
            }
        }
        return new VarianceBudget(covariance(k, k), parts, correlated);
    }

    /** gₐᵀ Vₐᵦ gᵦ of prediction k. */
    private double between(int k, SourceGroups.Group a, SourceGroups.Group b) {
        double sum = 0.0;
        for (int first : a.parameters()) {
            int i = rows[first];
            for (int second : b.parameters()) {
                int j = rows[second];
                if (i >= 0 && j >= 0) {
                    sum += gradients[k][i] * parameters.covariance().get(i, j) * gradients[k][j];
                }
            }
        }
        return sum;
    }
}
