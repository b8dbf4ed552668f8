package org.penguinfit.likelihoods;

import org.penguinfit.likelihoods.term.LikelihoodTerm;

/** Scratch space of one term: its predictions gathered, and the derivatives by them. */
final class TermScratch {
    private final int[] rows;
    private final int n;
    private final double[] mu;
    private final double[] gradient;
    private final double[] hessian;
    /** hessian · Jacobian, shape [dimension × n]. */
    private final double[] product;

    TermScratch(int[] rows, int parameterCount) {
        int d = rows.length;
        this.rows = rows;
        this.n = parameterCount;
        this.mu = new double[d];
        this.gradient = new double[d];
        this.hessian = new double[d * d];
        this.product = d == 1 ? new double[0] : new double[d * n];
    }

    double[] gather(double[] all) {
        for (int k = 0; k < mu.length; k++) {
            mu[k] = all[rows[k]];
        }
        return mu;
    }

    double evaluate(LikelihoodTerm term, double[] all) {
        return term.valueGradientAndHessian(gather(all), gradient, hessian);
    }

    void addSlopes(double[] slopes) {
        for (int k = 0; k < mu.length; k++) {
            slopes[rows[k]] += gradient[k];
        }
    }

    /** Second derivative of a term of one observable. */
    void addCurvature(double[] curvatures, boolean onlyPositive) {
        if (mu.length == 1 && (hessian[0] > 0 || !onlyPositive)) {
            curvatures[rows[0]] += hessian[0];
        }
    }

    /** Jᵀ H J of a term of several observables, lower triangle. */
    void addSquares(double[][] transposed, double[] out) {
        int d = mu.length;
        if (d == 1) {
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                double sum = 0;
                for (int l = 0; l < d; l++) {
                    sum += hessian[k * d + l] * transposed[i][rows[l]];
                }
                product[k * n + i] = sum;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < d; k++) {
                double weight = transposed[i][rows[k]];
                for (int j = 0; j <= i && weight != 0; j++) {
                    out[i * n + j] += weight * product[k * n + j];
                }
            }
        }
    }
}
