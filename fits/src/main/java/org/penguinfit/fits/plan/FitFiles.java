package org.penguinfit.fits.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.BundledFiles;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;

/** Finds a fit config by path or by name; a user's own file of a name wins over the packed one. */
public final class FitFiles {
    private static final String FOLDER = "fits";
    private static final String ENDING = ".yaml";

    private FitFiles() {}

    /**
     * A fit config with the folder that its relative paths start from.
     *
     * @param document the file
     * @param folder its folder; the current one for a packed file
     */
    public record Found(LocatedDocument document, Path folder) {}

    /** Names of the packed fits, such as {@code bsnunu-2021/table2}. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (String path : BundledFiles.beside(FitFiles.class).list(FOLDER, ENDING)) {
            names.add(path.substring(FOLDER.length() + 1, path.length() - ENDING.length()));
        }
        return names;
    }

    /** Looks for NAME, NAME.yaml and fits/NAME.yaml below the current folder, then among the packed fits. */
    public static @Nullable Found find(String name, Diagnostics diagnostics) {
        for (String candidate : List.of(name, name + ENDING, FOLDER + "/" + name + ENDING)) {
            Path path = Path.of(candidate);
            if (Files.isRegularFile(path)) {
                LocatedDocument document = LocatedDocument.read(path, candidate, diagnostics);
                Path parent = path.getParent();
                return document == null ? null : new Found(document, parent == null ? Path.of("") : parent);
            }
        }
        String packed = FOLDER + "/" + name + ENDING;
        byte[] bytes = BundledFiles.beside(FitFiles.class).bytes(packed);
        if (bytes != null) {
            LocatedDocument document = LocatedDocument.parse(bytes, packed, diagnostics);
            return document == null ? null : new Found(document, Path.of(""));
        }
        if (Files.exists(Path.of(name))) {
            LocatedDocument.read(Path.of(name), name, diagnostics); // says what is wrong with it
        } else {
            diagnostics.error(
                    Location.wholeFile(name),
                    "",
                    "no such fit: neither a file nor a packed fit",
                    "",
                    DidYouMean.suggestOrList(name, names()));
        }
        return null;
    }
}
