package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Symbol.Formula;

/** The names that formulas may use. Filled once, then only read. */
public final class Scope {
    private final Map<String, Symbol> symbols = new LinkedHashMap<>();
    private final Map<String, Formula> observables = new LinkedHashMap<>();
    private final Map<String, IndexSet> sets = new LinkedHashMap<>();

    /** Adds an index set; the last one of a name wins. */
    public void add(IndexSet set) {
        sets.put(set.name(), set);
    }

    /** Adds a name; the last one wins. */
    public void add(String name, Symbol symbol) {
        symbols.put(name, symbol);
    }

    /** Adds an observable, to be named in quotes, and also without them if it is a plain name. */
    public void addObservable(Formula formula) {
        observables.put(formula.name(), formula);
        if (ExpressionParser.isName(formula.name())) {
            symbols.put(formula.name(), formula);
        }
    }

    public @Nullable Symbol symbol(String name) {
        return symbols.get(name);
    }

    public @Nullable Formula observable(String name) {
        return observables.get(name);
    }

    public @Nullable IndexSet set(String name) {
        return sets.get(name);
    }

    /** True if some index set holds the label. */
    boolean isLabel(String label) {
        return labels().contains(label);
    }

    /** The labels of all index sets, each once. */
    Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        for (IndexSet set : sets.values()) {
            labels.addAll(set.labels());
        }
        return labels;
    }

    Collection<String> setNames() {
        return sets.keySet();
    }

    Collection<String> observableNames() {
        return observables.keySet();
    }

    /** All plain names, for suggestions. */
    List<String> names() {
        List<String> names = new ArrayList<>(symbols.keySet());
        names.add("pi");
        return names;
    }
}
