package org.penguinfit.likelihoods.expression;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A polynomial of any degree in the free parameters, as its monomials with coefficients that are not 0. Immutable. */
public final class SparsePolynomial {
    private final SortedMap<Monomial, Double> terms;

    private SparsePolynomial(SortedMap<Monomial, Double> terms) {
        this.terms = Collections.unmodifiableSortedMap(terms);
    }

    /** Starts an empty polynomial. */
    public static Builder builder() {
        return new Builder();
    }

    /** A quadratic form as a polynomial; its coefficients may be no finite numbers, see {@link #isFinite}. */
    static SparsePolynomial of(QuadraticForm form) {
        Builder builder = new Builder().plus(form.constant(), Monomial.ONE);
        for (int t = 0; t < form.supportCount(); t++) {
            builder.plus(form.linearCoefficient(t), Monomial.of(form.supportParameter(t)));
        }
        for (int t = 0; t < form.quadraticCount(); t++) {
            builder.plus(form.quadraticCoefficient(t), Monomial.of(form.quadraticRow(t), form.quadraticColumn(t)));
        }
        return builder.build();
    }

    /** Collects terms; coefficients of the same monomial add up. */
    public static final class Builder {
        private final TreeMap<Monomial, Double> sums = new TreeMap<>();

        private Builder() {}

        /**
         * Adds a term.
         *
         * @param coefficient finite
         * @param parameters positions of the parameters whose product it multiplies: none for a constant, {@code (i, i)} for
         *     a square
         */
        public Builder add(double coefficient, int... parameters) {
            return add(coefficient, Monomial.of(parameters));
        }

        /** Adds a term. */
        public Builder add(double coefficient, Monomial monomial) {
            if (!Double.isFinite(coefficient)) {
                throw new IllegalArgumentException("coefficient of " + monomial + ": must be finite");
            }
            return plus(coefficient, monomial);
        }

        private Builder plus(double coefficient, Monomial monomial) {
            sums.merge(monomial, coefficient, Double::sum);
            return this;
        }

        /** Adds {@code weight} times a polynomial; false, and nothing added, if there is none. */
        boolean plus(@Nullable SparsePolynomial polynomial, double weight) {
            if (polynomial == null) {
                return false;
            }
            for (Map.Entry<Monomial, Double> term : polynomial.terms.entrySet()) {
                sums.merge(term.getKey(), weight * term.getValue(), Double::sum);
            }
            return true;
        }

        /** Number of monomials so far. */
        int size() {
            return sums.size();
        }

        /** The sum so far. */
        public SparsePolynomial build() {
            TreeMap<Monomial, Double> kept = new TreeMap<>(sums);
            kept.values().removeIf(coefficient -> coefficient == 0);
            return new SparsePolynomial(kept);
        }
    }

    /** The terms that are not 0, by ascending degree; unmodifiable. */
    public SortedMap<Monomial, Double> terms() {
        return terms;
    }

    /** Coefficient of a monomial. */
    public double coefficient(Monomial monomial) {
        return terms.getOrDefault(monomial, 0.0);
    }

    /** Number of terms. */
    public int termCount() {
        return terms.size();
    }

    /** Highest degree; 0 for a constant. */
    public int degree() {
        return terms.isEmpty() ? 0 : terms.lastKey().degree();
    }

    /** Largest position of a parameter it depends on, −1 if none. */
    public int largestParameter() {
        int largest = -1;
        for (Monomial monomial : terms.keySet()) {
            largest = Math.max(largest, monomial.largestParameter());
        }
        return largest;
    }

    /** The product with another. */
    SparsePolynomial times(SparsePolynomial other) {
        Builder product = new Builder();
        for (Map.Entry<Monomial, Double> a : terms.entrySet()) {
            for (Map.Entry<Monomial, Double> b : other.terms.entrySet()) {
                product.sums.merge(a.getKey().times(b.getKey()), a.getValue() * b.getValue(), Double::sum);
            }
        }
        return product.build();
    }

    /** True if every coefficient is a finite number. */
    boolean isFinite() {
        for (double coefficient : terms.values()) {
            if (!Double.isFinite(coefficient)) {
                return false;
            }
        }
        return true;
    }

    /** Coefficients of the powers of one parameter, the others held; at least the constant. */
    double[] slice(int parameter, double[] theta) {
        int degree = 0;
        for (Monomial monomial : terms.keySet()) {
            degree = Math.max(degree, monomial.exponent(parameter));
        }
        double[] powers = new double[degree + 1];
        for (Map.Entry<Monomial, Double> term : terms.entrySet()) {
            double product = term.getValue();
            int power = 0;
            for (int k = 0; k < term.getKey().degree(); k++) {
                int factor = term.getKey().factor(k);
                if (factor == parameter) {
                    power++;
                } else {
                    product *= theta[factor];
                }
            }
            powers[power] += product;
        }
        return powers;
    }
}
