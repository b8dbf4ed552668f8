package org.penguinfit.fits.config;

/** Keys of a task that belong to its type alone. */
public sealed interface TaskOptions {
    /** A type without keys of its own. */
    record None() implements TaskOptions {}

    /**
     * Of type {@code allowed}.
     *
     * @param bandSigmas half-width of the hard band that a measured value becomes, in units of its uncertainty
     */
    record Allowed(double bandSigmas) implements TaskOptions {}
}
