package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.Expression.Factor;
import org.penguinfit.likelihoods.popxf.CoefficientRows.Row;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * Reads a polynomial table (POPxf 1.0), strictly: everything that is wrong is reported. Observables are polynomials, or with
 * {@code observable_expressions} formulas of polynomials; then {@code observable_central}, their Taylor expansion, is checked
 * but not used. Our own additions stand under {@code metadata.misc.penguinfit}, see {@link Annotations}.
 */
public final class PopxfReader {
    /** Highest degree the format allows. */
    private static final int MAX_DEGREE = 5;

    private final LocatedDocument document;
    private final Diagnostics diagnostics;
    private final Map<String, Entry> parameters = new LinkedHashMap<>();
    private final Map<String, Entry> observables = new LinkedHashMap<>();
    private final Map<String, Entry> polynomials = new LinkedHashMap<>();
    private final Set<String> imaginary = new HashSet<>();
    private int degree = 2;

    private PopxfReader(LocatedDocument document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a table.
     *
     * @param diagnostics takes every problem
     * @return the table, or null if there is an error
     */
    public static @Nullable PolynomialTable read(LocatedDocument document, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        PolynomialTable table = new PopxfReader(document, diagnostics).table();
        return diagnostics.errorCount() == before ? table : null;
    }

    private @Nullable PolynomialTable table() {
        Popxf.requireSchema(document, Popxf.TABLE, diagnostics);
        Fields root = new Fields(document.root(), diagnostics);
        root.requiredNode("$schema");
        Node metadata = root.requiredNode("metadata");
        Node data = root.requiredNode("data");
        root.refuseUnknownKeys();
        Fields keys = metadata == null ? null : Fields.of(metadata, diagnostics);
        if (keys == null) {
            return null;
        }
        names(keys, "observable_names", observables);
        names(keys, "parameters", parameters);
        boolean formulas = keys.has("polynomial_names") || keys.has("observable_expressions");
        if (formulas) {
            names(keys, "polynomial_names", polynomials);
        }
        Node expressions = formulas ? keys.requiredNode("observable_expressions") : null;
        readDegree(keys);
        String basis = new BasisReader(diagnostics).read(keys, formulas ? polynomials.size() : observables.size());
        Annotations annotations = Annotations.read(keys, observables.keySet(), parameters.keySet(), diagnostics);
        checkReproducibility(keys.items("reproducibility"));
        keys.refuseUnknownKeys();
        Fields numbers = data == null ? null : Fields.of(data, diagnostics);
        return numbers == null ? null : table(basis, annotations, expressions, numbers);
    }

    private PolynomialTable table(String basis, Annotations annotations, @Nullable Node expressions, Fields data) {
        boolean formulas = !polynomials.isEmpty();
        CoefficientRows ofObservables = rows(observables.size());
        MapNode central = map(data, "observable_central", !formulas);
        List<Row> direct = central == null ? List.of() : ofObservables.read(central);
        MapNode pieces = map(data, "polynomial_central", formulas);
        if (pieces != null && !formulas) {
            diagnostics.error(
                    pieces, "polynomial_central needs 'polynomial_names' and 'observable_expressions'", "", "");
        }
        List<Row> indirect = pieces == null || !formulas
                ? List.of()
                : rows(polynomials.size()).read(pieces);
        UncertaintyReader reader = new UncertaintyReader(ofObservables, degree, diagnostics);
        List<UncertaintySource> uncertainties = reader.read(data.map("observable_uncertainties"));
        data.refuseUnknownKeys();
        noteImaginary(formulas ? indirect : direct);
        uncertainties.forEach(source -> source.monomials().forEach(this::noteImaginary));
        List<Expression> bodies = formulas
                ? new FormulaReader(polynomials.keySet(), indirect, diagnostics).read(expressions, observables.size())
                : polynomials(direct);
        return new PolynomialTable(
                document.file(),
                document.sha256(),
                annotations.title(),
                annotations.reference(),
                basis,
                annotations.coefficients(parameters, imaginary),
                annotations.predictions(observables, bodies, expressions),
                uncertainties);
    }

    private CoefficientRows rows(int count) {
        return new CoefficientRows(count, degree, parameters.keySet(), diagnostics);
    }

    private List<Expression> polynomials(List<Row> rows) {
        List<Expression> bodies = new ArrayList<>();
        for (int k = 0; k < observables.size(); k++) {
            bodies.add(CoefficientRows.polynomial(rows, k));
        }
        return bodies;
    }

    private @Nullable MapNode map(Fields data, String key, boolean required) {
        return required && data.requiredNode(key) == null ? null : data.map(key);
    }

    private void noteImaginary(List<Row> rows) {
        rows.forEach(row -> noteImaginary(row.key()));
    }

    private void noteImaginary(MonomialKey key) {
        for (Factor factor : key.factors()) {
            if (factor.imaginary()) {
                imaginary.add(factor.name());
            }
        }
    }

    /** A list of names that are not empty and stand once each. */
    private void names(Fields keys, String key, Map<String, Entry> into) {
        Node node = keys.requiredNode(key);
        if (node == null) {
            return;
        }
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            diagnostics.error(node, "must be a list of names", node.describe(), "");
            return;
        }
        for (Node item : list.items()) {
            String name = item instanceof ScalarNode s && s.kind() == ScalarNode.Kind.TEXT ? s.text() : "";
            if (name.isBlank() || name.indexOf('"') >= 0) {
                diagnostics.error(item, "must be a name: a text, not empty, without \"", item.describe(), "");
            } else if (into.putIfAbsent(name, new Entry(name, item.location(), item)) != null) {
                diagnostics.error(item, "a name must stand once", item.describe(), "remove one");
            }
        }
    }

    /** The final format says {@code polynomial_degree}, an early draft said {@code polynomial_order}. */
    private void readDegree(Fields keys) {
        Node degreeNode = keys.node("polynomial_degree");
        Node order = keys.node("polynomial_order");
        if (degreeNode != null && order != null) {
            diagnostics.error(order, "only one of 'polynomial_degree' and 'polynomial_order' may stand", "both", "");
        }
        Node node = degreeNode == null ? order : degreeNode;
        Double number = node == null ? null : Fields.asNumber(node, diagnostics);
        if (node == null || number == null) {
            return;
        }
        if (number == Math.rint(number) && number >= 1 && number <= MAX_DEGREE) {
            degree = number.intValue();
        } else {
            diagnostics.error(node, "must be a whole number from 1 to " + MAX_DEGREE, node.describe(), "");
        }
    }

    private void checkReproducibility(List<Node> items) {
        Set<String> known = new LinkedHashSet<>(List.of("description", "tool", "inputs"));
        for (Node item : items) {
            Fields fields = Fields.of(item, diagnostics);
            if (fields != null) {
                known.forEach(fields::has);
                MapNode tool = fields.map("tool");
                fields.map("inputs");
                fields.refuseUnknownKeys();
                if (tool != null) {
                    Fields ofTool = new Fields(tool, diagnostics);
                    ofTool.alsoKnown("name", "version", "settings");
                    ofTool.refuseUnknownKeys();
                }
            }
        }
    }
}
