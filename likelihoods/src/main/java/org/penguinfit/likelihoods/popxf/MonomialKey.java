package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression.Factor;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.MapNode.Entry;

/**
 * The key of a term: a Python tuple of as many names as the polynomial's degree, sorted, empty ones first, and if wanted one
 * letter R or I for each: {@code ('', 'C1', 'RI')} is Im C1.
 *
 * @param elements the texts of the tuple
 * @param factors the parts of coefficients that it multiplies, in one order
 */
record MonomialKey(List<String> elements, List<Factor> factors) implements Comparable<MonomialKey> {
    private static final Comparator<Factor> ORDER =
            Comparator.comparing(Factor::name).thenComparing(Factor::imaginary);

    MonomialKey {
        elements = List.copyOf(elements);
        List<Factor> sorted = new ArrayList<>(factors);
        sorted.sort(ORDER);
        factors = List.copyOf(sorted);
    }

    /** As Python sorts tuples of texts. */
    @Override
    public int compareTo(MonomialKey other) {
        return Arrays.compare(elements.toArray(new String[0]), other.elements.toArray(new String[0]));
    }

    /** True if a key looks like a tuple, and so is no name of a source. */
    static boolean looksLikeOne(String key) {
        return key.strip().startsWith("(");
    }

    /** The constant term. */
    static MonomialKey constant(int degree) {
        String[] none = new String[degree];
        Arrays.fill(none, "");
        return new MonomialKey(List.of(none), List.of());
    }

    /** Reads a key; null and a diagnostic if it is none of that degree. */
    static @Nullable MonomialKey read(Entry entry, int degree, Set<String> parameters, Diagnostics diagnostics) {
        List<String> elements = elements(entry.key());
        if (elements == null || elements.size() < degree || elements.size() > degree + 1) {
            problem(entry, "a monomial must be a tuple of " + degree + " names", example(degree), diagnostics);
            return null;
        }
        String tag = elements.size() > degree ? elements.get(degree) : "R".repeat(degree);
        if (!tag.matches("[RI]{" + degree + "}")) {
            problem(entry, "the last text must have " + degree + " letters R or I", example(degree), diagnostics);
            return null;
        }
        List<Factor> factors = new ArrayList<>();
        for (int k = 0; k < degree; k++) {
            String name = elements.get(k);
            boolean imaginary = tag.charAt(k) == 'I';
            if (k > 0 && name.compareTo(elements.get(k - 1)) < 0) {
                problem(entry, "the names of a monomial must be sorted, empty ones first", "", diagnostics);
                return null;
            }
            if (!name.isEmpty() && !parameters.contains(name)) {
                String remedy = DidYouMean.suggestOrList(name, parameters);
                problem(entry, "'" + name + "' is no parameter of this table", remedy, diagnostics);
                return null;
            }
            if (name.isEmpty() && imaginary) {
                problem(entry, "an empty name has no imaginary part", "write R for it", diagnostics);
                return null;
            }
            if (!name.isEmpty()) {
                factors.add(new Factor(name, imaginary));
            }
        }
        return new MonomialKey(elements, factors);
    }

    static void problem(Entry entry, String rule, String remedy, Diagnostics diagnostics) {
        diagnostics.error(entry.keyLocation(), entry.value().path(), rule, "\"" + entry.key() + "\"", remedy);
    }

    private static String example(int degree) {
        StringBuilder text = new StringBuilder("write it like \"(");
        for (int k = 1; k < degree; k++) {
            text.append("'', ");
        }
        return text.append("'C1', '").append("R".repeat(degree)).append("')\"").toString();
    }

    /** The texts of a tuple, or null if it is none. */
    private static @Nullable List<String> elements(String key) {
        String text = key.strip();
        if (text.length() < 2 || text.charAt(0) != '(' || text.charAt(text.length() - 1) != ')') {
            return null;
        }
        List<String> elements = new ArrayList<>();
        int at = 1;
        int end = text.length() - 1;
        while (true) {
            at = skipBlanks(text, at);
            if (at >= end) {
                return elements;
            }
            char quote = text.charAt(at);
            int close = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (close < 0 || close >= end) {
                return null;
            }
            elements.add(text.substring(at + 1, close));
            at = skipBlanks(text, close + 1);
            if (at < end && text.charAt(at) != ',') {
                return null;
            }
            at++;
        }
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }
}
