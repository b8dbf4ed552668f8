package org.penguinfit.likelihoods.expression;

import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.penguinfit.likelihoods.expression.QuadraticForm.Pair;

/** Finds the nodes of a graph that are polynomials of degree ≤ 2 in the free parameters, and their coefficients. */
final class PolynomialRecognition {
    /** Stands for every degree above 2, and for what is no polynomial. */
    static final int HIGHER = 3;

    private final Graph graph;
    private final int[] degrees;
    private final Map<Integer, Terms> linearForms = new HashMap<>();

    PolynomialRecognition(Graph graph) {
        this.graph = graph;
        this.degrees = new int[graph.size()];
        for (int node = 0; node < degrees.length; node++) {
            degrees[node] = Math.min(HIGHER, computeDegree(node));
        }
    }

    /** 0, 1, 2 or {@link #HIGHER}. */
    int degree(int node) {
        return degrees[node];
    }

    boolean isQuadratic(int node) {
        return degrees[node] < HIGHER;
    }

    private int computeDegree(int node) {
        int first = graph.first(node);
        int second = graph.second(node);
        return switch (graph.operation(node)) {
            case CONSTANT -> 0;
            case INPUT -> 1;
            case ADD, SUBTRACT -> Math.max(degrees[first], degrees[second]);
            case MULTIPLY -> degrees[first] + degrees[second];
            case DIVIDE -> graph.isConstant(second) ? degrees[first] : HIGHER;
            case POWER -> graph.number(node) == 2 ? 2 * degrees[first] : HIGHER;
            default -> HIGHER;
        };
    }

    /** The coefficients of a node with {@link #isQuadratic}. */
    QuadraticForm form(int node) {
        Terms terms = collect(node);
        return new QuadraticForm(terms.constant, terms.linear, terms.quadratic);
    }

    private static final class Terms {
        private double constant;
        private final SortedMap<Integer, Double> linear = new TreeMap<>();
        private final SortedMap<Pair, Double> quadratic = new TreeMap<>();
    }

    /** Distributes weights from the node downwards, each node once; operands have smaller numbers than their users. */
    private Terms collect(int root) {
        Terms terms = new Terms();
        TreeMap<Integer, Double> weights = new TreeMap<>();
        weights.put(root, 1.0);
        for (Map.Entry<Integer, Double> next = weights.pollLastEntry(); next != null; next = weights.pollLastEntry()) {
            distribute(next.getKey(), next.getValue(), weights, terms);
        }
        removeZeros(terms.linear);
        removeZeros(terms.quadratic);
        return terms;
    }

    private static void removeZeros(Map<?, Double> terms) {
        for (Iterator<Double> values = terms.values().iterator(); values.hasNext(); ) {
            if (values.next() == 0) {
                values.remove();
            }
        }
    }

    private static <K> void add(Map<K, Double> sums, K key, double value) {
        Double sum = sums.get(key);
        sums.put(key, sum == null ? value : sum + value);
    }

    private void distribute(int node, double weight, Map<Integer, Double> weights, Terms terms) {
        int first = graph.first(node);
        int second = graph.second(node);
        switch (graph.operation(node)) {
            case CONSTANT -> terms.constant += weight * graph.number(node);
            case INPUT -> add(terms.linear, first, weight);
            case ADD -> {
                add(weights, first, weight);
                add(weights, second, weight);
            }
            case SUBTRACT -> {
                add(weights, first, weight);
                add(weights, second, -weight);
            }
            case DIVIDE -> add(weights, first, weight / graph.number(second));
            case POWER -> multiply(linear(first), linear(first), weight, terms);
            case MULTIPLY -> {
                if (graph.isConstant(first)) {
                    add(weights, second, weight * graph.number(first));
                } else if (graph.isConstant(second)) {
                    add(weights, first, weight * graph.number(second));
                } else {
                    multiply(linear(first), linear(second), weight, terms);
                }
            }
            default -> throw new IllegalStateException(graph.operation(node) + " is no polynomial");
        }
    }

    private Terms linear(int node) {
        Terms known = linearForms.get(node);
        if (known == null) {
            known = collect(node);
            linearForms.put(node, known);
        }
        return known;
    }

    private static void multiply(Terms a, Terms b, double weight, Terms out) {
        out.constant += weight * a.constant * b.constant;
        addLinear(a.constant, b, weight, out);
        addLinear(b.constant, a, weight, out);
        for (Map.Entry<Integer, Double> x : a.linear.entrySet()) {
            for (Map.Entry<Integer, Double> y : b.linear.entrySet()) {
                Pair pair = Pair.of(x.getKey(), y.getKey());
                add(out.quadratic, pair, weight * x.getValue() * y.getValue());
            }
        }
    }

    private static void addLinear(double constant, Terms terms, double weight, Terms out) {
        if (constant == 0) {
            return;
        }
        for (Map.Entry<Integer, Double> x : terms.linear.entrySet()) {
            add(out.linear, x.getKey(), weight * constant * x.getValue());
        }
    }
}
