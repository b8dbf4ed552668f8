package org.penguinfit.measurements;

import java.util.List;

/**
 * Who copied the numbers from where; absent items are empty.
 *
 * @param where place in the source, such as {@code Table 3, row 2}
 * @param by who copied them
 * @param checkedBy who compared them with the source
 */
public record Extraction(String where, String by, List<String> checkedBy) {
    /** Nothing known. */
    public static final Extraction UNKNOWN = new Extraction("", "", List.of());

    public Extraction {
        checkedBy = List.copyOf(checkedBy);
    }
}
