package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
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

    static Estimates of(List<AverageInput> all, AverageCorrelations correlations) {
        List<AverageInput> inputs =
                all.stream().filter(AverageInput::isEstimate).toList();
        List<ErrorSource> sources = sources(inputs, correlations);
        return new Estimates(inputs, sources, inputs.size() > 1 && anyCorrelated(sources));
    }

    private static boolean anyCorrelated(List<ErrorSource> sources) {
        for (ErrorSource source : sources) {
            for (int i = 0; i < source.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (source.covariance(i, j) != 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** One per source; one of the total uncertainties if a correlation is known of totals only. */
    private static List<ErrorSource> sources(List<AverageInput> inputs, AverageCorrelations correlations) {
        Set<String> labels = new LinkedHashSet<>();
        boolean totals = false;
        for (int i = 0; i < inputs.size(); i++) {
            labels.addAll(inputs.get(i).sources().keySet());
            for (int j = 0; j < i; j++) {
                totals |= correlations.hasTotal(inputs.get(i), inputs.get(j));
            }
        }
        if (totals) {
            double[] sigmas = inputs.stream().mapToDouble(AverageInput::sigma).toArray();
            return List.of(source(AverageInput.UNSPLIT, sigmas, (i, j) -> {
                AverageInput a = inputs.get(i);
                AverageInput b = inputs.get(j);
                return correlations.covariance(a, b) / (a.sigma() * b.sigma());
            }));
        }
        List<ErrorSource> sources = new ArrayList<>();
        for (String label : labels) {
            double[] sigmas = inputs.stream()
                    .mapToDouble(input -> input.sources().getOrDefault(label, 0.0))
                    .toArray();
            sources.add(source(label, sigmas, (i, j) -> correlations.of(label, inputs.get(i), inputs.get(j))));
        }
        return sources;
    }

    private interface PairNumber {
        double of(int i, int j);
    }

    private static ErrorSource source(String label, double[] sigmas, PairNumber correlation) {
        int n = sigmas.length;
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * n + j] = i == j ? 1 : correlation.of(Math.max(i, j), Math.min(i, j));
            }
        }
        return new ErrorSource(label, Vector.of(sigmas), Vector.of(matrix));
    }

    /** The correlation of a source if it is the same for all pairs that have it; 0 with fewer than two such. */
    Optional<Double> correlation(String name) {
        Set<Double> found = new LinkedHashSet<>();
        for (ErrorSource source : sources) {
            for (int i = 0; source.name().equals(name) && i < source.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (source.sigmas().get(i) > 0 && source.sigmas().get(j) > 0) {
                        found.add(source.correlations().get(i * source.size() + j));
                    }
                }
            }
        }
        return found.size() > 1
                ? Optional.empty()
                : Optional.of(found.stream().findFirst().orElse(0.0));
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
