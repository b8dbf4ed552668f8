package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.Expression.Factor;
import org.penguinfit.likelihoods.expression.Expression.Term;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Coefficients by monomial: one number for each of several polynomials. */
final class CoefficientRows {
    /**
     * One monomial.
     *
     * @param values one per polynomial
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Row(MonomialKey key, double[] values) {}

    private final int count;
    private final int degree;
    private final Set<String> parameters;
    private final Diagnostics diagnostics;

    /**
     * @param count numbers per monomial
     * @param parameters names that monomials may hold
     */
    CoefficientRows(int count, int degree, Set<String> parameters, Diagnostics diagnostics) {
        this.count = count;
        this.degree = degree;
        this.parameters = parameters;
        this.diagnostics = diagnostics;
    }

    /** The rows of a map from monomial to numbers, in file order; those with a problem are left out. */
    List<Row> read(MapNode map) {
        List<Row> rows = new ArrayList<>();
        Set<List<Factor>> seen = new HashSet<>();
        for (Entry entry : map.entries().values()) {
            MonomialKey key = MonomialKey.read(entry, degree, parameters, diagnostics);
            double[] values = numbers(entry.value());
            if (key != null && !seen.add(key.factors())) {
                MonomialKey.problem(entry, "a monomial must stand once", "remove one", diagnostics);
            } else if (key != null && values != null) {
                rows.add(new Row(key, values));
            }
        }
        return rows;
    }

    /** As many finite numbers as there are polynomials; null and a diagnostic else. */
    double @Nullable [] numbers(Node node) {
        if (!(node instanceof ListNode list)) {
            diagnostics.error(node, "must be a list of " + count + " numbers", node.describe(), "");
            return null;
        }
        if (list.items().size() != count) {
            diagnostics.error(node, "must have one number for each name, " + count + " in all", node.describe(), "");
            return null;
        }
        double[] values = new double[count];
        boolean good = true;
        for (int k = 0; k < count; k++) {
            Double value = Fields.asNumber(list.items().get(k), diagnostics);
            good &= value != null;
            values[k] = value == null ? 0 : value;
        }
        return good ? values : null;
    }

    /** One polynomial of the rows; terms that are 0 are left out. */
    static Expression.Polynomial polynomial(List<Row> rows, int k) {
        List<Term> terms = new ArrayList<>();
        for (Row row : rows) {
            if (row.values()[k] != 0) {
                terms.add(new Term(row.values()[k], row.key().factors()));
            }
        }
        return new Expression.Polynomial(0, terms);
    }
}
