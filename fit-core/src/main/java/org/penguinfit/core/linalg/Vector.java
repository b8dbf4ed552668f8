package org.penguinfit.core.linalg;

import java.util.Arrays;

/** An immutable row of numbers with value equality (bit by bit, so NaN equals NaN). */
public final class Vector {
    private final double[] components;

    private Vector(double[] components) {
        this.components = components;
    }

    /** A vector of these components; the array is copied. */
    public static Vector of(double... components) {
        return new Vector(components.clone());
    }

    /** Number of components. */
    public int size() {
        return components.length;
    }

    /** Component {@code i}, from 0. */
    public double get(int i) {
        return components[i];
    }

    /** A fresh copy of the components. */
    public double[] toArray() {
        return components.clone();
    }

    /** The same vector with component {@code i} replaced. */
    public Vector with(int i, double value) {
        double[] copy = components.clone();
        copy[i] = value;
        return new Vector(copy);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Vector that && Arrays.equals(components, that.components);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(components);
    }

    @Override
    public String toString() {
        return Arrays.toString(components);
    }
}
