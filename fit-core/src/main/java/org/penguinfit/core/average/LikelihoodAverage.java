package org.penguinfit.core.average;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.interval.LevelScan;
import org.penguinfit.core.interval.LevelSetSearch;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.core.significance.LikelihoodRatio;
import org.penguinfit.core.significance.ProfileFit;

/**
 * The average of measurements by their full likelihood: asymmetric uncertainties, limits, and sources that shift several
 * measurements together, each with a nuisance parameter that is profiled.
 *
 * @param value where −2 ln L is lowest; with limits alone one of the values that they allow
 * @param sets confidence sets of the requested levels, by Wilks' theorem; a set that ends at an end of the range may go on
 * @param fit χ² at the minimum; limits count as measurements
 */
public record LikelihoodAverage(double value, List<IntervalSet> sets, GoodnessOfFit fit) {
    private static final LevelSetSearch SEARCH = new LevelSetSearch(201);

    /** Copies the list. */
    public LikelihoodAverage {
        sets = List.copyOf(sets);
    }

    /**
     * A source that shifts measurements together.
     *
     * @param name what it is
     * @param shifts change of each measured value per standard deviation of the source, signed
     */
    public record SharedShift(String name, Vector shifts) {}

    /**
     * Averages measurements of one quantity.
     *
     * @param range finite range in which the average is looked for
     * @throws IllegalArgumentException without a measurement, or when a shared shift has another size
     * @throws IllegalStateException when −2 ln L is finite nowhere in the range
     */
    public static LikelihoodAverage of(
            List<AverageTerm> terms, List<SharedShift> shared, Interval range, List<ConfidenceLevel> levels) {
        if (terms.isEmpty() || shared.stream().anyMatch(shift -> shift.shifts().size() != terms.size())) {
            throw new IllegalArgumentException("an average needs measurements, and one shift for each of them");
        }
        List<Vector> shifts = shared.stream().map(SharedShift::shifts).toList();
        AverageObjective objective = new AverageObjective(List.copyOf(terms), shifts);
        double[] kinks = terms.stream().mapToDouble(AverageTerm::center).toArray();
        LevelScan scan = SEARCH.scan(profile(objective, shared, range), range, kinks);
        double lowest = scan.lowestValue();
        double value = scan.minima().stream()
                .filter(minimum -> minimum.value() == lowest)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("−2 ln L is not finite in " + range))
                .x();
        List<IntervalSet> sets = new ArrayList<>();
        for (ConfidenceLevel level : levels) {
            sets.add(scan.sublevelSet(lowest + DeltaChiSquare.threshold(level, 1)));
        }
        return new LikelihoodAverage(value, sets, new GoodnessOfFit(lowest, terms.size() - 1));
    }

    /** −2 ln L of the common value with all shared shifts profiled; NaN where that failed. */
    private static DoubleUnaryOperator profile(AverageObjective objective, List<SharedShift> shared, Interval range) {
        if (shared.isEmpty()) {
            return x -> objective.value(new double[] {x});
        }
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(Parameter.of("average", 0.5 * (range.lower() + range.upper())));
        for (SharedShift shift : shared) {
            parameters.add(Parameter.of("shift " + shift.name(), 0.0));
        }
        LikelihoodRatio ratio = LikelihoodRatio.of(objective, ParameterSet.of(parameters), List.of(0));
        return x -> {
            ProfileFit fit = ratio.at(x);
            return fit.usable() ? fit.value() : Double.NaN;
        };
    }

    /** The PDG scale factor; empty for a single measurement. Never applied here. */
    public Optional<ScaleFactor> scaleFactor() {
        return fit.dof() < 1
                ? Optional.empty()
                : Optional.of(ScaleFactor.of(fit.chiSquare(), fit.dof(), fit.dof() + 1));
    }
}
