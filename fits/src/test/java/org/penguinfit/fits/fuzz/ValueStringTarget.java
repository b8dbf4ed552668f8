package org.penguinfit.fits.fuzz;

import java.nio.charset.StandardCharsets;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.yaml.ValueString;

/** A value string: read, or an error, not both and not neither. */
public final class ValueStringTarget {
    private ValueStringTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        Diagnostics diagnostics = new Diagnostics();
        PublishedValue value = ValueString.read(ScalarNode.text(new Location("f.yaml", 1, 1), text), diagnostics);
        Expect.that((value == null) == diagnostics.hasErrors(), "a value or an error");
        Expect.printable(diagnostics);
        if (value != null) {
            Expect.that(value.equals(value.scaled(1)), "a value times one is itself");
        }
    }
}
