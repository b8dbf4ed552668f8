package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.average.ErrorSource;
import org.penguinfit.core.average.ScaleFactor;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.measurements.Uncertainty;

/**
 * The inputs of an average that have a value and an uncertainty.
 *
 * @param inputs these inputs
 * @param sources their uncertainties with equal sides, by source
 * @param areTogether whether some source moves several of them, so that they have one term in the likelihood
 */
record Estimates(List<AverageInput> inputs, List<ErrorSource> sources, boolean areTogether) {
    Estimates {
        inputs = List.copyOf(inputs);
        sources = List.copyOf(sources);
    }

    static Estimates of(List<AverageInput> all, Map<String, Double> correlations) {
        List<AverageInput> inputs =
                all.stream().filter(AverageInput::isEstimate).toList();
        boolean correlated = correlations.values().stream().anyMatch(correlation -> correlation != 0.0);
        return new Estimates(inputs, sources(inputs, correlations), correlated && inputs.size() > 1);
    }

    private static List<ErrorSource> sources(List<AverageInput> inputs, Map<String, Double> correlations) {
        Set<String> labels = new LinkedHashSet<>();
        inputs.forEach(input -> labels.addAll(input.sources().keySet()));
        List<ErrorSource> sources = new ArrayList<>();
        for (String label : labels) {
            double[] sigmas = inputs.stream()
                    .mapToDouble(input -> input.sources().getOrDefault(label, 0.0))
                    .toArray();
            sources.add(ErrorSource.withCorrelation(label, correlations.getOrDefault(label, 0.0), sigmas));
        }
        return sources;
    }

    /** Their best linear unbiased estimate; empty if there are none. */
    Optional<BlueAverage> linear() {
        double[] values = inputs.stream().mapToDouble(AverageInput::central).toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(BlueAverage.of(Vector.of(values), sources));
    }

    /** The scale factor of the precise ones; empty with fewer than two of them. */
    Optional<ScaleFactor> scaleFactorOfPrecise() {
        return inputs.size() < 2
                ? Optional.empty()
                : ScaleFactor.ofPrecise(
                        Vector.of(inputs.stream()
                                .mapToDouble(AverageInput::central)
                                .toArray()),
                        Vector.of(
                                inputs.stream().mapToDouble(AverageInput::sigma).toArray()));
    }

    /** All estimates with the correlation of their total uncertainties; sides stay as published. */
    BoundTerm term(String observable) {
        int n = inputs.size();
        double[] central = new double[n];
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[][] correlation = new double[n][n];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Uncertainty total = inputs.get(i).total();
            central[i] = inputs.get(i).central();
            plus[i] = total.plus();
            minus[i] = total.minus();
            names.add(inputs.get(i).measurement());
            for (int j = 0; j < n; j++) {
                double sigmas = inputs.get(i).sigma() * inputs.get(j).sigma();
                int row = i;
                int column = j;
                double shared = sources.stream()
                        .mapToDouble(source -> source.covariance(row, column))
                        .sum();
                correlation[i][j] = i == j ? 1.0 : shared / sigmas;
            }
        }
        return BoundTerm.of(
                String.join(" + ", names),
                Collections.nCopies(n, observable),
                Collections.nCopies(n, 0),
                MultivariateGaussianTerm.of(central, plus, minus, correlation));
    }
}
