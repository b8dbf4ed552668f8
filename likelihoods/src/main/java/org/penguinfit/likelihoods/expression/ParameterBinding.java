package org.penguinfit.likelihoods.expression;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which parameters vary, and the values of the others; fixed once, when predictions are compiled. */
public final class ParameterBinding {
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, Double> fixed;

    /**
     * Divides the parameters.
     *
     * @param free the free parameters, in the order of θ
     * @param fixed values of all others that formulas may use
     * @throws IllegalArgumentException if a name is free twice
     */
    public ParameterBinding(List<String> free, Map<String, Double> fixed) {
        for (String name : free) {
            if (positions.put(name, positions.size()) != null) {
                throw new IllegalArgumentException("parameter '" + name + "' is free twice");
            }
        }
        this.fixed = Map.copyOf(fixed);
    }

    int freeCount() {
        return positions.size();
    }

    int node(String name, Graph graph) {
        Integer position = positions.get(name);
        if (position != null) {
            return graph.input(position);
        }
        Double value = fixed.get(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter '" + name + "' is neither free nor has it a value");
        }
        return graph.constant(value);
    }
}
