package org.penguinfit.fits.config;

import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads counts. */
final class WholeNumber {
    private WholeNumber() {}

    /** The whole number at a key, in [least, most]; the standard one if there is none, or it is reported. */
    static int read(Fields keys, String key, int standard, int least, int most, Diagnostics diagnostics) {
        Double number = keys.number(key);
        Node node = keys.node(key);
        if (number == null || node == null) {
            return standard;
        }
        if (number < least || number > most || number != Math.rint(number)) {
            diagnostics.error(node, "must be a whole number from " + least + " to " + most, node.describe(), "");
            return standard;
        }
        return (int) number.doubleValue();
    }
}
