package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileLikelihood;
import org.penguinfit.core.profile.ProfilePoint;

/** Interval ends and profiles around one minimum, without a search for others. */
final class ConnectedIntervals {
    private static final int POINTS = 21;

    /** Reach of the first search beyond the parabola's end, in units of its distance. */
    private static final double REACH = 1.5;

    private static final int WIDENINGS = 6;

    private final ParameterSet parameters;

    ConnectedIntervals(ParameterSet parameters) {
        this.parameters = parameters;
    }

    /** For each parameter the ends of the segment around the minimum, relative to it. */
    List<Interval> ends(TwiceDifferentiableObjective objective, Minimum minimum, double delta) {
        List<Interval> ends = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            ends.add(ends(objective, minimum, i, delta));
        }
        return ends;
    }

    private Interval ends(TwiceDifferentiableObjective objective, Minimum minimum, int index, double delta) {
        double best = minimum.point().get(index);
        double reach = REACH * Math.sqrt(delta) * minimum.uncertainty(index).orElse(1);
        Interval segment = new Interval(best, best);
        for (int k = 0; k < WIDENINGS; k++, reach *= 2) {
            Interval range = new Interval(best - reach, best + reach);
            ProfileCurve curve = ProfileLikelihood.standard()
                    .withPoints(POINTS)
                    .withMultiStart(0, 0)
                    .profile(objective, parameters, index, range, List.of(minimum.point()), List.of(delta));
            for (Interval found : curve.intervals().get(0).segments()) {
                segment = found.contains(best) ? found : segment;
            }
            if (segment.lower() > range.lower() && segment.upper() < range.upper()) {
                break;
            }
        }
        return new Interval(segment.lower() - best, segment.upper() - best);
    }

    /** The profile at equidistant points. */
    double[] profile(TwiceDifferentiableObjective objective, Minimum minimum, int index, Interval range, int points) {
        ProfileCurve curve = ProfileLikelihood.standard()
                .withPoints(points)
                .withMultiStart(0, 0)
                .profile(objective, parameters, index, range, List.<Vector>of(minimum.point()), List.of());
        return curve.points().stream().mapToDouble(ProfilePoint::value).toArray();
    }
}
