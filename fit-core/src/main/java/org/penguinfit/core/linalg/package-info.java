/**
 * Small dense linear algebra with the failures a fit meets as data: vectors with value equality, Cholesky factors,
 * eigenvalues, covariance matrices. Start with {@link org.penguinfit.core.linalg.CovarianceMatrix}.
 */
@NullMarked
package org.penguinfit.core.linalg;

import org.jspecify.annotations.NullMarked;
