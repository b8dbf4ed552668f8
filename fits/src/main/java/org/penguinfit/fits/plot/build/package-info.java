/**
 * Makes pictures of finished results. The classes named after a picture take plain numbers and labels; start with
 * {@link org.penguinfit.fits.plot.build.TaskPictures}, which finds them in the result of a task.
 */
@NullMarked
package org.penguinfit.fits.plot.build;

import org.jspecify.annotations.NullMarked;
