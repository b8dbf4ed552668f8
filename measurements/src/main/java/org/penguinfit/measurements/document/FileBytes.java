package org.penguinfit.measurements.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The bytes of an input file, with the reason if there are none. */
public final class FileBytes {
    private FileBytes() {}

    /**
     * Reads a file of at most {@link LocatedDocument#MAX_BYTES}.
     *
     * @param name the name to use in messages
     * @return the bytes, or null after a diagnostic
     */
    public static byte @Nullable [] read(Path path, String name, Diagnostics diagnostics) {
        Location whole = Location.wholeFile(name);
        if (!Files.exists(path)) {
            diagnostics.error(whole, "", "file not found", "", "check the path; it is relative to the current folder");
            return null;
        }
        if (Files.isDirectory(path)) {
            diagnostics.error(whole, "", "must be a file", "a folder", "name the YAML file inside it");
            return null;
        }
        if (!Files.isRegularFile(path)) { // a pipe or a device may never end
            diagnostics.error(
                    whole, "", "must be a regular file", "a pipe or a device", "save what it gives as a file");
            return null;
        }
        try {
            long size = Files.size(path);
            if (size > LocatedDocument.MAX_BYTES) {
                String limit = "must be at most " + megabytes(LocatedDocument.MAX_BYTES);
                diagnostics.error(whole, "", limit, megabytes(size), "split the file");
                return null;
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            diagnostics.error(
                    whole, "", "file cannot be read", String.valueOf(e.getMessage()), "check its permissions");
            return null;
        }
    }

    private static String megabytes(long bytes) {
        return ((bytes + (1 << 20) - 1) >> 20) + " MB";
    }
}
