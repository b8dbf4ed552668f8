/** Reads HEPData tables and writes HEPData submissions. */
@NullMarked
package org.penguinfit.measurements.exchange.hepdata;

import org.jspecify.annotations.NullMarked;
