package org.penguinfit.fits.config;

/**
 * A prior as a config states it.
 *
 * @param kind {@code flat}, {@code gaussian}, {@code log-normal} or {@code asymmetric}
 * @param central mean of a Gaussian, mode of an asymmetric one, median of a log-normal; 0 for a flat prior
 * @param plus upper standard deviation; of a log-normal the factor of one standard deviation, > 1; 0 for a flat prior
 * @param minus lower standard deviation; equal to {@code plus} unless asymmetric
 */
public record PriorText(String kind, double central, double plus, double minus) {}
