package org.penguinfit.likelihoods.expression;

import java.util.Arrays;

/**
 * Evaluates a tape: one forward sweep for the values, one reverse sweep per observable for its gradient, and a forward and
 * a reverse sweep per direction for its Hessian. Directions are the leaves or the parameters of the observable, whichever
 * are fewer. Owns its scratch memory; nothing is allocated per evaluation.
 */
final class TapeEvaluator {
    private final Tape tape;
    private final int parameterCount;
    private final double[] values;
    private final double[] partials;
    private final double[] leafGradients;
    private final double[] adjoints;
    private final double[] tangents;
    private final double[] adjointTangents;

    TapeEvaluator(Tape tape, int parameterCount) {
        this.tape = tape;
        this.parameterCount = parameterCount;
        this.values = tape.initial.clone();
        this.partials = new double[Operation.PARTIALS * tape.slots.length];
        this.leafGradients = new double[tape.gradientStarts[tape.leaves.length]];
        this.adjoints = new double[values.length];
        this.tangents = new double[values.length];
        this.adjointTangents = new double[values.length];
    }

    /** Writes the values of the tape's observables. */
    void values(double[] theta, double[] mu) {
        for (int l = 0; l < tape.leaves.length; l++) {
            values[tape.leafSlots[l]] = tape.leaves[l].value(theta);
        }
        for (int o = 0; o < tape.slots.length; o++) {
            values[tape.slots[o]] =
                    tape.operations[o].value(values[tape.firsts[o]], values[tape.seconds[o]], tape.exponents[o]);
        }
        for (Tape.Output output : tape.outputs) {
            mu[output.observable()] = values[output.slot()];
        }
    }

    /** After {@link #values}: adds gradients, and Hessians if the array is not empty, to zeroed arrays. */
    void addDerivatives(double[] theta, double[] jacobian, double[] hessians) {
        for (int o = 0; o < tape.slots.length; o++) {
            tape.operations[o].partials(
                    values[tape.firsts[o]],
                    values[tape.seconds[o]],
                    tape.exponents[o],
                    values[tape.slots[o]],
                    partials,
                    Operation.PARTIALS * o);
        }
        for (int l = 0; l < tape.leaves.length; l++) {
            tape.leaves[l].gradient(theta, leafGradients, tape.gradientStarts[l]);
        }
        for (Tape.Output output : tape.outputs) {
            reverse(output);
            for (int l : output.leaves()) {
                addLeafGradient(l, adjoints[tape.leafSlots[l]], jacobian, output.observable() * parameterCount);
            }
            if (hessians.length > 0) {
                addHessian(output, hessians);
            }
        }
    }

    private void addLeafGradient(int leaf, double weight, double[] out, int at) {
        if (weight == 0) {
            return;
        }
        QuadraticForm form = tape.leaves[leaf];
        int start = tape.gradientStarts[leaf];
        for (int t = 0; t < form.supportCount(); t++) {
            out[at + form.supportParameter(t)] += weight * leafGradients[start + t];
        }
    }

    /** Derivatives of one observable by every slot it depends on. */
    private void reverse(Tape.Output output) {
        Arrays.fill(adjoints, 0);
        adjoints[output.slot()] = 1;
        int[] order = output.operations();
        for (int i = order.length - 1; i >= 0; i--) {
            int o = order[i];
            double adjoint = adjoints[tape.slots[o]];
            if (adjoint != 0) {
                int p = Operation.PARTIALS * o;
                adjoints[tape.firsts[o]] += Operation.times(adjoint, partials[p]);
                adjoints[tape.seconds[o]] += Operation.times(adjoint, partials[p + 1]);
            }
        }
    }

    private void addHessian(Tape.Output output, double[] hessians) {
        int start = output.observable() * parameterCount * parameterCount;
        for (int l : output.leaves()) {
            double weight = adjoints[tape.leafSlots[l]];
            if (weight != 0) {
                tape.leaves[l].addHessian(weight, hessians, start, parameterCount);
            }
        }
        if (output.leaves().length <= output.parameters().length) {
            addByLeaves(output, hessians, start);
        } else {
            addByParameters(output, hessians, start);
        }
        symmetrise(hessians, start);
    }

    private void addByLeaves(Tape.Output output, double[] hessians, int start) {
        for (int seed : output.leaves()) {
            clearLeafTangents(output);
            tangents[tape.leafSlots[seed]] = 1;
            sweep(output);
            QuadraticForm form = tape.leaves[seed];
            for (int t = 0; t < form.supportCount(); t++) {
                double slope = leafGradients[tape.gradientStarts[seed] + t];
                if (slope != 0) {
                    addRow(output, slope, hessians, start + form.supportParameter(t) * parameterCount);
                }
            }
        }
    }

    private void addByParameters(Tape.Output output, double[] hessians, int start) {
        for (int parameter : output.parameters()) {
            clearLeafTangents(output);
            for (int l : output.leaves()) {
                int t = tape.leaves[l].positionOf(parameter);
                if (t >= 0) {
                    tangents[tape.leafSlots[l]] = leafGradients[tape.gradientStarts[l] + t];
                }
            }
            sweep(output);
            addRow(output, 1, hessians, start + parameter * parameterCount);
        }
    }

    private void clearLeafTangents(Tape.Output output) {
        for (int l : output.leaves()) {
            tangents[tape.leafSlots[l]] = 0;
        }
    }

    private void addRow(Tape.Output output, double weight, double[] hessians, int row) {
        for (int l : output.leaves()) {
            addLeafGradient(l, weight * adjointTangents[tape.leafSlots[l]], hessians, row);
        }
    }

    /** Carries the tangents of the leaves forward, then the tangents of the adjoints back. */
    private void sweep(Tape.Output output) {
        int[] order = output.operations();
        for (int o : order) {
            int p = Operation.PARTIALS * o;
            tangents[tape.slots[o]] = Operation.times(partials[p], tangents[tape.firsts[o]])
                    + Operation.times(partials[p + 1], tangents[tape.seconds[o]]);
        }
        Arrays.fill(adjointTangents, 0);
        for (int i = order.length - 1; i >= 0; i--) {
            reverseTangent(order[i]);
        }
    }

    private void reverseTangent(int o) {
        int p = Operation.PARTIALS * o;
        int a = tape.firsts[o];
        int b = tape.seconds[o];
        double adjoint = adjoints[tape.slots[o]];
        double change = adjointTangents[tape.slots[o]];
        double byFirst = Operation.times(partials[p + 2], tangents[a]) + Operation.times(partials[p + 3], tangents[b]);
        double bySecond = Operation.times(partials[p + 3], tangents[a]) + Operation.times(partials[p + 4], tangents[b]);
        adjointTangents[a] += Operation.times(change, partials[p]) + Operation.times(adjoint, byFirst);
        adjointTangents[b] += Operation.times(change, partials[p + 1]) + Operation.times(adjoint, bySecond);
    }

    private void symmetrise(double[] hessians, int start) {
        for (int i = 0; i < parameterCount; i++) {
            for (int j = 0; j < i; j++) {
                int lower = start + i * parameterCount + j;
                int upper = start + j * parameterCount + i;
                double mean = 0.5 * (hessians[lower] + hessians[upper]);
                hessians[lower] = mean;
                hessians[upper] = mean;
            }
        }
    }
}
