package org.penguinfit.core.profile;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.ParameterSet;

/**
 * Profiles −2 ln L over all parameters but one.
 *
 * <p>The range is swept in both directions from every known minimum, each point starting from its neighbour, until no
 * point gets lower; at a few points a multi-start looks for other branches. Minima are refined over all parameters, and
 * interval ends are bracketed roots of profile − reference − Δχ². A lower minimum met on the way becomes the reference.
 *
 * @param minimizer used for starts that are not close to a minimum
 * @param points number of equidistant points of the scan, at least 3
 * @param anchors number of points at which a multi-start runs, not negative
 * @param sobolPoints Sobol starts per anchor, in the finite bounds of the other parameters
 * @param drawn whether the points of the curve hold its minima, the ends of its sets and as many points between as
 *     straight lines need to follow it, besides the equidistant ones
 */
public record ProfileLikelihood(Minimizer minimizer, int points, int anchors, int sobolPoints, boolean drawn) {
    /** Inner minimisations: values good to 1e-12, so that interval ends are good to about that over the slope. */
    static final StoppingRule INNER_RULE =
            StoppingRule.standard().withEdmGoal(1e-12).withoutPolish();

    /** Requires sensible counts. */
    public ProfileLikelihood {
        if (points < 3 || anchors < 0 || sobolPoints < 0) {
            throw new IllegalArgumentException("profile: points must be >= 3, anchors and sobolPoints >= 0, found "
                    + points + ", " + anchors + ", " + sobolPoints);
        }
    }

    /** 101 points, multi-start with 16 Sobol points at 7 of them. */
    public static ProfileLikelihood standard() {
        return new ProfileLikelihood(new VariableMetric(), 101, 7, 16, false);
    }

    /** The same search with another number of points. */
    public ProfileLikelihood withPoints(int count) {
        return new ProfileLikelihood(minimizer, count, anchors, sobolPoints, drawn);
    }

    /** The same search with another multi-start. */
    public ProfileLikelihood withMultiStart(int anchorCount, int sobolCount) {
        return new ProfileLikelihood(minimizer, points, anchorCount, sobolCount, drawn);
    }

    /** The same search with a curve that can be drawn: close points wherever Δχ² is near or below the highest level. */
    public ProfileLikelihood forDrawing() {
        return new ProfileLikelihood(minimizer, points, anchors, sobolPoints, true);
    }

    /** How a search with these settings is done, for reports. */
    public String method() {
        return "multi-start: sweeps both ways over " + points + " points from every minimum known, and " + sobolPoints
                + " Sobol starts at " + anchors + " of them";
    }

    /**
     * Profiles several parameters, in parallel; the same for any number of threads. A minimum that one profile finds below
     * those that the others know is adopted by all: theirs are made again with it as a seed.
     *
     * @param objectives called once per thread, so that each owns its scratch space
     * @param parameters start values and bounds of all parameters
     * @param ranges finite range to scan for each parameter wanted, by index, in the order wanted
     * @param name unique name of this work within the run
     * @throws IllegalArgumentException as {@link #profile}
     */
    public ProfileCurves profiles(
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            ParameterSet parameters,
            SortedMap<Integer, Interval> ranges,
            List<Vector> seeds,
            List<Double> deltas,
            ParallelWork work,
            String name) {
        return new CurveWork(this, objectives, parameters, ranges, deltas, work, name).run(seeds);
    }

    /**
     * Profiles one parameter.
     *
     * @param parameters start values and bounds of all parameters
     * @param index the profiled parameter
     * @param range finite range to scan, clipped to the bounds of the parameter
     * @param seeds full points to start from besides the start values, best the minima of a multi-start
     * @param deltas Δχ² levels, not negative, for which the sets are wanted
     * @throws IllegalArgumentException when the range is not finite, has no length within the bounds, or a seed has the
     *     wrong size
     */
    public ProfileCurve profile(
            TwiceDifferentiableObjective objective,
            ParameterSet parameters,
            int index,
            Interval range,
            List<Vector> seeds,
            List<Double> deltas) {
        requireSensible(parameters, seeds, deltas);
        return new ProfileSearch(this, objective, parameters, index, range).run(seeds, deltas);
    }

    static void requireSensible(ParameterSet parameters, List<Vector> seeds, List<Double> deltas) {
        for (Vector seed : seeds) {
            if (seed.size() != parameters.size()) {
                throw new IllegalArgumentException(
                        "a seed has " + seed.size() + " parameters instead of " + parameters.size());
            }
        }
        for (double delta : deltas) {
            if (!(delta >= 0.0)) {
                throw new IllegalArgumentException("a Δχ² level must not be negative, found " + delta);
            }
        }
    }
}
