package org.penguinfit.measurements.yaml;

import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Confidence levels of keys: {@code 0.90} or {@code 90%}; a bare 90 is refused. */
final class ConfidenceLevels {
    static final String RULE = "a confidence level must lie between 0 and 1";
    static final String REMEDY = "write 90% or 0.90";

    private ConfidenceLevels() {}

    /** The level in (0, 1), or null after a diagnostic. */
    static @Nullable Double read(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode scalar) {
            Double level = level(scalar);
            if (level != null && level > 0 && level < 1) {
                return level;
            }
        }
        diagnostics.error(node, RULE, node.describe(), REMEDY);
        return null;
    }

    private static @Nullable Double level(ScalarNode scalar) {
        if (scalar.isNumber()) {
            return scalar.number();
        }
        ValueScanner scanner = new ValueScanner(scalar.text());
        try {
            Decimal percent = scanner.signedNumber("a confidence level");
            scanner.skipBlanks();
            scanner.expect("%");
            scanner.expectEnd();
            return percent.times(-2);
        } catch (Misread e) {
            return null;
        }
    }
}
