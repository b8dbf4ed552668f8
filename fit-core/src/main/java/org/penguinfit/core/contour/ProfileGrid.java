package org.penguinfit.core.contour;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * The profile of two parameters on a grid. Branches of the profile that no seed leads to can have escaped it.
 *
 * @param first index of the parameter along x
 * @param second index of the parameter along y
 * @param xs positions along x, ascending
 * @param ys positions along y, ascending
 * @param points row by row: the point at (xs[i], ys[j]) is number j · xs.size() + i
 * @param reference −2 ln L at the lowest point known, to which Δχ² refers
 * @param referencePoint all parameters there
 * @param lowerMinimumAdopted whether the grid met the reference, below all seeds
 * @param failedRows rows whose computation threw; their points are excluded
 * @param evaluations cost
 */
public record ProfileGrid(
        int first,
        int second,
        Vector xs,
        Vector ys,
        List<GridPoint> points,
        double reference,
        Vector referencePoint,
        boolean lowerMinimumAdopted,
        int failedRows,
        EvaluationCount evaluations) {
    /** Copies the list. */
    public ProfileGrid {
        points = List.copyOf(points);
    }

    /** The point in column {@code i} (along x) and row {@code j} (along y). */
    public GridPoint at(int i, int j) {
        return points.get(j * xs.size() + i);
    }

    /** −2 ln L relative to the reference. */
    public double deltaChiSquare(int i, int j) {
        return at(i, j).value() - reference;
    }

    /** Number of points whose minimisation did not converge. */
    public int failedPoints() {
        return (int) points.stream().filter(GridPoint::hasFailed).count();
    }
}
