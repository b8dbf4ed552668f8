package org.penguinfit.measurements;

import org.penguinfit.measurements.document.Location;

/**
 * How the file states a result.
 *
 * @param text the words of the file, such as {@code 2.3 ± 0.5 + 0.5 - 0.4 e-5}
 * @param unit unit of the result's numbers; empty if the file names none (then the unit of the observable's prediction)
 * @param scale factor that the file asks for; already applied to the result's numbers
 * @param location where it stands
 */
public record Quotation(String text, String unit, double scale, Location location) {
    public Quotation {
        Require.positive(scale, "scale");
    }
}
