package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Symbol.Variable;
import org.penguinfit.likelihoods.theory.TheoryParameter.Kind;
import org.penguinfit.likelihoods.theory.TheoryParameter.Part;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads {@code parameters}: couplings of a model, and nuisance parameters with their constraint. */
final class ParameterSection {
    private final TheoryDraft draft;
    private final Diagnostics diagnostics;
    private final List<TheoryParameter> parameters = new ArrayList<>();

    ParameterSection(TheoryDraft draft) {
        this.draft = draft;
        this.diagnostics = draft.diagnostics();
    }

    List<TheoryParameter> parameters() {
        return parameters;
    }

    /** True if a parameter has that name. */
    boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    void read(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            if (!draft.isUsableName(entry) || !draft.declare(entry.key(), "parameters", entry)) {
                continue;
            }
            draft.scope().add(entry.key(), new Variable(entry.key(), Optional.empty()));
            Fields fields = Fields.of(entry.value(), diagnostics);
            if (fields != null) {
                parameters.add(parameter(entry, fields));
            }
        }
    }

    private TheoryParameter parameter(Entry entry, Fields fields) {
        Kind kind = kind(fields);
        Node constraintNode = fields.node("constraint");
        Constraint constraint = constraintNode == null ? null : NumberText.constraint(constraintNode, diagnostics);
        if (kind == Kind.NUISANCE && constraintNode == null) {
            draft.error(entry, "a nuisance parameter needs a constraint", "none", "add constraint: 0 ± 1");
        }
        if (kind == Kind.MODEL && constraintNode != null) {
            diagnostics.error(
                    constraintNode,
                    "only a nuisance parameter has a constraint",
                    "kind model",
                    "add kind: nuisance, or give a prior in the fit config");
        }
        Node rangeNode = fields.node("range");
        Range range = rangeNode == null ? null : NumberText.range(rangeNode, diagnostics);
        double value = defaultValue(entry, fields, constraint, range);
        String unit = fields.text("unit");
        String tex = fields.text("tex");
        String meaning = fields.text("meaning");
        fields.text("reference");
        fields.refuseUnknownKeys();
        return new TheoryParameter(
                entry.key(),
                List.of(),
                kind,
                Part.REAL,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                value,
                Optional.ofNullable(range),
                Optional.ofNullable(constraint),
                unit == null ? "1" : unit,
                tex == null ? entry.key() : tex,
                meaning == null ? "" : meaning);
    }

    private Kind kind(Fields fields) {
        Node node = fields.node("kind");
        String text = node == null ? "model" : Fields.asText(node, diagnostics);
        if (text == null || text.equals("model")) {
            return Kind.MODEL;
        }
        if (text.equals("nuisance")) {
            return Kind.NUISANCE;
        }
        if (node != null) {
            diagnostics.error(
                    node,
                    "kind must be model or nuisance",
                    node.describe(),
                    text.toLowerCase(Locale.ROOT).equals("wilson")
                            ? "declare coefficients under 'wilson'"
                            : DidYouMean.suggest(text, List.of("model", "nuisance")));
        }
        return Kind.MODEL;
    }

    private double defaultValue(Entry entry, Fields fields, @Nullable Constraint constraint, @Nullable Range range) {
        Node node = fields.node("default");
        Double given = fields.number("default");
        double natural = constraint == null ? 0 : constraint.central();
        if (node != null && given == null) {
            return natural; // reported already
        }
        double value = given == null ? natural : given;
        if (node != null && given != null && constraint != null && given != natural) {
            diagnostics.error(
                    node,
                    "a nuisance parameter stands at its central value " + natural,
                    node.describe(),
                    "remove 'default' or change the constraint");
        }
        if (range != null && !range.contains(value)) {
            if (node != null) {
                diagnostics.error(node, "default must lie in the range " + range, node.describe(), "");
            } else {
                draft.error(
                        entry,
                        "default must lie in the range " + range,
                        String.valueOf(value),
                        "add 'default: …' or widen the range");
            }
        }
        return value;
    }
}
