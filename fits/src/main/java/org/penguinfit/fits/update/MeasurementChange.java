package org.penguinfit.fits.update;

import java.util.List;

/**
 * What the new files did to one measurement.
 *
 * @param name its name
 * @param kind what happened
 * @param reason one sentence
 * @param published what it reports: observable and value as the file states it
 * @param file where it stands
 * @param tasks ids of the tasks that it entered or left; empty if it enters none
 */
public record MeasurementChange(
        String name, Kind kind, String reason, List<String> published, String file, List<String> tasks) {
    /** What happened to a measurement. */
    public enum Kind {
        /** It enters now. */
        ADDED("added"),
        /** A new one stands in its place. */
        REPLACED("replaced"),
        /** It entered before, and gives way. */
        DROPPED("dropped"),
        /** It is new and enters no task. */
        NOT_USED("not used");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The word in reports and in update.json. */
        public String key() {
            return key;
        }
    }

    public MeasurementChange {
        published = List.copyOf(published);
        tasks = List.copyOf(tasks);
    }
}
