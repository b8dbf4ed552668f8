/**
 * What a fit found: finished, immutable, all that a report needs. Start with {@link org.penguinfit.fits.result.FitResult}.
 */
@NullMarked
package org.penguinfit.fits.result;

import org.jspecify.annotations.NullMarked;
