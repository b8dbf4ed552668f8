package org.penguinfit.measurements.exchange.hepdata;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The parts of a HEPData table (data_schema 1.1.1), for {@link HepSubmission}. */
public final class HepCells {
    private HepCells() {}

    /** A number or a text without errors. */
    public static Object value(Object content) {
        return new Flow(Map.of("value", content));
    }

    /** A number with one symmetric error, larger than 0. */
    public static Object value(double value, double error, String label) {
        return withErrors(value, List.of(labelled(Map.of("symerror", error), label)));
    }

    /** A number with an upper and a lower error, both larger than 0. */
    public static Object value(double value, double plus, double minus, String label) {
        Map<String, Object> sides = new LinkedHashMap<>();
        sides.put("plus", plus);
        sides.put("minus", -minus);
        return withErrors(value, List.of(labelled(Map.of("asymerror", sides), label)));
    }

    private static Object labelled(Map<String, ?> error, String label) {
        Map<String, Object> labelled = new LinkedHashMap<>(error);
        if (!label.isEmpty()) {
            labelled.put("label", label);
        }
        return labelled;
    }

    private static Object withErrors(double value, List<Object> errors) {
        Map<String, Object> point = new LinkedHashMap<>();
        point.put("value", value);
        point.put("errors", errors);
        return new Flow(point);
    }

    /**
     * A column.
     *
     * @param unit empty if there is none
     * @param qualifiers of a dependent variable; empty if there are none
     */
    public static Object column(String header, String unit, List<?> qualifiers, List<?> values) {
        Map<String, Object> title = new LinkedHashMap<>();
        title.put("name", header);
        if (!unit.isEmpty()) {
            title.put("units", unit);
        }
        Map<String, Object> column = new LinkedHashMap<>();
        column.put("header", new Flow(title));
        if (!qualifiers.isEmpty()) {
            column.put("qualifiers", qualifiers);
        }
        column.put("values", values);
        return column;
    }

    /** A qualifier of a dependent variable; the unit may be empty. */
    public static Object qualifier(String name, Object value, String unit) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("value", value);
        if (!unit.isEmpty()) {
            map.put("units", unit);
        }
        return new Flow(map);
    }

    /** A keyword of a table: {@code reactions}, {@code observables}, {@code phrases} or {@code cmenergies}. */
    public static Object keyword(String name, List<?> values) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("values", values);
        return new Flow(map);
    }

    /** A table; all columns have the same number of values. */
    public static Map<String, Object> table(List<?> independent, List<?> dependent) {
        Map<String, Object> table = new LinkedHashMap<>();
        table.put("independent_variables", independent);
        table.put("dependent_variables", dependent);
        return table;
    }
}
