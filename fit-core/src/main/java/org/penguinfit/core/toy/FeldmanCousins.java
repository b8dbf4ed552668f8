package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.significance.ProfileFit;

/**
 * Feldman–Cousins intervals and regions by toys: points are ordered by −2 ln λ within the bounds of the parameters
 * (physics/9711021), nuisance parameters profiled. The p-value of a point is its 1 − CL in the plugin method.
 *
 * @param model likelihood and distribution of the data
 * @param settings number, seed and place of the toys; so many at every point
 */
public record FeldmanCousins(DataModel model, ToySettings settings) {
    /**
     * Tests a range of one parameter, first on a grid and at the best fit, then where the sets of the given levels end.
     *
     * @param name unique name of the work within the run
     * @param interest index of the parameter
     * @param range finite range within its bounds
     * @param points number of equidistant points, at least 2
     * @param levels levels whose ends are to be refined
     * @param refinements how often the cells that hold an end are halved
     */
    public ConfidenceCurve curve(
            String name, int interest, Interval range, int points, List<ConfidenceLevel> levels, int refinements) {
        if (points < 2 || !range.isFinite() || refinements < 0) {
            throw new IllegalArgumentException(
                    "Feldman–Cousins: needs points >= 2, a finite range and refinements >= 0");
        }
        PluginConstruction construction = new PluginConstruction(model, List.of(interest), settings);
        List<Vector> grid = grid(range, points);
        ProfileFit best =
                DataFit.of(model, List.of(interest), settings.starts()).ratio().best();
        double estimate = best.point().get(interest);
        if (best.usable() && range.contains(estimate) && !grid.contains(Vector.of(estimate))) {
            grid.add(Vector.of(estimate));
        }
        ConfidenceCurve curve = new ConfidenceCurve(construction.test(name, name, grid));
        for (int round = 1; round <= refinements; round++) {
            List<Vector> inserted = curve.middlesOfEnds(levels);
            if (!inserted.isEmpty()) {
                curve = curve.plus(construction.test(name, name + ", refinement " + round, inserted));
            }
        }
        return curve;
    }

    private static List<Vector> grid(Interval range, int points) {
        List<Vector> grid = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            double fraction = i / (points - 1.0);
            grid.add(Vector.of((1.0 - fraction) * range.lower() + fraction * range.upper()));
        }
        return grid;
    }

    /**
     * Tests a grid of two parameters.
     *
     * @param name unique name of the work within the run
     * @param first index of the parameter that varies along rows
     * @param second index of the parameter that varies along columns
     * @param xs values of the first, ascending
     * @param ys values of the second, ascending
     */
    public ConfidenceMap map(String name, int first, int second, Vector xs, Vector ys) {
        List<Vector> points = new ArrayList<>();
        for (int j = 0; j < ys.size(); j++) {
            for (int i = 0; i < xs.size(); i++) {
                points.add(Vector.of(xs.get(i), ys.get(j)));
            }
        }
        PluginConstruction construction = new PluginConstruction(model, List.of(first, second), settings);
        return new ConfidenceMap(xs, ys, construction.test(name, name, points));
    }
}
