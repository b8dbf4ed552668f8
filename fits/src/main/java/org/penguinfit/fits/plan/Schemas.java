package org.penguinfit.fits.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.BundledFiles;

/** The JSON Schemas of the file formats, each packed by the module that reads the format. */
public final class Schemas {
    /** Names of the formats. */
    public static final List<String> NAMES = List.of("measurements", "theory", "popxf", "fit", "results", "update");

    private Schemas() {}

    /** The schema of a format, or null if there is none of that name; {@code fit} and {@code fit/1} are the same. */
    public static byte @Nullable [] find(String name) {
        String plain = name.endsWith("/1") ? name.substring(0, name.length() - 2) : name;
        if (!NAMES.contains(plain)) {
            return null;
        }
        String path = "schema/" + plain + "-1.json";
        for (Class<?> module : List.of(Schemas.class, Likelihood.class, Measurement.class)) {
            byte[] bytes = BundledFiles.beside(module).bytes(path);
            if (bytes != null) {
                return bytes;
            }
        }
        throw new IllegalStateException("the schema " + path + " is not packed");
    }
}
