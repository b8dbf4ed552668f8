package org.penguinfit.likelihoods.theory;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.BundledFiles;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

/**
 * Finds theory files by name. {@code NAME} is the user's file {@code NAME}, {@code NAME.yaml} or {@code NAME.json} below a
 * base folder if there is one, else the packed file {@code likelihoods/theory/NAME.yaml} or {@code NAME.json}. The
 * correlations of a table {@code NAME.json} are {@code NAME.corr.json} in the same place.
 */
public final class TheoryFiles implements ImportResolver {
    /** Where theory files lie among the packed files. */
    public static final String FOLDER = "likelihoods/theory";

    private static final String ENDING = ".yaml";
    private static final String TABLE = ".json";
    private static final String CORRELATIONS = ".corr.json";

    private final Path base;
    private final BundledFiles bundled = BundledFiles.beside(TheoryFiles.class);

    private TheoryFiles(Path base) {
        this.base = base;
    }

    /** Looks for the user's files in a folder, usually that of the fit config. */
    public static TheoryFiles below(Path base) {
        return new TheoryFiles(base);
    }

    @Override
    public @Nullable LocatedDocument resolve(String name, Node at, Diagnostics diagnostics) {
        Path own = ownFile(name);
        if (own != null) {
            return LocatedDocument.read(own, own.toString().replace(File.separatorChar, '/'), diagnostics);
        }
        String plain = name.startsWith(FOLDER + "/") ? name.substring(FOLDER.length() + 1) : name;
        for (String candidate : candidates(plain)) {
            byte[] bytes = bundled.bytes(FOLDER + "/" + candidate);
            if (bytes != null && (candidate.endsWith(ENDING) || candidate.endsWith(TABLE))) {
                return LocatedDocument.parse(bytes, FOLDER + "/" + candidate, diagnostics);
            }
        }
        diagnostics.error(at, "no theory file named '" + name + "'", "", remedy(name));
        return null;
    }

    private static List<String> candidates(String name) {
        return List.of(name, name + ENDING, name + TABLE);
    }

    @Override
    public @Nullable LocatedDocument correlations(LocatedDocument table, Diagnostics diagnostics) {
        String file = table.file();
        if (!file.endsWith(TABLE)) {
            return null;
        }
        String name = file.substring(0, file.length() - TABLE.length()) + CORRELATIONS;
        byte[] packed = file.startsWith(FOLDER + "/") ? bundled.bytes(name) : null;
        if (packed != null) {
            return LocatedDocument.parse(packed, name, diagnostics);
        }
        return Files.isRegularFile(Path.of(name)) ? LocatedDocument.read(Path.of(name), name, diagnostics) : null;
    }

    private @Nullable Path ownFile(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            for (String candidate : candidates(name)) {
                Path path = base.resolve(candidate).normalize();
                if (Files.isRegularFile(path)) {
                    return path;
                }
            }
        } catch (InvalidPathException e) {
            return null; // no file system holds such a name; a packed file may not either
        }
        return null;
    }

    /** Names of the packed files, sorted. */
    public List<String> packedNames() {
        List<String> names = new ArrayList<>();
        for (String ending : List.of(ENDING, TABLE)) {
            for (String path : bundled.list(FOLDER, ending)) {
                if (!path.endsWith(CORRELATIONS)) {
                    names.add(path.substring(FOLDER.length() + 1, path.length() - ending.length()));
                }
            }
        }
        Collections.sort(names);
        return List.copyOf(names);
    }

    private String remedy(String name) {
        List<String> packed = packedNames();
        List<String> all = new ArrayList<>(packed);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(base, "*{" + ENDING + "," + TABLE + "}")) {
            for (Path file : files) {
                String own = String.valueOf(file.getFileName());
                all.add(own.substring(0, own.lastIndexOf('.')));
            }
        } catch (IOException e) {
            all = packed; // a folder that cannot be listed has nothing to suggest
        }
        String suggestion = DidYouMean.suggest(name, all);
        return suggestion.isEmpty() ? DidYouMean.suggestOrList(name, packed) : suggestion;
    }
}
