package org.penguinfit.core.significance;

/**
 * How well a model describes the data at its best fit: −2 ln L relative to the saturated model, in which every measured
 * value is predicted exactly; asymptotically χ² distributed (S. Baker and R.D. Cousins, NIM 221 (1984) 437).
 *
 * @param chiSquare −2 ln of the likelihood over that of the saturated model, not negative
 * @param dof measured values minus fitted parameters
 */
public record GoodnessOfFit(double chiSquare, int dof) {
    /** Relative to −2 ln L, a χ² below this is rounding of 0. */
    private static final double ROUNDING = 1e-12;

    /** Requires a χ². */
    public GoodnessOfFit {
        if (!(chiSquare >= 0.0)) {
            throw new IllegalArgumentException("goodness of fit: χ² must be >= 0, found " + chiSquare);
        }
    }

    /**
     * The goodness of a best fit.
     *
     * @param minimum −2 ln L at the best fit
     * @param saturated −2 ln L of the saturated model, with the same constants; 0 when every term vanishes where
     *     prediction and measurement agree
     * @param measured number of measured values; the constraint of a nuisance parameter counts with that parameter
     * @param fitted number of fitted parameters
     */
    public static GoodnessOfFit of(double minimum, double saturated, int measured, int fitted) {
        double difference = minimum - saturated;
        double rounding = ROUNDING * Math.max(1.0, Math.abs(minimum));
        return new GoodnessOfFit(Math.abs(difference) <= rounding ? 0.0 : difference, measured - fitted);
    }

    /**
     * The tail of χ² above the observed value.
     *
     * @throws IllegalStateException without a degree of freedom
     */
    public PValue pValue() {
        if (dof < 1) {
            throw new IllegalStateException("a fit with " + dof + " degrees of freedom has no p-value");
        }
        return PValue.wilks(chiSquare, dof);
    }
}
