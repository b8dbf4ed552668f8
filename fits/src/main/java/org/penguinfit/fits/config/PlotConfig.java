package org.penguinfit.fits.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plot.Axis.Range;
import org.penguinfit.fits.plot.Format;

/**
 * A picture asked for.
 *
 * @param name of its files
 * @param task id of the task it shows, or of the first panel
 * @param kind what it shows
 * @param choice what of the task it shows
 * @param overlay ids of more tasks in the same panel
 * @param panels ids of the tasks of its panels, {@code task} the first; empty: every picture has a file of its own
 * @param columns how many panels stand side by side; 0: as their number suggests
 * @param formats kinds of files, at least one
 * @param title LaTeX; empty for none
 */
public record PlotConfig(
        String name,
        String task,
        PlotKind kind,
        Choice choice,
        List<String> overlay,
        List<String> panels,
        int columns,
        List<Format> formats,
        String title) {
    /** All formats, which is the default. */
    public static final List<Format> ALL_FORMATS = List.of(Format.values());

    /** Everything, over the ranges that it needs. */
    public static final Choice ALL = new Choice(List.of(), List.of(), "", "", null, null);

    public PlotConfig {
        overlay = List.copyOf(overlay);
        panels = List.copyOf(panels);
        formats = List.copyOf(formats);
    }

    /** The whole of a task, in all formats. */
    public static PlotConfig of(String task, PlotKind kind) {
        return new PlotConfig(task, task, kind, ALL, List.of(), List.of(), 0, ALL_FORMATS, "");
    }

    /**
     * What a picture shows of a task.
     *
     * @param parameters parameters shown, as named in the config; empty: all of the task
     * @param observables predictions shown; empty: all of the task
     * @param x what the horizontal axis shows, where a kind leaves the choice; empty: as the task says
     * @param y the same of the vertical axis
     * @param xRange what the horizontal axis shows; null: what there is
     * @param yRange what the vertical axis shows; null: what there is
     */
    public record Choice(
            List<String> parameters,
            List<String> observables,
            String x,
            String y,
            @Nullable Range xRange,
            @Nullable Range yRange) {
        public Choice {
            parameters = List.copyOf(parameters);
            observables = List.copyOf(observables);
        }
    }
}
