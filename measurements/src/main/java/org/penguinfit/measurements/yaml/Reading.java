package org.penguinfit.measurements.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/**
 * How strictly a file is read.
 *
 * @param diagnostics takes every problem
 * @param foreign true for flavio's files, where flavio passes over what we refuse in our own: then a warning
 * @param matrices bounds the matrices of the file
 */
record Reading(Diagnostics diagnostics, boolean foreign, MatrixBudget matrices) {
    /** Numbers have at most 1e100; the squares of what is scaled must stay below 1e308. */
    private static final double SMALLEST_SCALE = 1e-30;

    /** For one file. */
    Reading(Diagnostics diagnostics, boolean foreign) {
        this(diagnostics, foreign, new MatrixBudget());
    }

    /** An error in our files, a warning in flavio's. */
    void doubt(Node at, String rule, String found, String remedy) {
        diagnostics.report(severity(), at.location(), at.path(), rule, found, remedy);
    }

    void error(Node at, String rule, String found, String remedy) {
        diagnostics.error(at, rule, found, remedy);
    }

    /**
     * Something that is right in its own format but that nothing here represents: an error in our files; in flavio's it is left
     * out and listed, and the rest of the file is read.
     */
    void unsupported(Node at, String rule, String found, String remedy) {
        Severity left = foreign ? Severity.UNSUPPORTED : Severity.ERROR;
        diagnostics.report(left, at.location(), at.path(), rule, found, remedy);
    }

    /** Reports the keys that nobody asked for. */
    void finish(Fields fields) {
        fields.reportUnknownKeys(severity());
    }

    /**
     * One of several words.
     *
     * @param absent what an absent key means; empty if the key must be there
     * @param known the words that are read
     * @param notYet words of the format that are not read yet
     * @return the word, one of {@code known}; null after a diagnostic
     */
    @Nullable
    String choice(Fields fields, String key, String absent, List<String> known, List<String> notYet) {
        Node node = absent.isEmpty() ? fields.requiredNode(key) : fields.node(key);
        if (node == null) {
            return absent.isEmpty() ? null : absent;
        }
        String word = Fields.asText(node, diagnostics);
        if (word == null || known.contains(word)) {
            return word;
        }
        if (notYet.contains(word)) {
            error(node, "the " + key + " '" + word + "' is not supported yet", "", "read today: " + join(known));
        } else {
            error(node, "unknown " + key, node.describe(), DidYouMean.suggestOrList(word, known));
        }
        return null;
    }

    /** The factor on all numbers of an item; null if there is none, or after a diagnostic. */
    @Nullable
    Double scale(Fields item) {
        Double scale = item.positive("scale");
        Node node = item.node("scale");
        if (scale != null && node != null && (scale < SMALLEST_SCALE || scale > 1 / SMALLEST_SCALE)) {
            error(node, "a scale must lie between 1e-30 and 1e30", node.describe(), "");
            return null;
        }
        return scale;
    }

    static String join(List<String> words) {
        return String.join(", ", words);
    }

    private Severity severity() {
        return foreign ? Severity.WARNING : Severity.ERROR;
    }
}
