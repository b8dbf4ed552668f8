package org.penguinfit.core.polynomial;

import java.util.Arrays;
import org.penguinfit.core.interval.Interval;

/**
 * All real roots of a polynomial in an interval, by recursion over the derivatives: between two neighbouring roots of p′
 * the polynomial is monotone and has at most one root, which a bracketed Newton iteration finds to the last digit.
 *
 * <p>Where p touches zero at a root of p′, only rounding decides between two close roots, one double root and none. Such a
 * point is reported once, as a root, when |p(x)| ≤ {@link #TANGENCY_ROUNDINGS} · 2⁻⁵² · Σ|cₖxᵏ|: a change of the
 * coefficients in their last digits makes it an exact one.
 */
final class RealRoots {
    /** Roundings of the coefficients by which a value at an extremum may differ from zero and still be a root. */
    static final double TANGENCY_ROUNDINGS = 4.0;

    private static final double EPSILON = Math.ulp(1.0);
    private static final int ITERATIONS = 5000;

    private RealRoots() {}

    static double[] of(Polynomial p, Interval range) {
        if (p.degree() < 0) {
            throw new IllegalArgumentException("every number is a root of the zero polynomial");
        }
        Interval finite = withoutInfinity(p, range);
        return between(p, finite.lower(), finite.upper());
    }

    /**
     * The same where the roots of the derivative are known already: those of p − c for many levels c.
     *
     * @param turns the real roots of p′ in the range, ascending
     */
    static double[] of(Polynomial p, Interval range, double[] turns) {
        if (p.degree() <= 1) {
            return of(p, range);
        }
        Interval finite = withoutInfinity(p, range);
        return inMonotonePieces(p, cuts(turns, finite.lower(), finite.upper()));
    }

    /** The part of a range that can hold roots. */
    private static Interval withoutInfinity(Polynomial p, Interval range) {
        if (range.isFinite()) {
            return range;
        }
        double bound = p.degree() == 0 ? 0.0 : rootBound(p);
        double lower = Double.isInfinite(range.lower()) ? Math.min(-bound, range.upper()) : range.lower();
        double upper = Double.isInfinite(range.upper()) ? Math.max(bound, range.lower()) : range.upper();
        return new Interval(lower, Math.max(lower, upper));
    }

    /**
     * A bound on |root|: twice the largest |cₖ/cₙ|^(1/(n−k)) (Fujiwara 1916), which scales with the variable, as Cauchy's
     * 1 + max |cₖ/cₙ| does not. Ratios and roots are rounded up to powers of two: at most a factor 8 too large.
     */
    static double rootBound(Polynomial p) {
        int n = p.degree();
        int lead = exponent(p.coefficient(n));
        int largest = Integer.MIN_VALUE;
        for (int k = 0; k < n; k++) {
            if (p.coefficient(k) != 0.0) {
                int ratio = exponent(p.coefficient(k)) + 1 - lead;
                largest = Math.max(largest, -Math.floorDiv(-ratio, n - k));
            }
        }
        return largest == Integer.MIN_VALUE ? 0.0 : Math.min(Math.scalb(2.0, largest), Double.MAX_VALUE);
    }

    /** The e of 2^e ≤ |c| < 2^(e+1), also of a subnormal number. */
    private static int exponent(double c) {
        int exponent = Math.getExponent(c);
        return exponent >= Double.MIN_EXPONENT ? exponent : Math.getExponent(c * 0x1p60) - 60;
    }

    private static double[] between(Polynomial p, double lower, double upper) {
        if (p.degree() <= 0) {
            return new double[0];
        }
        if (p.degree() == 1) {
            double root = -p.coefficient(0) / p.coefficient(1);
            return root >= lower && root <= upper ? new double[] {root} : new double[0];
        }
        return inMonotonePieces(p, cuts(between(p.derivative(), lower, upper), lower, upper));
    }

    /** Both ends and the turning points between them. */
    private static double[] cuts(double[] turns, double lower, double upper) {
        double[] cuts = new double[turns.length + 2];
        int count = 0;
        cuts[count++] = lower;
        for (double turn : turns) {
            if (turn >= lower && turn <= upper) {
                cuts[count++] = turn;
            }
        }
        cuts[count++] = upper;
        return Arrays.copyOf(cuts, count);
    }

    private static double[] inMonotonePieces(Polynomial p, double[] cuts) {
        double[] roots = new double[cuts.length + p.degree() + 1];
        int count = 0;
        double left = valueOrZero(p, cuts[0]);
        if (left == 0.0) {
            roots[count++] = cuts[0];
        }
        for (int i = 1; i < cuts.length; i++) {
            double right = valueOrZero(p, cuts[i]);
            if (cuts[i] > cuts[i - 1]) {
                if (right == 0.0) {
                    roots[count++] = cuts[i];
                } else if (left != 0.0 && (left < 0.0) != (right < 0.0)) {
                    double guess = i > 1
                            ? guess(p, cuts[i - 1], left, 1.0)
                            : i < cuts.length - 1 ? guess(p, cuts[i], right, -1.0) : Double.NaN;
                    roots[count++] = solve(p, cuts[i - 1], cuts[i], left < 0.0, guess);
                }
            }
            left = right;
        }
        return distinct(Arrays.copyOf(roots, count));
    }

    private static double[] distinct(double[] sorted) {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (count == 0 || sorted[i] > sorted[count - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private static double valueOrZero(Polynomial p, double x) {
        double value = p.accurateValue(x);
        double rounding = TANGENCY_ROUNDINGS * EPSILON * p.magnitude(x);
        return Math.abs(value) <= rounding && Double.isFinite(rounding) ? 0.0 : value;
    }

    /** Where the parabola around a turning point meets zero: a root close to it, a first guess of one farther away. */
    private static double guess(Polynomial p, double turn, double value, double side) {
        double squared = -2.0 * value / p.secondDerivative(turn);
        return turn + side * Math.sqrt(squared); // not a number where the curvature has the wrong sign
    }

    /** The root of p between two points where its signs differ, p being monotone in between. */
    private static double solve(Polynomial p, double lower, double upper, boolean rising, double guess) {
        double low = lower;
        double high = upper;
        double x = guess > low && guess < high ? guess : middle(low, high);
        for (int i = 0; i < ITERATIONS; i++) {
            double value = p.accurateValue(x);
            if (value == 0.0) {
                return x;
            }
            if ((value < 0.0) == rising) {
                low = x;
            } else {
                high = x;
            }
            double next = x - value / p.firstDerivative(x);
            if (Math.abs(next - x) <= 0.5 * Math.ulp(x)) {
                return x;
            }
            boolean newton = next > low && next < high && i % 8 != 7;
            x = newton ? next : middle(low, high);
            if (x <= low || x >= high) {
                break;
            }
        }
        return Math.abs(p.accurateValue(low)) <= Math.abs(p.accurateValue(high)) ? low : high;
    }

    /** The middle of a bracket: geometric where it spans orders of magnitude, else arithmetic. */
    private static double middle(double low, double high) {
        if (low < 0.0 && high > 0.0) {
            return Math.min(-low, high) > 1e-3 * Math.max(-low, high) ? 0.5 * low + 0.5 * high : 0.0;
        }
        double small = Math.min(Math.abs(low), Math.abs(high));
        double large = Math.max(Math.abs(low), Math.abs(high));
        if (large > 1e3 * small) {
            double geometric = small > 0.0 ? Math.sqrt(small) * Math.sqrt(large) : 1e-3 * large;
            return high > 0.0 ? geometric : -geometric;
        }
        return 0.5 * low + 0.5 * high;
    }
}
