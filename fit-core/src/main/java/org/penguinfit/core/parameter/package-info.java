/**
 * Parameters of a fit: names, start values and bounds, and the order that turns names into indices. Start with
 * {@link org.penguinfit.core.parameter.ParameterSet}.
 */
@NullMarked
package org.penguinfit.core.parameter;

import org.jspecify.annotations.NullMarked;
