package org.penguinfit.fits.fuzz;

import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/** The bytes of a measurement file, YAML or (if it starts with a brace) JSON: from the reader to the selection. */
public final class MeasurementFileTarget {
    private MeasurementFileTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] data) {
        boolean json = data.length > 0 && data[0] == '{';
        Diagnostics diagnostics = new Diagnostics();
        try {
            LocatedDocument document = MeasurementFile.parse(data, json ? "fuzz.json" : "fuzz.yaml", diagnostics);
            Expect.that(document != null || diagnostics.hasErrors(), "a document or an error");
            if (document != null) {
                List<Measurement> measurements = MeasurementLoader.load(document, diagnostics);
                MeasurementLoader.crossCorrelations(document, diagnostics);
                MeasurementSet set = MeasurementSet.of(measurements, diagnostics);
                set.doubleCounting(set.inForce(Optional.empty()).used());
                measurements.forEach(m -> set.resolve(m.name(), Optional.empty()));
            }
        } catch (InvalidInputException e) {
            return; // a thousand errors are enough
        }
        Expect.printable(diagnostics);
    }
}
