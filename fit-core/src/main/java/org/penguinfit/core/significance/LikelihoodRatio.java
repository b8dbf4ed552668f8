package org.penguinfit.core.significance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Descent;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.profile.ConditionalObjective;

/**
 * The profile likelihood ratio −2 ln λ of some parameters of interest, all others profiled (arXiv:1007.1727, eq 7), of one
 * data set. For one thread; keeps the best fit until {@link #reset}.
 *
 * <p>Every minimisation runs from each start; a conditional fit that ends below the best fit shows that the best fit was
 * not the global minimum, and is adopted by freeing its parameters.
 */
public final class LikelihoodRatio {
    /** Values are good to far below any Δχ² that matters, points to 1e-6 standard deviations, which impacts show. */
    private static final StoppingRule RULE =
            StoppingRule.standard().withEdmGoal(1e-13).withoutPolish();

    /** A fit lower by less than this, relative to the value, is the same minimum up to rounding and EDM goal. */
    private static final double SAME_VALUE = 1e-9;

    private final TwiceDifferentiableObjective objective;
    private final ParameterSet parameters;
    private final List<Integer> interest;
    private final List<double[]> starts;
    private final List<Bounds> bounds;
    private final ConditionalObjective conditional;
    private final Descent freeDescent;
    private final Descent heldDescent;
    private @Nullable ProfileFit best;

    private LikelihoodRatio(
            TwiceDifferentiableObjective objective,
            ParameterSet parameters,
            List<Integer> interest,
            List<double[]> starts) {
        this.objective = objective;
        this.parameters = parameters;
        this.interest = interest;
        this.starts = starts;
        this.bounds = parameters.bounds();
        int[] held = interest.stream().mapToInt(Integer::intValue).toArray();
        this.conditional = ConditionalObjective.of(objective, bounds.size(), held);
        List<Bounds> otherBounds = new ArrayList<>();
        for (int i : ConditionalObjective.others(bounds.size(), held)) {
            otherBounds.add(bounds.get(i));
        }
        this.freeDescent = Descent.variableMetric(bounds, RULE);
        this.heldDescent = Descent.variableMetric(otherBounds, RULE);
    }

    /**
     * The ratio of these parameters, minimised from the start values of the parameter set.
     *
     * @param interest indices of the parameters of interest, at least one, each once
     */
    public static LikelihoodRatio of(
            TwiceDifferentiableObjective objective, ParameterSet parameters, List<Integer> interest) {
        long distinct = interest.stream()
                .filter(i -> i >= 0 && i < parameters.size())
                .distinct()
                .count();
        if (interest.isEmpty() || distinct != interest.size()) {
            throw new IllegalArgumentException("parameters of interest must be distinct indices below "
                    + parameters.size() + ", found " + interest);
        }
        return new LikelihoodRatio(objective, parameters, List.copyOf(interest), List.of(parameters.start()));
    }

    /**
     * The same ratio with more points to start from: one near each known minimum of a problem with several.
     *
     * @param points full points; clamped into the bounds
     */
    public LikelihoodRatio withStarts(List<Vector> points) {
        List<double[]> all = new ArrayList<>(starts);
        for (Vector point : points) {
            if (point.size() != parameters.size()) {
                throw new IllegalArgumentException(
                        "a start has " + point.size() + " parameters instead of " + parameters.size());
            }
            all.add(point.toArray());
        }
        return new LikelihoodRatio(objective, parameters, interest, List.copyOf(all));
    }

    /** The parameters of the likelihood. */
    public ParameterSet parameters() {
        return parameters;
    }

    /** Indices of the parameters of interest. */
    public List<Integer> interest() {
        return interest;
    }

    /** Forgets the best fit, for the objective has new data. */
    public void reset() {
        best = null;
    }

    /** The lowest minimum over all parameters within their bounds. */
    public ProfileFit best() {
        if (best == null) {
            best = lowest(starts);
        }
        return best;
    }

    private ProfileFit lowest(List<double[]> points) {
        return points.stream()
                .map(this::freeFit)
                .reduce((a, b) -> b.isBetterThan(a) ? b : a)
                .orElseThrow();
    }

    private ProfileFit freeFit(double[] start) {
        Convergence status = freeDescent.run(objective, start);
        double[] point = new double[start.length];
        freeDescent.point(point);
        return ProfileFit.of(freeDescent, status, point);
    }

    /**
     * The lowest minimum with the parameters of interest held.
     *
     * @param values their values, in the order of {@link #interest}
     * @throws IllegalArgumentException when a value lies outside the bounds
     */
    public ProfileFit at(double... values) {
        double[] first = withInterest(best().point().toArray(), values);
        conditional.holdAt(values);
        if (interest.size() == bounds.size()) {
            return ProfileFit.ofPoint(first, objective.value(first));
        }
        ProfileFit lowest = heldFit(first);
        for (int k = 1; k < starts.size(); k++) {
            ProfileFit next = heldFit(starts.get(k));
            lowest = next.isBetterThan(lowest) ? next : lowest;
        }
        return lowest;
    }

    private ProfileFit heldFit(double[] start) {
        double[] others = conditional.others(start);
        Convergence status = heldDescent.run(conditional, others);
        heldDescent.point(others);
        return ProfileFit.of(heldDescent, status, conditional.fullPoint(others));
    }

    private double[] withInterest(double[] point, double[] values) {
        if (values.length != interest.size()) {
            throw new IllegalArgumentException(
                    "expected " + interest.size() + " parameters of interest, found " + values.length);
        }
        for (int k = 0; k < values.length; k++) {
            int index = interest.get(k);
            if (!bounds.get(index).contains(values[k])) {
                throw new IllegalArgumentException("parameter "
                        + parameters.get(index).name() + ": " + values[k] + " lies outside "
                        + bounds.get(index));
            }
            point[index] = values[k];
        }
        return point;
    }

    /**
     * −2 ln λ: the conditional minimum minus the best fit, not negative.
     *
     * @throws IllegalStateException when one of the two minimisations failed
     */
    public double delta(double... values) {
        ProfileFit conditional = usable(at(values));
        ProfileFit reference = usable(adopt(conditional));
        return Math.max(0.0, conditional.value() - reference.value());
    }

    /** The best fit, after a lower conditional fit was given the chance to become it, all its parameters freed. */
    public ProfileFit adopt(ProfileFit conditional) {
        ProfileFit reference = best();
        double tolerance = SAME_VALUE * Math.max(1.0, Math.abs(conditional.value()));
        if (conditional.value() < reference.value() - tolerance || !reference.usable()) {
            ProfileFit freed = freeFit(conditional.point().toArray());
            reference = freed.isBetterThan(reference) ? freed : reference;
            best = reference;
        }
        return reference;
    }

    /** The fit itself when it is usable. */
    static ProfileFit usable(ProfileFit fit) {
        return Optional.of(fit)
                .filter(ProfileFit::usable)
                .orElseThrow(() -> new IllegalStateException("a minimisation ended with " + fit.status()));
    }
}
