package org.penguinfit.fits.bench;

import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;

/**
 * A confidence level of the reference answers.
 *
 * @param name as the answers name it
 * @param delta its Δχ² for one parameter: 1 for the first
 */
public record BenchLevel(String name, double delta) {
    /** One standard deviation, 90 % (2.7055) and 95 % (3.8415). */
    public static final List<BenchLevel> ALL = List.of(new BenchLevel("68.27%", 1.0), of("90%", 0.90), of("95%", 0.95));

    private static BenchLevel of(String name, double level) {
        return new BenchLevel(name, DeltaChiSquare.threshold(ConfidenceLevel.of(level), 1));
    }
}
