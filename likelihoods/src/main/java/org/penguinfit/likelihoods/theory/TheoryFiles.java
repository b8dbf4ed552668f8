package org.penguinfit.likelihoods.theory;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.BundledFiles;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

/**
 * Finds theory files by name. {@code NAME} is the user's file {@code NAME} or {@code NAME.yaml} below a base folder if there
 * is one, else the packed {@code likelihoods/theory/NAME.yaml}.
 */
public final class TheoryFiles implements ImportResolver {
    /** Where theory files lie among the packed files. */
    public static final String FOLDER = "likelihoods/theory";

    private static final String ENDING = ".yaml";

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
        String path =
                FOLDER + "/" + withEnding(name.startsWith(FOLDER + "/") ? name.substring(FOLDER.length() + 1) : name);
        byte[] bytes = bundled.bytes(path);
        if (bytes != null) {
            return LocatedDocument.parse(bytes, path, diagnostics);
        }
        diagnostics.error(at, "no theory file named '" + name + "'", "", remedy(name));
        return null;
    }

    private static String withEnding(String name) {
        return name.endsWith(ENDING) || name.endsWith(".json") ? name : name + ENDING;
    }

    private @Nullable Path ownFile(String name) {
        if (name.isEmpty()) {
            return null;
        }
        try {
            for (String candidate : List.of(name, name + ENDING)) {
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
        for (String path : bundled.list(FOLDER, ENDING)) {
            names.add(plain(path.substring(FOLDER.length() + 1)));
        }
        return List.copyOf(names);
    }

    private static String plain(String name) {
        return name.substring(0, name.length() - ENDING.length());
    }

    private String remedy(String name) {
        List<String> packed = packedNames();
        List<String> all = new ArrayList<>(packed);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(base, "*" + ENDING)) {
            for (Path file : files) {
                all.add(plain(String.valueOf(file.getFileName())));
            }
        } catch (IOException e) {
            all = packed; // a folder that cannot be listed has nothing to suggest
        }
        String suggestion = DidYouMean.suggest(name, all);
        return suggestion.isEmpty() ? DidYouMean.suggestOrList(name, packed) : suggestion;
    }
}
