package org.penguinfit.likelihoods.theory;

import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;

/** Finds the theory file that another file names. */
@FunctionalInterface
public interface ImportResolver {
    /**
     * Reads a theory file.
     *
     * @param name such as {@code bsnunu-2021}
     * @param at where the name stands
     * @param diagnostics takes every problem
     * @return the file, or null if it cannot be read
     */
    @Nullable
    LocatedDocument resolve(String name, Node at, Diagnostics diagnostics);

    /**
     * The file of correlations that lies beside a polynomial table.
     *
     * @return the file, or null if there is none or it cannot be read
     */
    default @Nullable LocatedDocument correlations(LocatedDocument table, Diagnostics diagnostics) {
        return null;
    }
}
