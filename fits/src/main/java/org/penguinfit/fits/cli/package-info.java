/**
 * The command line. The only package that prints or ends the program. Start with
 * {@link org.penguinfit.fits.cli.Penguinfit}.
 */
@NullMarked
package org.penguinfit.fits.cli;

import org.jspecify.annotations.NullMarked;
