package org.penguinfit.measurements.yaml;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * Opens a file of measurements, ours or flavio's in either of its grammars, for {@link MeasurementLoader}. Ours is refused with
 * anchors, aliases, merge keys or tags; flavio's may have them.
 */
public final class MeasurementFile {
    private MeasurementFile() {}

    /**
     * Reads a file.
     *
     * @param name the name to use in messages and results
     * @return a document whose root maps names to measurements, or null after a diagnostic
     */
    public static @Nullable LocatedDocument read(Path path, String name, Diagnostics diagnostics) {
        ForeignFile file = ForeignFile.read(path, name, diagnostics);
        return file == null ? null : open(file, diagnostics);
    }

    /** The same of the bytes of a file. */
    public static @Nullable LocatedDocument parse(byte[] bytes, String name, Diagnostics diagnostics) {
        ForeignFile file = ForeignFile.parse(bytes, name, diagnostics);
        return file == null ? null : open(file, diagnostics);
    }

    private static @Nullable LocatedDocument open(ForeignFile file, Diagnostics diagnostics) {
        List<Node> documents = file.documents();
        Node first = documents.get(0);
        if (file.isOurs()) {
            diagnostics.addAll(file.tricks());
        }
        if (documents.size() > 1) {
            diagnostics.error(documents.get(1), "one document per file", "a second one after '---'", "split the file");
        }
        MapNode root = root(first, diagnostics);
        return root == null ? null : new LocatedDocument(file.file(), file.sha256(), root);
    }

    private static @Nullable MapNode root(Node first, Diagnostics diagnostics) {
        if (SecondGrammar.holds(first)) {
            return SecondGrammar.entries(first, diagnostics);
        }
        if (first instanceof MapNode map) {
            return map;
        }
        String remedy = first instanceof ListNode ? "write 'name: {values: …}'" : "write 'key: value' lines";
        diagnostics.error(first, "a file must be a map of keys", first.describe(), remedy);
        return null;
    }
}
