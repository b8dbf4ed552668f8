/**
 * From files to resolved tasks: every name of a config, its theory and its measurements is resolved here, every problem reported at
 * once. Start with {@link org.penguinfit.fits.plan.FitPlan}.
 */
@NullMarked
package org.penguinfit.fits.plan;

import org.jspecify.annotations.NullMarked;
