package org.penguinfit.fits.plot;

import java.util.Locale;

/** Kinds of picture files. */
public enum Format {
    /** Vectors for the web; letters are paths, so no font is needed. */
    SVG,
    /** Vectors for print, fonts embedded. */
    PDF,
    /** 300 dots per inch. */
    PNG;

    /** The end of the file name, and the word in a fit config. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
