package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.profile.ProfileContinuation;
import org.penguinfit.core.profile.ProfileInterval;
import org.penguinfit.core.profile.ProfileIntervalSearch;
import org.penguinfit.core.profile.ProfilePoint;

/** Interval ends and profiles around one minimum, without a search for others. */
final class ConnectedIntervals {
    private final ParameterSet parameters;

    ConnectedIntervals(ParameterSet parameters) {
        this.parameters = parameters;
    }

    /** For each parameter the ends of the segment around the minimum, relative to it. */
    List<Interval> ends(TwiceDifferentiableObjective objective, Minimum minimum, double delta) {
        List<Interval> ends = new ArrayList<>();
        for (ProfileInterval found : ProfileIntervalSearch.standard()
                .find(objective, parameters.bounds(), minimum, List.of(delta))
                .intervals()) {
            ends.add(
                    new Interval(found.lower().x() - found.best(), found.upper().x() - found.best()));
        }
        return ends;
    }

    /** The profile at equidistant points. */
    double[] profile(TwiceDifferentiableObjective objective, Minimum minimum, int index, Interval range, int points) {
        double[] x = new double[points];
        for (int k = 0; k < points; k++) {
            x[k] = range.lower() + k * range.length() / (points - 1);
        }
        return ProfileContinuation.standard()
                .trace(objective, parameters.bounds(), minimum.point(), index, x)
                .points()
                .stream()
                .mapToDouble(ProfilePoint::value)
                .toArray();
    }
}
