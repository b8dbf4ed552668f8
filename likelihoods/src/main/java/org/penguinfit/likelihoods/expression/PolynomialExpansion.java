package org.penguinfit.likelihoods.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Multiplies out the nodes of a graph that are polynomials of any moderate degree in the free parameters. */
final class PolynomialExpansion {
    /**
     * Highest degree multiplied out. A power of a sum loses digits when it is: (x − a)ⁿ near x = a is the difference of
     * numbers 2ⁿaⁿ, so beyond this the formula as written is the better way to compute it.
     */
    static final int MAX_DEGREE = 8;

    /** More terms than these are slower than the formula as written. */
    static final int MAX_TERMS = 20_000;

    private final Graph graph;
    private final PolynomialRecognition recognition;
    private final int[] degrees;
    private final Map<Integer, SparsePolynomial> known = new HashMap<>();

    PolynomialExpansion(Graph graph, PolynomialRecognition recognition) {
        this.graph = graph;
        this.recognition = recognition;
        this.degrees = new int[graph.size()];
        for (int node = 0; node < degrees.length; node++) {
            degrees[node] = (int) Math.min(MAX_DEGREE + 1, computeDegree(node));
        }
    }

    private long computeDegree(int node) {
        int first = graph.first(node);
        int second = graph.second(node);
        return switch (graph.operation(node)) {
            case CONSTANT -> 0;
            case INPUT -> 1;
            case ADD, SUBTRACT -> Math.max(degrees[first], degrees[second]);
            case MULTIPLY -> degrees[first] + degrees[second];
            case DIVIDE -> graph.isConstant(second) ? degrees[first] : MAX_DEGREE + 1;
            case POWER -> powerDegree(degrees[first], graph.number(node));
            default -> MAX_DEGREE + 1;
        };
    }

    private static long powerDegree(int degree, double exponent) {
        boolean whole = exponent >= 0 && exponent == Math.rint(exponent) && exponent <= MAX_DEGREE;
        return whole ? Math.round(degree * exponent) : MAX_DEGREE + 1;
    }

    /** The node multiplied out, or null if it is no polynomial, or none of moderate degree and size. */
    @Nullable
    SparsePolynomial of(int node) {
        SparsePolynomial done = known.get(node);
        if (done != null || degrees[node] > MAX_DEGREE) {
            return done;
        }
        SparsePolynomial polynomial =
                recognition.isQuadratic(node) ? SparsePolynomial.of(recognition.form(node)) : collect(node);
        if (polynomial == null || !polynomial.isFinite()) {
            degrees[node] = MAX_DEGREE + 1; // not to be tried again
            return null;
        }
        known.put(node, polynomial);
        return polynomial;
    }

    /**
     * Distributes weights from the node downwards through sums, each node once, so that a long sum is no chain of partial
     * sums; operands have smaller numbers than their users. Only products recur, at most {@link #MAX_DEGREE} deep.
     */
    private @Nullable SparsePolynomial collect(int root) {
        SparsePolynomial.Builder sum = SparsePolynomial.builder();
        TreeMap<Integer, Double> weights = new TreeMap<>();
        weights.put(root, 1.0);
        for (Map.Entry<Integer, Double> next = weights.pollLastEntry(); next != null; next = weights.pollLastEntry()) {
            if (!distribute(next.getKey(), next.getValue(), weights, sum) || sum.size() > MAX_TERMS) {
                return null;
            }
        }
        return sum.build();
    }

    /** False if a part has no expansion. */
    private boolean distribute(
            int node, double weight, NavigableMap<Integer, Double> weights, SparsePolynomial.Builder sum) {
        int first = graph.first(node);
        int second = graph.second(node);
        switch (graph.operation(node)) {
            case ADD -> {
                weights.merge(first, weight, Double::sum);
                weights.merge(second, weight, Double::sum);
            }
            case SUBTRACT -> {
                weights.merge(first, weight, Double::sum);
                weights.merge(second, -weight, Double::sum);
            }
            case DIVIDE -> weights.merge(first, weight / graph.number(second), Double::sum);
            case MULTIPLY -> {
                if (graph.isConstant(first)) {
                    weights.merge(second, weight * graph.number(first), Double::sum);
                } else if (graph.isConstant(second)) {
                    weights.merge(first, weight * graph.number(second), Double::sum);
                } else {
                    return sum.plus(product(of(first), of(second)), weight);
                }
            }
            case POWER -> {
                return sum.plus(power(of(first), (int) graph.number(node)), weight);
            }
            default -> {
                return sum.plus(of(node), weight);
            }
        }
        return true;
    }

    private static @Nullable SparsePolynomial product(@Nullable SparsePolynomial a, @Nullable SparsePolynomial b) {
        if (a == null || b == null || (long) a.termCount() * b.termCount() > (long) MAX_DEGREE * MAX_TERMS) {
            return null;
        }
        return a.times(b);
    }

    private static @Nullable SparsePolynomial power(@Nullable SparsePolynomial base, int exponent) {
        SparsePolynomial result = SparsePolynomial.builder().add(1).build();
        for (int k = 0; k < exponent; k++) {
            result = product(result, base);
        }
        return result;
    }
}
