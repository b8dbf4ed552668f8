package org.penguinfit.fits.result.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.json.PicturesReader;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.FitResult.Skip;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.Names.Name;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads a results.json: the result from which reports are written, as {@link ResultJson} wrote it. */
public final class ResultReader {
    private final Part root;
    private final Diagnostics diagnostics;

    private ResultReader(Part root) {
        this.root = root;
        this.diagnostics = root.diagnostics();
    }

    /**
     * Reads it.
     *
     * @param file of the format {@code penguinfit/results/1}
     * @param diagnostics takes every problem
     * @return the result, or null if there is an error
     */
    public static @Nullable FitResult read(Path file, Diagnostics diagnostics) {
        LocatedDocument document = LocatedDocument.read(file, file.toString(), diagnostics);
        if (document == null) {
            return null;
        }
        if (!document.schema().equals(ResultJson.SCHEMA)) {
            String rule = "the schema of results must be " + ResultJson.SCHEMA;
            diagnostics.error(document.root(), rule, document.schema(), "");
            return null;
        }
        int before = diagnostics.errorCount();
        FitResult result = new ResultReader(root(document.root(), diagnostics)).result();
        return diagnostics.errorCount() == before ? result : null;
    }

    private static Part root(MapNode map, Diagnostics diagnostics) {
        MapNode places = map.get("infinite") instanceof MapNode given ? given : null;
        Part root = new Part(map, InfinitePlaces.of(map, places, diagnostics), diagnostics);
        root.alsoKnown("infinite");
        root.alsoKnown("schema");
        return root;
    }

    private FitResult result() {
        Part measurements = part("measurements");
        FitResult result = new FitResult(
                root.text("fit"),
                root.text("title"),
                root.text("reference"),
                root.text("variant"),
                root.text("asOf"),
                root.whole("seed"),
                root.text("version"),
                root.texts("tables"),
                root.values("inputs", root::text),
                measurements.texts("used"),
                measurements.parts("skipped", skip -> new Skip(skip.text("name"), skip.text("reason"))),
                root.texts("citations"),
                ProvenanceReader.read(part("provenance")),
                root.texts("notes"),
                names(part("names")),
                tasks(),
                root.has("plots") ? PicturesReader.read(part("plots").map(), diagnostics) : List.of());
        root.refuseUnknownKeys();
        return result;
    }

    /** A map that must be there; an empty one, and a diagnostic, if it is not. */
    private Part part(String key) {
        Part part = root.part(key);
        return part == null
                ? root.of(new MapNode(root.map().location(), key, Map.of())).silent()
                : part;
    }

    private static Names names(Part names) {
        return new Names(names(names, "parameters"), names(names, "observables"));
    }

    private static Map<String, Name> names(Part names, String key) {
        Map<String, Name> found = new LinkedHashMap<>();
        names.values(key, names::part).forEach((name, part) -> {
            if (part != null) {
                found.put(name, new Name(part.text("tex"), part.text("unit")));
                part.refuseUnknownKeys();
            }
        });
        return found;
    }

    private List<TaskResult> tasks() {
        List<TaskResult> tasks = new ArrayList<>();
        Node node = root.node("tasks");
        for (MapNode.Entry entry : node instanceof MapNode map ? map.entries().values() : List.<MapNode.Entry>of()) {
            Part part = root.part(entry.value());
            TaskResult task = part == null ? null : TaskReader.read(entry.key(), part);
            if (task != null) {
                tasks.add(task);
            }
        }
        return tasks;
    }
}
