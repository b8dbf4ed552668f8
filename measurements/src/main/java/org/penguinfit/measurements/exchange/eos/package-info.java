/** Reads EOS constraint files. */
@NullMarked
package org.penguinfit.measurements.exchange.eos;

import org.jspecify.annotations.NullMarked;
