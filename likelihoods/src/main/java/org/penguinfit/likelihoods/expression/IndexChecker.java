package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression.Comparison;
import org.penguinfit.likelihoods.expression.Expression.Condition;
import org.penguinfit.likelihoods.expression.Expression.Index;
import org.penguinfit.likelihoods.expression.Expression.IndexRange;
import org.penguinfit.measurements.document.DidYouMean;

/** Checks indices in brackets, the ranges of sums and their conditions. */
final class IndexChecker {

    /** Takes the problems of the formula at hand. */
    @FunctionalInterface
    interface Report {
        void problem(int offset, String rule, String found, String remedy);
    }

    private final Scope scope;
    private final Report report;

    IndexChecker(Scope scope, Report report) {
        this.scope = scope;
        this.report = report;
    }

    /** Checks the ranges and conditions of a sum; returns the indices in force inside it. */
    @Nullable
    IndexScope enter(Expression.Sum sum, @Nullable IndexScope outer) {
        IndexScope inner = outer;
        for (IndexRange range : sum.ranges()) {
            checkVariable(range, inner);
            IndexSet set = scope.set(range.set());
            if (set == null) {
                report.problem(
                        range.setOffset(),
                        "unknown flavours '" + range.set() + "'",
                        "",
                        DidYouMean.suggestOrList(range.set(), scope.setNames()));
                set = new IndexSet(range.set(), List.of());
            }
            inner = new IndexScope(range.variable(), set, inner);
        }
        for (Condition condition : sum.conditions()) {
            check(condition, inner);
        }
        return inner;
    }

    private void checkVariable(IndexRange range, @Nullable IndexScope inner) {
        if (IndexScope.find(inner, range.variable()) != null) {
            report.problem(
                    range.offset(), "index '" + range.variable() + "' is already in use", "", "take another letter");
        } else if (scope.isLabel(range.variable())) {
            report.problem(
                    range.offset(),
                    "an index must not be named like a flavour",
                    "'" + range.variable() + "'",
                    "take another letter");
        }
    }

    private void check(Condition condition, @Nullable IndexScope indices) {
        IndexSet left = setOf(condition.left(), indices);
        IndexSet right = setOf(condition.right(), indices);
        boolean ordered = condition.comparison() == Comparison.BEFORE || condition.comparison() == Comparison.AFTER;
        if (ordered && left != null && right != null && orderingSet(condition, indices) == null) {
            report.problem(
                    condition.left().offset(),
                    "< and > compare indices of one set of flavours",
                    "'" + condition.left().name() + "' and '"
                            + condition.right().name() + "'",
                    "");
        }
    }

    /** The labels an index may take; null, and a report, if it is unknown. */
    private @Nullable IndexSet setOf(Index index, @Nullable IndexScope indices) {
        IndexSet set = IndexScope.find(indices, index.name());
        if (set != null) {
            return set;
        }
        if (scope.isLabel(index.name())) {
            return new IndexSet("", List.of(index.name()));
        }
        List<String> known = new ArrayList<>(IndexScope.names(indices));
        known.addAll(scope.labels());
        report.problem(
                index.offset(),
                "unknown index or flavour '" + index.name() + "'",
                "",
                DidYouMean.suggestOrList(index.name(), known));
        return null;
    }

    /** The set whose order decides a comparison: that of a variable whose set holds both sides. */
    static @Nullable IndexSet orderingSet(Condition condition, @Nullable IndexScope indices) {
        IndexSet left = IndexScope.find(indices, condition.left().name());
        IndexSet right = IndexScope.find(indices, condition.right().name());
        if (left != null
                && (left.equals(right)
                        || left.labels().contains(condition.right().name()))) {
            return left;
        }
        return right != null && right.labels().contains(condition.left().name()) ? right : null;
    }

    /** True if a name has one index per set, each of them known and within its set. */
    boolean fits(Expression.Name name, List<IndexSet> sets, @Nullable IndexScope indices) {
        if (name.indices().size() != sets.size()) {
            int wanted = sets.size();
            String rule = wanted == 0
                    ? "'" + name.name() + "' takes no index"
                    : "'" + name.name() + "' takes " + wanted + (wanted == 1 ? " index" : " indices");
            report.problem(name.offset(), rule, String.valueOf(name.indices().size()), example(name.name(), wanted));
            return false;
        }
        boolean fits = true;
        for (int slot = 0; slot < sets.size(); slot++) {
            fits &= fits(name.indices().get(slot), sets.get(slot), indices);
        }
        return fits;
    }

    private static String example(String name, int wanted) {
        if (wanted == 0) {
            return "";
        }
        StringBuilder text = new StringBuilder("write " + name + "[i");
        for (int k = 1; k < wanted; k++) {
            text.append(',').append((char) ('i' + k));
        }
        return text.append(']').toString();
    }

    private boolean fits(Index index, IndexSet slot, @Nullable IndexScope indices) {
        IndexSet range = IndexScope.find(indices, index.name());
        if (range == null) {
            if (slot.labels().contains(index.name())) {
                return true;
            }
            if (slot.labels().isEmpty()) {
                return false; // the set is unknown, which is reported where it is declared
            }
            List<String> known = new ArrayList<>(IndexScope.names(indices));
            known.addAll(slot.labels());
            report.problem(
                    index.offset(),
                    "unknown index or flavour '" + index.name() + "'",
                    "",
                    DidYouMean.suggestOrList(index.name(), known));
            return false;
        }
        boolean unknownSet = slot.labels().isEmpty(); // reported where it is declared
        if (unknownSet || slot.labels().containsAll(range.labels())) {
            return !unknownSet;
        }
        report.problem(
                index.offset(),
                "index '" + index.name() + "' must run over " + slot.name(),
                range.name(),
                "flavours of " + slot.name() + ": " + String.join(", ", slot.labels()));
        return false;
    }

    /** Every combination of labels that a name's indices, which fit, may take. */
    List<List<String>> possible(Expression.Name name, List<IndexSet> sets, @Nullable IndexScope indices) {
        List<List<String>> combinations = List.of(List.of());
        for (int slot = 0; slot < sets.size(); slot++) {
            String index = name.indices().get(slot).name();
            IndexSet range = IndexScope.find(indices, index);
            List<String> labels = range == null ? List.of(index) : range.labels();
            combinations = LabelCombinations.extend(combinations, labels);
        }
        return combinations;
    }
}
