package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/** Tasks of type {@code fit}: all parameters of interest and nuisance parameters together, from many start points. */
final class JointFit {
    private JointFit() {}

    static TaskResult run(ResolvedTask task, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        if (joint.best().isEmpty()) {
            return joint.notConverged();
        }
        if (task.config().levels().isEmpty()) {
            return result(joint, joint.best().get(), List.of(joint.note()));
        }
        JointProfiles profiles = JointProfiles.of(joint, ProfileScan.SEARCH, context);
        List<String> notes = new ArrayList<>();
        notes.add(profiles.joint().note());
        notes.add("intervals: " + ProfileScan.method(task));
        notes.addAll(profiles.notes());
        Minimum best = profiles.joint().best().orElseThrow();
        return profiles.complete(result(profiles.joint(), best, notes));
    }

    private static TaskResult result(JointSearch joint, Minimum best, List<String> notes) {
        return joint.result(status(best), notes);
    }

    /** A minimum on a flat or on a kink is one, though without a covariance. */
    static TaskResult.Status status(Minimum minimum) {
        if (!minimum.isMinimum()) {
            return TaskResult.Status.NOT_CONVERGED;
        }
        return minimum.atLimit().isEmpty() ? TaskResult.Status.OK : TaskResult.Status.AT_LIMIT;
    }

    /**
     * A minimum in the words of results.
     *
     * @param free the parameters that its point holds
     * @param best lowest −2 ln L, for Δχ²
     * @param varied the parameter of interest varied alone; null if all were
     */
    static MinimumFound found(
            ResolvedTask task, List<FreeParameter> free, Minimum minimum, double best, @Nullable String varied) {
        Map<String, Double> point = task.standardPoint();
        Map<String, Double> uncertainties = new LinkedHashMap<>();
        List<String> atLimit = new ArrayList<>();
        for (int i = 0; i < free.size(); i++) {
            point.put(free.get(i).name(), minimum.point().get(i));
            if (minimum.uncertainty(i).isPresent()) {
                uncertainties.put(free.get(i).name(), minimum.uncertainty(i).getAsDouble());
            }
            if (minimum.isAtLimit(i)) {
                atLimit.add(free.get(i).name());
            }
        }
        return new MinimumFound(
                varied,
                point,
                minimum.value(),
                minimum.value() - best,
                uncertainties,
                minimum.covariance().orElse(null),
                minimum.covarianceState(),
                minimum.edm(),
                atLimit,
                List.of());
    }
}
