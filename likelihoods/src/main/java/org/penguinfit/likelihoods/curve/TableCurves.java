package org.penguinfit.likelihoods.curve;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Curves of published tables. */
public final class TableCurves {
    /** Densities below this fraction of the peak are rounding of the program that made them: −2 ln L = 55. */
    private static final double NOISE = 1e-12;

    /** Fewest points that a spline of ln p is drawn through; fewer are joined by straight lines. */
    private static final int FEWEST = 8;

    private TableCurves() {}

    /**
     * −2 ln of a tabulated density, flavio's {@code numerical}. flavio joins the points of p by straight lines, which have no
     * curvature. Here a cubic spline of ln p goes through the points if at least {@value #FEWEST} in a row stand out of the
     * noise ({@code 1e-12} of the peak) and none elsewhere; else straight lines as in flavio.
     */
    public static Curve density(double[] x, double[] y) {
        double peak = Arrays.stream(y).max().orElse(0);
        int first = 0;
        int last = y.length - 1;
        while (first < last && y[first] <= NOISE * peak) {
            first++;
        }
        while (last > first && y[last] <= NOISE * peak) {
            last--;
        }
        boolean gap = Arrays.stream(y, first, last + 1).anyMatch(p -> p <= NOISE * peak);
        if (gap || last - first + 1 < FEWEST) {
            return new PolygonCurve(x, y, true, false);
        }
        double[] inner = Arrays.copyOfRange(x, first, last + 1);
        double[] values = Arrays.stream(y, first, last + 1)
                .map(p -> -2 * Math.log(p / peak))
                .toArray();
        return new SplineCurve(inner, values, false);
    }

    /** A curve through values of −2 ln L, by a cubic spline or by straight lines. */
    public static Curve minusTwoLogL(double[] x, double[] values, boolean cubic, boolean excludedOutside) {
        return cubic && x.length >= SplineCurve.FEWEST
                ? new SplineCurve(x, values, excludedOutside)
                : new PolygonCurve(x, values, false, excludedOutside);
    }

    /** −2 ln L of p-values 1 − CL of two-sided intervals: z² with z = Φ⁻¹(1 − p/2). */
    public static double[] ofOneMinusCl(double[] p) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double[] values = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            Checks.that(p[i] > 0 && p[i] <= 1, "table: 1 − CL must lie above 0 and at most at 1, found " + p[i]);
            double z = normal.inverseSurvivalProbability(p[i] / 2);
            values[i] = z * z;
        }
        return values;
    }
}
