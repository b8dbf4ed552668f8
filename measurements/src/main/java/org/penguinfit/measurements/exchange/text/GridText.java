package org.penguinfit.measurements.exchange.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Tabulation.Quantity;

/** A likelihood on a grid of several observables. */
public final class GridText {
    private GridText() {}

    /** flavio's {@code multivariate_numerical}; nothing if the table is no density between whose points ln is linear. */
    public static Optional<Map<String, Object>> distribution(TabulatedResult table) {
        if (table.quantity() != Quantity.PDF || table.linear()) {
            return Optional.empty();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("distribution", "multivariate_numerical");
        map.put("xi", table.axes());
        map.put("y", nested(table));
        table.central().ifPresent(central -> map.put("central_value", central));
        return Optional.of(map);
    }

    /** The values as lists of lists, one level per axis. */
    public static Object nested(TabulatedResult table) {
        return nested(table.values(), table.axes(), 0, 0, table.values().size());
    }

    private static Object nested(List<Double> values, List<List<Double>> axes, int axis, int from, int size) {
        if (axis == axes.size()) {
            return values.get(from);
        }
        int n = axes.get(axis).size();
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(nested(values, axes, axis + 1, from + i * (size / n), size / n));
        }
        return list;
    }
}
