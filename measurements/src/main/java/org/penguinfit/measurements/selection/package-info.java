/**
 * Which measurements a user means, and which of those may enter one likelihood together. Start with
 * {@link org.penguinfit.measurements.selection.MeasurementChoice}.
 */
@NullMarked
package org.penguinfit.measurements.selection;

import org.jspecify.annotations.NullMarked;
