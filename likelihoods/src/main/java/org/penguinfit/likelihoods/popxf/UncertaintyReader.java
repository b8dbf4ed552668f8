package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.popxf.CoefficientRows.Row;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/**
 * Reads {@code observable_uncertainties}: by source either one standard deviation for each observable, of its constant term,
 * or standard deviations of coefficients by monomial.
 */
final class UncertaintyReader {
    private final CoefficientRows rows;
    private final int degree;
    private final Diagnostics diagnostics;

    UncertaintyReader(CoefficientRows rows, int degree, Diagnostics diagnostics) {
        this.rows = rows;
        this.degree = degree;
        this.diagnostics = diagnostics;
    }

    List<UncertaintySource> read(@Nullable MapNode map) {
        List<UncertaintySource> sources = new ArrayList<>();
        if (map == null) {
            return sources;
        }
        for (Entry entry : map.entries().values()) {
            if (MonomialKey.looksLikeOne(entry.key()) || entry.key().isBlank()) {
                MonomialKey.problem(
                        entry, "a source of uncertainty must have a name", "write {total: …} around it", diagnostics);
            } else {
                sources.add(source(entry));
            }
        }
        return sources;
    }

    private UncertaintySource source(Entry entry) {
        List<Row> read = new ArrayList<>();
        boolean constant = !(entry.value() instanceof MapNode);
        if (entry.value() instanceof MapNode map) {
            read.addAll(rows.read(map));
            read.sort(Comparator.comparing(Row::key));
        } else {
            double[] values = rows.numbers(entry.value());
            if (values != null) {
                read.add(new Row(MonomialKey.constant(degree), values));
            }
        }
        refuseNegative(entry.value());
        List<MonomialKey> keys = new ArrayList<>();
        double[][] sigma = new double[read.size()][];
        for (int k = 0; k < sigma.length; k++) {
            keys.add(read.get(k).key());
            sigma[k] = read.get(k).values();
        }
        return new UncertaintySource(entry.key(), constant, keys, sigma);
    }

    private void refuseNegative(Node node) {
        if (node instanceof MapNode map) {
            map.entries().values().forEach(entry -> refuseNegative(entry.value()));
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                Numbers.refuseNegative(item, diagnostics);
            }
        }
    }
}
