/**
 * Confidence levels, their Δχ² thresholds, and unions of closed intervals. Start with
 * {@link org.penguinfit.core.interval.IntervalSet} and {@link org.penguinfit.core.interval.DeltaChiSquare}.
 */
@NullMarked
package org.penguinfit.core.interval;

import org.jspecify.annotations.NullMarked;
