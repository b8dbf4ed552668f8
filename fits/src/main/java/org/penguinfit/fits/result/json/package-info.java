/**
 * results.json, the contract {@code penguinfit/results/1}, written and read: all that a report shows is in it. Start with
 * {@link org.penguinfit.fits.result.json.ResultJson} and {@link org.penguinfit.fits.result.json.ResultReader}.
 */
@NullMarked
package org.penguinfit.fits.result.json;

import org.jspecify.annotations.NullMarked;
