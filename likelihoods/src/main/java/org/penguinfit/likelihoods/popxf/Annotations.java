package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.popxf.PolynomialTable.Coefficient;
import org.penguinfit.likelihoods.popxf.PolynomialTable.Prediction;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/**
 * What POPxf has no key for, under {@code metadata.misc.penguinfit}: {@code title}, {@code reference}; by observable {@code
 * unit}, {@code tex}, {@code meaning}, {@code reference} and {@code uncertainty} ({@code absolute} or {@code relative}); by
 * parameter {@code range}, {@code tex} and {@code meaning}.
 */
final class Annotations {
    private record Notes(String unit, String tex, String meaning, String reference, boolean relative) {
        static final Notes NONE = new Notes("1", "", "", "", false);
    }

    private record Limits(Optional<Node> range, String tex, String meaning) {
        static final Limits NONE = new Limits(Optional.empty(), "", "");
    }

    private final Diagnostics diagnostics;
    private final Map<String, Notes> observables = new LinkedHashMap<>();
    private final Map<String, Limits> parameters = new LinkedHashMap<>();
    private String title = "";
    private String reference = "";

    private Annotations(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static Annotations read(Fields metadata, Set<String> observables, Set<String> parameters, Diagnostics diagnostics) {
        Annotations annotations = new Annotations(diagnostics);
        MapNode misc = metadata.map("misc");
        Node own = misc == null ? null : misc.get("penguinfit");
        Fields fields = own == null ? null : Fields.of(own, diagnostics);
        if (fields != null) {
            annotations.title = orEmpty(fields.text("title"));
            annotations.reference = orEmpty(fields.text("reference"));
            for (Entry entry : entries(fields.map("observables"))) {
                annotations.observable(entry, observables);
            }
            for (Entry entry : entries(fields.map("parameters"))) {
                annotations.parameter(entry, parameters);
            }
            fields.refuseUnknownKeys();
        }
        return annotations;
    }

    private static Iterable<Entry> entries(@Nullable MapNode map) {
        return map == null ? List.of() : map.entries().values();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private void observable(Entry entry, Set<String> known) {
        Fields fields = fields(entry, known, "observable");
        if (fields == null) {
            return;
        }
        String unit = fields.text("unit");
        observables.put(
                entry.key(),
                new Notes(
                        unit == null ? "1" : unit,
                        orEmpty(fields.text("tex")),
                        orEmpty(fields.text("meaning")),
                        orEmpty(fields.text("reference")),
                        isRelative(fields.node("uncertainty"))));
        fields.refuseUnknownKeys();
    }

    private void parameter(Entry entry, Set<String> known) {
        Fields fields = fields(entry, known, "parameter");
        if (fields != null) {
            Optional<Node> range = Optional.ofNullable(fields.node("range"));
            parameters.put(
                    entry.key(), new Limits(range, orEmpty(fields.text("tex")), orEmpty(fields.text("meaning"))));
            fields.refuseUnknownKeys();
        }
    }

    private @Nullable Fields fields(Entry entry, Set<String> known, String what) {
        if (!known.contains(entry.key())) {
            String remedy = DidYouMean.suggestOrList(entry.key(), known);
            MonomialKey.problem(entry, "no " + what + " of that name in this table", remedy, diagnostics);
        }
        return Fields.of(entry.value(), diagnostics);
    }

    private boolean isRelative(@Nullable Node node) {
        String text = node == null ? "absolute" : Fields.asText(node, diagnostics);
        if (node != null && text != null && !text.equals("absolute") && !text.equals("relative")) {
            diagnostics.error(node, "must be absolute or relative", node.describe(), "");
        }
        return "relative".equals(text);
    }

    String title() {
        return title;
    }

    String reference() {
        return reference;
    }

    List<Coefficient> coefficients(Map<String, Entry> names, Set<String> imaginary) {
        List<Coefficient> coefficients = new ArrayList<>();
        for (Entry at : names.values()) {
            Limits notes = parameters.getOrDefault(at.key(), Limits.NONE);
            coefficients.add(
                    new Coefficient(at.key(), at, imaginary.contains(at.key()), notes.range, notes.tex, notes.meaning));
        }
        return coefficients;
    }

    /**
     * @param expressions where the formulas stand, if the observables are formulas
     */
    List<Prediction> predictions(Map<String, Entry> names, List<Expression> bodies, @Nullable Node expressions) {
        List<Node> formulas = expressions instanceof ListNode list ? list.items() : List.of();
        List<Prediction> predictions = new ArrayList<>();
        for (Entry at : names.values()) {
            int k = predictions.size();
            Notes notes = observables.getOrDefault(at.key(), Notes.NONE);
            Node formula = k < formulas.size() && formulas.get(k) instanceof MapNode map ? map.get("expression") : null;
            predictions.add(new Prediction(
                    at.key(),
                    at,
                    bodies.get(k),
                    formula == null ? at.value() : formula,
                    notes.unit,
                    notes.tex.isEmpty() ? at.key() : notes.tex,
                    notes.meaning,
                    notes.reference,
                    notes.relative));
        }
        return predictions;
    }
}
