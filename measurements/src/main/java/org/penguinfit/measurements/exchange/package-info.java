/**
 * What import and export of foreign formats have in common: what was read, what was written, what was left out or lost. The formats
 * stand in packages below; {@code exchange.convert} knows them all.
 */
@NullMarked
package org.penguinfit.measurements.exchange;

import org.jspecify.annotations.NullMarked;
