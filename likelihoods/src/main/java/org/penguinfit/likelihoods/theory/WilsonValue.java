package org.penguinfit.likelihoods.theory;

/**
 * A Wilson coefficient at a point.
 *
 * @param basis the WCxf basis and the scale, such as {@code WET/flavio at 4.8 GeV}
 * @param name its name in that basis
 * @param re real part; not finite if a model's formula is not
 * @param im imaginary part
 */
public record WilsonValue(String basis, String name, double re, double im) {}
