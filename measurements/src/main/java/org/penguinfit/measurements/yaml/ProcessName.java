package org.penguinfit.measurements.yaml;

import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads the key {@code process}: one word, since selectors compare it as a whole. */
final class ProcessName {
    private ProcessName() {}

    /** The word; an empty text after a diagnostic. */
    static String read(Node node, Reading reading) {
        String text = Fields.asText(node, reading.diagnostics());
        if (text == null) {
            return "";
        }
        boolean isWord = !text.isEmpty() && text.chars().noneMatch(c -> Character.isWhitespace(c) || c == '*');
        if (!isWord) {
            reading.error(node, "must be one word", node.describe(), "write it like b-to-s-nu-nu");
        }
        return isWord ? text : "";
    }
}
