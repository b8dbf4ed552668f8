package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.DistinctMinima;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileLikelihood;
import org.penguinfit.core.profile.ProfilePoint;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;

/**
 * Minima and intervals of one parameter from the profile likelihood: where nuisance parameters or other parameters are
 * minimised over, or where −2 ln L is no piecewise polynomial.
 */
final class ProfileScan {
    /** Points of a scan: a feature of a hundredth of the range still holds one of them; minima are refined besides. */
    private static final int POINTS = 101;

    /** Sobol starts whose minima the sweeps of a profile begin from. */
    private static final int SEED_STARTS = 16;

    private final ResolvedTask task;
    private final FreeParameter parameter;
    private final Likelihood likelihood;
    private final List<FreeParameter> free;

    ProfileScan(ResolvedTask task, FreeParameter parameter, Likelihood likelihood) {
        this.task = task;
        this.parameter = parameter;
        this.likelihood = likelihood;
        this.free = new ArrayList<>(List.of(parameter));
        this.free.addAll(task.nuisances());
    }

    AxisScan run() {
        List<Bounds> bounds = likelihood.parameters().bounds();
        List<Vector> seeds = seeds(bounds);
        ProfileCurve curve = curve(task, parameter, 0, likelihood, seeds);
        List<Minimum> found = new ArrayList<>();
        for (ProfilePoint point : curve.minima()) {
            found.add(new VariableMetric()
                    .minimize(likelihood.objective(), point.point().toArray(), bounds, StoppingRule.standard()));
        }
        List<Minimum> distinct = DistinctMinima.of(found);
        List<MinimumFound> minima = new ArrayList<>();
        for (Minimum minimum : distinct) {
            minima.add(JointFit.found(task, free, minimum, distinct.get(0).value(), parameter.name()));
        }
        return new AxisScan(minima, byLevel(task, curve), method(task), false, curve.failedPoints());
    }

    private List<Vector> seeds(List<Bounds> bounds) {
        List<Vector> seeds = new ArrayList<>();
        for (Minimum minimum : MultiStart.of(SEED_STARTS)
                .search(
                        likelihood::objective,
                        List.of(Vector.of(likelihood.parameters().start())),
                        bounds,
                        StartBox.of(free))
                .minima()) {
            seeds.add(minimum.point());
        }
        return seeds;
    }

    private static String method(ResolvedTask task) {
        return "profile likelihood, " + POINTS + " points and refined ends"
                + (task.nuisances().isEmpty() ? "" : "; profiled: " + names(task.nuisances()));
    }

    private static String names(List<FreeParameter> parameters) {
        List<String> names = new ArrayList<>();
        for (FreeParameter parameter : parameters) {
            names.add(parameter.name());
        }
        return String.join(", ", names);
    }

    private static ProfileCurve curve(
            ResolvedTask task, FreeParameter parameter, int index, Likelihood likelihood, List<Vector> seeds) {
        List<Double> deltas = new ArrayList<>();
        for (Level level : task.config().levels()) {
            deltas.add(DeltaChiSquare.threshold(level.level(), 1));
        }
        Interval range =
                new Interval(parameter.bounds().lower(), parameter.bounds().upper());
        return ProfileLikelihood.standard()
                .withPoints(POINTS)
                .profile(likelihood.objective(), likelihood.parameters(), index, range, seeds, deltas);
    }

    private static Map<Level, IntervalSet> byLevel(ResolvedTask task, ProfileCurve curve) {
        Map<Level, IntervalSet> intervals = new LinkedHashMap<>();
        List<Level> levels = task.config().levels();
        for (int k = 0; k < levels.size(); k++) {
            intervals.put(levels.get(k), curve.intervals().get(k));
        }
        return intervals;
    }

    /** Adds the profile intervals of every parameter of interest of a joint fit. */
    static void addIntervals(
            ResolvedTask task,
            Likelihood likelihood,
            List<Minimum> minima,
            Map<String, Map<String, IntervalSet>> intervals,
            List<String> clipped,
            List<String> notes) {
        List<Vector> seeds = new ArrayList<>();
        for (Minimum minimum : minima) {
            seeds.add(minimum.point());
        }
        notes.add("intervals: " + method(task));
        for (int i = 0; i < task.interest().size(); i++) {
            FreeParameter parameter = task.interest().get(i);
            ProfileCurve curve = curve(task, parameter, i, likelihood, seeds);
            Map<String, IntervalSet> byLabel = new LinkedHashMap<>();
            for (Map.Entry<Level, IntervalSet> level : byLevel(task, curve).entrySet()) {
                byLabel.put(level.getKey().label(), level.getValue());
                if (OneAtATime.touches(level.getValue(), parameter.bounds()) && !clipped.contains(parameter.name())) {
                    clipped.add(parameter.name());
                }
            }
            intervals.put(parameter.name(), byLabel);
            if (curve.lowerMinimumAdopted()) {
                notes.add(parameter.name() + ": the profile met a minimum below those of the multi-start, at "
                        + curve.reference() + "; its intervals refer to it");
            }
            if (curve.failedPoints() > 0) {
                notes.add(parameter.name() + ": " + curve.failedPoints() + " points of the profile failed");
            }
        }
    }
}
