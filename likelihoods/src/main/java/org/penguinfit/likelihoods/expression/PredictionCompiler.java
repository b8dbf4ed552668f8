package org.penguinfit.likelihoods.expression;

import java.util.List;
import org.penguinfit.likelihoods.expression.Symbol.Formula;

/** Compiles checked formulas into predictions. */
public final class PredictionCompiler {
    private PredictionCompiler() {}

    /**
     * Compiles formulas, and of their definitions only those they use.
     *
     * @param observables real scalar formulas that an {@link ExpressionChecker} found nothing wrong with
     * @param scope the names they use
     * @param parameters which parameters vary, and the values of the others, which are folded into the result
     * @throws IllegalArgumentException if a parameter has neither role, or a formula was not checked
     */
    public static PredictionVector compile(List<Formula> observables, Scope scope, ParameterBinding parameters) {
        Graph graph = new Graph();
        Lowering lowering = new Lowering(scope, parameters, graph);
        int[] roots = new int[observables.size()];
        for (int k = 0; k < roots.length; k++) {
            roots[k] = lowering.real(observables.get(k));
        }
        return new CompiledPredictions(graph, roots, parameters.freeCount());
    }
}
