package org.penguinfit.fits.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;

/**
 * Everything that {@code reference.json} states of a likelihood problem, and how long it took.
 *
 * @param parameters names of the parameters
 * @param minima distinct minima, the lowest first
 * @param starts starts of the search for minima
 * @param failedStarts starts that ended at no minimum
 * @param ends by level, for each parameter the ends of the connected interval relative to the minimum
 * @param sets by level, for each parameter of interest the set of the global profile
 * @param profile −2 ln L profiled over parameter 0
 * @param toys sums over the toys; empty if there are none
 * @param exact exact sets of a problem with one parameter; empty for others
 */
public record LikelihoodAnswer(
        List<String> parameters,
        List<Minimum> minima,
        int starts,
        int failedStarts,
        Map<String, List<Interval>> ends,
        Map<String, List<IntervalSet>> sets,
        Curve profile,
        Optional<ToySums> toys,
        Optional<ExactSets> exact,
        List<Timing> timings)
        implements BenchAnswer {

    /** Copies the lists. */
    public LikelihoodAnswer {
        parameters = List.copyOf(parameters);
        minima = List.copyOf(minima);
        timings = List.copyOf(timings);
    }

    /**
     * A profile.
     *
     * @param x values of the parameter
     * @param value profiled −2 ln L
     */
    public record Curve(Vector x, Vector value) {}

    /**
     * Minimisations of repeated experiments.
     *
     * @param localSum sum of −2 ln L at the minima reached from the start values
     * @param first the first ten of these
     * @param globalSum the same at the lowest minima known
     * @param missed number of toys whose local minimum lies more than 1e-6 above the lowest
     * @param failures number of toys whose minimisation from the start ended at no minimum
     */
    public record ToySums(double localSum, List<Double> first, double globalSum, int missed, int failures) {}

    /**
     * The answers of a piecewise polynomial.
     *
     * @param minima position and −2 ln L of each local minimum
     * @param sets by level, relative to the global minimum
     */
    public record ExactSets(List<Vector> minima, Map<String, IntervalSet> sets) {}
}
