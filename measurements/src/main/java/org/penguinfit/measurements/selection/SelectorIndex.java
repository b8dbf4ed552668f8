package org.penguinfit.measurements.selection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.selection.Selector.Property;

/** The measurements of a set by each of their properties, so that a selector needs no look at every one of them. */
public final class SelectorIndex {
    private final MeasurementSet set;
    private final Map<Property, Map<String, Set<String>>> byProperty = new EnumMap<>(Property.class);

    public SelectorIndex(MeasurementSet set) {
        this.set = set;
    }

    /** Property → names of the measurements that have it, made at first use. */
    private Map<String, Set<String>> index(Property key) {
        return byProperty.computeIfAbsent(key, k -> {
            Map<String, Set<String>> index = new LinkedHashMap<>();
            for (Measurement measurement : set.all()) {
                for (String text : k.of(measurement)) {
                    if (!text.isEmpty()) {
                        index.computeIfAbsent(text, t -> new LinkedHashSet<>()).add(measurement.name());
                    }
                }
            }
            return index;
        });
    }

    /** True if it means one measurement by its name, letter by letter. */
    public boolean isExact(Selector selector) {
        String name = selector.criteria().get(Property.NAME);
        return name != null && (set.find(name).isPresent() || !name.contains("*"));
    }

    /** Names that a selector picks, in force or not, in the order of the set. */
    public List<String> pick(Selector selector) {
        Set<String> picked = null;
        for (Map.Entry<Property, String> criterion : selector.inOrder().entrySet()) {
            Set<String> fitting = fitting(criterion.getKey(), criterion.getValue());
            if (picked == null) {
                picked = fitting;
            } else {
                picked.retainAll(fitting);
            }
        }
        return picked == null ? List.of() : List.copyOf(picked);
    }

    /** Names whose property fits, in a fresh set. */
    private Set<String> fitting(Property key, String text) {
        Set<String> exact = key == Property.NAME
                ? (set.find(text).isPresent() ? Set.of(text) : Set.of())
                : index(key).getOrDefault(text, Set.of());
        if (!exact.isEmpty() || !text.contains("*")) {
            return new LinkedHashSet<>(exact);
        }
        Glob glob = Glob.of(text);
        Set<String> fitting = new LinkedHashSet<>();
        index(key).forEach((property, names) -> {
            if (glob.matches(property)) {
                fitting.addAll(names);
            }
        });
        return fitting;
    }

    /** The properties that measurements have: what a misspelt criterion may have meant. */
    public Set<String> known(Property key) {
        return key == Property.NAME
                ? set.names()
                : new LinkedHashSet<>(index(key).keySet());
    }

    /** What is wrong with a selector that picks nothing: the first criterion without a measurement, and a remedy. */
    public Nothing nothing(Selector selector) {
        for (Map.Entry<Property, String> criterion : selector.inOrder().entrySet()) {
            String text = criterion.getValue();
            if (fitting(criterion.getKey(), text).isEmpty()) {
                List<String> known = new ArrayList<>(known(criterion.getKey()));
                known.sort(null);
                return new Nothing(rule(criterion.getKey(), text), DidYouMean.suggestOrList(text, known));
            }
        }
        return new Nothing("no measurement has all of " + selector.describe(), "");
    }

    private static String rule(Property key, String text) {
        return switch (key) {
            case NAME ->
                text.contains("*")
                        ? "no measurement has a name like '" + text + "'"
                        : "no measurement named '" + text + "'";
            case OBSERVABLE -> "no measurement of the observable '" + text + "'";
            case PROCESS -> "no measurement of the process '" + text + "'";
            case EXPERIMENT -> "no measurement by the experiment '" + text + "'";
            case TAG -> "no measurement with the tag '" + text + "'";
        };
    }

    /** Why a selector picks nothing, and what to do. */
    public record Nothing(String rule, String remedy) {}
}
