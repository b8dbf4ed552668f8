package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * Adds up a covariance from uncertainties and correlations: one matrix for the totals, or one per labelled source,
 * C_ij = Σ_source ρ_ij σ_i σ_j. Unequal sides count as σ² = σ₊·σ₋, flavio's rule; sources of one label add in quadrature.
 */
final class SourceCovariance {
    private static final String TOTAL = "total";

    private final Reading reading;
    private final List<List<Uncertainty>> uncertainties;
    private final Map<String, List<Part>> byLabel;
    private final int n;

    /** The variance that one source gives one observable. */
    private record Part(int observable, double variance) {}

    /** One list of uncertainties per observable. */
    SourceCovariance(Reading reading, List<List<Uncertainty>> uncertainties) {
        this.reading = reading;
        this.uncertainties = uncertainties;
        this.byLabel = byLabel(uncertainties);
        this.n = uncertainties.size();
    }

    /** One matrix (or number) for the totals; shape [n·n], or null after a diagnostic. */
    double @Nullable [] ofTotals(Node correlation) {
        double[] rho = new MatrixReader(reading).correlation(correlation, n);
        if (rho == null) {
            return null;
        }
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            for (Uncertainty part : uncertainties.get(i)) {
                variance[i] += part.plus() * part.minus();
            }
        }
        double[] covariance = new double[n * n];
        add(rho, variance, covariance);
        return covariance;
    }

    /** One matrix (or number) per label; shape [n·n], or null after a diagnostic. */
    double @Nullable [] ofSources(Node correlations) {
        if (!(correlations instanceof MapNode map) || map.entries().isEmpty()) {
            reading.error(
                    correlations, "must be a map of matrices", correlations.describe(), "write {stat: …, syst: …}");
            return null;
        }
        Node total = map.get(TOTAL);
        if (total != null) {
            if (map.entries().size() > 1) {
                reading.error(total, "'total' excludes matrices of single sources", "both", "");
                return null;
            }
            return ofTotals(total);
        }
        int before = reading.diagnostics().errorCount();
        checkLabels(map);
        if (n > MatrixBudget.MAX_OBSERVABLES) {
            reading.matrices().allows(correlations, n, reading);
            return null;
        }
        double[] covariance = new double[n * n];
        for (MapNode.Entry entry : map.entries().values()) {
            double[] rho = new MatrixReader(reading).correlation(entry.value(), n);
            if (rho != null) {
                add(rho, variances(UncertaintyLabels.canonical(entry.key())), covariance);
            }
        }
        return reading.diagnostics().errorCount() == before ? covariance : null;
    }

    private void add(double[] rho, double[] variance, double[] covariance) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double size = i == j ? variance[i] : Math.sqrt(variance[i]) * Math.sqrt(variance[j]);
                covariance[i * n + j] += rho[i * n + j] * size;
            }
        }
    }

    /** Variances of the observables from the sources of one label, shape [n]. */
    private double[] variances(String label) {
        double[] variance = new double[n];
        for (Part part : byLabel.getOrDefault(label, List.of())) {
            variance[part.observable] += part.variance;
        }
        return variance;
    }

    private static Map<String, List<Part>> byLabel(List<List<Uncertainty>> uncertainties) {
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (int i = 0; i < uncertainties.size(); i++) {
            for (Uncertainty u : uncertainties.get(i)) {
                parts.computeIfAbsent(u.label(), label -> new ArrayList<>()).add(new Part(i, u.plus() * u.minus()));
            }
        }
        return parts;
    }

    private void checkLabels(MapNode map) {
        Set<String> known = new HashSet<>();
        for (String key : map.entries().keySet()) {
            known.add(UncertaintyLabels.canonical(key));
        }
        Set<String> used = byLabel.keySet();
        for (String label : used) {
            if (!known.contains(label)) {
                reportMissing(map, label);
            }
        }
        for (MapNode.Entry entry : map.entries().values()) {
            String label = UncertaintyLabels.canonical(entry.key());
            if (!used.contains(label)) {
                reading.error(
                        entry.value(),
                        "no uncertainty has this label",
                        "'" + label + "'",
                        DidYouMean.suggestOrList(label, used));
            }
        }
    }

    private void reportMissing(MapNode map, String label) {
        if (label.isEmpty()) {
            reading.error(
                    map,
                    "every uncertainty needs the label of its matrix",
                    "one without",
                    "write ± 0.5 (stat) ± 0.4 (syst), or give the matrix of the total");
        } else {
            reading.error(
                    map,
                    "the uncertainties labelled '" + label + "' need a matrix",
                    "none",
                    "write '" + label + ": 0' if they are independent");
        }
    }
}
