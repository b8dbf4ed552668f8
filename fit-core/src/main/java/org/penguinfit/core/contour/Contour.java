package org.penguinfit.core.contour;

import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.EvaluationCount;

/**
 * The region of two parameters in which the profile stays below reference + Δχ², by its boundary curves. Islands and holes
 * smaller than the spacing of the search grid that hold no known minimum can have escaped it.
 *
 * @param first index of the parameter along x
 * @param second index of the parameter along y
 * @param delta Δχ² of the boundary
 * @param curves boundary curves in the order found
 * @param reference −2 ln L at the lowest point known
 * @param referencePoint all parameters there
 * @param lowerMinimumAdopted whether the reference was met during the search, below all seeds
 * @param xRange range of x that was searched
 * @param yRange range of y that was searched
 * @param inconsistentPoints points of the search grid whose profile value contradicts the curves: a part of the region was
 *     not found or a curve was lost
 * @param overlappingPoints points of the search grid inside several curves at once: branches of the profile cross, and the
 *     region is the union of theirs
 * @param failedPoints points of the search grid whose minimisation did not converge
 * @param method how islands and holes were searched for
 * @param evaluations cost
 */
public record Contour(
        int first,
        int second,
        double delta,
        List<ContourCurve> curves,
        double reference,
        Vector referencePoint,
        boolean lowerMinimumAdopted,
        Interval xRange,
        Interval yRange,
        int inconsistentPoints,
        int overlappingPoints,
        int failedPoints,
        String method,
        EvaluationCount evaluations) {
    /** Copies the list. */
    public Contour {
        curves = List.copyOf(curves);
    }

    /** Whether all curves are closed and agree with the search grid. */
    public boolean isComplete() {
        return inconsistentPoints == 0 && curves.stream().allMatch(ContourCurve::closed);
    }

    /**
     * Whether the point lies in the region: the curves wind around it. Where curves do not overlap this is the even-odd rule;
     * where branches of the profile overlap it gives their union.
     */
    public boolean contains(double x, double y) {
        return windingNumber(x, y) > 0;
    }

    int windingNumber(double x, double y) {
        int winding = 0;
        for (ContourCurve curve : curves) {
            winding += curve.windingNumber(x, y);
        }
        return winding;
    }

    /** The area of the region, by its polygons, in the product of the units; parts where branches overlap count twice. */
    public double area() {
        return curves.stream().mapToDouble(ContourCurve::signedArea).sum();
    }
}
