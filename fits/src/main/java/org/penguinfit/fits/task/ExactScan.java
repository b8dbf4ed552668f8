package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Polynomial;
import org.penguinfit.core.polynomial.Stationary;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.Likelihood;

/** Minima and intervals along one parameter from the real roots of the piecewise polynomial −2 ln L. */
final class ExactScan {
    static final String METHOD = "exact: all real roots of the piecewise polynomial −2 ln L";

    private final ResolvedTask task;
    private final FreeParameter parameter;
    private final Likelihood likelihood;

    ExactScan(ResolvedTask task, FreeParameter parameter, Likelihood likelihood) {
        this.task = task;
        this.parameter = parameter;
        this.likelihood = likelihood;
    }

    AxisScan of(PiecewisePolynomial slice) {
        List<Stationary> found = new ArrayList<>(slice.minima());
        found.sort(Comparator.comparingDouble(this::chi2).thenComparingDouble(Stationary::x));
        List<MinimumFound> minima = new ArrayList<>();
        for (Stationary minimum : found) {
            minima.add(minimum(minimum, chi2(found.get(0))));
        }
        Map<Level, IntervalSet> intervals = new LinkedHashMap<>();
        for (Level level : task.config().levels()) {
            double threshold = DeltaChiSquare.threshold(level.level(), 1);
            intervals.put(
                    level,
                    found.isEmpty()
                            ? IntervalSet.EMPTY
                            : slice.sublevelSet(found.get(0).value() + threshold));
        }
        return new AxisScan(minima, intervals, METHOD, isFlat(slice), curve(slice, found, intervals), 0);
    }

    private ScanCurve curve(PiecewisePolynomial slice, List<Stationary> minima, Map<Level, IntervalSet> intervals) {
        if (minima.isEmpty()) {
            return ScanCurve.EMPTY;
        }
        List<Double> knots = new ArrayList<>();
        for (double breakpoint : slice.breakpoints()) {
            knots.add(breakpoint);
        }
        minima.forEach(minimum -> knots.add(minimum.x()));
        intervals.values().forEach(set -> knots.addAll(set.ends()));
        double highest = 0;
        for (double threshold : task.thresholds()) {
            highest = Math.max(highest, threshold);
        }
        double best = minima.get(0).value();
        return ScanCurve.sample(x -> slice.value(x) - best, slice.domain(), knots, highest);
    }

    private static boolean isFlat(PiecewisePolynomial slice) {
        return slice.pieces().size() == 1
                && slice.pieces().get(0).map(Polynomial::degree).orElse(1) <= 0;
    }

    /** As a sum of squares: the expanded polynomial gives the same but for rounding, which may leave it below zero. */
    private double chi2(Stationary stationary) {
        double sum = likelihood.objective().value(new double[] {stationary.x()});
        return Double.isFinite(sum) ? sum : stationary.value();
    }

    private MinimumFound minimum(Stationary stationary, double best) {
        double[] gradient = new double[1];
        double[] hessian = new double[1];
        likelihood.objective().valueGradientAndHessian(new double[] {stationary.x()}, gradient, hessian);
        boolean atLimit = stationary.x() == parameter.bounds().lower()
                || stationary.x() == parameter.bounds().upper();
        boolean curved = stationary.kind() == Stationary.Kind.INTERIOR && !atLimit && hessian[0] > 0;
        Map<String, Double> point = task.standardPoint();
        point.put(parameter.name(), stationary.x());
        double variance = 2 / hessian[0];
        return new MinimumFound(
                parameter.name(),
                point,
                chi2(stationary),
                chi2(stationary) - best,
                curved ? Map.of(parameter.name(), Math.sqrt(variance)) : Map.of(),
                curved ? CovarianceMatrix.of(new double[] {variance}, 1).orElse(null) : null,
                curved ? CovarianceState.ACCURATE : CovarianceState.ABSENT,
                curved ? gradient[0] * gradient[0] / (2 * hessian[0]) : 0,
                atLimit ? List.of(parameter.name()) : List.of(),
                List.of());
    }
}
