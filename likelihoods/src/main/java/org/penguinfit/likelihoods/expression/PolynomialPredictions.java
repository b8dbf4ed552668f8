package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Predictions given as polynomials by their coefficients, without a formula: tables of coefficients, generated problems.
 * The example is μ(c, ν) = p(c) + Σ ν_k p_k(c), whose nuisance parameters multiply polynomials of the others.
 */
public final class PolynomialPredictions implements PredictionVector {
    private final int parameterCount;
    private final List<SparsePolynomial> polynomials;

    private PolynomialPredictions(int parameterCount, List<SparsePolynomial> polynomials) {
        this.parameterCount = parameterCount;
        this.polynomials = polynomials;
    }

    /**
     * One prediction per polynomial.
     *
     * @param parameterCount number of free parameters n
     * @throws IllegalArgumentException if a polynomial depends on a parameter beyond them
     */
    public static PolynomialPredictions of(int parameterCount, List<SparsePolynomial> polynomials) {
        for (SparsePolynomial polynomial : polynomials) {
            if (polynomial.largestParameter() >= parameterCount) {
                throw new IllegalArgumentException("polynomial: depends on parameter " + polynomial.largestParameter()
                        + ", there are " + parameterCount);
            }
        }
        return new PolynomialPredictions(parameterCount, List.copyOf(polynomials));
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    @Override
    public int observableCount() {
        return polynomials.size();
    }

    @Override
    public Optional<double[]> slice(int observable, int parameter, double[] theta) {
        double[] powers = polynomials.get(observable).slice(parameter, theta);
        return powers.length > UnivariateSlice.MAX_DEGREE + 1
                ? Optional.empty()
                : Optional.of(UnivariateSlice.trim(powers));
    }

    @Override
    public boolean isQuadratic(int observable) {
        return polynomials.get(observable).degree() <= 2;
    }

    @Override
    public Optional<QuadraticForm> quadratic(int observable) {
        if (!isQuadratic(observable)) {
            return Optional.empty();
        }
        double constant = 0;
        TreeMap<Integer, Double> linear = new TreeMap<>();
        TreeMap<QuadraticForm.Pair, Double> quadratic = new TreeMap<>();
        for (Map.Entry<Monomial, Double> term :
                polynomials.get(observable).terms().entrySet()) {
            Monomial monomial = term.getKey();
            switch (monomial.degree()) {
                case 0 -> constant = term.getValue();
                case 1 -> linear.put(monomial.factor(0), term.getValue());
                default ->
                    quadratic.put(QuadraticForm.Pair.of(monomial.factor(0), monomial.factor(1)), term.getValue());
            }
        }
        return Optional.of(new QuadraticForm(constant, linear, quadratic));
    }

    @Override
    public Optional<SparsePolynomial> polynomial(int observable) {
        return Optional.of(polynomials.get(observable));
    }

    @Override
    public PredictionVector select(int[] observables) {
        List<SparsePolynomial> selected = new ArrayList<>();
        for (int observable : observables) {
            selected.add(polynomials.get(observable));
        }
        return new PolynomialPredictions(parameterCount, List.copyOf(selected));
    }

    @Override
    public Evaluator evaluator() {
        return new TermByTerm();
    }

    /** The plain way, term by term: exact derivatives, no cleverness. */
    private final class TermByTerm implements Evaluator {
        @Override
        public void values(double[] theta, double[] mu) {
            for (int k = 0; k < polynomials.size(); k++) {
                mu[k] = 0;
                for (Map.Entry<Monomial, Double> term : polynomials.get(k).terms().entrySet()) {
                    mu[k] += term.getValue() * product(term.getKey(), theta, -1, -1);
                }
            }
        }

        @Override
        public void valuesAndGradients(double[] theta, double[] mu, double[] jacobian) {
            values(theta, mu);
            int n = parameterCount;
            Arrays.fill(jacobian, 0, polynomials.size() * n, 0);
            for (int k = 0; k < polynomials.size(); k++) {
                for (Map.Entry<Monomial, Double> term : polynomials.get(k).terms().entrySet()) {
                    Monomial monomial = term.getKey();
                    for (int a = 0; a < monomial.degree(); a++) {
                        jacobian[k * n + monomial.factor(a)] += term.getValue() * product(monomial, theta, a, -1);
                    }
                }
            }
        }

        @Override
        public void valuesGradientsAndHessians(double[] theta, double[] mu, double[] jacobian, double[] hessians) {
            valuesAndGradients(theta, mu, jacobian);
            int n = parameterCount;
            Arrays.fill(hessians, 0, polynomials.size() * n * n, 0);
            for (int k = 0; k < polynomials.size(); k++) {
                for (Map.Entry<Monomial, Double> term : polynomials.get(k).terms().entrySet()) {
                    addSecond(term.getKey(), term.getValue(), theta, hessians, k * n * n);
                }
            }
        }

        /** By the product rule: every ordered pair of different factors. */
        private void addSecond(Monomial monomial, double weight, double[] theta, double[] hessians, int start) {
            for (int a = 0; a < monomial.degree(); a++) {
                for (int b = 0; b < monomial.degree(); b++) {
                    if (a != b) {
                        int at = start + monomial.factor(a) * parameterCount + monomial.factor(b);
                        hessians[at] += weight * product(monomial, theta, a, b);
                    }
                }
            }
        }

        /** The product of all factors but two. */
        private double product(Monomial monomial, double[] theta, int skip, int skipToo) {
            double product = 1;
            for (int k = 0; k < monomial.degree(); k++) {
                if (k != skip && k != skipToo) {
                    product *= theta[monomial.factor(k)];
                }
            }
            return product;
        }
    }
}
