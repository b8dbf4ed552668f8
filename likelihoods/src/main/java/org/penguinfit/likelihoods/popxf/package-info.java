/**
 * Polynomial tables of predictions in the exchange format POPxf, with their uncertainties and correlations. Knows formulas and
 * documents, no theory and no fit. Start with {@link org.penguinfit.likelihoods.popxf.PopxfReader}.
 */
@NullMarked
package org.penguinfit.likelihoods.popxf;

import org.jspecify.annotations.NullMarked;
