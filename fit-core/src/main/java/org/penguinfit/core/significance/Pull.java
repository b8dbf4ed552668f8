package org.penguinfit.core.significance;

import java.util.OptionalDouble;

/**
 * A difference over a standard deviation; {@link Kind} says which difference and which standard deviation.
 *
 * @param kind what is divided by what
 * @param difference the numerator, in the unit of the quantity
 * @param variance square of the denominator; not positive when the quantity is determined by this measurement alone, or
 *     by rounding: then there is no pull
 */
public record Pull(Kind kind, double difference, double variance) {
    /** Relative to σ², a difference of variances below this is rounding: the measurement alone fixes its prediction. */
    private static final double ROUNDING = 1e-9;

    /** What is divided by what. */
    public enum Kind {
        /** (measured − fitted)/σ_exp, for display; its variance is below 1. */
        MEASUREMENT_PLAIN,
        /** (measured − fitted)/√(σ_exp² − σ_fit²), the measurement being part of the fit: of unit variance. */
        MEASUREMENT_IN_FIT,
        /** (measured − fitted)/√(σ_exp² + σ_fit²), the measurement not being part of the fit: of unit variance. */
        MEASUREMENT_NOT_IN_FIT,
        /** (fitted − central)/σ_c of a constrained parameter, for display; its variance is below 1. */
        CONSTRAINT_PLAIN,
        /** (fitted − central)/√(σ_c² − σ_fit²) of a constrained parameter: of unit variance. */
        CONSTRAINT_REDUCED
    }

    /**
     * The pull of a measured value on its fitted prediction.
     *
     * @param kind one of the three kinds of a measurement
     * @param sigmaExperiment standard deviation of the measurement, positive
     * @param sigmaFit standard deviation of the fitted prediction, not negative
     */
    public static Pull ofMeasurement(
            Kind kind, double measured, double fitted, double sigmaExperiment, double sigmaFit) {
        double own = requireSigmas(sigmaExperiment, sigmaFit);
        double variance = switch (kind) {
            case MEASUREMENT_PLAIN -> own;
            case MEASUREMENT_IN_FIT -> reduced(own, sigmaFit * sigmaFit);
            case MEASUREMENT_NOT_IN_FIT -> own + sigmaFit * sigmaFit;
            case CONSTRAINT_PLAIN, CONSTRAINT_REDUCED ->
                throw new IllegalArgumentException(kind + " is not a pull of a measurement");
        };
        return new Pull(kind, measured - fitted, variance);
    }

    /**
     * The pull of a constrained parameter.
     *
     * @param kind one of the two kinds of a constraint
     * @param sigmaConstraint standard deviation of the constraint, positive
     * @param sigmaFit standard deviation after the fit, not negative
     */
    public static Pull ofConstraint(Kind kind, double fitted, double central, double sigmaConstraint, double sigmaFit) {
        double own = requireSigmas(sigmaConstraint, sigmaFit);
        double variance = switch (kind) {
            case CONSTRAINT_PLAIN -> own;
            case CONSTRAINT_REDUCED -> reduced(own, sigmaFit * sigmaFit);
            case MEASUREMENT_PLAIN, MEASUREMENT_IN_FIT, MEASUREMENT_NOT_IN_FIT ->
                throw new IllegalArgumentException(kind + " is not a pull of a constraint");
        };
        return new Pull(kind, fitted - central, variance);
    }

    private static double requireSigmas(double sigma, double sigmaFit) {
        if (!(sigma > 0.0) || !(sigmaFit >= 0.0)) {
            throw new IllegalArgumentException(
                    "a pull needs sigma > 0 and sigmaFit >= 0, found " + sigma + " and " + sigmaFit);
        }
        return sigma * sigma;
    }

    private static double reduced(double own, double fit) {
        return own - fit > ROUNDING * own ? own - fit : 0.0;
    }

    /** Difference over standard deviation; empty where the variance vanishes. */
    public OptionalDouble value() {
        return variance > 0.0 ? OptionalDouble.of(difference / Math.sqrt(variance)) : OptionalDouble.empty();
    }
}
