package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileCurves;
import org.penguinfit.core.profile.ProfileLikelihood;
import org.penguinfit.core.profile.ProfilePoint;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.result.TaskResult;

/**
 * The profiles of all parameters of interest of a joint search, in parallel. A minimum below those of the search that a
 * profile met is adopted: the search then holds it, and all sets refer to it.
 */
final class JointProfiles {
    private final JointSearch joint;
    private final ProfileCurves curves;

    private JointProfiles(JointSearch joint, ProfileCurves curves) {
        this.joint = joint;
        this.curves = curves;
    }

    /** Profiles at the levels of the task, one parameter each. */
    static JointProfiles of(JointSearch joint, ProfileLikelihood settings, RunContext context) {
        return of(joint, settings, joint.task().thresholds(), context);
    }

    /**
     * Profiles at any thresholds.
     *
     * @param settings of the search along each parameter
     * @param deltas Δχ² of the sets
     */
    static JointProfiles of(JointSearch joint, ProfileLikelihood settings, List<Double> deltas, RunContext context) {
        SortedMap<Integer, Interval> ranges = new TreeMap<>();
        for (int i : joint.interestIndices()) {
            ranges.put(i, OneAtATime.interval(joint.task().interest().get(i).bounds()));
        }
        ProfileCurves curves = settings.profiles(
                joint.likelihood()::objective,
                joint.likelihood().parameters(),
                ranges,
                joint.starts(),
                deltas,
                context.work(),
                context.workName(joint.task(), "profiles"));
        return new JointProfiles(lowest(curves).map(joint::adopt).orElse(joint), curves);
    }

    private static Optional<Vector> lowest(ProfileCurves curves) {
        @Nullable ProfilePoint lowest = null;
        for (ProfileCurve curve : curves.curves()) {
            for (ProfilePoint minimum : curve.lowerMinimumAdopted() ? curve.minima() : List.<ProfilePoint>of()) {
                lowest = lowest == null || minimum.value() < lowest.value() ? minimum : lowest;
            }
        }
        return Optional.ofNullable(lowest).map(ProfilePoint::point);
    }

    /** The search, with the minimum adopted if there was one. */
    JointSearch joint() {
        return joint;
    }

    /** The search with every minimum of every profile besides its own. */
    JointSearch completed() {
        List<Vector> points = new ArrayList<>();
        for (ProfileCurve curve : curves.curves()) {
            for (ProfilePoint minimum : curve.minima()) {
                points.add(minimum.point());
            }
        }
        return joint.completed(points);
    }

    /** The profiles of the parameters that did not fail. */
    List<ProfileCurve> curves() {
        return curves.curves();
    }

    /** Whether every parameter has its profile. */
    boolean isComplete() {
        return curves.failures().isEmpty();
    }

    /** Trouble, for the report. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (ProfileCurve curve : curves.curves()) {
            String name = name(curve);
            if (curve.lowerMinimumAdopted()) {
                notes.add(name + ": the profile met a minimum below those of the multi-start, at χ² = "
                        + curve.reference() + "; all sets refer to it");
            }
            if (curve.failedPoints() > 0) {
                notes.add(name + ": " + curve.failedPoints() + " points of the profile failed");
            }
            if (curve.excludedPoints() > 0) {
                notes.add(name + ": −2 ln L is not finite at " + curve.excludedPoints() + " points of the profile");
            }
        }
        for (WorkResults.Failure failure : curves.failures()) {
            notes.add(
                    joint.task().interest().get(failure.index()).name() + ": the profile failed: " + failure.reason());
        }
        return notes;
    }

    private String name(ProfileCurve curve) {
        return joint.task().interest().get(curve.parameter()).name();
    }

    /** The result with the sets of every level; not converged if a profile failed. */
    TaskResult complete(TaskResult result) {
        Map<String, Map<String, IntervalSet>> intervals = new LinkedHashMap<>();
        List<String> clipped = new ArrayList<>();
        List<Level> levels = joint.task().config().levels();
        for (ProfileCurve curve : curves.curves()) {
            FreeParameter parameter = joint.task().interest().get(curve.parameter());
            Map<String, IntervalSet> byLabel = new LinkedHashMap<>();
            for (int k = 0; k < levels.size(); k++) {
                IntervalSet set = curve.intervals().get(k);
                byLabel.put(levels.get(k).label(), set);
                if (OneAtATime.touches(set, parameter.bounds()) && !clipped.contains(parameter.name())) {
                    clipped.add(parameter.name());
                }
            }
            intervals.put(parameter.name(), byLabel);
        }
        TaskResult complete = result.withIntervals(intervals, clipped);
        return isComplete() ? complete : complete.withStatus(TaskResult.Status.NOT_CONVERGED);
    }
}
