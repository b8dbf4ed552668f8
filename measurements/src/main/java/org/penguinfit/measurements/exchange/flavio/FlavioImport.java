package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/** Reads flavio's measurements through the reader of our own, and lists what that has to leave out by entry. */
public final class FlavioImport {
    private FlavioImport() {}

    /**
     * Reads a file in either of flavio's grammars, or one of ours.
     *
     * @param document as {@link org.penguinfit.measurements.yaml.MeasurementFile} opens it
     * @param diagnostics takes errors and warnings; what is left out stands in the result only
     */
    public static Imported read(LocatedDocument document, Diagnostics diagnostics) {
        Diagnostics own = new Diagnostics();
        List<Measurement> measurements = MeasurementLoader.load(document, own);
        List<LeftOut> leftOut = new ArrayList<>();
        for (Diagnostic d : own.sorted()) {
            if (d.severity() == Severity.UNSUPPORTED) {
                String found = d.found().isEmpty() ? "" : ", found " + d.found();
                leftOut.add(
                        new LeftOut(owner(document, d.location()), d.location().toString(), d.rule() + found));
            } else {
                diagnostics.addAll(List.of(d));
            }
        }
        return new Imported(
                measurements, MeasurementLoader.crossCorrelations(document, diagnostics), leftOut, List.of());
    }

    /** Name of the entry in which a place lies: the last one that starts before it. */
    private static String owner(LocatedDocument document, Location place) {
        String owner = "";
        for (Entry entry : document.root().entries().values()) {
            Location start = entry.keyLocation();
            Location body = entry.value().location();
            Location first = body.line() < start.line() ? body : start;
            if (first.line() < place.line() || (first.line() == place.line() && first.column() <= place.column())) {
                owner = entry.key();
            }
        }
        return owner;
    }
}
