package org.penguinfit.measurements;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A tabulated likelihood of one number.
 *
 * @param x values of the observable, ascending, at least two
 * @param y the quantity at each
 * @param quantity what is tabulated
 * @param linear true for straight lines between the points, false for a cubic spline
 * @param excludedOutside true if values beyond the table are excluded, false if the curve goes on as a parabola
 * @param assumedClb CL_b at every point, for tables of CL_s without CL_b
 * @param clb CL_b at each point, for tables of CL_s; empty if not given
 */
public record Tabulation(
        List<Double> x,
        List<Double> y,
        Quantity quantity,
        boolean linear,
        boolean excludedOutside,
        OptionalDouble assumedClb,
        List<Double> clb) {
    /** What a table holds. */
    public enum Quantity {
        /** Probability density, up to a factor. */
        PDF("pdf"),
        /** ln L, up to a constant: 0 at the best value and negative elsewhere, if it is a difference. */
        DLNL("dlnl"),
        /** −2 ln L, up to a constant. */
        M2DLNL("m2dlnl"),
        /** χ², up to a constant. */
        CHI2("chi2"),
        /** p-value of each value, 1 − CL of the two-sided interval that ends there. */
        ONE_MINUS_CL("one-minus-cl"),
        /** p-value CL_s+b of a limit. */
        CLSB("clsb"),
        /** CL_s = CL_s+b/CL_b of a limit. */
        CLS("cls");

        private final String key;

        Quantity(String key) {
            this.key = key;
        }

        /** The word used in files and reports. */
        public String key() {
            return key;
        }
    }

    public Tabulation {
        x = List.copyOf(x);
        y = List.copyOf(y);
        clb = List.copyOf(clb);
        Require.that(x.size() >= 2 && y.size() == x.size(), "a table needs at least two points");
        for (int i = 0; i < x.size(); i++) {
            Require.finite(x.get(i), "table");
            Require.finite(y.get(i), "table");
            Require.that(i == 0 || x.get(i) > x.get(i - 1), "the values of a table must ascend");
        }
        Require.that(clb.isEmpty() || clb.size() == x.size(), "a table has as many CLb as points");
        boolean needsClb = quantity == Quantity.CLS && clb.isEmpty() && assumedClb.isEmpty();
        Require.that(!needsClb, "CLs alone is no likelihood; it needs CLb");
    }

    /** A density with flavio's meaning. */
    public static Tabulation density(List<Double> x, List<Double> y) {
        return new Tabulation(x, y, Quantity.PDF, false, false, OptionalDouble.empty(), List.of());
    }

    Tabulation scaled(double factor) {
        return new Tabulation(
                x.stream().map(v -> v * factor).toList(), y, quantity, linear, excludedOutside, assumedClb, clb);
    }
}
