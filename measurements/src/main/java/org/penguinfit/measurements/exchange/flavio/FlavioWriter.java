package org.penguinfit.measurements.exchange.flavio;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.exchange.Exported;
import org.penguinfit.measurements.exchange.LeftOut;
import org.penguinfit.measurements.exchange.SameResults;
import org.penguinfit.measurements.exchange.text.DistributionText;
import org.penguinfit.measurements.exchange.text.GridText;
import org.penguinfit.measurements.exchange.text.YamlText;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * Writes measurements as a file of flavio: in its first grammar, or all of them in its second one if an entry holds several
 * results of which some are correlated. Every entry is read back before it is taken; what flavio has no word for is listed.
 */
public final class FlavioWriter {
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<LeftOut> losses = new ArrayList<>();
    private int written;

    private FlavioWriter() {}

    /** The file, what could not be written, and what is lost of the rest. */
    public static Exported write(List<Measurement> measurements) {
        FlavioWriter writer = new FlavioWriter();
        List<Measurement> writable = new ArrayList<>();
        for (Measurement m : measurements) {
            writer.writable(m).ifPresent(writable::add);
        }
        boolean second =
                writable.stream().anyMatch(m -> FirstGrammar.entry(m.results()).isEmpty());
        String text = second ? writer.second(writable) : writer.first(writable);
        return new Exported(Map.of("", text), writer.written, writer.leftOut, writer.losses);
    }

    /** The measurement without the results that flavio has no distribution for. */
    private Optional<Measurement> writable(Measurement m) {
        if (m.status() == Status.WITHDRAWN) {
            leftOut.add(new LeftOut(m.name(), "", "is withdrawn, which flavio cannot be told"));
            return Optional.empty();
        }
        List<PublishedResult> results = new ArrayList<>();
        for (PublishedResult result : m.results()) {
            PublishedResult converted = ToFlavio.of(result);
            if (converted instanceof SingleResult s
                    && DistributionText.of(s.value()).isEmpty()
                    && FirstGrammar.string(s).isEmpty()) {
                leftOut.add(new LeftOut(m.name(), "", s.observable() + ": flavio has no such distribution"));
            } else if (converted instanceof TabulatedResult grid
                    && GridText.distribution(grid).isEmpty()) {
                leftOut.add(new LeftOut(
                        m.name(), "", "a table of ln L or with straight lines, which flavio does not have"));
            } else {
                results.add(converted);
            }
        }
        List<String> lost = FlavioLosses.of(m);
        if (results.isEmpty()) {
            return Optional.empty();
        }
        if (!lost.isEmpty()) {
            losses.add(new LeftOut(m.name(), "", String.join(", ", lost)));
        }
        return Optional.of(m.withResults(results));
    }

    private String first(List<Measurement> measurements) {
        StringBuilder text = new StringBuilder();
        for (Measurement m : measurements) {
            Map<String, Object> entry = new LinkedHashMap<>(metadata(m.source()));
            FirstGrammar.entry(m.results()).ifPresent(entry::putAll);
            String own = YamlText.of(Map.of(m.name(), entry));
            take(m, own)
                    .ifPresent(good -> text.append(text.isEmpty() ? "" : "\n").append(good));
        }
        return text.toString();
    }

    private String second(List<Measurement> measurements) {
        StringBuilder text = new StringBuilder();
        for (Measurement m : measurements) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("arguments", Map.of("name", m.name()));
            Map<String, Object> metadata = metadata(m.source());
            if (!metadata.isEmpty()) {
                entry.put("metadata", metadata);
            }
            Optional<List<Object>> constraints = SecondGrammarText.constraints(m.results());
            constraints.ifPresent(list -> entry.put("constraints", list));
            take(m, YamlText.of(List.of(entry))).ifPresent(text::append);
        }
        return text.toString();
    }

    private Optional<String> take(Measurement m, String text) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = MeasurementFile.parse(text.getBytes(StandardCharsets.UTF_8), "", diagnostics);
        List<Measurement> read = document == null ? List.of() : MeasurementLoader.load(document, diagnostics);
        boolean good = read.size() == 1
                && read.get(0).name().equals(m.name())
                && SameResults.observables(read.get(0).results(), m.results());
        if (!good) {
            leftOut.add(new LeftOut(m.name(), "", "no text of flavio's grammar holds its results"));
            losses.removeIf(loss -> loss.measurement().equals(m.name()));
        }
        written += good ? 1 : 0;
        return good ? Optional.of(text) : Optional.empty();
    }

    private static Map<String, Object> metadata(Source s) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "experiment", String.join(", ", s.experiments()));
        put(map, "inspire", s.inspire().isEmpty() ? "" : s.inspire().get(0));
        put(map, "hepdata", s.hepdata());
        put(map, "url", s.url());
        put(map, "description", s.description());
        return map;
    }

    private static void put(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }
}
