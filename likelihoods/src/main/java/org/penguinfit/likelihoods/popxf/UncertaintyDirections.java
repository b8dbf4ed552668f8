package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * The uncertainties of tables as independent directions: O_m = p_m + Σ_k g_mk Σ_j w_mkj ν_j with standard normal ν. The
 * functions g are the uncertain terms, 1 for a constant uncertainty, p_m/p_m(0) for a relative one. The weights are a Cholesky
 * factor of the covariance of all uncertain coefficients, so that the first direction is the first observable's whole
 * uncertainty, the second what the next one does not share with it, and so on.
 */
public final class UncertaintyDirections {
    private final List<String> names;
    private final List<String> observables;
    private final Map<String, List<Response>> responses;

    private UncertaintyDirections(List<String> names, List<String> observables, Map<String, List<Response>> responses) {
        this.names = List.copyOf(names);
        this.observables = List.copyOf(observables);
        this.responses = responses;
    }

    /**
     * How an observable follows the directions.
     *
     * @param function g, what the sum of the weighted directions multiplies
     * @param weights w, one per direction
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Response(Expression function, double[] weights) {}

    /**
     * The directions of all tables together.
     *
     * @param diagnostics takes what does not fit, and correlations that are no correlations
     */
    public static UncertaintyDirections of(
            List<PolynomialTable> tables, List<CorrelationFile> correlations, Diagnostics diagnostics) {
        UncertainTerms terms = new UncertainTerms(tables, diagnostics);
        double[][] factor = terms.factor(new CorrelationLookup(correlations, tables, diagnostics));
        List<Integer> pivots = pivots(factor);
        List<String> names = new ArrayList<>();
        List<String> observables = new ArrayList<>();
        Map<String, Integer> count = new HashMap<>();
        for (int pivot : pivots) {
            String observable = terms.observable(pivot);
            int number = count.merge(observable, 1, Integer::sum);
            names.add("theory(" + observable + (number == 1 ? "" : ", " + number) + ")");
            observables.add(observable);
        }
        Map<String, List<Response>> responses = new LinkedHashMap<>();
        for (int i = 0; i < factor.length; i++) {
            double[] weights = new double[pivots.size()];
            for (int j = 0; j < weights.length; j++) {
                weights[j] = factor[i][pivots.get(j)] * terms.sigma(i);
            }
            responses
                    .computeIfAbsent(terms.observable(i), name -> new ArrayList<>())
                    .add(new Response(terms.function(i), weights));
        }
        return new UncertaintyDirections(names, observables, responses);
    }

    private static List<Integer> pivots(double[][] factor) {
        List<Integer> pivots = new ArrayList<>();
        for (int i = 0; i < factor.length; i++) {
            if (factor[i][i] > 0) {
                pivots.add(i);
            }
        }
        return pivots;
    }

    /** Names of the directions, such as {@code theory(BR(B+->Knunu))}. */
    public List<String> names() {
        return names;
    }

    /** The observable that a direction is named after. */
    public String observable(int direction) {
        return observables.get(direction);
    }

    /** How an observable follows; empty if it has no uncertainty. */
    public List<Response> responses(String observable) {
        @Nullable List<Response> found = responses.get(observable);
        return found == null ? List.of() : found;
    }
}
