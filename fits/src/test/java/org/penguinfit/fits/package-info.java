/** Tests of the module as a whole and the tools that its tests share. */
@org.jspecify.annotations.NullMarked
package org.penguinfit.fits;
