package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.DeclaredName;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.IndexSet;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads {@code flavours}, {@code constants}, {@code definitions} and {@code observables}. */
final class FormulaSections {
    /** Far above what nature has. */
    private static final int MAX_FLAVOURS = 1000;

    private final TheoryDraft draft;
    private final Diagnostics diagnostics;
    private final List<TheoryObservable> observables = new ArrayList<>();

    FormulaSections(TheoryDraft draft) {
        this.draft = draft;
        this.diagnostics = draft.diagnostics();
    }

    List<TheoryObservable> observables() {
        return observables;
    }

    /** {@code nu: [e, mu, tau]}. */
    void readFlavours(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            if (!draft.isUsableName(entry) || !draft.declare(entry.key(), "flavours", entry)) {
                continue;
            }
            Fields fields = new Fields(new MapNode(entry.keyLocation(), "", Map.of(entry.key(), entry)), diagnostics);
            List<String> labels = new ArrayList<>();
            List<Node> items = fields.items(entry.key());
            if (items.size() > MAX_FLAVOURS) {
                draft.error(
                        entry,
                        "a set of flavours must not have more than " + MAX_FLAVOURS + " labels",
                        String.valueOf(items.size()),
                        "");
                items = items.subList(0, MAX_FLAVOURS);
            }
            for (Node item : items) {
                String label = Fields.asText(item, diagnostics);
                if (label != null && isLabel(label, item, labels)) {
                    labels.add(label);
                }
            }
            if (labels.isEmpty()) {
                draft.error(entry, "a set of flavours must not be empty", "", "such as [e, mu, tau]");
            }
            draft.add(new IndexSet(entry.key(), labels));
        }
    }

    private boolean isLabel(String label, Node item, List<String> others) {
        if (!ExpressionParser.isName(label)) {
            diagnostics.error(item, "a flavour must consist of letters, digits and '_'", item.describe(), "");
            return false;
        }
        if (others.contains(label)) {
            diagnostics.error(item, "a flavour may stand only once", item.describe(), "remove one");
            return false;
        }
        return true;
    }

    /** {@code alpha: 1/127.9}, or a map with {@code value} and texts. */
    void readConstants(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            if (!draft.isUsableName(entry) || !draft.declare(entry.key(), "constants", entry)) {
                continue;
            }
            Node value = body(entry.value(), "value");
            draft.scope().add(entry.key(), draft.formula(entry.key(), List.of(), value, Demand.CONSTANT));
        }
    }

    /** {@code total[i in nu, j in nu]: CL[i,j] + CR[i,j]}, or a map with {@code expression} and texts. */
    void readDefinitions(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            DeclaredName declared = draft.declaredName(entry);
            if (declared == null) {
                continue;
            }
            Entry named = new Entry(declared.name(), entry.keyLocation(), entry.value());
            if (draft.isUsableName(named) && draft.declare(declared.name(), "definitions " + entry.key(), named)) {
                List<IndexVariable> indices = draft.indexVariables(declared, entry);
                Node expression = body(entry.value(), "expression");
                draft.scope().add(declared.name(), draft.formula(declared.name(), indices, expression, Demand.NONE));
            }
        }
    }

    /** The formula of a constant or definition: the value itself, or one key of it. */
    private @Nullable Node body(Node value, String key) {
        if (!(value instanceof MapNode map)) {
            return value;
        }
        Fields fields = new Fields(map, diagnostics);
        Node body = fields.requiredNode(key);
        fields.text("unit");
        fields.text("tex");
        fields.text("meaning");
        fields.text("reference");
        fields.refuseUnknownKeys();
        return body;
    }

    /** {@code NAME: expression}, or a map with {@code expression}, {@code unit} and texts. */
    void readObservables(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.key().isBlank() || entry.key().indexOf('"') >= 0) {
                draft.error(entry, "an observable's name must be a text without \"", "'" + entry.key() + "'", "");
                continue;
            }
            if (!draft.declare(entry.key(), "observables", entry)) {
                continue;
            }
            Node expression = entry.value();
            TheoryObservable observable = new TheoryObservable(entry.key(), "1", entry.key(), "", "", Map.of());
            if (entry.value() instanceof MapNode map) {
                Fields fields = new Fields(map, diagnostics);
                expression = fields.requiredNode("expression");
                observable = observable(entry.key(), fields);
            }
            observables.add(observable);
            draft.scope().addObservable(draft.formula(entry.key(), List.of(), expression, Demand.REAL));
        }
    }

    private TheoryObservable observable(String name, Fields fields) {
        String unit = fields.text("unit");
        String tex = fields.text("tex");
        String meaning = fields.text("meaning");
        String reference = fields.text("reference");
        Map<String, String> kinematics = new LinkedHashMap<>();
        MapNode map = fields.map("kinematics");
        if (map != null) {
            for (Entry entry : map.entries().values()) {
                String text = Fields.asText(entry.value(), diagnostics);
                kinematics.put(entry.key(), text == null ? "" : text);
            }
        }
        fields.refuseUnknownKeys();
        return new TheoryObservable(
                name,
                unit == null ? "1" : unit,
                tex == null ? name : tex,
                meaning == null ? "" : meaning,
                reference == null ? "" : reference,
                kinematics);
    }
}
