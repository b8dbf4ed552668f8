package org.penguinfit.measurements.exchange.eos;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostic.Severity;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.exchange.Imported;
import org.penguinfit.measurements.exchange.LeftOut;

/** Reads a file of EOS constraints: a map from qualified names to entries, one measurement each. */
public final class EosImport {
    private final EosReferences references;
    private final Diagnostics diagnostics;
    private final List<Measurement> measurements = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private EosImport(EosReferences references, Diagnostics diagnostics) {
        this.references = references;
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a file.
     *
     * @param root its map
     * @param references what its reference ids are called at INSPIRE
     * @param diagnostics takes errors and warnings; what is left out stands in the result only
     */
    public static Imported read(MapNode root, EosReferences references, Diagnostics diagnostics) {
        EosImport reader = new EosImport(references, diagnostics);
        for (Entry entry : root.entries().values()) {
            if (!entry.key().equals("@metadata@")) {
                reader.entry(entry);
            }
        }
        return new Imported(reader.measurements, List.of(), reader.leftOut, reader.notes);
    }

    private void entry(Entry entry) {
        Diagnostics own = new Diagnostics();
        requireAscii(entry, own);
        Optional<QualifiedName> name = QualifiedName.parse(entry.key());
        if (name.isEmpty()) {
            own.error(
                    entry.keyLocation(),
                    entry.key(),
                    "must be a qualified name",
                    "'" + entry.key() + "'",
                    "write prefix::name@suffix;key=value");
        }
        Fields fields = Fields.of(entry.value(), own);
        PublishedResult result = fields == null ? null : new EosEntry(fields, own, notes, entry.key()).result();
        List<String> ids = fields == null ? List.of() : fields.texts("references");
        if (fields != null) {
            fields.alsoKnown("type", "dof", "comment", "description");
            fields.reportUnknownKeys(Severity.WARNING);
        }
        if (result != null && name.isPresent() && !own.hasErrors()) {
            measurements.add(measurement(entry, name.get(), ids, result));
        }
        for (Diagnostic d : own.sorted()) {
            if (d.severity() == Severity.UNSUPPORTED) {
                String found = d.found().isEmpty() ? "" : ", found " + d.found();
                leftOut.add(new LeftOut(entry.key(), d.location().toString(), d.rule() + found));
            } else {
                diagnostics.addAll(List.of(d));
            }
        }
    }

    private Measurement measurement(Entry entry, QualifiedName name, List<String> ids, PublishedResult result) {
        return Measurement.of(
                entry.key(), references.source(name, ids), Extraction.UNKNOWN, List.of(result), entry.keyLocation());
    }

    /** EOS refuses every byte above 0x7f in a constraint. */
    private static void requireAscii(Entry entry, Diagnostics diagnostics) {
        if (!isAscii(entry.key())) {
            diagnostics.error(entry.keyLocation(), entry.key(), "must be ASCII", "'" + entry.key() + "'", "");
        }
        requireAscii(entry.value(), diagnostics);
    }

    private static void requireAscii(Node node, Diagnostics diagnostics) {
        if (node instanceof ScalarNode scalar && !isAscii(scalar.text())) {
            diagnostics.error(scalar, "must be ASCII", scalar.describe(), "");
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> requireAscii(item, diagnostics));
        } else if (node instanceof MapNode map) {
            map.entries().values().forEach(inner -> requireAscii(inner, diagnostics));
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
