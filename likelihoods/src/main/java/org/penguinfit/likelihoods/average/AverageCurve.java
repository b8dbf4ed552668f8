package org.penguinfit.likelihoods.average;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.interval.LevelScan;
import org.penguinfit.core.interval.LevelSetSearch;
import org.penguinfit.core.objective.Objective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Stationary;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.LikelihoodSlice;

/**
 * −2 ln L of the common value: exact where all terms are parabolas in pieces, else scanned with the kinks at the measured
 * values.
 */
final class AverageCurve {
    /** How far around the measured values, in their uncertainties, sets are looked for: beyond the largest level there is. */
    private static final double REACH = 10.0;

    private static final LevelSetSearch SEARCH = new LevelSetSearch(2001);

    private final double best;
    private final double lowest;
    private final @Nullable PiecewisePolynomial exact;
    private final @Nullable LevelScan scan;

    private AverageCurve(double best, double lowest, @Nullable PiecewisePolynomial exact, @Nullable LevelScan scan) {
        this.best = best;
        this.lowest = lowest;
        this.exact = exact;
        this.scan = scan;
    }

    /** Around all values; limits alone say nothing of values below zero, which then are left out. */
    static Interval rangeAround(List<AverageInput> inputs) {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (AverageInput input : inputs) {
            first = Math.min(first, input.central());
            last = Math.max(last, input.central());
            lower = Math.min(lower, input.central() - REACH * input.total().minus());
            upper = Math.max(upper, input.central() + REACH * input.total().plus());
        }
        double hull = last - first;
        boolean onlyLimits =
                upper > 0.0 && inputs.stream().allMatch(input -> input.term().isLimit());
        return new Interval(onlyLimits ? Math.max(0.0, lower) : lower - hull, upper + hull);
    }

    /** The curve over a range; empty if −2 ln L is finite nowhere in it. */
    static Optional<AverageCurve> of(Likelihood likelihood, Interval range, List<AverageInput> inputs) {
        Optional<PiecewisePolynomial> slice = LikelihoodSlice.of(
                likelihood, 0, new double[] {range.lower()}, new Bounds(range.lower(), range.upper()));
        if (slice.isPresent()) {
            Optional<Stationary> lowest = slice.get().globalMinimum();
            return lowest.map(at -> new AverageCurve(at.x(), at.value(), slice.get(), null));
        }
        Objective objective = likelihood.objective();
        DoubleUnaryOperator curve = x -> objective.value(new double[] {x});
        double[] kinks = inputs.stream()
                .mapToDouble(AverageInput::central)
                .distinct()
                .sorted()
                .toArray();
        LevelScan scan = SEARCH.scan(curve, range, kinks);
        return scan.minima().stream()
                .filter(minimum -> minimum.value() == scan.lowestValue())
                .findFirst()
                .map(minimum -> new AverageCurve(minimum.x(), minimum.value(), null, scan));
    }

    /** Where it is lowest. */
    double best() {
        return best;
    }

    /** Where Δχ² stays below the threshold of the level (Wilks' theorem, one parameter). */
    IntervalSet set(ConfidenceLevel level) {
        double threshold = lowest + DeltaChiSquare.threshold(level, 1);
        if (exact != null) {
            return exact.sublevelSet(threshold);
        }
        return scan == null ? IntervalSet.EMPTY : scan.sublevelSet(threshold);
    }
}
