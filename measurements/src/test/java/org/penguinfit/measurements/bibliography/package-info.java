@NullMarked
package org.penguinfit.measurements.bibliography;

import org.jspecify.annotations.NullMarked;
