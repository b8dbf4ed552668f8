package org.penguinfit.measurements.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.Dataset;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.Lineage;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Reads one entry of a measurement file: its provenance here, its values by {@link ResultsReader}. */
final class EntryReader {
    private final Entry entry;
    private final Fields fields;
    private final String defaultProcess;
    private final Reading reading;

    /** {@code defaultProcess}: that of the file's header, or an empty text. */
    EntryReader(Entry entry, MapNode map, String defaultProcess, Reading reading) {
        this.defaultProcess = defaultProcess;
        this.entry = entry;
        this.fields = new Fields(map, reading.diagnostics());
        this.reading = reading;
    }

    /** The measurement, or null if its entry has an error. */
    @Nullable
    Measurement read() {
        int before = reading.diagnostics().errorCount();
        if (entry.key().isBlank()) {
            reading.diagnostics().error(entry.keyLocation(), "", "a measurement needs a name", "''", "");
        }
        Source source = source();
        Optional<LocalDate> date = date();
        Status status = status();
        String process = process();
        Lineage lineage = new Lineage(
                references("supersedes"),
                references("components"),
                references("derived-from"),
                references("overlaps"),
                references("independent-of"));
        List<String> tags = fields.texts("tags");
        boolean verified = fields.flag("verified", true);
        Extraction extraction = extraction();
        Dataset dataset = dataset();
        List<PublishedResult> results = results();
        reading.finish(fields);
        if (reading.diagnostics().errorCount() > before || results.isEmpty()) {
            return null;
        }
        return new Measurement(
                entry.key(),
                source,
                date,
                status,
                process,
                lineage,
                tags,
                verified,
                extraction,
                dataset,
                results,
                entry.keyLocation());
    }

    private List<PublishedResult> results() {
        List<PublishedResult> results = new ResultsReader(fields, reading).read();
        return reading.foreign() ? results.stream().map(FlavioUnits::toOurs).toList() : results;
    }

    private Source source() {
        return new Source(
                fields.texts("experiment"),
                fields.texts("inspire"),
                fields.texts("arxiv"),
                fields.texts("doi"),
                text(fields, "hepdata"),
                text(fields, "pdgid"),
                text(fields, "url"),
                text(fields, "description"));
    }

    /** A day, or a month, which counts from its last day on. */
    private Optional<LocalDate> date() {
        Node node = fields.node("date");
        String text = node == null ? null : Fields.asText(node, reading.diagnostics());
        if (node == null || text == null) {
            return Optional.empty();
        }
        LocalDate date = isoDate(text);
        if (date == null) {
            reading.error(node, "must be a date", node.describe(), "write it like 2021-04-26 or 2021-04");
        }
        return Optional.ofNullable(date);
    }

    /** By hand, as java.time's formatter costs more at start-up than all the rest of a file; null if it is no date. */
    private static @Nullable LocalDate isoDate(String text) {
        boolean isMonth = text.length() == 7;
        if (!isMonth && text.length() != 10) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fits = (i == 4 || i == 7) ? c == '-' : (c >= '0' && c <= '9');
            if (!fits) {
                return null;
            }
        }
        int year = Integer.parseInt(text.substring(0, 4));
        int month = Integer.parseInt(text.substring(5, 7));
        try {
            return isMonth
                    ? YearMonth.of(year, month).atEndOfMonth()
                    : LocalDate.of(year, month, Integer.parseInt(text.substring(8)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Status status() {
        List<String> known = new ArrayList<>();
        for (Status status : Status.values()) {
            known.add(status.key());
        }
        String word = reading.choice(fields, "status", Status.PUBLISHED.key(), known, List.of());
        for (Status status : Status.values()) {
            if (status.key().equals(word)) {
                return status;
            }
        }
        return Status.PUBLISHED; // after a diagnostic
    }

    private String process() {
        Node node = fields.node("process");
        return node == null ? defaultProcess : ProcessName.read(node, reading);
    }

    private List<Lineage.Reference> references(String key) {
        List<Lineage.Reference> references = new ArrayList<>();
        for (Node item : fields.items(key)) {
            String name = Fields.asText(item, reading.diagnostics());
            if (name != null) {
                references.add(new Lineage.Reference(name, item.location()));
            }
        }
        return references;
    }

    private Extraction extraction() {
        MapNode map = fields.map("extraction");
        if (map == null) {
            return Extraction.UNKNOWN;
        }
        Fields inner = new Fields(map, reading.diagnostics());
        Extraction extraction = new Extraction(text(inner, "where"), text(inner, "by"), inner.texts("checked-by"));
        reading.finish(inner);
        return extraction;
    }

    private Dataset dataset() {
        MapNode map = fields.map("dataset");
        if (map == null) {
            return Dataset.UNKNOWN;
        }
        Fields inner = new Fields(map, reading.diagnostics());
        Dataset dataset = new Dataset(text(inner, "lumi"), text(inner, "sqrts"));
        reading.finish(inner);
        return dataset;
    }

    private static String text(Fields fields, String key) {
        String text = fields.text(key);
        return text == null ? "" : text.strip();
    }
}
