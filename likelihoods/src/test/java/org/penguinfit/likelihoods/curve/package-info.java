/** Tests of curves. */
package org.penguinfit.likelihoods.curve;
