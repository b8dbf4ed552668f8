package org.penguinfit.measurements.document;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A YAML or JSON file of another program as located nodes: several documents of any kind, anchors, aliases, merge keys and type
 * tags resolved.
 *
 * @param file the file as the user named it
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param documents its documents in order, at least one
 * @param tricks anchors, aliases, merge keys and tags, each as the error that it is in a file of ours
 */
public record ForeignFile(String file, String sha256, List<Node> documents, List<Diagnostic> tricks) {
    public ForeignFile {
        documents = List.copyOf(documents);
        tricks = List.copyOf(tricks);
    }

    /** Reads a file; null if it cannot be read or has a syntax error. */
    public static @Nullable ForeignFile read(Path path, String name, Diagnostics diagnostics) {
        byte[] bytes = FileBytes.read(path, name, diagnostics);
        return bytes == null ? null : parse(bytes, name, diagnostics);
    }

    /** Parses the bytes of a file; JSON if the name ends with {@code .json}, else YAML; null after a syntax error. */
    public static @Nullable ForeignFile parse(byte[] bytes, String name, Diagnostics diagnostics) {
        DocumentParser parser = new DocumentParser(name, diagnostics);
        List<Node> documents = parser.parseAll(bytes);
        return documents.isEmpty()
                ? null
                : new ForeignFile(name, LocatedDocument.sha256(bytes), documents, parser.tricks());
    }

    /** True if the first document says that it has one of our formats. */
    public boolean isOurs() {
        return documents.get(0) instanceof MapNode root
                && !new LocatedDocument(file, sha256, root).schema().isEmpty();
    }
}
