package org.penguinfit.fits.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Format;

/**
 * A picture asked for.
 *
 * @param name of its files
 * @param task id of the task it shows
 * @param kind what it shows
 * @param parameters parameters shown, as named in the config; empty: all of the task
 * @param overlay ids of more tasks in the same picture
 * @param formats kinds of files, at least one
 * @param title LaTeX; empty for none
 * @param xRange what the horizontal axis shows; null: what there is
 */
public record PlotConfig(
        String name,
        String task,
        PlotKind kind,
        List<String> parameters,
        List<String> overlay,
        List<Format> formats,
        String title,
        @Nullable Range xRange) {
    /** All formats, which is the default. */
    public static final List<Format> ALL_FORMATS = List.of(Format.values());

    public PlotConfig {
        parameters = List.copyOf(parameters);
        overlay = List.copyOf(overlay);
        formats = List.copyOf(formats);
    }
}
