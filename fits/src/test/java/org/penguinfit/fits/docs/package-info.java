/** Checks that what README and docs/ say is so. Start with {@link org.penguinfit.fits.docs.DocumentationTest}. */
@NullMarked
package org.penguinfit.fits.docs;

import org.jspecify.annotations.NullMarked;
