package org.penguinfit.fits.plot.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penguinfit.fits.plot.Style;

/** The styles of the measurements of a plot: one each, the same in all its panels. */
final class Palette {
    private final Map<String, Style> known = new LinkedHashMap<>();
    private final int first;

    /**
     * A palette.
     *
     * @param first number in the cycle of styles of the first measurement; those before it are taken
     */
    Palette(int first) {
        this.first = first;
    }

    Style of(String measurement) {
        return known.computeIfAbsent(measurement, m -> Style.of(first + known.size()));
    }
}
