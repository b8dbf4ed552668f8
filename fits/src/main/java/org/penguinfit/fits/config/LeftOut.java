package org.penguinfit.fits.config;

import org.penguinfit.measurements.document.Location;

/**
 * An observable whose results do not enter a fit, though their measurement is selected.
 *
 * @param observable its name, with or without arguments; may have {@code *} for any letters
 * @param reason why, for reports; not blank
 * @param location where it stands
 * @param path key path there
 */
public record LeftOut(String observable, String reason, Location location, String path) {}
