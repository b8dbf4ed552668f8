/**
 * What papers report, as immutable records: no theory, no fit switch, no formula of a likelihood. Start with
 * {@link org.penguinfit.measurements.Measurement}; many of them, and which are in force at a date, are a
 * {@link org.penguinfit.measurements.MeasurementSet}.
 */
@NullMarked
package org.penguinfit.measurements;

import org.jspecify.annotations.NullMarked;
