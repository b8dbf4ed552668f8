package org.penguinfit.likelihoods.theory;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** The top level of one theory file. */
final class TheoryDocument {
    /** What the key {@code schema} must say. */
    static final String SCHEMA = "theory/1";

    private final LocatedDocument document;
    private final Diagnostics diagnostics;
    private final TheorySource source;
    private final List<Node> imports;

    /** False if the file has another format, so that its keys mean something else. */
    private final boolean sections;

    TheoryDocument(LocatedDocument document, Diagnostics diagnostics) {
        this.document = document;
        this.diagnostics = diagnostics;
        if (document.refuseOtherFormat("theory", diagnostics)) {
            this.sections = false;
            this.imports = List.of();
            this.source = new TheorySource(document.file(), document.sha256(), "", "");
            return;
        }
        this.sections = true;
        Fields fields = new Fields(document.root(), diagnostics);
        checkSchema(fields.requiredNode("schema"));
        String title = fields.text("title");
        String reference = fields.text("reference");
        fields.text("description");
        this.imports = fields.items("imports");
        this.source = new TheorySource(
                document.file(), document.sha256(), title == null ? "" : title, reference == null ? "" : reference);
        for (String section :
                List.of("flavours", "constants", "wilson", "parameters", "definitions", "observables", "matching")) {
            fields.map(section);
        }
        fields.refuseUnknownKeys();
    }

    private void checkSchema(@Nullable Node schema) {
        String text = schema == null ? null : Fields.asText(schema, diagnostics);
        if (schema != null && text != null && !text.equals(SCHEMA)) {
            diagnostics.error(schema, "schema of a theory file must be " + SCHEMA, schema.describe(), "");
        }
    }

    TheorySource source() {
        return source;
    }

    /** The files it builds on. */
    List<Node> imports() {
        return imports;
    }

    /** The entries of a section, in file order; none if the section is absent. */
    Iterable<Entry> section(String name) {
        return sections && document.root().get(name) instanceof MapNode map
                ? map.entries().values()
                : List.of();
    }
}
