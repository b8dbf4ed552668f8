package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads lists of numbers whose length is known. */
final class NumberReader {
    /** A length that is not known. */
    static final int ANY = -1;

    private final Diagnostics diagnostics;

    NumberReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The list of a key that must be there, or null. */
    @Nullable
    Vector required(Fields fields, String key, int length) {
        Node node = fields.requiredNode(key);
        return node == null ? null : vector(node, length);
    }

    /** A list of finite numbers, or null. */
    @Nullable
    Vector vector(Node node, int length) {
        List<Node> items = items(node, length);
        if (items == null) {
            return null;
        }
        double[] numbers = new double[items.size()];
        boolean good = true;
        for (int i = 0; i < numbers.length; i++) {
            Double number = Fields.asNumber(items.get(i), diagnostics);
            good &= number != null;
            numbers[i] = number == null ? 0 : number;
        }
        return good ? Vector.of(numbers) : null;
    }

    /** A symmetric matrix, row by row, or null. */
    @Nullable
    Vector matrix(Node node, int size) {
        List<Node> rows = items(node, size);
        if (rows == null) {
            return null;
        }
        double[] matrix = new double[size * size];
        boolean good = true;
        for (int i = 0; i < size; i++) {
            Vector row = vector(rows.get(i), size);
            good &= row != null;
            if (row != null) {
                System.arraycopy(row.toArray(), 0, matrix, i * size, size);
            }
        }
        return good ? Vector.of(matrix) : null;
    }

    /** Whole numbers from 0 to below a limit, each once, or null. */
    @Nullable
    List<Integer> indices(Node node, int limit) {
        List<Node> items = items(node, ANY);
        if (items == null) {
            return null;
        }
        List<Integer> indices = new ArrayList<>();
        for (Node item : items) {
            Integer index = index(item, limit);
            if (index != null && indices.contains(index)) {
                diagnostics.error(item, "each index may stand only once", item.describe(), "");
            }
            indices.add(index == null ? -1 : index);
        }
        return indices.contains(-1) ? null : indices;
    }

    /** A whole number from 0 to below a limit, or null. */
    @Nullable
    Integer index(Node node, int limit) {
        if (node instanceof ScalarNode scalar && scalar.isNumber()) {
            double number = scalar.number();
            if (number >= 0 && number < limit && number == Math.rint(number)) {
                return (int) number;
            }
        }
        diagnostics.error(node, "must be an index from 0 to " + (limit - 1), node.describe(), "");
        return null;
    }

    /** The items of a list of some length, or null. */
    @Nullable
    List<Node> items(Node node, int length) {
        if (!(node instanceof ListNode list)) {
            diagnostics.error(node, "must be a list", node.describe(), "");
            return null;
        }
        if (length != ANY && list.items().size() != length) {
            diagnostics.error(node, "must be a list of " + length, node.describe(), "");
            return null;
        }
        return list.items();
    }
}
