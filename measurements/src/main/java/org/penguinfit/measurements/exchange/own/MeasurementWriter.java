package org.penguinfit.measurements.exchange.own;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.SameResults;
import org.penguinfit.measurements.exchange.text.YamlText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * Writes measurements as a file of the format {@code measurements/1}. Each entry is read back before it is taken: of several ways to
 * write its results, from the one people like best to the one that names every digit, the first that gives the same doubles wins.
 */
public final class MeasurementWriter {
    private MeasurementWriter() {}

    /** The file; a measurement of which nothing that is written reads back the same is left out and listed. */
    public static Exported write(List<Measurement> measurements) {
        return write(measurements, List.of());
    }

    /** The same with what is known of correlations between the measurements. */
    public static Exported write(List<Measurement> measurements, List<CrossCorrelation> correlations) {
        Map<String, Object> root = new LinkedHashMap<>(header());
        List<LeftOut> leftOut = new ArrayList<>();
        for (Measurement m : measurements) {
            Map<String, Object> entry = entry(m);
            if (entry == null) {
                leftOut.add(new LeftOut(m.name(), "", "no text of measurements/1 reads back to the same numbers"));
            } else {
                root.put(m.name(), entry);
            }
        }
        int written = root.size() - 1;
        if (!correlations.isEmpty()) {
            root.put("cross-correlations", CrossCorrelationText.of(correlations));
        }
        return new Exported(Map.of("", text(root)), written, leftOut, List.of());
    }

    private static Map<String, Object> header() {
        return Map.of("@metadata@", new Flow(Map.of("schema", MeasurementLoader.SCHEMA)));
    }

    private static String text(Map<String, Object> root) {
        StringBuilder text = new StringBuilder();
        root.forEach((name, entry) -> text.append(text.isEmpty() ? "" : "\n").append(YamlText.of(Map.of(name, entry))));
        return text.toString();
    }

    private static @Nullable Map<String, Object> entry(Measurement m) {
        for (Map<String, Object> results : ResultsText.candidates(m.results())) {
            Map<String, Object> entry = EntryText.of(m);
            entry.putAll(results);
            if (readsBack(m, entry)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean readsBack(Measurement m, Map<String, Object> entry) {
        Map<String, Object> root = new LinkedHashMap<>(header());
        root.put(m.name(), entry);
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document =
                LocatedDocument.parse(YamlText.of(root).getBytes(StandardCharsets.UTF_8), "", diagnostics);
        List<Measurement> read = document == null ? List.of() : MeasurementLoader.load(document, diagnostics);
        return read.size() == 1
                && diagnostics.sorted().isEmpty()
                && read.get(0).name().equals(m.name())
                && SameResults.of(read.get(0).results(), m.results());
    }
}
