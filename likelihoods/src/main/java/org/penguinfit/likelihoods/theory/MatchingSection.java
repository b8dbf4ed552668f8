package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.DeclaredName;
import org.penguinfit.likelihoods.expression.IndexSet;
import org.penguinfit.likelihoods.expression.LabelCombinations;
import org.penguinfit.likelihoods.expression.Symbol;
import org.penguinfit.likelihoods.expression.Symbol.Application;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.MapNode.Entry;

/**
 * Reads {@code matching}: coefficients as formulas of a model's couplings. A key is one member, {@code CLp[tau,tau]} or
 * {@code CL_bsnutaunutau}, or several, {@code CL[i in nu, tau]}.
 */
final class MatchingSection {
    private final TheoryDraft draft;
    private final Map<String, WilsonFamily> families;
    private final Map<String, Map<List<String>, Symbol>> matched = new LinkedHashMap<>();
    private final Map<String, Entry> places = new HashMap<>();

    MatchingSection(TheoryDraft draft, Map<String, WilsonFamily> families) {
        this.draft = draft;
        this.families = families;
    }

    /** Family → labels → what the coefficient is. */
    Map<String, Map<List<String>, Symbol>> matched() {
        return matched;
    }

    void read(Iterable<Entry> entries) {
        for (Entry entry : entries) {
            DeclaredName declared = draft.declaredName(entry);
            if (declared == null) {
                continue;
            }
            WilsonFamily family = families.get(declared.name());
            if (family == null) {
                readMember(entry, declared);
            } else if (declared.slots().size() == family.indices().size()) {
                readFamily(entry, declared, family);
            } else {
                draft.error(
                        entry,
                        "'" + family.name() + "' takes "
                                + count(family.indices().size()),
                        String.valueOf(declared.slots().size()),
                        "such as " + family.bracketName(family.members().get(0)));
            }
        }
    }

    private static String count(int indices) {
        return indices == 0 ? "no index" : indices + (indices == 1 ? " index" : " indices");
    }

    private void readMember(Entry entry, DeclaredName declared) {
        List<String> known = new ArrayList<>(families.keySet());
        for (WilsonFamily family : families.values()) {
            for (List<String> labels : family.members()) {
                String name = family.memberName(labels);
                if (declared.slots().isEmpty() && name.equals(declared.name())) {
                    match(family, labels, new Application(formula(entry, family, name, List.of()), List.of()), entry);
                    return;
                }
                known.add(name);
            }
        }
        draft.error(
                entry,
                "no coefficient named '" + declared.name() + "'",
                "",
                DidYouMean.suggestOrList(declared.name(), declared.slots().isEmpty() ? known : families.keySet()));
    }

    private void readFamily(Entry entry, DeclaredName declared, WilsonFamily family) {
        List<IndexVariable> variables = new ArrayList<>();
        List<List<String>> members = List.of(List.of());
        for (int slot = 0; slot < declared.slots().size(); slot++) {
            DeclaredName.Slot index = declared.slots().get(slot);
            IndexSet set = family.indices().get(slot).set();
            if (index.set().isEmpty()) {
                if (!checkLabel(entry, index.index(), set)) {
                    return;
                }
                members = LabelCombinations.extend(members, List.of(index.index()));
            } else {
                IndexSet range = draft.flavours(index.set(), entry.value());
                if (range == null || !checkRange(entry, range, set)) {
                    return;
                }
                variables.add(new IndexVariable(index.index(), range));
                members = LabelCombinations.extend(members, range.labels());
            }
        }
        Formula formula = formula(entry, family, entry.key().replace(" ", ""), variables);
        for (List<String> labels : members) {
            match(family, labels, new Application(formula, variableLabels(declared, labels)), entry);
        }
    }

    private boolean checkLabel(Entry entry, String label, IndexSet set) {
        if (set.labels().contains(label)) {
            return true;
        }
        String suggestion = DidYouMean.suggest(label, set.labels());
        draft.error(
                entry,
                "unknown flavour '" + label + "'",
                "",
                suggestion.isEmpty() ? "for an index write '" + label + " in " + set.name() + "'" : suggestion);
        return false;
    }

    private boolean checkRange(Entry entry, IndexSet range, IndexSet set) {
        if (set.labels().containsAll(range.labels())) {
            return true;
        }
        if (set.labels().isEmpty()) {
            return false; // reported with the family
        }
        draft.error(entry, "the index must run over " + set.name(), range.name(), "");
        return false;
    }

    private Formula formula(Entry entry, WilsonFamily family, String name, List<IndexVariable> variables) {
        return draft.formula(name, variables, entry.value(), family.complex() ? Demand.NONE : Demand.REAL);
    }

    /** The labels at the places where the key has index variables. */
    private static List<String> variableLabels(DeclaredName declared, List<String> labels) {
        List<String> bound = new ArrayList<>();
        for (int slot = 0; slot < labels.size(); slot++) {
            if (!declared.slots().get(slot).set().isEmpty()) {
                bound.add(labels.get(slot));
            }
        }
        return bound;
    }

    private void match(WilsonFamily family, List<String> labels, Symbol symbol, Entry entry) {
        String name = family.bracketName(labels);
        @Nullable Entry first = places.putIfAbsent(name, entry);
        if (first != null) {
            draft.error(
                    entry,
                    "coefficient " + name + " must be defined once",
                    "it also at " + first.keyLocation(),
                    "remove one");
            return;
        }
        matched.computeIfAbsent(family.name(), k -> new HashMap<>()).put(labels, symbol);
    }
}
