package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.prior.FlatPrior;
import org.penguinfit.core.prior.Prior;
import org.penguinfit.core.sample.Mode;
import org.penguinfit.core.sample.Posterior;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodObjective;

/** Where the posterior of a task is high: the minima of the likelihood, or with informed priors those of the posterior itself. */
final class PosteriorModes {
    /** A mode this much higher in −2 ln of the posterior has a weight of e⁻¹⁵: no chain should start there. */
    private static final double DEEPEST = 30;

    /** A step where the curvature gives none, as a part of the range, or of the value where there is no range. */
    private static final double STEP = 0.05;

    private final PriorChoice choice;
    private final JointSearch joint;
    private final int threads;

    PosteriorModes(PriorChoice choice, JointSearch joint, int threads) {
        this.choice = choice;
        this.joint = joint;
        this.threads = threads;
    }

    /** The posterior that is sampled. */
    Posterior<LikelihoodObjective> posterior() {
        Likelihood likelihood = choice.task().bind(choice.task().interest());
        Supplier<LikelihoodObjective> objectives = likelihood::objective;
        return new Posterior<>(likelihood.parameters(), choice.priors(), objectives);
    }

    /** Its modes, best first; empty if no minimisation ended well. */
    List<Mode> of(Posterior<LikelihoodObjective> posterior) {
        List<Minimum> minima = choice.isInformed() ? search(posterior) : joint.minima();
        List<Mode> modes = new ArrayList<>();
        for (Minimum minimum : minima) {
            if (minimum.value() - minima.get(0).value() < DEEPEST) {
                modes.add(Mode.of(minimum, steps(posterior, minimum)));
            }
        }
        return modes;
    }

    private List<Minimum> search(Posterior<LikelihoodObjective> posterior) {
        List<Vector> starts = new ArrayList<>(joint.starts());
        starts.add(Vector.of(posterior.parameters().start()));
        List<Bounds> ranges = posterior.ranges();
        return MultiStart.of(joint.task().config().starts())
                .withThreads(threads)
                .search(() -> Posterior.twiceDifferentiable(posterior), inside(starts, ranges), ranges, box(ranges))
                .minima();
    }

    private static List<Vector> inside(List<Vector> points, List<Bounds> ranges) {
        List<Vector> moved = new ArrayList<>();
        for (Vector point : points) {
            double[] inner = point.toArray();
            for (int i = 0; i < inner.length; i++) {
                inner[i] = ranges.get(i).clamp(inner[i]);
            }
            moved.add(Vector.of(inner));
        }
        return moved;
    }

    /** Start points of parameters without a range go where their priors are. */
    private List<Bounds> box(List<Bounds> ranges) {
        List<Bounds> box = new ArrayList<>(StartBox.of(joint.free()));
        for (int i = 0; i < box.size(); i++) {
            Prior prior = choice.priors().get(i);
            Bounds range = box.get(i);
            if (!(prior instanceof FlatPrior)) {
                range = new Bounds(
                        ranges.get(i).clamp(prior.quantileWithin(ranges.get(i), 0.01)),
                        ranges.get(i).clamp(prior.quantileWithin(ranges.get(i), 0.99)));
            }
            box.set(i, range);
        }
        return box;
    }

    private double[] steps(Posterior<LikelihoodObjective> posterior, Minimum minimum) {
        double[] steps = new double[posterior.size()];
        for (int i = 0; i < steps.length; i++) {
            Bounds range = posterior.ranges().get(i);
            FreeParameter.Constraint constraint = joint.free().get(i).constraint();
            Prior prior = choice.priors().get(i);
            if (range.isFinite()) {
                steps[i] = STEP * (range.upper() - range.lower());
            } else if (prior.isProper()) {
                steps[i] = 0.5 * (prior.quantileWithin(range, 0.84) - prior.quantileWithin(range, 0.16));
            } else if (constraint != null) {
                steps[i] = constraint.sigma();
            } else {
                steps[i] = STEP * Math.max(1, Math.abs(minimum.point().get(i)));
            }
        }
        return steps;
    }
}
