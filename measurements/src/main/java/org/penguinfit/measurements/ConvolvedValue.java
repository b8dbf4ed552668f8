package org.penguinfit.measurements;

import java.util.List;

/**
 * A value with several independent sources of uncertainty that are not all Gaussian: flavio's list of distributions with one
 * centre. Their deviations from the centre add.
 *
 * @param central the common centre, finite
 * @param parts at least two
 */
public record ConvolvedValue(double central, List<PublishedValue> parts) implements PublishedValue {
    public ConvolvedValue {
        Require.finite(central, "central value");
        parts = List.copyOf(parts);
        Require.that(parts.size() >= 2, "a convolution needs two distributions");
    }

    @Override
    public ConvolvedValue scaled(double factor) {
        return new ConvolvedValue(
                central * factor, parts.stream().map(p -> p.scaled(factor)).toList());
    }
}
