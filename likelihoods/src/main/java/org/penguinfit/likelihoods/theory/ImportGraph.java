package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.likelihoods.popxf.CorrelationFile;
import org.penguinfit.likelihoods.popxf.PolynomialTable;
import org.penguinfit.likelihoods.popxf.Popxf;
import org.penguinfit.likelihoods.popxf.PopxfReader;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

/** Follows imports, each file once, imported files before those that import them. */
final class ImportGraph {
    /** Files that import one another in a chain; guards the stack. */
    private static final int MAX_DEPTH = 100;

    private final ImportResolver resolver;
    private final Diagnostics diagnostics;
    private final List<TheoryDocument> ordered = new ArrayList<>();
    private final List<PolynomialTable> tables = new ArrayList<>();
    private final List<CorrelationFile> correlations = new ArrayList<>();
    private final List<TheorySource> sources = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final List<String> open = new ArrayList<>();

    ImportGraph(ImportResolver resolver, Diagnostics diagnostics) {
        this.resolver = resolver;
        this.diagnostics = diagnostics;
    }

    /** Adds a file and all it builds on; a file already there is passed over. */
    void add(LocatedDocument document) {
        if (!read.add(document.file())) {
            return;
        }
        if (addPolynomials(document)) {
            return;
        }
        open.add(document.file());
        TheoryDocument theory = new TheoryDocument(document, diagnostics);
        for (Node item : theory.imports()) {
            String name = Fields.asText(item, diagnostics);
            LocatedDocument imported = name == null ? null : resolver.resolve(name, item, diagnostics);
            if (imported == null) {
                continue;
            }
            int circle = open.indexOf(imported.file());
            if (circle >= 0) {
                List<String> files = open.subList(circle, open.size());
                diagnostics.error(
                        item,
                        "imports must not go in a circle",
                        String.join(" -> ", files) + " -> " + imported.file(),
                        "move what both files need into a third");
            } else if (open.size() >= MAX_DEPTH) {
                diagnostics.error(
                        item, "imports must not go deeper than " + MAX_DEPTH, "a longer chain", "import fewer files");
            } else {
                add(imported);
            }
        }
        open.remove(open.size() - 1);
        ordered.add(theory);
        sources.add(theory.source());
    }

    /** Takes a polynomial table with the correlations beside it, or a file of correlations; false if it is neither. */
    private boolean addPolynomials(LocatedDocument document) {
        if (Popxf.isCorrelations(document)) {
            CorrelationFile file = CorrelationFile.read(document, diagnostics);
            if (file != null) {
                correlations.add(file);
                sources.add(new TheorySource(file.file(), file.sha256(), "", ""));
            }
            return true;
        }
        if (!Popxf.isTable(document)) {
            return false;
        }
        PolynomialTable table = PopxfReader.read(document, diagnostics);
        if (table != null) {
            tables.add(table);
            sources.add(new TheorySource(table.file(), table.sha256(), table.title(), table.reference()));
        }
        LocatedDocument beside = resolver.correlations(document, diagnostics);
        if (beside != null) {
            add(beside);
        }
        return true;
    }

    /** The polynomial tables, in the order of reading. */
    List<PolynomialTable> tables() {
        return tables;
    }

    /** Correlations of their uncertainties. */
    List<CorrelationFile> correlations() {
        return correlations;
    }

    /** All files read, those that were imported before those that import them. */
    List<TheorySource> sources() {
        return sources;
    }

    List<TheoryDocument> documents() {
        return ordered;
    }
}
