/**
 * Samples of posteriors, their diagnostics and credible regions. Start with {@link org.penguinfit.core.sample.Posterior} and
 * {@link org.penguinfit.core.sample.HamiltonianSampler}.
 */
@NullMarked
package org.penguinfit.core.sample;

import org.jspecify.annotations.NullMarked;
