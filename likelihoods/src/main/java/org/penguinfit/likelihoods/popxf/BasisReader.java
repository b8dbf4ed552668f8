package org.penguinfit.likelihoods.popxf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads {@code basis} and {@code scale}. Coefficients at several scales would have to be run, which nothing here does. */
final class BasisReader {
    private final Diagnostics diagnostics;

    BasisReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Basis and scale in words.
     *
     * @param count number of scales a list must have
     */
    String read(Fields keys, int count) {
        Node node = keys.requiredNode("basis");
        Fields basis = node == null ? null : Fields.of(node, diagnostics);
        return (basis == null ? "" : basis(basis)) + " at " + scale(keys.requiredNode("scale"), count) + " GeV";
    }

    private String basis(Fields basis) {
        List<String> words = new ArrayList<>();
        MapNode map = basis.map("wcxf");
        if (map != null) {
            Fields wcxf = new Fields(map, diagnostics);
            words.add(wcxf.requiredText("eft") + "/" + wcxf.requiredText("basis"));
            wcxf.texts("sectors");
            wcxf.refuseUnknownKeys();
        }
        if (basis.has("custom")) {
            words.add("custom basis");
        }
        if (words.isEmpty()) {
            diagnostics.error(
                    basis.map(), "must have 'wcxf' or 'custom'", basis.map().describe(), "");
        }
        basis.refuseUnknownKeys();
        return String.join(" and ", words);
    }

    private String scale(@Nullable Node node, int count) {
        List<Node> items = node instanceof ListNode list ? list.items() : node == null ? List.of() : List.of(node);
        if (node instanceof ListNode && items.size() != count) {
            diagnostics.error(node, "must be one number or one for each polynomial, " + count, node.describe(), "");
        }
        List<String> different = new ArrayList<>();
        for (Node item : items) {
            Double number = Fields.asNumber(item, diagnostics);
            if (number != null && !(number > 0)) {
                diagnostics.error(item, "a scale must be > 0 GeV", item.describe(), "");
            } else if (number != null && !different.contains(number.toString())) {
                different.add(number.toString());
            }
        }
        if (node != null && different.size() > 1) {
            diagnostics.error(
                    node,
                    "all coefficients must stand at one scale",
                    String.join(", ", different),
                    "run them to a common scale first, or use one file for each scale");
        }
        return different.isEmpty() ? "no scale" : different.get(0);
    }
}
