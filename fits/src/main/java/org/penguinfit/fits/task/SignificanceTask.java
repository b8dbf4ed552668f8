package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.significance.LikelihoodRatio;
import org.penguinfit.core.significance.PValue;
import org.penguinfit.core.significance.PointPull;
import org.penguinfit.core.toy.BinomialFraction;
import org.penguinfit.core.toy.PluginConstruction;
import org.penguinfit.core.toy.PluginPoint;
import org.penguinfit.core.toy.PluginScan;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Figure;
import org.penguinfit.fits.result.TaskResult;

/**
 * Tasks of type {@code significance}: Δχ² between a point and the best fit, its p-value by Wilks' theorem and, if toys are
 * asked for, by toys drawn at the point with nuisance parameters at their conditional best fit.
 */
final class SignificanceTask {
    private final JointSearch joint;
    private final TaskOptions.Significance options;
    private final RunContext context;

    private SignificanceTask(JointSearch joint, TaskOptions.Significance options, RunContext context) {
        this.joint = joint;
        this.options = options;
        this.context = context;
    }

    static TaskResult run(ResolvedTask task, TaskOptions.Significance options, RunContext context) {
        JointSearch joint = JointSearch.of(task, context.threads());
        return joint.best().isEmpty()
                ? joint.notConverged()
                : new SignificanceTask(joint, options, context).run(joint.best().get());
    }

    private TaskResult run(Minimum best) {
        double[] point = joint.interestAt(options.hypothesis());
        List<Integer> interest = joint.interestIndices();
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            String name = joint.task().interest().get(i).name();
            figures.add(Figure.of("at " + name, "tested " + name, point[i]));
        }
        LikelihoodRatio ratio = LikelihoodRatio.of(
                        joint.likelihood().objective(), joint.likelihood().parameters(), interest)
                .withStarts(joint.starts());
        List<String> notes = new ArrayList<>(List.of(joint.note()));
        TaskResult.Status status = JointFit.status(best);
        try {
            addWilks(PointPull.of(ratio, point), point, figures);
        } catch (IllegalStateException failed) {
            notes.add("no Δχ² at the point: " + failed.getMessage());
            status = TaskResult.Status.NOT_CONVERGED;
        }
        if (options.toys() > 0 && !addToys(interest, point, figures, notes)) {
            status = TaskResult.Status.NOT_CONVERGED;
        }
        return joint.result(status, notes)
                .withBlocks(List.of(new ResultBlock.Figures("significance", "Significance", figures)));
    }

    private void addWilks(PointPull pull, double[] point, List<Figure> figures) {
        figures.add(Figure.of("deltaChi2", "Δχ² from the best fit", pull.deltaChiSquare()));
        figures.add(Figure.of("dof", "parameters that the point fixes", (double) pull.dof()));
        figures.add(Figure.of("pValue", "p-value, Wilks", pull.pValue().value()));
        figures.add(Figure.of("sigmas", "the same in two-sided standard deviations", pull.significance()));
        if (isAtLowerEnd(point)) {
            double z = Math.sqrt(pull.deltaChiSquare());
            figures.add(Figure.of("q0", "q₀, as the parameter cannot be lower", pull.deltaChiSquare()));
            figures.add(Figure.of(
                    "discoveryPValue",
                    "p-value of q₀, one-sided",
                    PValue.ofSignificance(z).value()));
            figures.add(Figure.of("discoverySigmas", "discovery significance √q₀", z));
        }
    }

    /**
     * Whether the point is the lower end of the range of a single parameter, like no signal. The best fit is then never below
     * it, so that Δχ² is q₀ of arXiv:1007.1727, eq 12: half a χ² and half zero, Z = √q₀ (eqs 50 and 53).
     */
    private boolean isAtLowerEnd(double[] point) {
        return point.length == 1
                && point[0] == joint.task().interest().get(0).bounds().lower();
    }

    /** Whether there is a p-value. */
    private boolean addToys(List<Integer> interest, double[] point, List<Figure> figures, List<String> notes) {
        String name = context.workName(joint.task(), "toys");
        PluginScan scan = new PluginConstruction(joint.model(), interest, context.toys(options.toys(), joint.starts()))
                .test(name, name, List.of(Vector.of(point)));
        if (scan.points().isEmpty()) {
            notes.add("toys: the conditional fit at the point, or that of every toy, failed");
            return false;
        }
        PluginPoint tested = scan.points().get(0);
        figures.add(Figure.of("toys", "toys", (double) options.toys()));
        figures.add(Figure.of("toyFailures", "toys that failed", (double) scan.failedToys()));
        toys("toy", tested.pValue(), figures);
        notes.add("toys: drawn at the point, nuisance parameters at their conditional best fit; limits fluctuate; seed "
                + context.seed());
        return true;
    }

    /** The p-value of toys with its binomial error; at an end of [0, 1] the Clopper–Pearson limit says more. */
    static void toys(String prefix, BinomialFraction fraction, List<Figure> figures) {
        figures.add(Figure.of(prefix + "PValue", "p-value, toys", fraction.value()));
        figures.add(Figure.of(prefix + "PValueError", "its binomial error", fraction.error()));
        if (fraction.hits() == 0) {
            double upper = fraction.clopperPearson(ConfidenceLevel.ofSigmas(1)).upper();
            figures.add(Figure.of(prefix + "PValueUpper", "its upper end at 68.27 % CL (Clopper–Pearson)", upper));
        }
    }
}
