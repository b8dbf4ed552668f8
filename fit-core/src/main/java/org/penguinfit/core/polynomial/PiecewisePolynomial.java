package org.penguinfit.core.polynomial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;

/**
 * A function on an interval that is a polynomial between breakpoints, or excluded (+∞): −2 ln L along one parameter, when
 * predictions are polynomials and terms switch on at a threshold. Where two pieces disagree at a breakpoint, the lower
 * value counts, so sublevel sets are closed.
 */
public final class PiecewisePolynomial {
    private final double[] breakpoints;
    private final List<Optional<Polynomial>> pieces;
    /** Turning points of each piece, found when first asked for: sublevel sets at every level and the minima share them. */
    private volatile double @Nullable [][] turns;

    private PiecewisePolynomial(double[] breakpoints, List<Optional<Polynomial>> pieces) {
        this.breakpoints = breakpoints;
        this.pieces = pieces;
    }

    /**
     * A function of these pieces.
     *
     * @param breakpoints strictly ascending, one more than pieces; the first and the last, the ends of the domain, may be
     *     infinite
     * @param pieces the polynomial between two neighbouring breakpoints; empty where excluded
     */
    public static PiecewisePolynomial of(double[] breakpoints, List<Optional<Polynomial>> pieces) {
        if (pieces.isEmpty() || breakpoints.length != pieces.size() + 1) {
            throw new IllegalArgumentException(
                    pieces.size() + " pieces need one breakpoint more, found " + breakpoints.length);
        }
        for (int k = 1; k < breakpoints.length; k++) {
            if (!(breakpoints[k - 1] < breakpoints[k])) {
                throw new IllegalArgumentException("breakpoints must ascend: " + Arrays.toString(breakpoints));
            }
        }
        return new PiecewisePolynomial(breakpoints.clone(), List.copyOf(pieces));
    }

    /** One polynomial on an interval of positive length. */
    public static PiecewisePolynomial of(Polynomial polynomial, Interval domain) {
        return of(new double[] {domain.lower(), domain.upper()}, List.of(Optional.of(polynomial)));
    }

    /** The interval on which the function is given. */
    public Interval domain() {
        return new Interval(breakpoints[0], breakpoints[breakpoints.length - 1]);
    }

    /** The ends of the pieces, ascending; a fresh array. */
    public double[] breakpoints() {
        return breakpoints.clone();
    }

    /** The pieces in order; empty where excluded. */
    public List<Optional<Polynomial>> pieces() {
        return pieces;
    }

    /** The value at a finite {@code x}; +∞ outside the domain and in excluded pieces. */
    public double value(double x) {
        double lowest = Double.POSITIVE_INFINITY;
        for (int k = 0; k < pieces.size(); k++) {
            if (x >= breakpoints[k] && x <= breakpoints[k + 1] && pieces.get(k).isPresent()) {
                lowest = Math.min(lowest, pieces.get(k).get().accurateValue(x));
            }
        }
        return lowest;
    }

    private double[][] turns() {
        double[][] known = turns;
        if (known == null) {
            known = new double[pieces.size()][];
            for (int k = 0; k < known.length; k++) {
                known[k] = MonotoneSegment.turns(pieces.get(k), breakpoints[k], breakpoints[k + 1]);
            }
            turns = known;
        }
        return known;
    }

    /** All local minima, ascending in x, with those at ends of the domain and at walls. */
    public List<Stationary> minima() {
        List<MonotoneSegment> chain = new ArrayList<>();
        for (int k = 0; k < pieces.size(); k++) {
            if (pieces.get(k).isPresent()) {
                chain.addAll(MonotoneSegment.of(pieces.get(k).get(), breakpoints[k], breakpoints[k + 1], turns()[k]));
            } else {
                chain.add(MonotoneSegment.excluded(breakpoints[k], breakpoints[k + 1]));
            }
        }
        return LocalMinima.of(chain);
    }

    /** The lowest local minimum; empty when the function is excluded everywhere or unbounded below. */
    public Optional<Stationary> globalMinimum() {
        Stationary best = null;
        for (Stationary minimum : minima()) {
            if (best == null || minimum.value() < best.value()) {
                best = minimum;
            }
        }
        return best == null || isUnboundedBelow() ? Optional.empty() : Optional.of(best);
    }

    private boolean isUnboundedBelow() {
        int last = pieces.size() - 1;
        return fallsForever(pieces.get(0), breakpoints[0]) || fallsForever(pieces.get(last), breakpoints[last + 1]);
    }

    private static boolean fallsForever(Optional<Polynomial> piece, double end) {
        if (piece.isEmpty() || piece.get().degree() <= 0 || Double.isFinite(end)) {
            return false;
        }
        double lead = piece.get().coefficient(piece.get().degree());
        boolean odd = piece.get().degree() % 2 == 1;
        return (odd && end < 0.0 ? -lead : lead) < 0.0;
    }

    /** All x of the domain where the value is at most {@code level}; a minimum that just touches it is a point. */
    public IntervalSet sublevelSet(double level) {
        List<Interval> parts = new ArrayList<>();
        for (int k = 0; k < pieces.size(); k++) {
            if (pieces.get(k).isPresent()) {
                addSublevel(pieces.get(k).get().plus(-level), breakpoints[k], breakpoints[k + 1], turns()[k], parts);
            }
        }
        return IntervalSet.of(parts);
    }

    private static void addSublevel(Polynomial excess, double from, double to, double[] turns, List<Interval> parts) {
        double left = from;
        double[] roots = excess.degree() <= 0 ? new double[0] : RealRoots.of(excess, new Interval(from, to), turns);
        for (double root : roots) {
            parts.add(new Interval(root, root));
            addWhereNegative(excess, left, root, parts);
            left = root;
        }
        addWhereNegative(excess, left, to, parts);
    }

    private static void addWhereNegative(Polynomial excess, double from, double to, List<Interval> parts) {
        if (from < to && excess.accurateValue(MonotoneSegment.inside(from, to)) <= 0.0) {
            parts.add(new Interval(from, to));
        }
    }

    /**
     * The sum, on the common domain; excluded where either is.
     *
     * @throws IllegalArgumentException when the domains have no interval in common
     */
    public PiecewisePolynomial plus(PiecewisePolynomial other) {
        double lower = Math.max(breakpoints[0], other.breakpoints[0]);
        double upper = Math.min(domain().upper(), other.domain().upper());
        if (!(lower < upper)) {
            throw new IllegalArgumentException(
                    "the domains " + domain() + " and " + other.domain() + " have no interval in common");
        }
        SortedSet<Double> cuts = new TreeSet<>(List.of(lower, upper));
        addBetween(breakpoints, lower, upper, cuts);
        addBetween(other.breakpoints, lower, upper, cuts);
        double[] joint = toArray(cuts);
        List<Optional<Polynomial>> sums = new ArrayList<>();
        for (int k = 1; k < joint.length; k++) {
            double inside = MonotoneSegment.inside(joint[k - 1], joint[k]);
            Optional<Polynomial> first = pieceAt(inside);
            Optional<Polynomial> second = other.pieceAt(inside);
            sums.add(
                    first.isPresent() && second.isPresent()
                            ? Optional.of(first.get().plus(second.get()))
                            : Optional.empty());
        }
        return new PiecewisePolynomial(joint, List.copyOf(sums));
    }

    /** The sum with a polynomial everywhere. */
    public PiecewisePolynomial plus(Polynomial polynomial) {
        return plus(of(polynomial, domain()));
    }

    /** This function of a polynomial: x ↦ f(inner(x)) on {@code domain}, split where inner meets a breakpoint. */
    public PiecewisePolynomial compose(Polynomial inner, Interval domain) {
        SortedSet<Double> cuts = new TreeSet<>(List.of(domain.lower(), domain.upper()));
        for (double breakpoint : breakpoints) {
            if (Double.isFinite(breakpoint) && inner.degree() > 0) {
                addBetween(
                        inner.plus(-breakpoint).realRoots(domain.lower(), domain.upper()),
                        domain.lower(),
                        domain.upper(),
                        cuts);
            }
        }
        double[] joint = toArray(cuts);
        List<Optional<Polynomial>> composed = new ArrayList<>();
        for (int k = 1; k < joint.length; k++) {
            double inside = inner.accurateValue(MonotoneSegment.inside(joint[k - 1], joint[k]));
            composed.add(pieceAt(inside).map(piece -> piece.compose(inner)));
        }
        return of(joint, composed);
    }

    private Optional<Polynomial> pieceAt(double x) {
        for (int k = 0; k < pieces.size(); k++) {
            if (x >= breakpoints[k] && x <= breakpoints[k + 1]) {
                return pieces.get(k);
            }
        }
        return Optional.empty();
    }

    private static void addBetween(double[] points, double lower, double upper, SortedSet<Double> cuts) {
        for (double point : points) {
            if (point > lower && point < upper) {
                cuts.add(point + 0.0); // one zero, not two signed ones
            }
        }
    }

    private static double[] toArray(SortedSet<Double> cuts) {
        double[] array = new double[cuts.size()];
        int count = 0;
        for (double cut : cuts) {
            array[count++] = cut;
        }
        return array;
    }

    @Override
    public String toString() {
        return "PiecewisePolynomial" + Arrays.toString(breakpoints) + pieces;
    }
}
