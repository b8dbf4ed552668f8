package org.penguinfit.measurements;

import java.util.OptionalDouble;

/**
 * Whole numbers that are equally likely, flavio's {@code discrete_uniform}.
 *
 * @param lowest smallest, finite
 * @param highest largest, ≥ the smallest
 * @param central the one that is called central, if the file says
 */
public record DiscreteRange(double lowest, double highest, OptionalDouble central) implements PublishedValue {
    public DiscreteRange {
        Require.finite(lowest, "lowest value");
        Require.finite(highest, "highest value");
        Require.that(lowest < highest, "the lowest value must lie below the highest: " + lowest + ", " + highest);
    }

    @Override
    public DiscreteRange scaled(double factor) {
        return new DiscreteRange(
                lowest * factor,
                highest * factor,
                central.isPresent() ? OptionalDouble.of(central.getAsDouble() * factor) : central);
    }
}
