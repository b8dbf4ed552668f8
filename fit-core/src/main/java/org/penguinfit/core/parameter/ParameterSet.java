package org.penguinfit.core.parameter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The free parameters of a fit in their fixed order: the position of a parameter is its index in every θ array. */
public final class ParameterSet {
    private final List<Parameter> parameters;
    private final List<String> names;
    private final Map<String, Integer> indices;

    private ParameterSet(List<Parameter> parameters, List<String> names, Map<String, Integer> indices) {
        this.parameters = parameters;
        this.names = names;
        this.indices = indices;
    }

    /**
     * Parameters in the given order.
     *
     * @throws IllegalArgumentException when two parameters have the same name
     */
    public static ParameterSet of(List<Parameter> parameters) {
        List<String> names = new ArrayList<>();
        Map<String, Integer> indices = new HashMap<>();
        for (Parameter parameter : parameters) {
            if (indices.put(parameter.name(), names.size()) != null) {
                throw new IllegalArgumentException("parameter " + parameter.name() + " appears twice");
            }
            names.add(parameter.name());
        }
        return new ParameterSet(List.copyOf(parameters), List.copyOf(names), Map.copyOf(indices));
    }

    /** Number of parameters. */
    public int size() {
        return parameters.size();
    }

    /** The parameter at {@code index}. */
    public Parameter get(int index) {
        return parameters.get(index);
    }

    /** All parameters, in order. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** All names, in order. */
    public List<String> names() {
        return names;
    }

    /** The index of the parameter of this name; empty when there is none. */
    public OptionalInt indexOf(String name) {
        Integer index = indices.get(name);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** A fresh array of the start values, shape [n]. */
    public double[] start() {
        double[] start = new double[parameters.size()];
        for (int i = 0; i < start.length; i++) {
            start[i] = parameters.get(i).start();
        }
        return start;
    }

    /** The bounds of all parameters, in order. */
    public List<Bounds> bounds() {
        List<Bounds> bounds = new ArrayList<>(parameters.size());
        for (Parameter parameter : parameters) {
            bounds.add(parameter.bounds());
        }
        return List.copyOf(bounds);
    }
}
