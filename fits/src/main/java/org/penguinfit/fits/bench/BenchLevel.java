package org.penguinfit.fits.bench;

import java.util.List;

/**
 * A confidence level of the reference answers.
 *
 * @param name as the answers name it
 * @param delta its Δχ² for one parameter, the χ² quantile; 1 by convention for the first
 */
public record BenchLevel(String name, double delta) {
    /** One standard deviation, 90 % and 95 %; quantiles of χ² with one degree of freedom by scipy 1.17.1, chi2.ppf. */
    public static final List<BenchLevel> ALL = List.of(
            new BenchLevel("68.27%", 1.0),
            new BenchLevel("90%", 2.705543454095416),
            new BenchLevel("95%", 3.8414588206941254));
}
