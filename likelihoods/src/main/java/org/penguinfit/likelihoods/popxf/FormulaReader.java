package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.Leaves;
import org.penguinfit.likelihoods.popxf.CoefficientRows.Row;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * Reads {@code observable_expressions}: formulas in Python's notation whose variables are polynomials. They are read by the
 * parser of our own formulas, never run as code.
 */
final class FormulaReader {
    private final Map<String, Expression> polynomials = new LinkedHashMap<>();
    private final Diagnostics diagnostics;

    FormulaReader(Set<String> names, List<Row> rows, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        int k = 0;
        for (String name : names) {
            polynomials.put(name, CoefficientRows.polynomial(rows, k++));
        }
    }

    /** One formula per observable; one that cannot be read is 1. */
    List<Expression> read(@Nullable Node node, int count) {
        List<Expression> formulas = new ArrayList<>();
        List<Node> items = node instanceof ListNode list ? list.items() : List.of();
        if (node != null && items.size() != count) {
            diagnostics.error(
                    node, "must be a list with one formula for each observable, " + count, node.describe(), "");
        }
        for (int k = 0; k < count; k++) {
            Expression formula = k < items.size() ? formula(items.get(k)) : null;
            formulas.add(formula == null ? new Expression.Literal(0, 1) : formula);
        }
        return formulas;
    }

    private @Nullable Expression formula(Node node) {
        Fields fields = Fields.of(node, diagnostics);
        if (fields == null) {
            return null;
        }
        Map<String, Expression> variables =
                fields.requiredNode("variables") == null ? Map.of() : variables(fields.map("variables"));
        Node text = fields.requiredNode("expression");
        fields.refuseUnknownKeys();
        return text == null ? null : parse(text, variables);
    }

    private Map<String, Expression> variables(@Nullable MapNode map) {
        Map<String, Expression> variables = new HashMap<>();
        if (map == null) {
            return variables;
        }
        for (Entry entry : map.entries().values()) {
            String name = Fields.asText(entry.value(), diagnostics);
            Expression polynomial = name == null ? null : polynomials.get(name);
            if (name != null && polynomial == null) {
                String remedy = DidYouMean.suggestOrList(name, polynomials.keySet());
                diagnostics.error(entry.value(), "no polynomial named '" + name + "'", "", remedy);
            }
            if (!ExpressionParser.isName(entry.key()) || ExpressionParser.isReserved(entry.key())) {
                MonomialKey.problem(entry, "a variable must be a plain name that is no function", "", diagnostics);
            }
            variables.put(entry.key(), polynomial == null ? new Expression.Literal(0, 1) : polynomial);
        }
        return variables;
    }

    /** The operator {@code **} becomes ours, with a blank before it so that places in the text stay. */
    private @Nullable Expression parse(Node node, Map<String, Expression> variables) {
        if (!(node instanceof ScalarNode text)) {
            diagnostics.error(node, "must be a formula", node.describe(), "write it as a text");
            return null;
        }
        Expression parsed = ExpressionParser.parse(
                text.text().replace("**", " ^"),
                problem -> diagnostics.error(
                        text.locate(problem.offset()), text.path(), problem.rule(), problem.found(), problem.remedy()));
        return parsed == null ? null : new Substitution(variables, text).in(parsed);
    }

    /** Puts polynomials in the place of variables. */
    private final class Substitution {
        private final Map<String, Expression> variables;
        private final ScalarNode text;

        Substitution(Map<String, Expression> variables, ScalarNode text) {
            this.variables = variables;
            this.text = text;
        }

        Expression in(Expression e) {
            return Leaves.replace(e, this::leaf);
        }

        private Expression leaf(Expression e) {
            if (e instanceof Expression.Sum sum) {
                problem(sum.offset(), "a sum over indices must not stand in a table", "");
            }
            return e instanceof Expression.Name name ? variable(name) : e;
        }

        private Expression variable(Expression.Name name) {
            Expression polynomial = name.quoted() || !name.indices().isEmpty() ? null : variables.get(name.name());
            boolean isPi =
                    name.name().equals("pi") && !name.quoted() && name.indices().isEmpty();
            if (polynomial == null && !isPi) {
                String remedy = DidYouMean.suggestOrList(name.name(), variables.keySet());
                problem(name.offset(), "'" + name.name() + "' is no variable of this formula", remedy);
                return new Expression.Literal(name.offset(), 1);
            }
            return polynomial == null ? name : polynomial;
        }

        private void problem(int offset, String rule, String remedy) {
            diagnostics.error(text.locate(offset), text.path(), rule, "", remedy);
        }
    }
}
