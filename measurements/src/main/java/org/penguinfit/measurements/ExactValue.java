package org.penguinfit.measurements;

/**
 * A value without uncertainty.
 *
 * @param value finite
 */
public record ExactValue(double value) implements PublishedValue {
    public ExactValue {
        Require.finite(value, "value");
    }

    @Override
    public ExactValue scaled(double factor) {
        return new ExactValue(value * factor);
    }
}
