package org.penguinfit.likelihoods.expression;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Predictions as coefficient lists where they are quadratic, and as one common tape where they are not. */
final class CompiledPredictions implements PredictionVector {
    private final int parameterCount;
    private final Graph graph;
    private final @Nullable QuadraticForm[] forms;
    /** Per observable that is not quadratic: the nodes it needs, ascending; else empty. */
    private final int[][] nodes;

    private final Tape tape;
    private final int[] roots;
    private final PolynomialRecognition recognition;

    CompiledPredictions(Graph graph, int[] roots, int parameterCount) {
        this.parameterCount = parameterCount;
        this.graph = graph;
        this.forms = new @Nullable QuadraticForm[roots.length];
        this.nodes = new int[roots.length][];
        this.recognition = new PolynomialRecognition(graph);
        this.roots = roots;
        int[] tapeRoots = new int[roots.length];
        int[] observables = new int[roots.length];
        int count = 0;
        for (int k = 0; k < roots.length; k++) {
            if (recognition.isQuadratic(roots[k])) {
                forms[k] = recognition.form(roots[k]);
                nodes[k] = new int[0];
            } else {
                nodes[k] = needed(roots[k]);
                tapeRoots[count] = roots[k];
                observables[count++] = k;
            }
        }
        this.tape = Tape.of(graph, recognition, Arrays.copyOf(tapeRoots, count), Arrays.copyOf(observables, count));
    }

    private int[] needed(int root) {
        boolean[] needed = new boolean[root + 1];
        needed[root] = true;
        int count = 0;
        for (int node = root; node >= 0; node--) {
            if (needed[node]) {
                count++;
                markOperands(node, needed);
            }
        }
        int[] list = new int[count];
        int at = 0;
        for (int node = 0; node <= root; node++) {
            if (needed[node]) {
                list[at++] = node;
            }
        }
        return list;
    }

    private void markOperands(int node, boolean[] needed) {
        Operation operation = graph.operation(node);
        if (operation == Operation.CONSTANT || operation == Operation.INPUT) {
            return;
        }
        needed[graph.first(node)] = true;
        if (operation.isBinary()) {
            needed[graph.second(node)] = true;
        }
    }

    @Override
    public int parameterCount() {
        return parameterCount;
    }

    @Override
    public int observableCount() {
        return forms.length;
    }

    @Override
    public boolean isQuadratic(int observable) {
        return forms[observable] != null;
    }

    @Override
    public int[] support(int observable) {
        QuadraticForm form = forms[observable];
        if (form != null) {
            return IntStream.range(0, form.supportCount())
                    .map(form::supportParameter)
                    .toArray();
        }
        return IntStream.of(nodes[observable])
                .filter(node -> graph.operation(node) == Operation.INPUT)
                .map(graph::first)
                .sorted()
                .toArray();
    }

    @Override
    public Optional<QuadraticForm> quadratic(int observable) {
        return Optional.ofNullable(forms[observable]);
    }

    @Override
    public Optional<double[]> slice(int observable, int parameter, double[] theta) {
        QuadraticForm form = forms[observable];
        if (form != null) {
            return Optional.of(UnivariateSlice.trim(form.slice(parameter, theta)));
        }
        return Optional.ofNullable(new UnivariateSlice(graph, parameter, theta).of(nodes[observable]));
    }

    @Override
    public Optional<SparsePolynomial> polynomial(int observable) {
        return Optional.ofNullable(new PolynomialExpansion(graph, recognition).of(roots[observable]));
    }

    @Override
    public PredictionVector select(int[] observables) {
        int[] selected = new int[observables.length];
        for (int k = 0; k < selected.length; k++) {
            selected[k] = roots[observables[k]];
        }
        return new CompiledPredictions(graph, selected, parameterCount);
    }

    @Override
    public Evaluator evaluator() {
        return new CompiledEvaluator();
    }

    private final class CompiledEvaluator implements Evaluator {
        private static final double[] NONE = {};

        private final TapeEvaluator tapeEvaluator = new TapeEvaluator(tape, parameterCount);
        private final double[] slopes = new double[parameterCount];

        @Override
        public void values(double[] theta, double[] mu) {
            for (int k = 0; k < forms.length; k++) {
                QuadraticForm form = forms[k];
                if (form != null) {
                    mu[k] = form.value(theta);
                }
            }
            tapeEvaluator.values(theta, mu);
        }

        @Override
        public void valuesAndGradients(double[] theta, double[] mu, double[] jacobian) {
            derivatives(theta, mu, jacobian, NONE);
        }

        @Override
        public void valuesGradientsAndHessians(double[] theta, double[] mu, double[] jacobian, double[] hessians) {
            derivatives(theta, mu, jacobian, hessians);
        }

        private void derivatives(double[] theta, double[] mu, double[] jacobian, double[] hessians) {
            values(theta, mu);
            int n = parameterCount;
            Arrays.fill(jacobian, 0, forms.length * n, 0);
            if (hessians.length > 0) {
                Arrays.fill(hessians, 0, forms.length * n * n, 0);
            }
            for (int k = 0; k < forms.length; k++) {
                QuadraticForm form = forms[k];
                if (form != null) {
                    addForm(form, theta, jacobian, k * n);
                    if (hessians.length > 0) {
                        form.addHessian(1, hessians, k * n * n, n);
                    }
                }
            }
            tapeEvaluator.addDerivatives(theta, jacobian, hessians);
        }

        private void addForm(QuadraticForm form, double[] theta, double[] jacobian, int at) {
            form.gradient(theta, slopes, 0);
            for (int t = 0; t < form.supportCount(); t++) {
                jacobian[at + form.supportParameter(t)] += slopes[t];
            }
        }
    }
}
