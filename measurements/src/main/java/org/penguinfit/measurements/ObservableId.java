package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * An observable and the arguments at which it was measured, such as {@code <FL>(B0->K*mumu)[q2min=1.1,q2max=6]}.
 *
 * @param name name in flavio's vocabulary, such as {@code BR(B+->Knunu)}; not blank
 * @param arguments named numbers (q² in GeV²), kept in one order however the file has them: by name, a {@code …min}
 *     before its {@code …max}; names are unique
 */
public record ObservableId(String name, List<Argument> arguments) {
    /**
     * One argument.
     *
     * @param name such as {@code q2min}
     * @param value finite; −0 counts as 0
     */
    public record Argument(String name, double value) implements Comparable<Argument> {
        public Argument {
            if (name.isBlank() || !Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "an argument needs a name and a finite value: " + name + "=" + value);
            }
            value = value == 0 ? 0.0 : value;
        }

        /** By name, a {@code …min} before its {@code …max}, then by value. */
        @Override
        public int compareTo(Argument other) {
            int order = sortKey().compareTo(other.sortKey());
            return order == 0 ? Double.compare(value, other.value) : order;
        }

        private String sortKey() {
            if (name.endsWith("min")) {
                return name.substring(0, name.length() - 3) + "\u00010";
            }
            return name.endsWith("max") ? name.substring(0, name.length() - 3) + "\u00011" : name;
        }

        @Override
        public String toString() {
            return name + "=" + shortest(value);
        }
    }

    public ObservableId {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an observable needs a name");
        }
        List<Argument> sorted = new ArrayList<>(arguments);
        Collections.sort(sorted);
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw new IllegalArgumentException(
                        "argument '" + sorted.get(i).name() + "' of " + name + " stands twice");
            }
        }
        arguments = List.copyOf(sorted);
    }

    /** An observable without arguments. */
    public static ObservableId of(String name) {
        return new ObservableId(name, List.of());
    }

    /** Shortest decimal text that reads back to the number, without a trailing {@code .0}. */
    private static String shortest(double value) {
        String text = Double.toString(value).toLowerCase(Locale.ROOT);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** As the record's own, written out: the generated one is set up at run time, which a short run feels. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ObservableId that && name.equals(that.name) && arguments.equals(that.arguments);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + arguments.hashCode();
    }

    /** Canonical text: the name, then {@code [argument=value,…]} if there are arguments; equal ids have equal texts. */
    @Override
    public String toString() {
        if (arguments.isEmpty()) {
            return name;
        }
        StringBuilder text = new StringBuilder(name);
        char before = '[';
        for (Argument argument : arguments) {
            text.append(before).append(argument);
            before = ',';
        }
        return text.append(']').toString();
    }
}
