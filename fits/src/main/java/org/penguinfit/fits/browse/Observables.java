package org.penguinfit.fits.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;

/** Finds observables by what a user writes. */
final class Observables {
    private static final Location OPTION = Location.wholeFile("observable");

    private Observables() {}

    /** The canonical text, or null after a diagnostic. */
    static @Nullable String resolve(Catalogue catalogue, String written, Diagnostics diagnostics) {
        return resolve(catalogue.set().all(), written, diagnostics);
    }

    /** The same among the observables of some measurements. */
    static @Nullable String resolve(List<Measurement> among, String written, Diagnostics diagnostics) {
        Set<String> known = new TreeSet<>();
        Set<String> sameName = new TreeSet<>();
        for (Measurement measurement : among) {
            for (ObservableId id : measurement.observables()) {
                known.add(id.toString());
                if (id.name().equals(written)) {
                    sameName.add(id.toString());
                }
            }
        }
        if (known.contains(written) || sameName.size() == 1) {
            return known.contains(written) ? written : sameName.iterator().next();
        }
        if (sameName.isEmpty()) {
            diagnostics.error(
                    OPTION,
                    "",
                    "no measurement of the observable '" + written + "'",
                    "",
                    DidYouMean.suggestOrList(written, known));
        } else {
            diagnostics.error(
                    OPTION,
                    "",
                    "say which '" + written + "'",
                    "",
                    "one of " + String.join(", ", new ArrayList<>(sameName)));
        }
        return null;
    }
}
