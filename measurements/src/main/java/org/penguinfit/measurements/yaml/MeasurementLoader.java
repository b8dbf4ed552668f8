package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/**
 * Reads measurement files. A file with the header {@code "@metadata@": {schema: measurements/1}} is ours and read strictly;
 * a file without it is read as flavio's, where unknown keys and lopsided matrices are warnings, as flavio passes over them.
 */
public final class MeasurementLoader {
    /** Name of the format, the value of {@code schema} in the header. */
    public static final String SCHEMA = "measurements/1";

    /** Resource path of the JSON Schema of the format. */
    public static final String SCHEMA_FILE = "schema/measurements-1.json";

    static final String HEADER = "@metadata@";
    private static final String CROSS_CORRELATIONS = "cross-correlations";

    /** flavio's file of the whole world has some hundreds; a file of this many entries of a line each has 20 MB. */
    private static final int MAX_ENTRIES = 200_000;

    private MeasurementLoader() {}

    /**
     * The measurements of a file, in its order.
     *
     * @param document the file
     * @param diagnostics takes every problem; an entry with an error is left out of the result
     */
    public static List<Measurement> load(LocatedDocument document, Diagnostics diagnostics) {
        if (document.refuseOtherFormat("measurements", diagnostics)) {
            return List.of();
        }
        Entry header = document.root().entries().get(HEADER);
        Reading reading = new Reading(diagnostics, header == null);
        String process = header == null ? "" : readHeader(header, reading);
        List<Measurement> measurements = new ArrayList<>();
        if (document.root().entries().size() > MAX_ENTRIES) {
            reading.error(
                    document.root(),
                    "a file must not have more than " + MAX_ENTRIES + " entries",
                    String.valueOf(document.root().entries().size()),
                    "write one file per publication");
            return List.of();
        }
        int entries = 0;
        for (Entry entry : document.root().entries().values()) {
            if (isCrossCorrelations(entry, reading)) {
                entries++; // read by crossCorrelations
            } else if (!entry.key().equals(HEADER)) {
                entries++;
                readEntry(entry, process, reading, measurements);
            }
        }
        if (entries == 0) {
            reading.error(
                    document.root(),
                    "a file needs at least one measurement",
                    "none",
                    "add an entry 'name: {values: …}'");
        }
        return List.copyOf(measurements);
    }

    /**
     * What a file of ours says of correlations between measurements, of itself or of other files.
     *
     * @param document the file
     * @param diagnostics takes every problem of this part of the file
     */
    public static List<CrossCorrelation> crossCorrelations(LocatedDocument document, Diagnostics diagnostics) {
        Reading reading = new Reading(diagnostics, !document.root().entries().containsKey(HEADER));
        Entry entry = document.root().entries().get(CROSS_CORRELATIONS);
        return entry == null || !isCrossCorrelations(entry, reading)
                ? List.of()
                : new CrossCorrelationReader(reading).read(entry.value());
    }

    private static boolean isCrossCorrelations(Entry entry, Reading reading) {
        return entry.key().equals(CROSS_CORRELATIONS) && !reading.foreign();
    }

    /** Checks the header; returns the process of every entry that names none. */
    private static String readHeader(Entry header, Reading reading) {
        Fields fields = Fields.of(header.value(), reading.diagnostics());
        if (fields == null) {
            return "";
        }
        String schema = fields.requiredText("schema");
        if (schema != null && !schema.equals(SCHEMA)) {
            Node at = fields.node("schema");
            reading.error(at == null ? fields.map() : at, "must be '" + SCHEMA + "'", "'" + schema + "'", "");
        }
        fields.text("title");
        fields.text("description");
        Node process = fields.node("process");
        reading.finish(fields);
        return process == null ? "" : ProcessName.read(process, reading);
    }

    private static void readEntry(Entry entry, String process, Reading reading, List<Measurement> measurements) {
        if (!(entry.value() instanceof MapNode map)) {
            String remedy = entry.key().equals("schema")
                    ? "write \"@metadata@\": {schema: measurements/1}"
                    : "write 'name: {values: …}'";
            reading.error(
                    entry.value(),
                    "a measurement must be a map of keys",
                    entry.value().describe(),
                    remedy);
            return;
        }
        Measurement measurement = new EntryReader(entry, map, process, reading).read();
        if (measurement != null) {
            measurements.add(measurement);
        }
    }
}
