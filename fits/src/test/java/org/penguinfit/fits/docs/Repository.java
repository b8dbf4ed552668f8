package org.penguinfit.fits.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The checkout that a test runs in, and its documents. */
final class Repository {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private Repository() {}

    /** The folder that holds README.md and docs/. */
    static Path root() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("README.md")) && Files.isDirectory(folder.resolve("docs"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "no README.md and docs/ above " + Path.of("").toAbsolutePath());
    }

    /** README.md, CHANGELOG.md and every Markdown file below docs/, relative to the root, sorted. */
    static List<Path> documents() {
        Path root = root();
        List<Path> documents = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md")));
        try (Stream<Path> files = Files.walk(root.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(file -> documents.add(root.relativize(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    /** The Java sources, main and test, by simple name, such as {@code Likelihood}. */
    static Map<String, Path> javaSources() {
        Map<String, Path> sources = new HashMap<>();
        for (String module : List.of("fit-core", "measurements", "likelihoods", "fits")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> sources.put(
                                String.valueOf(file.getFileName()).replace(".java", ""), root().relativize(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    static String text(Path relative) {
        try {
            return Files.readString(root().resolve(relative));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's version, the first one of the root pom. */
    static String version() {
        Matcher version = VERSION.matcher(text(Path.of("pom.xml")));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml has no version");
        }
        return version.group(1);
    }
}
