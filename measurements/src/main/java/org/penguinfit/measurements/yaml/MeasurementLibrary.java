package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.BundledFiles;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;

/**
 * The measurements that come with the program: one YAML file per publication, packed under {@code measurements/library}.
 *
 * @param documents the files, sorted by path, with their digests
 * @param measurements all their measurements, in the order of the files
 * @param crossCorrelations what they say of correlations between measurements
 */
public record MeasurementLibrary(
        List<LocatedDocument> documents, List<Measurement> measurements, List<CrossCorrelation> crossCorrelations) {
    /** Folder of the packed files. */
    public static final String FOLDER = "measurements/library";

    public MeasurementLibrary {
        documents = List.copyOf(documents);
        measurements = List.copyOf(measurements);
        crossCorrelations = List.copyOf(crossCorrelations);
    }

    /** All as one set, with its correlations. */
    public MeasurementSet set(Diagnostics diagnostics) {
        return MeasurementSet.of(measurements, diagnostics).withCorrelations(crossCorrelations, diagnostics);
    }

    /** Reads the packed files; {@code diagnostics} stays empty unless the program was built from broken ones. */
    public static MeasurementLibrary load(Diagnostics diagnostics) {
        BundledFiles files = BundledFiles.beside(MeasurementLibrary.class);
        List<LocatedDocument> documents = new ArrayList<>();
        List<Measurement> measurements = new ArrayList<>();
        List<CrossCorrelation> correlations = new ArrayList<>();
        for (String path : files.list(FOLDER, ".yaml")) {
            byte[] bytes = files.bytes(path);
            LocatedDocument document = bytes == null ? null : LocatedDocument.parse(bytes, path, diagnostics);
            if (document != null) {
                documents.add(document);
                measurements.addAll(MeasurementLoader.load(document, diagnostics));
                correlations.addAll(MeasurementLoader.crossCorrelations(document, diagnostics));
            }
        }
        return new MeasurementLibrary(documents, measurements, correlations);
    }
}
