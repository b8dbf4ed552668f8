/**
 * Scans of parameter space with cuts, and what they allow: the points that pass, the extremes of any quantity over them. Start
 * with {@link org.penguinfit.core.region.Scan}.
 */
@NullMarked
package org.penguinfit.core.region;

import org.jspecify.annotations.NullMarked;
