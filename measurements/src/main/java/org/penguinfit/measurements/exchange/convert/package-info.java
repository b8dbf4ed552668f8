/** Knows every format of exchange: start with {@link org.penguinfit.measurements.exchange.convert.Conversion}. */
@NullMarked
package org.penguinfit.measurements.exchange.convert;

import org.jspecify.annotations.NullMarked;
