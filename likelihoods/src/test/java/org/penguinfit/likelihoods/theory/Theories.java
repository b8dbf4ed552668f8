package org.penguinfit.likelihoods.theory;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Loads theories for tests; every diagnostic is a failure. */
final class Theories {
    static final Node NOWHERE = new MapNode(Location.wholeFile("test"), "", Map.of());

    private Theories() {}

    /** Packed files by name. */
    static Theory packed(String... names) {
        Diagnostics diagnostics = new Diagnostics();
        TheoryFiles files = TheoryFiles.below(Path.of("no-such-folder"));
        List<LocatedDocument> documents = new ArrayList<>();
        for (String name : names) {
            LocatedDocument document = files.resolve(name, NOWHERE, diagnostics);
            if (document != null) {
                documents.add(document);
            }
        }
        return load(documents, files, diagnostics);
    }

    /** Texts of files, which may import packed ones. */
    static Theory of(String... texts) {
        Diagnostics diagnostics = new Diagnostics();
        List<LocatedDocument> documents = new ArrayList<>();
        for (String text : texts) {
            String file = "test" + documents.size() + ".yaml";
            LocatedDocument document = LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), file, diagnostics);
            if (document != null) {
                documents.add(document);
            }
        }
        return load(documents, TheoryFiles.below(Path.of("no-such-folder")), diagnostics);
    }

    private static Theory load(List<LocatedDocument> documents, ImportResolver files, Diagnostics diagnostics) {
        Theory theory = TheoryLoader.load(documents, files, diagnostics);
        if (theory == null || !diagnostics.sorted().isEmpty()) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
        return theory;
    }
}
