@org.jspecify.annotations.NullMarked
package org.penguinfit.measurements.selection;
