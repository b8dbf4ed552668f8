package org.penguinfit.fits.config;

import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.document.Location;

/**
 * The rule by which the limits of some measurements enter a fit, whatever their files say.
 *
 * @param measurement name of a measurement; {@code *} stands for any letters
 * @param method the rule
 * @param location where it stands
 * @param path key path there
 */
public record LimitRule(String measurement, LimitMethod method, Location location, String path) {
    /** True if it names one measurement and no pattern. */
    public boolean isExact() {
        return measurement.indexOf('*') < 0;
    }
}
