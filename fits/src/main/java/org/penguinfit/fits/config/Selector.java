package org.penguinfit.fits.config;

import org.penguinfit.measurements.document.Location;

/**
 * Picks measurements.
 *
 * @param kind what the text is compared with
 * @param text a name, a glob ({@code Belle *}), or an observable
 * @param location where it stands
 * @param path its key path
 */
public record Selector(Kind kind, String text, Location location, String path) {
    /** What a selector looks at. */
    public enum Kind {
        NAME,
        GLOB,
        OBSERVABLE
    }
}
