/** Writes measurement files of the format {@code measurements/1}. Start with {@link org.penguinfit.measurements.exchange.own.MeasurementWriter}. */
@NullMarked
package org.penguinfit.measurements.exchange.own;

import org.jspecify.annotations.NullMarked;
