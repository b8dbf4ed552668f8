package org.penguinfit.likelihoods;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Polynomial;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.PiecewiseQuadraticTerm;
import org.penguinfit.likelihoods.term.PiecewiseQuadraticTerm.Parabola;

/**
 * −2 ln L along one parameter, the others held, as a piecewise polynomial: exact where every prediction is a polynomial of
 * that parameter and every term is a piecewise parabola. For quadratic predictions the pieces are quartics, split where a
 * one-sided term switches on.
 */
public final class LikelihoodSlice {
    /** Relative rounding of −2 ln L, in units of its size at the edges of the range, above which a scan is the better way. */
    private static final double LARGEST_ROUNDING = 1e-8;

    private LikelihoodSlice() {}

    /**
     * True if a polynomial in powers of x keeps its digits over a range. Far from 0 the powers cancel: by a factor
     * (|x|/half-width)ⁿ for degree n.
     */
    public static boolean keepsDigits(Polynomial polynomial, Bounds range) {
        return keepsDigits(polynomial.degree(), range);
    }

    private static boolean keepsDigits(int degree, Bounds range) {
        double halfWidth = 0.5 * range.upper() - 0.5 * range.lower();
        if (degree < 1 || !range.isFinite() || halfWidth == 0) {
            return true;
        }
        double reach = Math.max(Math.abs(range.lower()), Math.abs(range.upper()));
        return Math.pow(reach / halfWidth, degree) * Math.ulp(1.0) <= LARGEST_ROUNDING;
    }

    /**
     * The slice.
     *
     * @param parameter index of the parameter that varies
     * @param theta values of all free parameters; entry {@code parameter} is not used
     * @param range where the parameter varies; either end may be infinite
     * @return the piecewise polynomial; empty if −2 ln L is none, or none with finite coefficients, or if the range lies so
     *     far from 0 for its width that the powers of the parameter would cancel
     */
    public static Optional<PiecewisePolynomial> of(Likelihood likelihood, int parameter, double[] theta, Bounds range) {
        try {
            return slice(likelihood, parameter, theta, range);
        } catch (ArithmeticException e) {
            return Optional.empty(); // beyond the largest number: the caller scans
        }
    }

    private static Optional<PiecewisePolynomial> slice(
            Likelihood likelihood, int parameter, double[] theta, Bounds range) {
        List<List<Polynomial>> predictions = new ArrayList<>();
        for (BoundTerm bound : likelihood.terms()) {
            List<Polynomial> slices = polynomials(likelihood, bound, parameter, theta);
            if (slices == null || !squaresKeepDigits(slices, range)) {
                return Optional.empty();
            }
            predictions.add(slices);
        }
        TreeSet<Double> breaks = new TreeSet<>(List.of(range.lower() + 0.0, range.upper() + 0.0));
        for (int t = 0; t < predictions.size(); t++) {
            addBreaks(likelihood.terms().get(t).term(), predictions.get(t), range, breaks);
        }
        Polynomial constraints = constraints(likelihood, parameter, theta);
        double[] ends = new double[breaks.size()];
        int k = 0;
        for (double b : breaks) {
            ends[k++] = b;
        }
        List<Optional<Polynomial>> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < ends.length; i++) {
            pieces.add(piece(likelihood, predictions, constraints, inside(ends[i], ends[i + 1])));
        }
        return Optional.of(PiecewisePolynomial.of(ends, pieces));
    }

    private static boolean squaresKeepDigits(List<Polynomial> predictions, Bounds range) {
        for (Polynomial prediction : predictions) {
            if (!keepsDigits(2 * prediction.degree(), range)) {
                return false;
            }
        }
        return true;
    }

    /** −2 ln L is taken apart by its derivatives, of which the highest is degree! times the leading coefficient. */
    private static Polynomial differentiable(Polynomial polynomial) {
        double factor = 1;
        for (int k = 2; k <= polynomial.degree(); k++) {
            factor *= k;
        }
        for (int k = 0; k <= polynomial.degree(); k++) {
            if (!Double.isFinite(factor * polynomial.coefficient(k))) {
                throw new ArithmeticException("a derivative exceeds the largest number");
            }
        }
        return polynomial;
    }

    /** A point between two ends, of which either may be infinite. */
    private static double inside(double from, double to) {
        if (Double.isInfinite(from)) {
            return Double.isInfinite(to) ? 0 : to - Math.max(1, Math.abs(to));
        }
        return Double.isInfinite(to) ? from + Math.max(1, Math.abs(from)) : 0.5 * from + 0.5 * to;
    }

    private static @Nullable List<Polynomial> polynomials(
            Likelihood likelihood, BoundTerm bound, int parameter, double[] theta) {
        if (!(bound.term() instanceof PiecewiseQuadraticTerm || bound.term() instanceof MultivariateGaussianTerm)) {
            return null;
        }
        List<Polynomial> slices = new ArrayList<>();
        for (int prediction : bound.predictions()) {
            Optional<Polynomial> slice = likelihood.predictionSlice(prediction, parameter, theta);
            if (slice.isEmpty()) {
                return null;
            }
            slices.add(slice.get());
        }
        return slices;
    }

    private static void addBreaks(LikelihoodTerm term, List<Polynomial> predictions, Bounds range, Set<Double> breaks) {
        if (term instanceof PiecewiseQuadraticTerm single) {
            for (double at : single.breakpoints()) {
                Polynomial distance = predictions.get(0).minus(Polynomial.of(at));
                addRoots(distance, range, breaks);
            }
        } else if (term instanceof MultivariateGaussianTerm block) {
            for (int i = 0; i < block.dimension(); i++) {
                if (block.isAsymmetric(i)) {
                    addRoots(predictions.get(i).minus(Polynomial.of(block.central(i))), range, breaks);
                }
            }
        }
    }

    private static void addRoots(Polynomial polynomial, Bounds range, Set<Double> breaks) {
        if (polynomial.degree() <= 0) {
            return; // the prediction does not move
        }
        for (double root : polynomial.realRoots(range.lower(), range.upper())) {
            breaks.add(root + 0.0); // one zero, not two signed ones
        }
    }

    /** −2 ln L on one piece; empty if a term excludes it. */
    private static Optional<Polynomial> piece(
            Likelihood likelihood, List<List<Polynomial>> predictions, Polynomial constraints, double middle) {
        Polynomial sum = constraints;
        for (int t = 0; t < predictions.size(); t++) {
            LikelihoodTerm term = likelihood.terms().get(t).term();
            List<Polynomial> mu = predictions.get(t);
            if (term instanceof PiecewiseQuadraticTerm single) {
                Parabola parabola = single.parabolaAt(mu.get(0).value(middle));
                if (parabola.excluded()) {
                    return Optional.empty();
                }
                Polynomial distance = mu.get(0).minus(Polynomial.of(parabola.vertex()));
                sum = sum.plus(distance.times(distance).times(Polynomial.of(parabola.weight())));
            } else {
                sum = sum.plus(quadraticForm((MultivariateGaussianTerm) term, mu, middle));
            }
        }
        return Optional.of(differentiable(sum));
    }

    /** Sum of squares of the whitened residuals. */
    private static Polynomial quadraticForm(MultivariateGaussianTerm term, List<Polynomial> mu, double middle) {
        Polynomial sum = Polynomial.of(0);
        for (int i = 0; i < mu.size(); i++) {
            Polynomial whitened = Polynomial.of(0);
            for (int j = 0; j <= i; j++) {
                Polynomial residual = mu.get(j).minus(Polynomial.of(term.central(j)));
                double weight = term.whitening(i, j) / term.sigma(j, mu.get(j).value(middle));
                whitened = whitened.plus(residual.times(Polynomial.of(weight)));
            }
            sum = sum.plus(whitened.times(whitened));
        }
        return sum;
    }

    private static Polynomial constraints(Likelihood likelihood, int parameter, double[] theta) {
        Polynomial sum = Polynomial.of(0);
        for (ParameterConstraint c : likelihood.constraints()) {
            Polynomial pull = c.parameter() == parameter
                    ? Polynomial.of(-c.central() / c.sigma(), 1 / c.sigma())
                    : Polynomial.of((theta[c.parameter()] - c.central()) / c.sigma());
            sum = sum.plus(pull.times(pull));
        }
        return sum;
    }
}
