package org.penguinfit.measurements;

/**
 * Two chosen measurements that hold the same information.
 *
 * @param kind how they overlap
 * @param first name of the one that contains, replaces or stands first
 * @param second name of the other
 * @param text one sentence for a report
 */
public record DoubleCounting(Kind kind, String first, String second, String text) {
    /** How two measurements overlap. */
    public enum Kind {
        /** The first replaces the second, perhaps by way of others. */
        SUPERSEDED,
        /** The first is an average that contains the second, perhaps by way of other averages. */
        AVERAGE_AND_COMPONENT,
        /** The first was computed from the second, perhaps by way of others. */
        DERIVED_AND_SOURCE,
        /** The first rests on a result that the second replaces. */
        OUTDATED,
        /** Both were made of the same third one. */
        SHARED_SOURCE,
        /** A file says that they share data, or that a part of the first and the second do. */
        OVERLAP,
        /** Both report the same observable from the same publication, or a part of the first and the second do. */
        SAME_PUBLICATION
    }
}
