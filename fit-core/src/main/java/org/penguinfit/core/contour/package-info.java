/**
 * Regions of two parameters from the profile likelihood: exact boundary curves and filled grids. Start with
 * {@link org.penguinfit.core.contour.ContourSearch}.
 */
@NullMarked
package org.penguinfit.core.contour;

import org.jspecify.annotations.NullMarked;
