package org.penguinfit.fits.update;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Needs;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.task.RunContext;
import org.penguinfit.fits.task.Tasks;
import org.penguinfit.fits.update.CurvePair.Curve;

/**
 * The profile likelihoods that belong to a task: of each parameter alone where the task varies one at a time, else with the
 * others profiled.
 */
final class UpdateCurves {
    /** Points of a curve: smooth at the width of a page. */
    private static final int POINTS = 101;

    private static final Curve NONE = new Curve(Vector.of(), Vector.of());

    private UpdateCurves() {}

    static List<CurvePair> of(ResolvedTask before, ResolvedTask after, RunContext context) {
        if (!hasCurves(after)) {
            return List.of();
        }
        Map<String, Curve> old = curves(before, context);
        Map<String, Curve> updated = curves(after, context);
        List<CurvePair> pairs = new ArrayList<>();
        for (FreeParameter parameter : after.interest()) {
            Curve first = old.getOrDefault(parameter.name(), NONE);
            Curve second = updated.getOrDefault(parameter.name(), NONE);
            if (first.x().size() + second.x().size() > 0) {
                pairs.add(new CurvePair(parameter.name(), first, second));
            }
        }
        return pairs;
    }

    /** Hard cuts have no likelihood, predictions no data; a profile needs ranges and levels. */
    private static boolean hasCurves(ResolvedTask task) {
        TaskConfig.Type type = task.config().type();
        boolean fits = type == TaskConfig.Type.ONE_AT_A_TIME || type.needs(Needs.TOGETHER);
        for (FreeParameter parameter : task.interest()) {
            fits &= parameter.bounds().isFinite();
        }
        return fits;
    }

    private static Map<String, Curve> curves(ResolvedTask task, RunContext context) {
        Map<String, Curve> curves = new LinkedHashMap<>();
        if (task.measurements().isEmpty()) {
            return curves;
        }
        if (task.config().type() == TaskConfig.Type.ONE_AT_A_TIME) {
            for (FreeParameter parameter : task.interest()) {
                read(Tasks.run(profile(task, List.of(parameter)), context), curves);
            }
        } else {
            read(Tasks.run(profile(task, task.interest()), context), curves);
        }
        return curves;
    }

    private static ResolvedTask profile(ResolvedTask task, List<FreeParameter> interest) {
        TaskConfig config = task.config().as(TaskConfig.Type.PROFILE, new TaskOptions.Profile(POINTS));
        return task.with(config).with(interest);
    }

    private static void read(TaskResult result, Map<String, Curve> curves) {
        Map<String, List<Double>> x = new LinkedHashMap<>();
        Map<String, List<Double>> y = new LinkedHashMap<>();
        for (List<?> row : result.rows("scan")) {
            String name = String.valueOf(row.get(0));
            if (row.get(1) instanceof Double at && row.get(2) instanceof Double delta && Double.isFinite(delta)) {
                x.computeIfAbsent(name, n -> new ArrayList<>()).add(at);
                y.computeIfAbsent(name, n -> new ArrayList<>()).add(delta);
            }
        }
        x.forEach((name, values) ->
                curves.put(name, new Curve(vector(values), vector(y.getOrDefault(name, List.of())))));
    }

    private static Vector vector(List<Double> values) {
        return Vector.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
