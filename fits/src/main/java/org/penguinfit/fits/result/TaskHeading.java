package org.penguinfit.fits.result;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Published;

/**
 * What a result tells of the config of its task.
 *
 * @param id its key in the config and in results.json
 * @param type what it does
 * @param title one line for the report; the id if the config gives none
 * @param levels confidence levels of its intervals
 * @param published what a paper prints for the same; null if nothing
 */
public record TaskHeading(
        String id,
        TaskConfig.Type type,
        String title,
        List<Level> levels,
        @Nullable Published published) {
    public TaskHeading {
        levels = List.copyOf(levels);
    }

    /** For people: the id, and the title if there is one. */
    public String line() {
        return title.equals(id) ? id : id + ": " + title;
    }

    /** That of a task. */
    public static TaskHeading of(TaskConfig config) {
        return new TaskHeading(config.id(), config.type(), config.title(), config.levels(), config.published());
    }
}
