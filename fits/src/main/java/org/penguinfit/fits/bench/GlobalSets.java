package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileLikelihood;

/** The sets of the global profile: swept from all minima, disjoint segments included. */
final class GlobalSets {
    /** Minima higher than this above the lowest bear no segment at any level here. */
    private static final double HIGHEST = 10;

    /** The scanned range reaches this many standard deviations beyond each minimum. */
    private static final double REACH = 5;

    private static final int WIDENINGS = 6;

    private final ParameterSet parameters;
    private final List<Minimum> minima;

    GlobalSets(ParameterSet parameters, List<Minimum> minima) {
        this.parameters = parameters;
        this.minima = minima;
    }

    /** By level, the sets of the first {@code count} parameters. */
    Map<String, List<IntervalSet>> of(TwiceDifferentiableObjective objective, int count) {
        Map<String, List<IntervalSet>> sets = new LinkedHashMap<>();
        for (BenchLevel level : BenchLevel.ALL) {
            sets.put(level.name(), new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            List<IntervalSet> found = sets(objective, i);
            for (int k = 0; k < found.size(); k++) {
                List<IntervalSet> ofLevel = sets.get(BenchLevel.ALL.get(k).name());
                if (ofLevel != null) {
                    ofLevel.add(found.get(k));
                }
            }
        }
        return sets;
    }

    private List<IntervalSet> sets(TwiceDifferentiableObjective objective, int index) {
        List<Double> deltas = BenchLevel.ALL.stream().map(BenchLevel::delta).toList();
        List<Vector> seeds = minima.stream().map(Minimum::point).toList();
        Interval range = range(index);
        for (int k = 0; ; k++) {
            ProfileCurve curve =
                    ProfileLikelihood.standard().profile(objective, parameters, index, range, seeds, deltas);
            IntervalSet widest = curve.intervals().get(deltas.size() - 1);
            Interval wider = widened(range, widest);
            if (wider.equals(range) || k == WIDENINGS) {
                return curve.intervals();
            }
            range = wider;
        }
    }

    private Interval range(int index) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        for (Minimum minimum : minima) {
            double reach = REACH * minimum.uncertainty(index).orElse(1);
            if (minimum.value() - minima.get(0).value() < HIGHEST) {
                lower = Math.min(lower, minimum.point().get(index) - reach);
                upper = Math.max(upper, minimum.point().get(index) + reach);
            }
        }
        Bounds bounds = parameters.get(index).bounds();
        return new Interval(bounds.clamp(lower), bounds.clamp(upper));
    }

    /** The range, with half its length added where the set reaches its end. */
    private static Interval widened(Interval range, IntervalSet set) {
        double lower = range.lower();
        double upper = range.upper();
        for (Interval segment : set.segments()) {
            lower = segment.lower() <= range.lower() ? range.lower() - 0.5 * range.length() : lower;
            upper = segment.upper() >= range.upper() ? range.upper() + 0.5 * range.length() : upper;
        }
        return new Interval(lower, upper);
    }
}
