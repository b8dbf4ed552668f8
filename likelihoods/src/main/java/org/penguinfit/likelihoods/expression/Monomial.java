package org.penguinfit.likelihoods.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A product of parameters such as θ₀²θ₃, by the positions of its factors; ordered by degree, then by the factors. */
public final class Monomial implements Comparable<Monomial> {
    /** The empty product. */
    public static final Monomial ONE = new Monomial(new int[0]);

    /** Ascending; a power stands as often as its exponent. */
    private final int[] factors;

    private final int hash;

    private Monomial(int[] factors) {
        this.factors = factors;
        this.hash = Arrays.hashCode(factors);
    }

    /** The product of these parameters, in any order; a parameter given twice is squared. */
    public static Monomial of(int... parameters) {
        if (parameters.length == 0) {
            return ONE;
        }
        int[] factors = parameters.clone();
        Arrays.sort(factors);
        if (factors[0] < 0) {
            throw new IllegalArgumentException("monomial: the position of a parameter is " + factors[0]);
        }
        return new Monomial(factors);
    }

    /** Number of factors. */
    public int degree() {
        return factors.length;
    }

    /** The k-th factor; ascending in k. */
    public int factor(int k) {
        return factors[k];
    }

    /** Largest position of a parameter, −1 for the empty product. */
    public int largestParameter() {
        return factors.length == 0 ? -1 : factors[factors.length - 1];
    }

    /** Power to which a parameter stands. */
    public int exponent(int parameter) {
        int count = 0;
        for (int factor : factors) {
            count += factor == parameter ? 1 : 0;
        }
        return count;
    }

    /** The product of two monomials. */
    public Monomial times(Monomial other) {
        if (factors.length == 0) {
            return other;
        }
        if (other.factors.length == 0) {
            return this;
        }
        int[] product = Arrays.copyOf(factors, factors.length + other.factors.length);
        System.arraycopy(other.factors, 0, product, factors.length, other.factors.length);
        Arrays.sort(product);
        return new Monomial(product);
    }

    /** This monomial with one factor {@code parameter} less. */
    public Monomial without(int parameter) {
        int at = Arrays.binarySearch(factors, parameter);
        if (at < 0) {
            throw new IllegalArgumentException("parameter " + parameter + " is no factor of " + this);
        }
        int[] rest = new int[factors.length - 1];
        System.arraycopy(factors, 0, rest, 0, at);
        System.arraycopy(factors, at + 1, rest, at, rest.length - at);
        return rest.length == 0 ? ONE : new Monomial(rest);
    }

    @Override
    public int compareTo(Monomial other) {
        int order = Integer.compare(factors.length, other.factors.length);
        return order == 0 ? Arrays.compare(factors, other.factors) : order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Monomial that && Arrays.equals(factors, that.factors);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return Arrays.toString(factors);
    }
}
