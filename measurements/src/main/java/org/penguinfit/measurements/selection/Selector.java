package org.penguinfit.measurements.selection;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.document.Location;

/**
 * Picks measurements: by name, or by one or several properties that must all fit. Texts may hold {@code *} for any letters;
 * a text that is a name or an observable letter by letter, such as {@code BR(B0->K*nunu)}, means only that one.
 *
 * @param criteria what the properties are compared with; not empty
 * @param location where it stands
 * @param path its key path
 */
public record Selector(Map<Property, String> criteria, Location location, String path) {
    /** What a selector looks at. */
    public enum Property {
        NAME("name"),
        OBSERVABLE("observable"),
        PROCESS("process"),
        EXPERIMENT("experiment"),
        TAG("tag");

        private final String word;

        Property(String word) {
            this.word = word;
        }

        /** The word used in files. */
        public String word() {
            return word;
        }

        /** What a measurement says of it; an observable with arguments also by its name alone. */
        public List<String> of(Measurement measurement) {
            return switch (this) {
                case NAME -> List.of(measurement.name());
                case OBSERVABLE -> observables(measurement);
                case PROCESS -> List.of(measurement.process());
                case EXPERIMENT -> measurement.source().experiments();
                case TAG -> measurement.tags();
            };
        }

        private static List<String> observables(Measurement measurement) {
            List<String> texts = new ArrayList<>();
            for (ObservableId id : measurement.observables()) {
                texts.add(id.toString());
                if (!id.arguments().isEmpty()) {
                    texts.add(id.name());
                }
            }
            return texts;
        }
    }

    public Selector {
        if (criteria.isEmpty()) {
            throw new IllegalArgumentException("a selector needs something to look at");
        }
        criteria = Map.copyOf(criteria);
    }

    /** A selector by name or by a glob of names. */
    public static Selector name(String text, Location location, String path) {
        return new Selector(Map.of(Property.NAME, text), location, path);
    }

    /** What a criterion is compared with, in the order of {@link Property}. */
    public Map<Property, String> inOrder() {
        return new EnumMap<>(criteria);
    }

    /** Such as {@code observable 'BR(B+->Knunu)' and experiment 'Belle*'}. */
    public String describe() {
        List<String> parts = new ArrayList<>();
        inOrder().forEach((key, text) -> parts.add(key.word() + " '" + text + "'"));
        return String.join(" and ", parts);
    }
}
