/**
 * Fit configurations: the {@code fit/1} YAML format as records. Start with
 * {@link org.penguinfit.fits.config.FitConfig} and {@link org.penguinfit.fits.config.FitConfigLoader}.
 */
@NullMarked
package org.penguinfit.fits.config;

import org.jspecify.annotations.NullMarked;
