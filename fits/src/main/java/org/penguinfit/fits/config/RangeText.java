package org.penguinfit.fits.config;

import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;

/** Reads a parameter range: {@code -40:40} or {@code [-40, 40]}. */
public final class RangeText {
    /** Squares of larger numbers, and widths of larger ranges, may exceed the largest number. */
    private static final double MAX_END = 1e100;

    private RangeText() {}

    static @Nullable Bounds read(Node node, Diagnostics diagnostics) {
        double[] ends = node instanceof ListNode list ? ofList(list, diagnostics) : ofText(node, diagnostics);
        if (ends == null) {
            return null;
        }
        if (Math.max(Math.abs(ends[0]), Math.abs(ends[1])) > MAX_END) {
            diagnostics.error(node, "the ends of a range must lie between -1e100 and 1e100", node.describe(), "");
            return null;
        }
        if (!(ends[0] < ends[1])) {
            diagnostics.error(
                    node,
                    "the lower end of a range must be below the upper one",
                    plain(ends[0]) + ":" + plain(ends[1]),
                    "");
            return null;
        }
        return new Bounds(ends[0], ends[1]);
    }

    private static double @Nullable [] ofList(ListNode list, Diagnostics diagnostics) {
        if (list.items().size() != 2) {
            diagnostics.error(list, "a range has two ends", list.describe(), "write it like \"-40:40\"");
            return null;
        }
        Double low = Fields.asNumber(list.items().get(0), diagnostics);
        Double high = Fields.asNumber(list.items().get(1), diagnostics);
        return low == null || high == null ? null : new double[] {low, high};
    }

    private static double @Nullable [] ofText(Node node, Diagnostics diagnostics) {
        String text = Fields.asText(node, diagnostics);
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        try {
            if (colon > 0) {
                double low = number(text.substring(0, colon));
                double high = number(text.substring(colon + 1));
                if (Double.isFinite(low) && Double.isFinite(high)) {
                    return new double[] {low, high};
                }
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        diagnostics.error(node, "must be a range", node.describe(), "write it like \"-40:40\"");
        return null;
    }

    /** The range as a user writes it. */
    public static String of(Bounds range) {
        return plain(range.lower()) + ":" + plain(range.upper());
    }

    private static String plain(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** A decimal number; Java's own hexadecimal and suffixed forms are none. */
    static double number(String text) {
        String plain = text.strip().replace('\u2212', '-');
        for (int i = 0; i < plain.length(); i++) {
            if ("0123456789.+-eE".indexOf(plain.charAt(i)) < 0) {
                throw new NumberFormatException(text);
            }
        }
        return Double.parseDouble(plain);
    }
}
