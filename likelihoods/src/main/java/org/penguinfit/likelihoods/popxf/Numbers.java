package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Checks of numbers and of arrays of them. */
final class Numbers {
    /** Correlations of magnitude 1 may exceed it by their rounding. */
    private static final double ROUNDING = 1e-9;

    private Numbers() {}

    static void refuseNegative(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode s && s.isNumber() && s.number() < 0) {
            diagnostics.error(node, "a standard deviation must be >= 0", node.describe(), "");
        }
    }

    /** Lengths of an array of arrays, judged by its first items; empty for a number. */
    static List<Integer> shape(Node node) {
        List<Integer> shape = new ArrayList<>();
        Node at = node;
        while (at instanceof ListNode list) {
            shape.add(list.items().size());
            if (list.items().isEmpty()) {
                break;
            }
            at = list.items().get(0);
        }
        return shape;
    }

    /**
     * Reads correlations of a given shape.
     *
     * @param values written from {@code at} on, the last index running fastest
     * @return the position behind the last, or −1 after a diagnostic
     */
    static int correlations(Node node, List<Integer> shape, double[] values, int at, Diagnostics diagnostics) {
        if (shape.isEmpty()) {
            Double number = Fields.asNumber(node, diagnostics);
            if (number != null && !(Math.abs(number) <= 1 + ROUNDING)) {
                diagnostics.error(node, "a correlation must lie between -1 and 1", node.describe(), "");
            }
            values[at] = number == null ? 0 : number;
            return number == null ? -1 : at + 1;
        }
        if (!(node instanceof ListNode list) || list.items().size() != shape.get(0)) {
            diagnostics.error(node, "must be a list of " + shape.get(0), node.describe(), "");
            return -1;
        }
        int next = at;
        for (Node item : list.items()) {
            int behind = correlations(item, shape.subList(1, shape.size()), values, next, diagnostics);
            if (behind < 0) {
                return -1;
            }
            next = behind;
        }
        return next;
    }
}
