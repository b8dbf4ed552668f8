package org.penguinfit.measurements.selection;

/** How strongly a measurement was asked for, from weak to strong. */
enum Rank {
    /** It was only added; nobody asked for it. */
    ADDED,
    /** A pattern or a property picked it. */
    PICKED,
    /** It was asked for by name, or stands in the place of one that was. */
    NAMED
}
