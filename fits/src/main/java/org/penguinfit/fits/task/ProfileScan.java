package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.DistinctMinima;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileCurves;
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
    static final int POINTS = 101;

    static final ProfileLikelihood SEARCH = ProfileLikelihood.standard().withPoints(POINTS);

    /** Sobol starts whose minima the sweeps of a profile begin from. */
    private static final int SEED_STARTS = 16;

    private final ResolvedTask task;
    private final FreeParameter parameter;
    private final Likelihood likelihood;
    private final RunContext context;
    private final List<FreeParameter> free;

    ProfileScan(ResolvedTask task, FreeParameter parameter, Likelihood likelihood, RunContext context) {
        this.context = context;
        this.task = task;
        this.parameter = parameter;
        this.likelihood = likelihood;
        this.free = new ArrayList<>(List.of(parameter));
        this.free.addAll(task.nuisances());
    }

    AxisScan run() {
        List<Bounds> bounds = likelihood.parameters().bounds();
        ProfileCurves curves = curves(seeds(bounds));
        if (curves.curves().isEmpty()) {
            return new AxisScan(List.of(), noIntervals(), method(task), false, ScanCurve.EMPTY, POINTS);
        }
        ProfileCurve curve = curves.of(0);
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
        return new AxisScan(
                minima, byLevel(task, curve), method(task), false, ScanCurve.of(curve), curve.failedPoints());
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

    static String method(ResolvedTask task) {
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

    private ProfileCurves curves(List<Vector> seeds) {
        return SEARCH.forDrawing()
                .profiles(
                        likelihood::objective,
                        likelihood.parameters(),
                        new TreeMap<>(Map.of(0, OneAtATime.interval(parameter.bounds()))),
                        seeds,
                        task.thresholds(),
                        context.work(),
                        context.workName(task, "profile of " + parameter.name()));
    }

    private Map<Level, IntervalSet> noIntervals() {
        Map<Level, IntervalSet> intervals = new LinkedHashMap<>();
        for (Level level : task.config().levels()) {
            intervals.put(level, IntervalSet.EMPTY);
        }
        return intervals;
    }

    private static Map<Level, IntervalSet> byLevel(ResolvedTask task, ProfileCurve curve) {
        Map<Level, IntervalSet> intervals = new LinkedHashMap<>();
        List<Level> levels = task.config().levels();
        for (int k = 0; k < levels.size(); k++) {
            intervals.put(levels.get(k), curve.intervals().get(k));
        }
        return intervals;
    }
}
