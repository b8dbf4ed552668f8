package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * The observables that are no quadratic polynomial, as operations on leaves: the largest parts that are quadratic. Slots
 * hold one number each: a constant, a leaf, or an operation on earlier slots. Built once, then only read.
 */
final class Tape {
    /** Slot values before any evaluation: the constants, else 0. */
    final double[] initial;

    /** The leaves, their slots, and where each one's gradient starts in a common array. */
    final QuadraticForm[] leaves;

    final int[] leafSlots;
    final int[] gradientStarts;

    /** Operations in order of evaluation, with the slots they write and read. */
    final Operation[] operations;

    final int[] slots;
    final int[] firsts;
    final int[] seconds;
    final double[] exponents;

    final Output[] outputs;

    /**
     * One observable.
     *
     * @param observable its position among all observables
     * @param slot the slot of its value
     * @param operations the operations it needs, ascending
     * @param leaves the leaves it needs
     * @param parameters the free parameters it depends on
     */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared or changed
    record Output(int observable, int slot, int[] operations, int[] leaves, int[] parameters) {}

    private Tape(Builder builder) {
        int slotCount = builder.nodes.length;
        this.initial = new double[slotCount];
        this.leaves = builder.leaves.toArray(new QuadraticForm[0]);
        this.leafSlots = toArray(builder.leafSlots);
        this.gradientStarts = new int[leaves.length + 1];
        for (int l = 0; l < leaves.length; l++) {
            gradientStarts[l + 1] = gradientStarts[l] + leaves[l].supportCount();
        }
        this.slots = toArray(builder.operationSlots);
        this.operations = new Operation[slots.length];
        this.firsts = new int[slots.length];
        this.seconds = new int[slots.length];
        this.exponents = new double[slots.length];
        for (int o = 0; o < slots.length; o++) {
            int node = builder.nodes[slots[o]];
            operations[o] = builder.graph.operation(node);
            firsts[o] = builder.slotOf(builder.graph.first(node));
            seconds[o] = operations[o].isBinary() ? builder.slotOf(builder.graph.second(node)) : firsts[o];
            exponents[o] = builder.graph.number(node);
        }
        for (int slot = 0; slot < slotCount; slot++) {
            int node = builder.nodes[slot];
            initial[slot] = builder.graph.isConstant(node) ? builder.graph.number(node) : 0;
        }
        this.outputs = new Output[builder.roots.length];
        for (int k = 0; k < outputs.length; k++) {
            outputs[k] = output(builder.observables[k], builder.slotOf(builder.roots[k]));
        }
    }

    /**
     * @param roots nodes that are not quadratic
     * @param observables the observable each root belongs to
     */
    static Tape of(Graph graph, PolynomialRecognition recognition, int[] roots, int[] observables) {
        return new Tape(new Builder(graph, recognition, roots, observables));
    }

    private Output output(int observable, int rootSlot) {
        boolean[] needed = new boolean[initial.length];
        needed[rootSlot] = true;
        List<Integer> reached = new ArrayList<>();
        for (int o = slots.length - 1; o >= 0; o--) {
            if (needed[slots[o]]) {
                needed[firsts[o]] = true;
                needed[seconds[o]] = true;
                reached.add(0, o);
            }
        }
        List<Integer> used = new ArrayList<>();
        TreeSet<Integer> parameters = new TreeSet<>();
        for (int l = 0; l < leaves.length; l++) {
            if (needed[leafSlots[l]]) {
                used.add(l);
                for (int t = 0; t < leaves[l].supportCount(); t++) {
                    parameters.add(leaves[l].supportParameter(t));
                }
            }
        }
        return new Output(observable, rootSlot, toArray(reached), toArray(used), toArray(List.copyOf(parameters)));
    }

    private static int[] toArray(List<Integer> list) {
        int[] array = new int[list.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = list.get(i);
        }
        return array;
    }

    /** Chooses the nodes that become slots. */
    private static final class Builder {
        private final Graph graph;
        private final int[] roots;
        private final int[] observables;
        private final int[] nodes;
        private final List<QuadraticForm> leaves = new ArrayList<>();
        private final List<Integer> leafSlots = new ArrayList<>();
        private final List<Integer> operationSlots = new ArrayList<>();

        Builder(Graph graph, PolynomialRecognition recognition, int[] roots, int[] observables) {
            this.graph = graph;
            this.roots = roots;
            this.observables = observables;
            this.nodes = needed(recognition);
            for (int slot = 0; slot < nodes.length; slot++) {
                if (!recognition.isQuadratic(nodes[slot])) {
                    operationSlots.add(slot);
                } else if (!graph.isConstant(nodes[slot])) {
                    leafSlots.add(slot);
                    leaves.add(recognition.form(nodes[slot]));
                }
            }
        }

        /** From the roots down to the quadratic parts, ascending. */
        private int[] needed(PolynomialRecognition recognition) {
            boolean[] needed = new boolean[graph.size()];
            for (int root : roots) {
                needed[root] = true;
            }
            int count = 0;
            for (int node = needed.length - 1; node >= 0; node--) {
                if (!needed[node]) {
                    continue;
                }
                count++;
                if (!recognition.isQuadratic(node)) {
                    needed[graph.first(node)] = true;
                    if (graph.operation(node).isBinary()) {
                        needed[graph.second(node)] = true;
                    }
                }
            }
            int[] nodes = new int[count];
            int slot = 0;
            for (int node = 0; node < needed.length; node++) {
                if (needed[node]) {
                    nodes[slot++] = node;
                }
            }
            return nodes;
        }

        int slotOf(int node) {
            return Arrays.binarySearch(nodes, node);
        }
    }
}
