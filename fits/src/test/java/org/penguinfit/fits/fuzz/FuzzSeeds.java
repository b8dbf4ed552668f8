package org.penguinfit.fits.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Inputs to start from: the files of the repository, and the texts that stand in them. */
final class FuzzSeeds {
    private static final Path ROOT = Path.of("").toAbsolutePath().endsWith("fits") ? Path.of("..") : Path.of("");

    private FuzzSeeds() {}

    /** Library, invalid corpus: whole files. */
    static List<byte[]> measurementFiles() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path file : files("measurements/library", "measurements/src/test/resources")) {
            seeds.add(Files.readAllBytes(file));
        }
        return seeds;
    }

    /** Every text of those files. */
    static List<byte[]> valueStrings() throws IOException {
        return texts("measurements/library", "measurements/src/test/resources/invalid");
    }

    /** Every text of the theory files, packed and invalid ones. */
    static List<byte[]> formulas() throws IOException {
        return texts("likelihoods/theory", "likelihoods/src/test/resources/invalid");
    }

    /** A few files of each foreign format. */
    static List<byte[]> foreignFiles() {
        return ImportTarget.SEEDS.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static List<byte[]> texts(String... folders) throws IOException {
        Set<String> texts = new TreeSet<>();
        for (Path file : files(folders)) {
            LocatedDocument document = parse(file);
            if (document != null) {
                collect(document.root(), texts::add);
            }
        }
        return texts.stream().map(t -> t.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static @Nullable LocatedDocument parse(Path file) throws IOException {
        try {
            return LocatedDocument.parse(Files.readAllBytes(file), file.toString(), new Diagnostics());
        } catch (InvalidInputException e) {
            return null;
        }
    }

    private static void collect(Node node, Consumer<String> texts) {
        if (node instanceof ScalarNode scalar) {
            texts.accept(scalar.text());
        } else if (node instanceof ListNode list) {
            list.items().forEach(item -> collect(item, texts));
        } else if (node instanceof MapNode map) {
            map.entries().values().forEach(entry -> collect(entry.value(), texts));
        }
    }

    static List<Path> files(String... folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String folder : folders) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
                files.filter(f -> f.toString().matches(".*\\.(yaml|yml|json)"))
                        .sorted()
                        .forEach(found::add);
            }
        }
        return found;
    }
}
