/**
 * Repeated experiments: data sets drawn at a stated truth, and what follows from them. Start with
 * {@link org.penguinfit.core.toy.DataModel}.
 */
@NullMarked
package org.penguinfit.core.toy;

import org.jspecify.annotations.NullMarked;
