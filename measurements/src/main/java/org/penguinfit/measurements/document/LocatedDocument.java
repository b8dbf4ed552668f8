package org.penguinfit.measurements.document;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A YAML or JSON file as a tree whose every key and value knows its line and column.
 *
 * @param file the file as the user named it, or a resource path
 * @param sha256 digest of its bytes, 64 hexadecimal digits
 * @param root the top-level map
 */
public record LocatedDocument(String file, String sha256, MapNode root) {
    /**
     * Files above this size are refused unread. The largest real library file is below 2 MB; a hundred thousand measurements
     * take some 40 MB.
     */
    public static final long MAX_BYTES = 64L << 20;

    /**
     * Reads a file.
     *
     * @param path the file to read
     * @param name the name to use in messages and results
     * @param diagnostics takes every problem
     * @return the document, or null if it has a syntax error or is no map
     */
    public static @Nullable LocatedDocument read(Path path, String name, Diagnostics diagnostics) {
        byte[] bytes = FileBytes.read(path, name, diagnostics);
        return bytes == null ? null : parse(bytes, name, diagnostics);
    }

    /**
     * Parses the bytes of a file; JSON if the name ends with {@code .json}, else YAML.
     *
     * @return the document, or null if it has a syntax error or is no map
     */
    public static @Nullable LocatedDocument parse(byte[] bytes, String name, Diagnostics diagnostics) {
        MapNode root = new DocumentParser(name, diagnostics).parse(bytes);
        return root == null ? null : new LocatedDocument(name, sha256(bytes), root);
    }

    /**
     * The format that the file says it has, such as {@code theory/1}: the top-level key {@code schema}, or that of the header
     * {@code "@metadata@"}; empty if it does not say.
     */
    public String schema() {
        MapNode holder = root.get("@metadata@") instanceof MapNode header ? header : root;
        return holder.get("schema") instanceof ScalarNode schema ? schema.text() : "";
    }

    /**
     * True if the file says that it has another of our formats, for which it is then not worth listing what it lacks; reported
     * as an error.
     *
     * @param format what is wanted here, such as {@code theory}
     */
    public boolean refuseOtherFormat(String format, Diagnostics diagnostics) {
        for (String other : List.of("fit", "theory", "measurements")) {
            if (!other.equals(format) && schema().startsWith(other + "/")) {
                Node schema = root.get("schema");
                diagnostics.error(
                        schema == null ? root : schema,
                        "must be a file of format " + format + "/1",
                        "one of format " + schema(),
                        "name another file here");
                return true;
            }
        }
        return false;
    }

    /** SHA-256 of bytes as 64 hexadecimal digits. */
    public static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
