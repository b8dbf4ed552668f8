/** Texts to write: numbers that read back to the same double, YAML and value strings. */
@NullMarked
package org.penguinfit.measurements.exchange.text;

import org.jspecify.annotations.NullMarked;
