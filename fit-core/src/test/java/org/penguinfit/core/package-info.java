/** Objectives that the tests of several packages share. */
@NullMarked
package org.penguinfit.core;

import org.jspecify.annotations.NullMarked;
