package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.DeclaredName;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.ExpressionChecker;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.ExpressionProblem;
import org.penguinfit.likelihoods.expression.IndexSet;
import org.penguinfit.likelihoods.expression.Scope;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/**
 * A theory while its files are read. All files share one space of names; what two files declare alike, word for word, is
 * the same thing.
 */
final class TheoryDraft {
    private record Declaration(String section, Entry entry) {}

    private final Diagnostics diagnostics;
    private final Scope scope = new Scope();
    private final Map<String, IndexSet> flavours = new LinkedHashMap<>();
    private final Map<String, Declaration> declarations = new HashMap<>();
    private final List<Formula> formulas = new ArrayList<>();
    private final Map<Formula, ScalarNode> texts = new HashMap<>();

    TheoryDraft(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    Diagnostics diagnostics() {
        return diagnostics;
    }

    Scope scope() {
        return scope;
    }

    void add(IndexSet set) {
        flavours.put(set.name(), set);
        scope.add(set);
    }

    /** The set of flavours of that name; null and a diagnostic if there is none. */
    @Nullable
    IndexSet flavours(String name, Node at) {
        IndexSet set = flavours.get(name);
        if (set == null) {
            diagnostics.error(
                    at, "unknown flavours '" + name + "'", "", DidYouMean.suggestOrList(name, flavours.keySet()));
        }
        return set;
    }

    /** Reports an error at a key. */
    void error(Entry at, String rule, String found, String remedy) {
        diagnostics.error(at.keyLocation(), at.value().path(), rule, found, remedy);
    }

    /** True if the key is a plain name that formulas can use; else a diagnostic. */
    boolean isUsableName(Entry entry) {
        if (!ExpressionParser.isName(entry.key())) {
            error(entry, "a name must consist of letters, digits and '_'", "'" + entry.key() + "'", "");
            return false;
        }
        if (ExpressionParser.isReserved(entry.key())) {
            error(entry, "'" + entry.key() + "' has a meaning of its own in formulas", "", "take another name");
            scope.add(entry.key(), new Formula(entry.key(), List.of(), new Expression.Literal(0, 1), Demand.NONE));
            return false;
        }
        return true;
    }

    /** Takes a name; false if it is taken already: silently by a declaration that says the same, else with a diagnostic. */
    boolean declare(String name, String section, Entry entry) {
        Declaration first = declarations.putIfAbsent(name, new Declaration(section, entry));
        if (first == null) {
            return true;
        }
        boolean same =
                first.section().equals(section) && SameContent.of(first.entry().value(), entry.value());
        if (!same) {
            error(
                    entry,
                    "name '" + name + "' must be declared once",
                    "it also at " + first.entry().keyLocation(),
                    "rename or remove one");
        }
        return false;
    }

    /** Index variables of a declaration; a variable that names no set runs over the only one there is. */
    List<IndexVariable> indexVariables(DeclaredName declared, Entry at) {
        List<IndexVariable> variables = new ArrayList<>();
        for (DeclaredName.Slot slot : declared.slots()) {
            IndexSet set = null;
            if (!slot.set().isEmpty()) {
                set = flavours(slot.set(), at.value());
            } else if (flavours.size() == 1) {
                set = flavours.values().iterator().next();
            } else {
                error(
                        at,
                        "index '" + slot.index() + "' must say its flavours",
                        "",
                        "write '" + slot.index() + " in nu'");
            }
            if (set == null) {
                set = new IndexSet(slot.set(), List.of());
            }
            if (isFlavour(slot.index())) {
                error(at, "an index must not be named like a flavour", "'" + slot.index() + "'", "take another letter");
            }
            variables.add(new IndexVariable(slot.index(), set));
        }
        return variables;
    }

    private boolean isFlavour(String label) {
        for (IndexSet set : flavours.values()) {
            if (set.labels().contains(label)) {
                return true;
            }
        }
        return false;
    }

    /** The declared name of a key, or null and a diagnostic. */
    @Nullable
    DeclaredName declaredName(Entry entry) {
        return ExpressionParser.parseDeclaration(
                entry.key(), problem -> error(entry, problem.rule(), problem.found(), problem.remedy()));
    }

    /** Reads a formula; one that cannot be read is replaced by the number 1, so that its name is known. */
    Formula formula(String name, List<IndexVariable> indices, @Nullable Node node, Demand demand) {
        Expression body = null;
        if (node instanceof ScalarNode text) {
            body = ExpressionParser.parse(text.text(), problem -> report(text, problem));
        } else if (node != null) {
            diagnostics.error(node, "must be a formula", node.describe(), "write it as a text");
        }
        boolean broken = body == null;
        Formula formula = new Formula(
                name, indices, body == null ? new Expression.Literal(0, 1) : body, broken ? Demand.NONE : demand);
        if (node instanceof ScalarNode text) {
            texts.put(formula, text);
        }
        formulas.add(formula);
        return formula;
    }

    /** A formula that is no text: a polynomial of a table, or a formula of such. */
    Formula tabulated(String name, Expression body, Node at) {
        Formula formula = new Formula(name, List.of(), body, Demand.REAL);
        if (at instanceof ScalarNode text) {
            texts.put(formula, text);
        }
        formulas.add(formula);
        return formula;
    }

    private void report(ScalarNode text, ExpressionProblem problem) {
        diagnostics.error(
                text.locate(problem.offset()), text.path(), problem.rule(), problem.found(), problem.remedy());
    }

    /** Checks every formula read. */
    void checkFormulas() {
        ExpressionChecker checker = new ExpressionChecker(scope, (formula, problem) -> {
            ScalarNode text = texts.get(formula);
            if (text != null) {
                report(text, problem);
            }
        });
        for (Formula formula : formulas) {
            checker.check(formula);
        }
    }
}
