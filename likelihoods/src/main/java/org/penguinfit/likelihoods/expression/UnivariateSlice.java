package org.penguinfit.likelihoods.expression;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Polynomial arithmetic over a graph: an observable as a polynomial in one parameter, the others held at numbers. */
final class UnivariateSlice {
    /**
     * Highest degree carried. Beyond it an expansion in powers has lost its digits, and the derivatives of the square of the
     * prediction, with coefficients up to (2·64)! ≈ 4e215 times its own, come near the largest number.
     */
    static final int MAX_DEGREE = 64;

    private final Graph graph;
    private final int parameter;
    private final double[] theta;
    private final Map<Integer, double[]> polynomials = new HashMap<>();

    UnivariateSlice(Graph graph, int parameter, double[] theta) {
        this.graph = graph;
        this.parameter = parameter;
        this.theta = theta;
    }

    /**
     * Coefficients low to high without zeros at the high end, or null if it is no polynomial.
     *
     * @param nodes the root last, and all it depends on before it, operands before their users
     */
    double @Nullable [] of(int[] nodes) {
        for (int node : nodes) {
            double[] polynomial = polynomial(node);
            if (polynomial != null && polynomial.length <= MAX_DEGREE + 1) {
                polynomials.put(node, polynomial);
            }
        }
        return polynomials.get(nodes[nodes.length - 1]);
    }

    private double @Nullable [] polynomial(int node) {
        Operation operation = graph.operation(node);
        if (operation == Operation.CONSTANT) {
            return new double[] {graph.number(node)};
        }
        if (operation == Operation.INPUT) {
            int position = graph.first(node);
            return position == parameter ? new double[] {0, 1} : new double[] {theta[position]};
        }
        double[] a = polynomials.get(graph.first(node));
        double[] b = operation.isBinary() ? polynomials.get(graph.second(node)) : new double[] {0};
        if (a == null || b == null) {
            return null;
        }
        if (a.length == 1 && b.length == 1) {
            return new double[] {operation.value(a[0], b[0], graph.number(node))};
        }
        return switch (operation) {
            case ADD -> trim(add(a, b, 1));
            case SUBTRACT -> trim(add(a, b, -1));
            case MULTIPLY -> trim(multiply(a, b));
            case DIVIDE -> b.length == 1 ? divide(a, b[0]) : null;
            case POWER -> power(a, graph.number(node));
            default -> null;
        };
    }

    private static double[] add(double[] a, double[] b, double sign) {
        double[] sum = Arrays.copyOf(a, Math.max(a.length, b.length));
        for (int i = 0; i < b.length; i++) {
            sum[i] += sign * b[i];
        }
        return sum;
    }

    private static double[] multiply(double[] a, double[] b) {
        double[] product = new double[a.length + b.length - 1];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                product[i + j] += a[i] * b[j];
            }
        }
        return product;
    }

    private static double[] divide(double[] a, double by) {
        double[] quotient = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            quotient[i] = a[i] / by;
        }
        return quotient;
    }

    private static double @Nullable [] power(double[] a, double exponent) {
        if (exponent < 0 || exponent != Math.rint(exponent) || exponent * (a.length - 1) > MAX_DEGREE) {
            return null;
        }
        double[] result = {1};
        for (int n = 0; n < exponent; n++) {
            result = multiply(result, a);
        }
        return trim(result);
    }

    static double[] trim(double[] a) {
        int length = a.length;
        while (length > 1 && a[length - 1] == 0) {
            length--;
        }
        return length == a.length ? a : Arrays.copyOf(a, length);
    }
}
