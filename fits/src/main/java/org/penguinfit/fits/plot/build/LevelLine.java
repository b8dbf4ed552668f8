package org.penguinfit.fits.plot.build;

/**
 * A confidence level as a height of Δχ².
 *
 * @param label LaTeX, such as {@code 90\% CL}
 * @param deltaChi2 its threshold
 */
public record LevelLine(String label, double deltaChi2) {}
