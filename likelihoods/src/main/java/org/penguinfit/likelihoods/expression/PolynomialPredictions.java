package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Predictions given as polynomials by their coefficients, without a formula: tables of coefficients, generated problems.
 * The example is μ(c, ν) = p(c) + Σ ν_k p_k(c), whose nuisance parameters multiply polynomials of the others.
 */
public final class PolynomialPredictions implements PredictionVector {
    private final int parameterCount;
    private final List<SparsePolynomial> polynomials;
    /** The terms of each polynomial. */
    private final Monomial[][] monomials;

    private final double[][] coefficients;

    private PolynomialPredictions(int parameterCount, List<SparsePolynomial> polynomials) {
        this.parameterCount = parameterCount;
        this.polynomials = polynomials;
        this.monomials = new Monomial[polynomials.size()][];
        this.coefficients = new double[polynomials.size()][];
        for (int k = 0; k < monomials.length; k++) {
            SortedMap<Monomial, Double> terms = polynomials.get(k).terms();
            monomials[k] = terms.keySet().toArray(new Monomial[0]);
            coefficients[k] =
                    terms.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
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
    public int[] support(int observable) {
        TreeSet<Integer> used = new TreeSet<>();
        for (Monomial monomial : monomials[observable]) {
            for (int k = 0; k < monomial.degree(); k++) {
                used.add(monomial.factor(k));
            }
        }
        return used.stream().mapToInt(Integer::intValue).toArray();
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
            for (int k = 0; k < monomials.length; k++) {
                double sum = 0;
                for (int t = 0; t < monomials[k].length; t++) {
                    sum += coefficients[k][t] * product(monomials[k][t], theta, -1, -1);
                }
                mu[k] = sum;
            }
        }

        @Override
        public void valuesAndGradients(double[] theta, double[] mu, double[] jacobian) {
            values(theta, mu);
            int n = parameterCount;
            Arrays.fill(jacobian, 0, monomials.length * n, 0);
            for (int k = 0; k < monomials.length; k++) {
                for (int t = 0; t < monomials[k].length; t++) {
                    Monomial monomial = monomials[k][t];
                    for (int a = 0; a < monomial.degree(); a++) {
                        jacobian[k * n + monomial.factor(a)] += coefficients[k][t] * product(monomial, theta, a, -1);
                    }
                }
            }
        }

        @Override
        public void valuesGradientsAndHessians(double[] theta, double[] mu, double[] jacobian, double[] hessians) {
            valuesAndGradients(theta, mu, jacobian);
            int n = parameterCount;
            Arrays.fill(hessians, 0, monomials.length * n * n, 0);
            for (int k = 0; k < monomials.length; k++) {
                for (int t = 0; t < monomials[k].length; t++) {
                    addSecond(monomials[k][t], coefficients[k][t], theta, hessians, k * n * n);
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
