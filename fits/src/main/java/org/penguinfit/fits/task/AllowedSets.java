package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.interval.LevelSetSearch;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Polynomial;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodSlice;
import org.penguinfit.likelihoods.term.HardBand;
import org.penguinfit.likelihoods.term.LikelihoodTerms;

/**
 * Tasks of type {@code allowed}: where every measurement, taken as a hard band or step, holds, one parameter at a time. With
 * polynomial predictions the sets are exact, from the real roots of polynomial inequalities.
 */
final class AllowedSets {
    /** The key of the set in results.json. */
    static final String KEY = "allowed";

    private AllowedSets() {}

    static TaskResult run(ResolvedTask task, RunContext context) {
        Map<String, Map<String, IntervalSet>> intervals = new LinkedHashMap<>();
        List<MinimumFound> minima = new ArrayList<>();
        List<String> clipped = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        boolean exact = true;
        for (FreeParameter parameter : task.interest()) {
            Likelihood likelihood = task.bind(List.of(parameter));
            double[] theta = likelihood.parameters().start();
            IntervalSet set = IntervalSet.of(
                    new Interval(parameter.bounds().lower(), parameter.bounds().upper()));
            for (BoundTerm bound : likelihood.terms()) {
                List<HardBand> bands = bands(bound, bandSigmas(task));
                for (int k = 0; bands != null && k < bands.size(); k++) {
                    int prediction = bound.predictions().get(k);
                    Optional<Polynomial> slice = likelihood
                            .predictionSlice(prediction, 0, theta)
                            .filter(p -> LikelihoodSlice.keepsDigits(p, parameter.bounds()));
                    exact &= slice.isPresent();
                    set = set.intersect(
                            slice.isPresent()
                                    ? where(slice.get(), bands.get(k), parameter.bounds())
                                    : search(likelihood, prediction, bands.get(k), theta, parameter.bounds()));
                }
            }
            intervals.put(parameter.name(), Map.of(KEY, set));
            if (OneAtATime.touches(set, parameter.bounds())) {
                clipped.add(parameter.name());
            }
            minima.addAll(new OneAtATime(task, context).minimaAlong(parameter));
        }
        if (!task.nuisances().isEmpty()) {
            notes.add("hard cuts know no nuisance parameters: they stand at their central values");
        }
        if (!exact) {
            notes.add("a prediction is no polynomial that keeps its digits over the range: ends found by a scan of "
                    + SCAN_POINTS + " points and refined");
        }
        return new TaskResult(
                TaskHeading.of(task.config()),
                TaskResult.Status.OK,
                TaskResults.data(task.bind(List.of()), bound -> rule(bound, task)),
                minima,
                null,
                intervals,
                clipped,
                List.of(),
                Map.of(),
                List.of(),
                notes);
    }

    /** The cuts of a published result; none for a term that comes from no measurement file. */
    private static @Nullable List<HardBand> bands(BoundTerm bound, double sigmas) {
        return bound.result().isPresent() ? HardBand.of(bound.result().get(), sigmas) : null;
    }

    private static String rule(BoundTerm bound, ResolvedTask task) {
        return bound.result().isPresent()
                ? HardBand.rule(bound.result().get(), width(task))
                : LikelihoodTerms.rule(bound.term());
    }

    private static String width(ResolvedTask task) {
        double sigmas = bandSigmas(task);
        return (sigmas == Math.rint(sigmas) ? Long.toString((long) sigmas) : Double.toString(sigmas)) + "σ";
    }

    /** Scan points where a prediction is no polynomial. */
    private static final int SCAN_POINTS = 2001;

    private static IntervalSet where(Polynomial prediction, HardBand band, Bounds range) {
        Interval domain = new Interval(range.lower(), range.upper());
        IntervalSet set = IntervalSet.of(domain);
        if (Double.isFinite(band.high())) {
            set = set.intersect(PiecewisePolynomial.of(prediction, domain).sublevelSet(band.high()));
        }
        if (Double.isFinite(band.low())) {
            set = set.intersect(
                    PiecewisePolynomial.of(prediction.times(-1), domain).sublevelSet(-band.low()));
        }
        return set;
    }

    private static IntervalSet search(
            Likelihood likelihood, int prediction, HardBand band, double[] theta, Bounds range) {
        Interval domain = new Interval(range.lower(), range.upper());
        LevelSetSearch search = new LevelSetSearch(SCAN_POINTS);
        DoubleUnaryOperator at = x -> {
            double[] point = theta.clone();
            point[0] = x;
            return likelihood.predict(point)[prediction];
        };
        IntervalSet set = IntervalSet.of(domain);
        if (Double.isFinite(band.high())) {
            set = set.intersect(search.scan(at, domain).sublevelSet(band.high()));
        }
        if (Double.isFinite(band.low())) {
            set = set.intersect(search.scan(x -> -at.applyAsDouble(x), domain).sublevelSet(-band.low()));
        }
        return set;
    }

    private static double bandSigmas(ResolvedTask task) {
        return task.config().options() instanceof TaskOptions.Allowed allowed ? allowed.bandSigmas() : 1;
    }
}
