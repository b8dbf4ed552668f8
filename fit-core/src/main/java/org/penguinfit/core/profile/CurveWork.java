package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.ParameterSet;

/** Profiles of several parameters as numbered pieces of work, repeated while one finds a minimum that others do not know. */
final class CurveWork {
    private static final int ROUNDS = 8;

    private final ProfileLikelihood settings;
    private final Supplier<? extends TwiceDifferentiableObjective> objectives;
    private final ParameterSet parameters;
    private final List<Integer> indices;
    private final List<Interval> ranges;
    private final List<Double> deltas;
    private final ParallelWork work;
    private final String name;

    CurveWork(
            ProfileLikelihood settings,
            Supplier<? extends TwiceDifferentiableObjective> objectives,
            ParameterSet parameters,
            SortedMap<Integer, Interval> ranges,
            List<Double> deltas,
            ParallelWork work,
            String name) {
        this.settings = settings;
        this.objectives = objectives;
        this.parameters = parameters;
        this.indices = List.copyOf(ranges.keySet());
        this.ranges = List.copyOf(ranges.values());
        this.deltas = deltas;
        this.work = work;
        this.name = name;
    }

    ProfileCurves run(List<Vector> seeds) {
        ProfileLikelihood.requireSensible(parameters, seeds, deltas);
        List<Vector> known = new ArrayList<>(seeds);
        for (int round = 1; ; round++) {
            ProfileCurves found = profile(known, name + (round == 1 ? "" : ", round " + round));
            ProfilePoint lowest = lowest(found);
            if (lowest == null || round == ROUNDS || allReferTo(lowest.value(), found)) {
                return found;
            }
            known.add(lowest.point());
        }
    }

    private ProfileCurves profile(List<Vector> seeds, String round) {
        WorkResults results = work.run(
                round,
                indices.size(),
                objectives::get,
                (objective, k) -> CurveTable.write(compute(objective, k, seeds)));
        List<ProfileCurve> curves = new ArrayList<>();
        for (Vector table : results.successes()) {
            curves.add(CurveTable.read(table.toArray(), parameters.size(), settings.method()));
        }
        return new ProfileCurves(curves, results.failures());
    }

    private ProfileCurve compute(TwiceDifferentiableObjective objective, int piece, List<Vector> seeds) {
        int index = indices.get(piece);
        return settings.profile(objective, parameters, index, ranges.get(piece), seeds, deltas);
    }

    private static @Nullable ProfilePoint lowest(ProfileCurves curves) {
        ProfilePoint lowest = null;
        for (ProfileCurve curve : curves.curves()) {
            for (ProfilePoint minimum : curve.minima()) {
                lowest = lowest == null || minimum.value() < lowest.value() ? minimum : lowest;
            }
        }
        return lowest;
    }

    private static boolean allReferTo(double value, ProfileCurves curves) {
        for (ProfileCurve curve : curves.curves()) {
            if (curve.reference() > value + ProfileNode.SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(value))) {
                return false;
            }
        }
        return true;
    }
}
