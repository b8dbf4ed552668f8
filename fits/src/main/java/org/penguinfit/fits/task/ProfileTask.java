package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.profile.ProfileCurve;
import org.penguinfit.core.profile.ProfileEnd;
import org.penguinfit.core.profile.ProfileInterval;
import org.penguinfit.core.profile.ProfileIntervalSearch;
import org.penguinfit.core.profile.ProfileIntervals;
import org.penguinfit.core.profile.ProfileLikelihood;
import org.penguinfit.core.profile.ProfilePoint;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code profile}: −2 ln L along each parameter of interest, minimised over all others, as a curve; the whole
 * set below each level, in as many pieces as it has; and the ends of the connected piece around the best fit, as MINOS gives
 * them.
 */
final class ProfileTask {
    private static final List<Column> END_COLUMNS = List.of(
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("best", "best fit"),
            new Column("lower", "lower end"),
            new Column("lowerStatus", ""),
            new Column("upper", "upper end"),
            new Column("upperStatus", ""));

    private final TaskOptions.Profile options;
    private final RunContext context;
    private final ResolvedTask task;

    private ProfileTask(ResolvedTask task, TaskOptions.Profile options, RunContext context) {
        this.task = task;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Profile options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty() ? joint.notConverged() : new ProfileTask(task, options, context).run(joint);
    }

    private TaskResult run(JointSearch search) {
        ProfileLikelihood settings =
                ProfileLikelihood.standard().withPoints(options.points()).forDrawing();
        JointProfiles profiles = JointProfiles.of(search, settings, context);
        JointSearch joint = profiles.joint();
        Minimum best = joint.best().orElseThrow();
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        notes.addAll(method(profiles));
        notes.addAll(profiles.notes());
        ProfileIntervals ends = ends(joint, best);
        notes.addAll(notes(ends));
        TaskResult result = profiles.complete(joint.result(JointFit.status(best), notes))
                .withBlocks(List.of(endTable(ends), scan(joint, profiles)));
        return ends.failures().isEmpty() ? result : result.withStatus(TaskResult.Status.NOT_CONVERGED);
    }

    private static List<String> method(JointProfiles profiles) {
        return profiles.curves().isEmpty()
                ? List.of()
                : List.of("profiles: " + profiles.curves().get(0).method() + "; a search, no certificate");
    }

    private ProfileIntervals ends(JointSearch joint, Minimum best) {
        return ProfileIntervalSearch.standard()
                .find(
                        joint.likelihood()::objective,
                        joint.likelihood().parameters().bounds(),
                        best,
                        joint.interestIndices(),
                        task.thresholds(),
                        context.work(),
                        context.workName(task, "ends"));
    }

    private List<String> notes(ProfileIntervals ends) {
        List<String> notes = new ArrayList<>();
        if (ends.lowerMinimumAdopted()) {
            notes.add("ends: the search met a lower minimum, at χ² = "
                    + ends.minimum().value() + ", and refers to it");
        }
        for (WorkResults.Failure failure : ends.failures()) {
            notes.add(
                    task.interest().get(failure.index()).name() + ": the search for ends failed: " + failure.reason());
        }
        for (ProfileInterval interval : ends.intervals()) {
            for (ProfileEnd end : List.of(interval.lower(), interval.upper())) {
                if (end.status() == ProfileEnd.Status.NOT_FOUND) {
                    notes.add(task.interest().get(interval.parameter()).name() + ": no end found beyond " + end.x()
                            + ": " + end.reason());
                }
            }
        }
        return notes;
    }

    private ResultBlock endTable(ProfileIntervals ends) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ends.intervals().size(); i++) {
            ProfileInterval interval = ends.intervals().get(i);
            List<@Nullable Object> row = new ArrayList<>();
            row.add(task.interest().get(interval.parameter()).name());
            row.add(task.config()
                    .levels()
                    .get(i % task.config().levels().size())
                    .label());
            row.add(interval.best());
            row.add(interval.lower().x());
            row.add(word(interval.lower()));
            row.add(interval.upper().x());
            row.add(word(interval.upper()));
            rows.add(row);
        }
        return new ResultBlock.Table("ends", "Ends around the best fit", END_COLUMNS, rows, true);
    }

    /** The word for an end in results.json. */
    static String word(ProfileEnd end) {
        return end.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private ResultBlock scan(JointSearch joint, JointProfiles profiles) {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("parameter", "parameter"), new Column("value", "value"), new Column("deltaChi2", "Δχ²")));
        for (FreeParameter parameter : joint.free()) {
            columns.add(new Column(parameter.name(), parameter.name()));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (ProfileCurve curve : profiles.curves()) {
            for (ProfilePoint point : curve.points()) {
                List<@Nullable Object> row = new ArrayList<>();
                row.add(task.interest().get(curve.parameter()).name());
                row.add(point.x());
                row.add(point.value() - curve.reference());
                for (double value : point.point().toArray()) {
                    row.add(value);
                }
                rows.add(row);
            }
        }
        return new ResultBlock.Table("scan", "Profiles", columns, rows, false);
    }
}
