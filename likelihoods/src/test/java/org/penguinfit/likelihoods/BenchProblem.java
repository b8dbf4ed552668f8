package org.penguinfit.likelihoods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.StepTerm;

/** Likelihoods of benchmark files of the layout {@code hepfit-bench/1}: quadratic predictions, Gaussian block, limits. */
final class BenchProblem {
    private BenchProblem() {}

    /** A problem that is a test resource below {@code /bench}. */
    static Likelihood resource(String name) {
        try (InputStream in = BenchProblem.class.getResourceAsStream("/bench/" + name)) {
            if (in == null) {
                throw new AssertionError("no resource /bench/" + name);
            }
            return of(new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Likelihood of(JsonNode problem) {
        List<Parameter> parameters = new ArrayList<>();
        List<ParameterConstraint> constraints = new ArrayList<>();
        int poi = 0;
        for (JsonNode p : problem.get("parameters")) {
            if (p.has("constraint")) {
                JsonNode c = p.get("constraint");
                constraints.add(new ParameterConstraint(
                        parameters.size(),
                        c.get("mean").asDouble(),
                        c.get("sigma").asDouble()));
            } else {
                poi++;
            }
            parameters.add(Parameter.of(p.get("name").asText(), p.get("start").asDouble()));
        }
        List<SparsePolynomial> predictions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonNode observable : problem.get("observables")) {
            names.add(observable.get("name").asText());
            predictions.add(prediction(observable, poi));
        }
        List<BoundTerm> terms = new ArrayList<>();
        for (JsonNode term : problem.get("likelihood")) {
            terms.add(term(term, names));
        }
        ParameterSet set = ParameterSet.of(parameters);
        return Likelihood.of(set, PolynomialPredictions.of(set.size(), predictions), terms, constraints);
    }

    private static SparsePolynomial prediction(JsonNode observable, int firstNuisance) {
        SparsePolynomial.Builder builder = SparsePolynomial.builder();
        JsonNode poi = observable.get("poi");
        addQuadratic(observable, poi, new int[0], builder);
        if (observable.has("nuis")) {
            for (JsonNode part : observable.get("nuis")) {
                addQuadratic(part, poi, new int[] {firstNuisance + part.get("k").asInt()}, builder);
            }
        }
        return builder.build();
    }

    private static void addQuadratic(JsonNode form, JsonNode poi, int[] factor, SparsePolynomial.Builder builder) {
        builder.add(form.get("const").asDouble(), factor);
        int at = 0;
        for (int a = 0; a < poi.size(); a++) {
            builder.add(
                    form.get("lin").get(a).asDouble(), with(factor, poi.get(a).asInt()));
            for (int b = a; b < poi.size(); b++) {
                double q = form.get("quad").get(at++).asDouble();
                builder.add(q, with(factor, poi.get(a).asInt(), poi.get(b).asInt()));
            }
        }
    }

    private static int[] with(int[] factor, int... more) {
        int[] all = Arrays.copyOf(factor, factor.length + more.length);
        System.arraycopy(more, 0, all, factor.length, more.length);
        return all;
    }

    private static BoundTerm term(JsonNode term, List<String> names) {
        if (term.get("type").asText().equals("upper_limit")) {
            int obs = term.get("obs").asInt();
            StepTerm limit = new StepTerm(
                    term.get("center").asDouble(), term.get("sigma").asDouble());
            return BoundTerm.of("limit", List.of(names.get(obs)), List.of(obs), limit);
        }
        int n = term.get("obs").size();
        List<Integer> predictions = new ArrayList<>();
        List<String> observables = new ArrayList<>();
        double[] data = new double[n];
        double[][] covariance = new double[n][n];
        for (int i = 0; i < n; i++) {
            predictions.add(term.get("obs").get(i).asInt());
            observables.add(names.get(predictions.get(i)));
            data[i] = term.get("data").get(i).asDouble();
            for (int j = 0; j < n; j++) {
                covariance[i][j] = term.get("cov").get(i).get(j).asDouble();
            }
        }
        return BoundTerm.of("gaussian", observables, predictions, MultivariateGaussianTerm.of(data, covariance));
    }
}
