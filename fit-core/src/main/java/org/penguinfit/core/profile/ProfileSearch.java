package org.penguinfit.core.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.penguinfit.core.interval.CurveNode;
import org.penguinfit.core.interval.CurveSampling;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.interval.SampledCurve;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Convergence;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;

/** One run of {@link ProfileLikelihood}. */
final class ProfileSearch {
    /** Rounds of sweeps, refinement and crossings; each further one needs a lower minimum than all before. */
    private static final int ROUNDS = 8;

    private final ProfileLikelihood settings;
    private final TwiceDifferentiableObjective objective;
    private final ParameterSet parameters;
    private final int index;
    private final Interval range;
    private final List<Bounds> boundsInRange;
    private final ProfileSweep sweep;
    /** Positions of the curve for drawing, those of the grid included. */
    private final Set<Double> drawn = new HashSet<>();

    private final List<Minimum> minima = new ArrayList<>();
    private double outside = Double.POSITIVE_INFINITY;
    private EvaluationCount evaluations = EvaluationCount.NONE;

    ProfileSearch(
            ProfileLikelihood settings,
            TwiceDifferentiableObjective objective,
            ParameterSet parameters,
            int index,
            Interval wanted) {
        Bounds own = parameters.get(index).bounds();
        double lower = own.clamp(wanted.lower());
        double upper = own.clamp(wanted.upper());
        if (!wanted.isFinite() || !(lower < upper)) {
            throw new IllegalArgumentException(
                    "parameter " + parameters.get(index).name()
                            + ": a profile needs a finite range within the bounds, found " + wanted);
        }
        this.settings = settings;
        this.objective = objective;
        this.parameters = parameters;
        this.index = index;
        this.range = new Interval(lower, upper);
        this.boundsInRange = new ArrayList<>(parameters.bounds());
        this.boundsInRange.set(index, new Bounds(lower, upper));
        this.sweep = new ProfileSweep(objective, parameters, index);
    }

    ProfileCurve run(List<Vector> seeds, List<Double> deltas) {
        for (int i = 0; i < settings.points(); i++) {
            double fraction = i / (settings.points() - 1.0);
            sweep.addGrid((1.0 - fraction) * range.lower() + fraction * range.upper());
        }
        start(seeds);
        double first = reference();
        searchAnchors(seeds);
        List<IntervalSet> intervals = List.of();
        List<ProfilePoint> found = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            settle();
            double before = reference();
            intervals = intervals(deltas);
            found = profileMinima();
            markDrawn(found, intervals, deltas);
            if (!(sweep.lowest() < before - gain(before))) {
                break;
            }
        }
        boolean adopted = reference() < first - gain(first);
        return result(intervals, found, adopted);
    }

    private static double gain(double value) {
        return Double.isFinite(value) ? ProfileNode.SIGNIFICANT_GAIN * Math.max(1.0, Math.abs(value)) : 0.0;
    }

    private double reference() {
        return Math.min(outside, sweep.lowest());
    }

    /** Minimises over all parameters from the start values and every seed; each minimum becomes a node. */
    private void start(List<Vector> seeds) {
        List<double[]> starts = new ArrayList<>();
        starts.add(parameters.start());
        for (Vector seed : seeds) {
            starts.add(seed.toArray());
            double value = range.contains(seed.get(index)) ? Double.POSITIVE_INFINITY : objective.value(seed.toArray());
            outside = Double.isFinite(value) ? Math.min(outside, value) : outside;
        }
        for (double[] point : starts) {
            refineFrom(point);
        }
    }

    /** Refines over all parameters within the range; true when it opens a significantly lower point of the profile. */
    private boolean refineFrom(double[] point) {
        Minimum minimum = settings.minimizer().minimize(objective, point, boundsInRange, StoppingRule.standard());
        evaluations = evaluations.plus(minimum.evaluations());
        if (!Double.isFinite(minimum.value())) {
            return false;
        }
        minima.add(minimum);
        return sweep.adopt(minimum);
    }

    /** Looks for other branches: a multi-start over the other parameters at a few points of the range. */
    private void searchAnchors(List<Vector> seeds) {
        if (parameters.size() == 1) {
            return;
        }
        MultiStart search =
                new MultiStart(settings.minimizer(), ProfileLikelihood.INNER_RULE, settings.sobolPoints(), 1);
        for (int k = 0; k < settings.anchors(); k++) {
            int grid = (int) Math.round((k + 0.5) / settings.anchors() * (settings.points() - 1));
            evaluations = evaluations.plus(sweep.searchAt(grid, search, seeds));
        }
    }

    /** Sweeps and refines local minima until nothing gets lower. */
    private void settle() {
        for (int round = 0; round < ROUNDS; round++) {
            sweep.untilStable();
            boolean lower = false;
            for (ProfileNode node : sweep.localMinima()) {
                if (!isRefined(node)) {
                    lower |= refineFrom(node.point);
                }
            }
            if (!lower) {
                return;
            }
        }
    }

    private boolean isRefined(ProfileNode node) {
        for (Minimum minimum : minima) {
            if (minimum.point().get(index) == node.x && minimum.value() <= node.value + gain(node.value)) {
                return true;
            }
        }
        return false;
    }

    private List<IntervalSet> intervals(List<Double> deltas) {
        List<CurveNode> nodes = new ArrayList<>();
        for (ProfileNode node : sweep.nodes()) {
            nodes.add(new CurveNode(node.x, node.value));
        }
        SampledCurve curve = SampledCurve.of(sweep::valueAt, nodes).withMaxima();
        double reference = reference();
        List<IntervalSet> sets = new ArrayList<>();
        for (double delta : deltas) {
            sets.add(curve.sublevelSet(reference + delta));
        }
        return sets;
    }

    /** Makes the minima, the ends of the sets and points between and around them part of the curve, if they are wanted. */
    private void markDrawn(List<ProfilePoint> found, List<IntervalSet> intervals, List<Double> deltas) {
        double highest = deltas.stream().mapToDouble(delta -> delta).max().orElse(0.0);
        if (!settings.drawn() || !(highest > 0.0)) {
            return;
        }
        List<Double> knots = new ArrayList<>();
        sweep.nodes().stream().filter(node -> node.onGrid).forEach(node -> knots.add(node.x));
        found.forEach(minimum -> knots.add(minimum.x()));
        intervals.forEach(set -> knots.addAll(set.ends()));
        double reference = reference();
        drawn.clear();
        for (CurveNode node : CurveSampling.of(x -> sweep.valueAt(x) - reference, knots, highest)) {
            drawn.add(node.x());
        }
    }

    private ProfileCurve result(List<IntervalSet> intervals, List<ProfilePoint> found, boolean adopted) {
        List<ProfilePoint> points = new ArrayList<>();
        int failed = 0;
        int excluded = 0;
        for (ProfileNode node : sweep.nodes()) {
            if (isOnCurve(node) && Double.isFinite(node.value)) {
                points.add(node.toPoint());
                failed += hasFailed(node.status) ? 1 : 0;
            } else if (node.onGrid) {
                excluded++;
            }
        }
        return new ProfileCurve(
                index,
                range,
                points,
                found,
                reference(),
                intervals,
                failed,
                excluded,
                adopted,
                settings.method(),
                evaluations.plus(sweep.evaluations()));
    }

    private boolean isOnCurve(ProfileNode node) {
        return node.onGrid || drawn.contains(node.x);
    }

    private static boolean hasFailed(Convergence status) {
        return status == Convergence.CALL_LIMIT || status == Convergence.STALLED || status == Convergence.NOT_FINITE;
    }

    /** The refined minima that are local minima of the profile, each once, by value. */
    private List<ProfilePoint> profileMinima() {
        List<ProfilePoint> result = new ArrayList<>();
        for (ProfileNode node : sweep.localMinima()) {
            ProfilePoint point = node.toPoint();
            for (Minimum minimum : minima) {
                if (minimum.point().get(index) == node.x && minimum.value() <= node.value + gain(node.value)) {
                    point = new ProfilePoint(node.x, minimum.value(), minimum.point(), minimum.status());
                }
            }
            boolean resolved = node.onGrid || isRefined(node); // beside an interval end, rounding makes false minima
            if (resolved && !isNear(point, result)) {
                result.add(point);
            }
        }
        result.sort(Comparator.comparingDouble(ProfilePoint::value).thenComparingDouble(ProfilePoint::x));
        return result;
    }

    private boolean isNear(ProfilePoint point, List<ProfilePoint> known) {
        for (ProfilePoint other : known) {
            if (Math.abs(point.x() - other.x()) <= 1e-7 * range.length()) {
                return true;
            }
        }
        return false;
    }
}
