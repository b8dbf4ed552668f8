/**
 * Files as located documents: every key and value of a YAML or JSON file with its line and column, and the
 * diagnostics that name them. Every loader of every module reads through this package. Start with
 * {@link org.penguinfit.measurements.document.LocatedDocument} and {@link org.penguinfit.measurements.document.Fields}.
 */
@NullMarked
package org.penguinfit.measurements.document;

import org.jspecify.annotations.NullMarked;
