package org.penguinfit.fits.plot.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.result.FitResult.Picture;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the pictures of a results.json. */
public final class PicturesReader {
    /** No folders: files are written beside results.json only. */
    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._+-]*";

    private PicturesReader() {}

    /**
     * Reads them.
     *
     * @param plots the value of {@code plots}
     * @param diagnostics takes every problem
     */
    public static List<Picture> read(MapNode plots, Diagnostics diagnostics) {
        List<Picture> pictures = new ArrayList<>();
        for (MapNode.Entry entry : plots.entries().values()) {
            read(entry, pictures, diagnostics);
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
