package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.List;

/**
 * One uncertainty of a published value, as printed, in the unit of the value.
 *
 * @param plus distance from the central value to the upper end of its 68.27 % interval, &gt; 0
 * @param minus distance to the lower end, also &gt; 0
 * @param label {@code stat}, {@code syst}, {@code theory} or another word of the paper; empty if the paper gives none
 */
public record Uncertainty(double plus, double minus, String label) {
    public Uncertainty {
        Require.positive(plus, "upper uncertainty");
        Require.positive(minus, "lower uncertainty");
    }

    /** An uncertainty of equal sides. */
    public static Uncertainty symmetric(double sigma, String label) {
        return new Uncertainty(sigma, sigma, label);
    }

    /** True if both sides are the same number. */
    public boolean isSymmetric() {
        return plus == minus;
    }

    /** The same uncertainty in another unit; {@code factor} &gt; 0. */
    public Uncertainty scaled(double factor) {
        return new Uncertainty(plus * factor, minus * factor, label);
    }

    /**
     * All uncertainties of one value together: upper sides in quadrature, lower sides in quadrature. That is exact for
     * symmetric Gaussian errors. For asymmetric ones flavio convolves the densities instead, which moves the mode and
     * gives slightly other sides; here the sides of the total stay those that papers and averages quote.
     *
     * @param parts at least one
     */
    public static Uncertainty total(List<Uncertainty> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        double plus = 0;
        double minus = 0;
        for (Uncertainty part : parts) {
            plus = Math.hypot(plus, part.plus);
            minus = Math.hypot(minus, part.minus);
        }
        return new Uncertainty(plus, minus, "total");
    }

    /** True if every one has equal sides. */
    static boolean allSymmetric(List<Uncertainty> parts) {
        for (Uncertainty part : parts) {
            if (!part.isSymmetric()) {
                return false;
            }
        }
        return true;
    }

    static List<Uncertainty> scaled(List<Uncertainty> parts, double factor) {
        List<Uncertainty> scaled = new ArrayList<>();
        for (Uncertainty part : parts) {
            scaled.add(part.scaled(factor));
        }
        return scaled;
    }
}
