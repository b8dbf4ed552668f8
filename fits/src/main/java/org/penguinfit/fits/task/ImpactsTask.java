package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.significance.Impact;
import org.penguinfit.core.significance.Impacts;
import org.penguinfit.core.significance.Pull;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code impacts}: each nuisance parameter is held one standard deviation below and above its best fit, all
 * others are fitted anew; the shifts of the parameters of interest are its impacts. Pre-fit impacts use the width of the
 * constraint, post-fit ones the uncertainty after the fit.
 */
final class ImpactsTask {
    private static final List<Column> COLUMNS = List.of(
            new Column("parameter", "parameter"),
            new Column("nuisance", "nuisance"),
            new Column("fitted", "fitted"),
            new Column("sigma", "σ after the fit"),
            new Column("pull", "pull"),
            new Column("pullReduced", "pull / √(1 − (σ / prior σ)²)"),
            new Column("postFitDown", "shift at −1σ"),
            new Column("postFitUp", "shift at +1σ"),
            new Column("preFitDown", "pre-fit −1σ"),
            new Column("preFitUp", "pre-fit +1σ"));

    private final JointSearch joint;
    private final Minimum best;
    private final RunContext context;

    private ImpactsTask(JointSearch joint, Minimum best, RunContext context) {
        this.joint = joint;
        this.best = best;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new ImpactsTask(joint, joint.best().get(), context).run();
    }

    private TaskResult run() {
        int interest = joint.task().interest().size();
        List<Impacts.Displacement> after = new ArrayList<>();
        List<Impacts.Displacement> before = new ArrayList<>();
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        for (int k = 0; k < joint.task().nuisances().size(); k++) {
            OptionalDouble sigma = best.uncertainty(interest + k);
            double prior = constraint(k).sigma();
            after.add(new Impacts.Displacement(interest + k, sigma.orElse(prior)));
            if (sigma.isEmpty()) {
                notes.add(joint.task().nuisances().get(k).name()
                        + " has no uncertainty after the fit: its shifts are those of the width of its constraint");
            }
            before.add(new Impacts.Displacement(interest + k, prior));
        }
        List<Impact> postFit = impacts("post-fit impacts", after);
        List<Impact> preFit = impacts("pre-fit impacts", before);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int p = 0; p < interest; p++) {
            for (Impact impact : Impacts.ranking(postFit, p)) {
                rows.add(row(p, impact, preFit.get(impact.nuisance() - interest)));
            }
        }
        ResultBlock table = new ResultBlock.Table("impacts", "Impacts, largest first", COLUMNS, rows, true);
        int failed = failures(postFit) + failures(preFit);
        if (failed > 0) {
            notes.add(failed + " of " + 4 * postFit.size() + " fits with a nuisance parameter held failed");
        }
        boolean none = failed == 4 * postFit.size();
        return joint.result(none ? TaskResult.Status.NOT_CONVERGED : JointFit.status(best), notes)
                .withBlocks(List.of(table));
    }

    private static int failures(List<Impact> impacts) {
        int failures = 0;
        for (Impact impact : impacts) {
            failures += (impact.down().isEmpty() ? 1 : 0) + (impact.up().isEmpty() ? 1 : 0);
        }
        return failures;
    }

    private FreeParameter.Constraint constraint(int nuisance) {
        FreeParameter.Constraint constraint =
                joint.task().nuisances().get(nuisance).constraint();
        if (constraint == null) {
            throw new IllegalStateException("a nuisance parameter without a constraint passed the checks");
        }
        return constraint;
    }

    private List<Impact> impacts(String purpose, List<Impacts.Displacement> displacements) {
        return new Impacts(joint.likelihood().parameters(), joint.interestIndices(), best.point())
                .of(
                        context.workName(joint.task(), purpose),
                        displacements,
                        joint.likelihood()::objective,
                        context.work());
    }

    private List<@Nullable Object> row(int parameter, Impact after, Impact before) {
        int nuisance = after.nuisance() - joint.task().interest().size();
        FreeParameter.Constraint constraint = constraint(nuisance);
        double fitted = best.point().get(after.nuisance());
        OptionalDouble sigma = best.uncertainty(after.nuisance());
        List<@Nullable Object> row = new ArrayList<>();
        row.add(joint.task().interest().get(parameter).name());
        row.add(joint.task().nuisances().get(nuisance).name());
        row.add(fitted);
        row.add(orNull(sigma));
        row.add((fitted - constraint.central()) / constraint.sigma());
        row.add(sigma.isEmpty() ? null : orNull(reduced(fitted, constraint, sigma.getAsDouble())));
        row.add(shift(after.down(), parameter));
        row.add(shift(after.up(), parameter));
        row.add(shift(before.down(), parameter));
        row.add(shift(before.up(), parameter));
        return row;
    }

    private static OptionalDouble reduced(double fitted, FreeParameter.Constraint constraint, double sigma) {
        return Pull.ofConstraint(Pull.Kind.CONSTRAINT_REDUCED, fitted, constraint.central(), constraint.sigma(), sigma)
                .value();
    }

    private static @Nullable Double orNull(OptionalDouble number) {
        return number.isPresent() ? Double.valueOf(number.getAsDouble()) : null;
    }

    private static @Nullable Double shift(Optional<Vector> shift, int parameter) {
        return shift.map(vector -> vector.get(parameter)).orElse(null);
    }
}
