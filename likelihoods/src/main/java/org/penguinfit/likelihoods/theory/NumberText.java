package org.penguinfit.likelihoods.theory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads ranges such as {@code -2:3} and constraints such as {@code 0 ± 1}. */
final class NumberText {
    private static final List<String> SIGNS = List.of("±", "+/-", "+-");

    /** Squares of larger numbers, and widths of larger ranges, may exceed the largest number. */
    private static final double MAX_END = 1e100;

    private NumberText() {}

    private static boolean isTooLarge(double end) {
        return Double.isFinite(end) && Math.abs(end) > MAX_END;
    }

    /** A range {@code low:high} or {@code [low, high]}; an end may be {@code inf} or {@code -inf}. Null and a diagnostic else. */
    static @Nullable Range range(Node node, Diagnostics diagnostics) {
        double low = Double.NaN;
        double high = Double.NaN;
        if (node instanceof ScalarNode s) {
            int colon = s.text().indexOf(':');
            if (colon >= 0) {
                low = number(s.text().substring(0, colon), true);
                high = number(s.text().substring(colon + 1), true);
            }
        } else if (node instanceof ListNode list && list.items().size() == 2) {
            low = number(list.items().get(0));
            high = number(list.items().get(1));
        }
        if (isTooLarge(low) || isTooLarge(high)) {
            diagnostics.error(
                    node,
                    "finite ends of a range must lie between -1e100 and 1e100",
                    node.describe(),
                    "write inf for none");
            return null;
        }
        if (low < high) {
            return new Range(low, high);
        }
        diagnostics.error(node, "a range must be 'low:high' with low < high", node.describe(), "such as \"-2:3\"");
        return null;
    }

    /** A constraint {@code central ± sigma} or {@code {central, sigma}}. Null and a diagnostic else. */
    static @Nullable Constraint constraint(Node node, Diagnostics diagnostics) {
        if (node instanceof MapNode map) {
            Fields fields = new Fields(map, diagnostics);
            Double central = fields.requiredNumber("central");
            Double sigma = fields.requiredNode("sigma") == null ? null : fields.positive("sigma");
            fields.refuseUnknownKeys();
            return central == null || sigma == null ? null : new Constraint(central, sigma);
        }
        if (node instanceof ScalarNode s) {
            for (String sign : SIGNS) {
                int at = s.text().indexOf(sign);
                if (at >= 0) {
                    double central = number(s.text().substring(0, at), false);
                    double sigma = number(s.text().substring(at + sign.length()), false);
                    if (Double.isFinite(central) && Double.isFinite(sigma) && sigma > 0) {
                        return new Constraint(central, sigma);
                    }
                    break;
                }
            }
        }
        diagnostics.error(
                node, "a constraint must be 'central ± sigma' with sigma > 0", node.describe(), "such as 0 ± 1");
        return null;
    }

    private static double number(Node node) {
        return node instanceof ScalarNode s ? number(s.text(), true) : Double.NaN;
    }

    /** The number, or NaN; Java's own spellings (hexadecimal, suffixes) are none. */
    private static double number(String text, boolean mayBeInfinite) {
        String word = text.strip();
        if (mayBeInfinite && (word.equals("inf") || word.equals("+inf"))) {
            return Double.POSITIVE_INFINITY;
        }
        if (mayBeInfinite && word.equals("-inf")) {
            return Double.NEGATIVE_INFINITY;
        }
        for (int i = 0; i < word.length(); i++) {
            if ("0123456789.+-eE".indexOf(word.charAt(i)) < 0) {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(word);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
