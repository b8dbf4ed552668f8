package org.penguinfit.measurements;

import java.util.OptionalDouble;

/**
 * A number whose likelihood is tabulated; as a density flavio's {@code numerical}.
 *
 * @param table the table
 * @param central the value that is called central, if the file says
 */
public record TabulatedValue(Tabulation table, OptionalDouble central) implements PublishedValue {
    @Override
    public TabulatedValue scaled(double factor) {
        return new TabulatedValue(
                table.scaled(factor),
                central.isPresent() ? OptionalDouble.of(central.getAsDouble() * factor) : central);
    }
}
