package org.penguinfit.measurements;

/**
 * Half a Gaussian on one side of its mode, flavio's {@code half_normal}.
 *
 * @param mode finite
 * @param sigma not 0; &gt; 0 if the values lie above the mode, &lt; 0 if below it
 */
public record HalfNormalValue(double mode, double sigma) implements PublishedValue {
    public HalfNormalValue {
        Require.finite(mode, "mode");
        Require.finite(sigma, "standard deviation");
        Require.that(sigma != 0, "the standard deviation of a half-normal must not be 0");
    }

    @Override
    public HalfNormalValue scaled(double factor) {
        return new HalfNormalValue(mode * factor, sigma * factor);
    }
}
