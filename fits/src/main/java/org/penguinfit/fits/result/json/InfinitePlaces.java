package org.penguinfit.fits.result.json;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** The nulls of a results.json that stand for infinite numbers, as its key {@code infinite} says. */
final class InfinitePlaces {
    private final IdentityHashMap<Node, Double> infinite = new IdentityHashMap<>();

    private InfinitePlaces() {}

    /**
     * Finds them.
     *
     * @param places the value of {@code infinite}: JSON Pointer → {@code inf} or {@code -inf}; null if there are none
     */
    static InfinitePlaces of(MapNode root, @Nullable MapNode places, Diagnostics diagnostics) {
        InfinitePlaces found = new InfinitePlaces();
        for (MapNode.Entry entry : places == null
                ? Map.<String, MapNode.Entry>of().values()
                : places.entries().values()) {
            Node at = resolve(root, entry.key());
            String sign = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
            if (!isNull(at) || !(sign.equals("inf") || sign.equals("-inf"))) {
                diagnostics.error(
                        entry.value(),
                        "must be inf or -inf, behind the place (JSON Pointer) of a null",
                        entry.value().describe(),
                        "");
            } else {
                found.infinite.put(at, sign.equals("inf") ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY);
            }
        }
        return found;
    }

    private static @Nullable Node resolve(Node root, String pointer) {
        Node at = pointer.startsWith("/") ? root : null;
        for (String step :
                pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
            at = at instanceof MapNode map
                    ? map.get(step.replace("~1", "/").replace("~0", "~"))
                    : at instanceof ListNode list ? item(list, step) : null;
        }
        return at;
    }

    private static @Nullable Node item(ListNode list, String step) {
        boolean isIndex = step.matches("[0-9]{1,9}")
                && Integer.parseInt(step) < list.items().size();
        return isIndex ? list.items().get(Integer.parseInt(step)) : null;
    }

    private static boolean isNull(@Nullable Node node) {
        return node instanceof ScalarNode scalar && scalar.kind() == ScalarNode.Kind.NULL;
    }

    /** What a null stands for: an infinite number, else NaN. */
    double of(Node node) {
        return infinite.getOrDefault(node, Double.NaN);
    }
}
