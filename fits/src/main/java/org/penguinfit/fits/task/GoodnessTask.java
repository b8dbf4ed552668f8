package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.core.significance.Pull;
import org.penguinfit.core.toy.ToySettings;
import org.penguinfit.core.toy.ToyStudy;
import org.penguinfit.core.toy.ToyTest;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.fits.result.ResultBlock.Figure;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.likelihoods.BoundTerm;

/**
 * Tasks of type {@code goodness}: χ² of the best fit with its p-value from the χ² distribution and from toys drawn at the
 * best fit, and the pulls of the measurements, plain and with the variance that the fit leaves them.
 */
final class GoodnessTask {
    private static final List<Column> COLUMNS = List.of(
            new Column("measurement", "measurement"),
            new Column("observable", "observable"),
            new Column("residual", "measured − fitted"),
            new Column("sigma", "σ measured"),
            new Column("sigmaFit", "σ fitted"),
            new Column("pull", "pull"),
            new Column("pullInFit", "pull / √(σ² − σ_fit²)"));

    private final JointSearch joint;
    private final Minimum best;
    private final int toys;
    private final RunContext context;

    private GoodnessTask(JointSearch joint, Minimum best, int toys, RunContext context) {
        this.joint = joint;
        this.best = best;
        this.toys = toys;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Goodness options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new GoodnessTask(joint, joint.best().get(), options.toys(), context).run();
    }

    private TaskResult run() {
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        List<Figure> figures = new ArrayList<>();
        int fitted = joint.free().size();
        int measured = joint.likelihood().measuredCount()
                + joint.likelihood().constraints().size();
        GoodnessOfFit goodness = GoodnessOfFit.of(best.value(), 0.0, measured, fitted);
        figures.add(Figure.of("chi2", "χ² of the best fit", goodness.chiSquare()));
        figures.add(Figure.of("dof", "degrees of freedom", (double) goodness.dof()));
        if (goodness.dof() > 0) {
            figures.add(Figure.of(
                    "pValue", "p-value, χ² distribution", goodness.pValue().value()));
        } else {
            notes.add("no degree of freedom is left, so χ² has no p-value");
        }
        TaskResult.Status status =
                toys == 0 || addToys(figures, notes) ? JointFit.status(best) : TaskResult.Status.NOT_CONVERGED;
        return joint.result(status, notes)
                .withBlocks(List.of(
                        new ResultBlock.Figures("goodness", "Goodness of fit", figures),
                        new ResultBlock.Table("reducedPulls", "Pulls", COLUMNS, pulls(), true)));
    }

    /** Whether there is a p-value. */
    private boolean addToys(List<Figure> figures, List<String> notes) {
        ToySettings settings = context.toys(toys, joint.starts());
        ToyTest test;
        try {
            test = new ToyStudy(joint.model(), settings).goodnessOfFit(context.workName(joint.task(), "toys"));
        } catch (IllegalStateException failed) {
            notes.add("toys: no p-value, as " + failed.getMessage());
            return false;
        }
        figures.add(Figure.of("toys", "toys", (double) toys));
        figures.add(Figure.of("toyFailures", "toys that failed", (double)
                test.toys().failures().size()));
        figures.add(Figure.of("toyMeanChi2", "mean χ² of the toys", test.toys().mean()));
        SignificanceTask.toys("toy", test.pValue(), figures);
        notes.add("toys: drawn at the best fit, all parameters fitted anew; limits fluctuate; seed " + context.seed());
        return true;
    }

    private List<List<@Nullable Object>> pulls() {
        int n = joint.free().size();
        double[] mu = new double[joint.likelihood().observables().size()];
        double[] jacobian = new double[mu.length * n];
        joint.likelihood().predict(best.point().toArray(), mu, jacobian);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (BoundTerm bound : joint.likelihood().terms()) {
            double[] predicted = new double[bound.term().dimension()];
            for (int k = 0; k < predicted.length; k++) {
                predicted[k] = mu[bound.predictions().get(k)];
            }
            for (int k = 0; k < predicted.length; k++) {
                rows.add(row(
                        bound,
                        predicted,
                        k,
                        sigmaOfFit(jacobian, bound.predictions().get(k) * n)));
            }
        }
        return rows;
    }

    /** A pull of zero says no σ: a limit that is kept, or a perfect match. */
    private static List<@Nullable Object> row(BoundTerm bound, double[] predicted, int k, OptionalDouble sigmaFit) {
        double residual = bound.term().central(k) - predicted[k];
        double pull = bound.term().pull(predicted, k);
        boolean known = pull != 0 && Double.isFinite(pull) && residual != 0;
        List<@Nullable Object> row = new ArrayList<>();
        row.add(bound.owner(k));
        row.add(bound.observables().get(k));
        row.add(residual);
        row.add(known ? Double.valueOf(residual / pull) : null);
        row.add(sigmaFit.isPresent() ? Double.valueOf(sigmaFit.getAsDouble()) : null);
        row.add(pull);
        row.add(
                known && sigmaFit.isPresent() && residual / pull > 0
                        ? inFit(residual, residual / pull, sigmaFit.getAsDouble())
                        : null);
        return row;
    }

    private static @Nullable Double inFit(double residual, double sigma, double sigmaFit) {
        OptionalDouble pull = Pull.ofMeasurement(Pull.Kind.MEASUREMENT_IN_FIT, residual, 0, sigma, sigmaFit)
                .value();
        return pull.isPresent() ? Double.valueOf(pull.getAsDouble()) : null;
    }

    /** √(gᵀVg) of one prediction; empty without a covariance. */
    private OptionalDouble sigmaOfFit(double[] jacobian, int row) {
        CovarianceMatrix covariance = best.covariance().orElse(null);
        if (covariance == null) {
            return OptionalDouble.empty();
        }
        double variance = 0;
        List<Integer> free = best.free();
        for (int a = 0; a < free.size(); a++) {
            for (int b = 0; b < free.size(); b++) {
                variance += jacobian[row + free.get(a)] * covariance.get(a, b) * jacobian[row + free.get(b)];
            }
        }
        return OptionalDouble.of(Math.sqrt(Math.max(0, variance)));
    }
}
