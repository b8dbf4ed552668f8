package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.toy.Coverage;
import org.penguinfit.core.toy.CoverageStudy;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.core.toy.FeldmanCousinsSets;
import org.penguinfit.core.toy.GlobalProfileSets;
import org.penguinfit.core.toy.HesseIntervals;
import org.penguinfit.core.toy.IntervalMethod;
import org.penguinfit.core.toy.LocalProfileIntervals;
import org.penguinfit.core.toy.ToySettings;
import org.penguinfit.core.toy.UpperLimits;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code coverage}: toys are drawn at a stated truth, each method makes its set of each parameter of interest
 * from each toy, and the fraction of sets that hold the truth is counted.
 */
final class CoverageTask {
    /** Toys per point of Feldman–Cousins sets within a toy: rank k of n toys holds k/(n + 1), 190/200 = 95 %. */
    private static final int INNER_TOYS = 199;

    /** The same where the distribution at the truth is that of all data, so that it is made once. */
    private static final int SHARED_TOYS = 9_999;

    /** Points of a Feldman–Cousins set within a toy. */
    private static final int INNER_POINTS = 21;

    /** A first step of a search, as a part of the range, where the curvature gives none. */
    private static final double STEP = 0.02;

    private static final List<Column> COLUMNS = List.of(
            new Column("parameter", "parameter"),
            new Column("method", "method"),
            new Column("level", "level"),
            new Column("coverage", "coverage"),
            new Column("error", "binomial error"),
            new Column("excess", "(coverage − level) / error"),
            new Column("failures", "toys without a set"));

    private final JointSearch joint;
    private final TaskOptions.Coverage options;
    private final RunContext context;

    private CoverageTask(JointSearch joint, TaskOptions.Coverage options, RunContext context) {
        this.joint = joint;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Coverage options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new CoverageTask(joint, options, context).run(joint.best().get());
    }

    private TaskResult run(Minimum best) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(
                joint.note(),
                "toys: " + options.toys() + " drawn at the truth, limits and constraints fluctuate; every toy is fitted"
                        + " anew; seed " + context.seed()));
        boolean counted = true;
        for (int p = 0; p < joint.task().interest().size(); p++) {
            FreeParameter parameter = joint.task().interest().get(p);
            CoverageStudy study =
                    new CoverageStudy(joint.model(), p, truth(), joint.task().levels(), settings());
            String name = context.workName(joint.task(), "coverage of " + parameter.name());
            for (Coverage coverage : study.of(name, methods(p, best, notes))) {
                rows.add(row(parameter.name(), coverage));
                counted &= coverage.fraction().isPresent();
            }
        }
        if (options.methods().contains("feldman-cousins")) {
            notes.add("Feldman–Cousins: critical values from " + innerToys() + " toys of their own");
        }
        if (!counted) {
            notes.add("a method had no set of any toy");
        }
        return joint.result(counted ? JointFit.status(best) : TaskResult.Status.NOT_CONVERGED, notes)
                .withBlocks(List.of(new ResultBlock.Table("coverage", "Coverage", COLUMNS, rows, true)));
    }

    private int innerToys() {
        return joint.free().size() == 1 ? SHARED_TOYS : INNER_TOYS;
    }

    /** Minima of the data, and the truth: toys are near it. */
    private List<Vector> starts() {
        List<Vector> starts = new ArrayList<>(joint.starts());
        starts.add(truth());
        return starts;
    }

    private ToySettings settings() {
        return context.toys(options.toys(), starts());
    }

    private Vector truth() {
        double[] truth = new double[joint.free().size()];
        for (int i = 0; i < truth.length; i++) {
            FreeParameter parameter = joint.free().get(i);
            FreeParameter.Constraint constraint = parameter.constraint();
            double standard = constraint == null ? parameter.standard() : constraint.central();
            truth[i] = options.truth().getOrDefault(parameter.name(), standard);
        }
        return Vector.of(truth);
    }

    private List<IntervalMethod> methods(int p, Minimum best, List<String> notes) {
        DataModel model = joint.model();
        Interval range = OneAtATime.interval(joint.task().interest().get(p).bounds());
        OptionalDouble sigma = best.uncertainty(p);
        double step = Math.min(sigma.orElse(Double.POSITIVE_INFINITY), STEP * range.length());
        List<Vector> starts = starts();
        List<IntervalMethod> methods = new ArrayList<>();
        for (String method : options.methods()) {
            if (method.equals("cls") && range.lower() != 0) {
                notes.add("CLs needs a parameter whose range starts at 0: left out for "
                        + joint.task().interest().get(p).name());
                continue;
            }
            methods.add(
                    switch (method) {
                        case "hesse" -> new HesseIntervals(model, p);
                        case "minos" -> new LocalProfileIntervals(model, p, 0.5 * step);
                        case "profile" -> new GlobalProfileSets(model, p, range, starts);
                        case "feldman-cousins" ->
                            FeldmanCousinsSets.of(
                                    model,
                                    p,
                                    range,
                                    INNER_POINTS,
                                    ToySettings.of(innerToys(), context.seed()).withStarts(starts));
                        case "one-sided" -> new UpperLimits(UpperLimits.Rule.ONE_SIDED_PROFILE, model, p, step, starts);
                        case "cls" -> new UpperLimits(UpperLimits.Rule.CLS, model, p, step, starts);
                        default -> throw new IllegalStateException("no method " + method + "; add it here");
                    });
        }
        return methods;
    }

    private static List<@Nullable Object> row(String parameter, Coverage coverage) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(parameter);
        row.add(coverage.method());
        row.add(percent(coverage.level()));
        row.add(coverage.fraction().map(fraction -> fraction.value()).orElse(null));
        row.add(coverage.fraction().map(fraction -> fraction.error()).orElse(null));
        row.add(coverage.excess().orElse(null));
        row.add((double) coverage.failures());
        return row;
    }

    private static String percent(ConfidenceLevel level) {
        return String.format(Locale.ROOT, "%.4g%%", 100 * level.probability());
    }
}
