/** The publications behind the numbers, as BibTeX. Start with {@link org.penguinfit.measurements.bibliography.Bibliography}. */
@NullMarked
package org.penguinfit.measurements.bibliography;

import org.jspecify.annotations.NullMarked;
