package org.penguinfit.core.parameter;

/**
 * One free parameter of a fit.
 *
 * @param name unique name within the fit, not blank
 * @param start value from which a minimiser starts, finite, inside {@code bounds}
 * @param bounds allowed range
 */
public record Parameter(String name, double start, Bounds bounds) {
    /** Requires a name and a finite start inside the bounds. */
    public Parameter {
        if (name.isBlank()) {
            throw new IllegalArgumentException("parameter: the name is blank");
        }
        if (!Double.isFinite(start) || !bounds.contains(start)) {
            throw new IllegalArgumentException("parameter " + name + ": start must be finite and within ["
                    + bounds.lower() + ", " + bounds.upper() + "], found " + start);
        }
    }

    /** A parameter without bounds. */
    public static Parameter of(String name, double start) {
        return new Parameter(name, start, Bounds.UNBOUNDED);
    }

    /** The same parameter with another start value. */
    public Parameter withStart(double newStart) {
        return new Parameter(name, newStart, bounds);
    }
}
