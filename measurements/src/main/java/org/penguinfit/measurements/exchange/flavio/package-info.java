/** Reads and writes flavio's {@code measurements.yml}. */
@NullMarked
package org.penguinfit.measurements.exchange.flavio;

import org.jspecify.annotations.NullMarked;
