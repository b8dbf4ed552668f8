package org.penguinfit.measurements;

/**
 * The data a measurement was made with, as the paper writes it; absent items are empty.
 *
 * @param luminosity such as {@code 63 /fb}
 * @param energy centre-of-mass energy, such as {@code 10.58 GeV}
 */
public record Dataset(String luminosity, String energy) {
    /** Nothing known. */
    public static final Dataset UNKNOWN = new Dataset("", "");
}
