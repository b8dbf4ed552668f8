package org.penguinfit.measurements.exchange.hepdata;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Which numbers of a HEPData record make a measurement, and of what.
 *
 * @param table name of the table; empty if there is only one
 * @param column header of the dependent column; empty if there is only one that has the qualifiers
 * @param qualifiers name → value that the column must have
 * @param rows rows to take: a number from 1, or {@code header=value}; all if empty
 * @param observable name of the observable
 * @param arguments header of an independent column → name of the observable's argument; a bin of {@code q2} gives
 *     {@code q2min} and {@code q2max}
 * @param errors labels of the errors to take; all if empty
 * @param systematicsCorrelated true if errors whose label starts with {@code sys} move all rows together
 * @param correlations label of an error, or {@code total} → name of the table with its correlation or covariance matrix
 * @param limit confidence level if the values are upper limits
 * @param name name of the measurement; empty for one made of table and column
 * @param inspire INSPIRE texkey; may be empty
 */
public record HepSelection(
        String table,
        String column,
        Map<String, String> qualifiers,
        List<String> rows,
        String observable,
        Map<String, String> arguments,
        List<String> errors,
        boolean systematicsCorrelated,
        Map<String, String> correlations,
        OptionalDouble limit,
        String name,
        String inspire) {
    /** Nothing chosen: reads what says itself what it is, as the tables that are written here do. */
    public static final HepSelection NONE = new HepSelection(
            "", "", Map.of(), List.of(), "", Map.of(), List.of(), true, Map.of(), OptionalDouble.empty(), "", "");

    public HepSelection {
        qualifiers = Map.copyOf(qualifiers);
        rows = List.copyOf(rows);
        arguments = Map.copyOf(arguments);
        errors = List.copyOf(errors);
        correlations = Collections.unmodifiableMap(new LinkedHashMap<>(correlations));
    }

    /** True if nothing says which numbers to take. */
    boolean isEmpty() {
        return observable.isEmpty() && table.isEmpty() && column.isEmpty() && rows.isEmpty();
    }
}
