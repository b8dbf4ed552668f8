package org.penguinfit.fits.plot.json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.result.FitResult.Picture;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the pictures of a results.json. */
public final class PicturesReader {
    private static final String SCHEMA = "penguinfit/results/1";

    /** No folders: files are written beside results.json only. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._+-]*";

    private PicturesReader() {}

    /**
     * Reads them.
     *
     * @param file of the format {@code penguinfit/results/1}
     * @param diagnostics takes every problem
     */
    public static List<Picture> read(Path file, Diagnostics diagnostics) {
        List<Picture> pictures = new ArrayList<>();
        LocatedDocument document = LocatedDocument.read(file, file.toString(), diagnostics);
        if (document == null) {
            return pictures;
        }
        if (!document.schema().equals(SCHEMA)) {
            diagnostics.error(document.root(), "the schema of results must be " + SCHEMA, document.schema(), "");
            return pictures;
        }
        if (document.root().get("plots") instanceof MapNode plots) {
            for (MapNode.Entry entry : plots.entries().values()) {
                read(entry, pictures, diagnostics);
            }
        }
        return pictures;
    }

    private static void read(MapNode.Entry entry, List<Picture> pictures, Diagnostics diagnostics) {
        Fields fields = Fields.of(entry.value(), diagnostics);
        if (fields == null) {
            return;
        }
        if (!entry.key().matches(NAME)) {
            diagnostics.error(entry.value(), "the name of a plot is a file name", "'" + entry.key() + "'", "");
            return;
        }
        String task = fields.requiredText("task");
        Node figure = fields.requiredNode("figure");
        try {
            List<Format> formats = new ArrayList<>();
            for (String word : fields.texts("format")) {
                formats.add(Format.valueOf(word.toUpperCase(Locale.ROOT)));
            }
            if (task != null && figure instanceof MapNode map) {
                pictures.add(new Picture(entry.key(), task, formats, PictureJson.read(map)));
            }
        } catch (IllegalArgumentException e) {
            diagnostics.error(entry.value(), "a picture that 'run' wrote", String.valueOf(e.getMessage()), "");
        }
        fields.refuseUnknownKeys();
    }
}
