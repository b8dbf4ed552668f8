package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
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
    private final int n;

    /** One list of uncertainties per observable. */
    SourceCovariance(Reading reading, List<List<Uncertainty>> uncertainties) {
        this.reading = reading;
        this.uncertainties = uncertainties;
        this.n = uncertainties.size();
    }

    /** One matrix (or number) for the totals; shape [n·n], or null after a diagnostic. */
    double @Nullable [] ofTotals(Node correlation) {
        double[] rho = new MatrixReader(reading).correlation(correlation, n);
        double[] covariance = new double[n * n];
        if (rho == null) {
            return null;
        }
        add(rho, null, covariance);
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
        double[] covariance = new double[n * n];
        for (MapNode.Entry entry : map.entries().values()) {
            double[] rho = new MatrixReader(reading).correlation(entry.value(), n);
            if (rho != null) {
                add(rho, UncertaintyLabels.canonical(entry.key()), covariance);
            }
        }
        return reading.diagnostics().errorCount() == before ? covariance : null;
    }

    private void add(double[] rho, @Nullable String label, double[] covariance) {
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            for (Uncertainty u : uncertainties.get(i)) {
                variance[i] += label == null || u.label().equals(label) ? u.plus() * u.minus() : 0;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double size = i == j ? variance[i] : Math.sqrt(variance[i]) * Math.sqrt(variance[j]);
                covariance[i * n + j] += rho[i * n + j] * size;
            }
        }
    }

    private void checkLabels(MapNode map) {
        List<String> known = new ArrayList<>();
        for (String key : map.entries().keySet()) {
            known.add(UncertaintyLabels.canonical(key));
        }
        List<String> used = new ArrayList<>();
        for (List<Uncertainty> parts : uncertainties) {
            for (Uncertainty part : parts) {
                if (!used.contains(part.label())) {
                    used.add(part.label());
                }
            }
        }
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
