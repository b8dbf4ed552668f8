package org.penguinfit.likelihoods.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Real operations as a graph without repetition: an operation that is there already is used again, operations on constants
 * are carried out, and terms that are 0 or factors that are 1 vanish (0·x is 0 whatever x is). Operands always have smaller
 * numbers than the operations that use them.
 */
final class Graph {
    /** Equality by hand: the generated one of a record costs start-up time. */
    private record Key(Operation operation, int first, int second, long bits) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && operation == key.operation
                    && first == key.first
                    && second == key.second
                    && bits == key.bits;
        }

        @Override
        public int hashCode() {
            return ((operation.hashCode() * 31 + first) * 31 + second) * 31 + Long.hashCode(bits);
        }
    }

    private final Map<Key, Integer> known = new HashMap<>();
    private Operation[] operations = new Operation[64];
    private int[] firsts = new int[64];
    private int[] seconds = new int[64];
    private double[] numbers = new double[64];
    private int size;

    int size() {
        return size;
    }

    Operation operation(int node) {
        return operations[node];
    }

    /** First operand; of an INPUT the position of the free parameter. */
    int first(int node) {
        return firsts[node];
    }

    int second(int node) {
        return seconds[node];
    }

    /** The value of a CONSTANT, the exponent of a POWER, else 0. */
    double number(int node) {
        return numbers[node];
    }

    boolean isConstant(int node) {
        return operations[node] == Operation.CONSTANT;
    }

    boolean is(int node, double value) {
        return isConstant(node) && numbers[node] == value;
    }

    int constant(double value) {
        return node(Operation.CONSTANT, 0, 0, value == 0 ? 0 : value);
    }

    /** A free parameter. */
    int input(int position) {
        return node(Operation.INPUT, position, 0, 0);
    }

    int add(int a, int b) {
        if (is(a, 0)) {
            return b;
        }
        return is(b, 0) ? a : binary(Operation.ADD, a, b);
    }

    int subtract(int a, int b) {
        if (is(b, 0)) {
            return a;
        }
        return is(a, 0) ? negate(b) : binary(Operation.SUBTRACT, a, b);
    }

    int negate(int a) {
        return multiply(constant(-1), a);
    }

    int multiply(int a, int b) {
        if (is(a, 0) || is(b, 0)) {
            return constant(0);
        }
        if (is(a, 1)) {
            return b;
        }
        if (is(b, 1)) {
            return a;
        }
        return a == b && !isConstant(a) ? power(a, 2.0) : binary(Operation.MULTIPLY, a, b);
    }

    int divide(int a, int b) {
        if (is(a, 0) && !is(b, 0)) {
            return a;
        }
        return is(b, 1) ? a : binary(Operation.DIVIDE, a, b);
    }

    /** a to a constant power; even powers undo |…|, so that abs(z)^2 stays a polynomial. */
    int power(int a, double exponent) {
        if (exponent == 0) {
            return constant(1);
        }
        if (exponent == 1) {
            return a;
        }
        if (isConstant(a)) {
            return constant(Operation.POWER.value(numbers[a], 0, exponent));
        }
        if (exponent > 0 && exponent % 2 == 0) {
            if (operations[a] == Operation.ABS) {
                return power(firsts[a], exponent);
            }
            if (operations[a] == Operation.HYPOT) {
                return power(add(power(firsts[a], 2.0), power(seconds[a], 2.0)), exponent / 2);
            }
        }
        return node(Operation.POWER, a, 0, exponent);
    }

    /** a to the power b, both nodes. */
    int powerOfNodes(int a, int b) {
        return isConstant(b) ? power(a, numbers[b]) : binary(Operation.GENERAL_POWER, a, b);
    }

    int hypot(int a, int b) {
        if (is(b, 0)) {
            return unary(Operation.ABS, a);
        }
        return is(a, 0) ? unary(Operation.ABS, b) : binary(Operation.HYPOT, a, b);
    }

    int unary(Operation operation, int a) {
        if (isConstant(a)) {
            return constant(operation.value(numbers[a], 0, 0));
        }
        return node(operation, a, 0, 0);
    }

    int binary(Operation operation, int a, int b) {
        if (isConstant(a) && isConstant(b)) {
            return constant(operation.value(numbers[a], numbers[b], 0));
        }
        boolean swap = operation.isCommutative() && a > b;
        return node(operation, swap ? b : a, swap ? a : b, 0);
    }

    private int node(Operation operation, int first, int second, double number) {
        Key key = new Key(operation, first, second, Double.doubleToLongBits(number));
        Integer there = known.get(key);
        if (there != null) {
            return there;
        }
        if (size == operations.length) {
            operations = Arrays.copyOf(operations, 2 * size);
            firsts = Arrays.copyOf(firsts, 2 * size);
            seconds = Arrays.copyOf(seconds, 2 * size);
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        operations[size] = operation;
        firsts[size] = first;
        seconds[size] = second;
        numbers[size] = number;
        known.put(key, size);
        return size++;
    }
}
