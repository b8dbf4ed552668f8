package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.objective.DifferentiableObjective;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.likelihoods.term.PiecewiseQuadraticTerm.Parabola;
import org.penguinfit.likelihoods.term.TermExamples.Example;

/** What every likelihood term promises. */
class LikelihoodTermContractTest {
    /** Extrapolated central differences of functions of unit scale are good to 1e-9. */
    private static final double DIFFERENCES = 1e-6;

    /** Largest first step of {@link FiniteDifferences} within two widths of the centre, with a margin. */
    private static final double REACH = 0.25;

    /** A few roundings. */
    private static final double ROUNDING = 1e-12;

    /** Rounding of sums of table entries up to 100, and of a minimum found between them. */
    private static final double TABULATED = 1e-12;

    private static final int POINTS = 20;

    static List<Example> examples() {
        return TermExamples.all();
    }

    static List<Example> piecewise() {
        return examples().stream()
                .filter(e -> e.term() instanceof PiecewiseQuadraticTerm)
                .toList();
    }

    @Test
    void everyPermittedTypeHasAnExample() {
        Set<Class<?>> leaves = new HashSet<>();
        addLeaves(LikelihoodTerm.class, leaves);
        Set<Class<?>> covered = new HashSet<>();
        for (Example example : examples()) {
            covered.add(example.term().getClass());
        }
        assertThat(covered).isEqualTo(leaves);
    }

    private static void addLeaves(Class<?> type, Set<Class<?>> leaves) {
        if (!type.isSealed()) {
            leaves.add(type);
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            addLeaves(permitted, leaves);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theMinimumIsZeroAtTheCentralValue(Example example) {
        LikelihoodTerm term = example.term();
        double[] gradient = new double[term.dimension()];
        double[] hessian = new double[term.dimension() * term.dimension()];
        double rounding = example.isTabulated() ? TABULATED : 0;
        assertThat(term.value(example.central())).isCloseTo(0, within(rounding));
        assertThat(term.valueGradientAndHessian(example.central(), gradient, hessian))
                .isCloseTo(0, within(rounding));
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i] * example.width()[i]).isCloseTo(0, within(Math.sqrt(rounding)));
        }
        Random random = new Random(1);
        for (int k = 0; k < POINTS; k++) {
            double[] t = random.doubles(term.dimension(), -9, 9).toArray();
            assertThat(term.value(example.at(t))).isNotNegative();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void derivativesAgreeWithCentralDifferences(Example example) {
        Random random = new Random(2);
        int n = example.term().dimension();
        InWidths objective = new InWidths(example);
        for (int k = 0; k < POINTS; k++) {
            double[] t = example.smoothPoint(random, REACH);
            double[] gradient = new double[n];
            double[] hessian = new double[n * n];
            double value = objective.all(t, gradient, hessian);
            assertThat(value).isEqualTo(objective.value(t));
            assertClose(gradient, FiniteDifferences.gradient(objective, t));
            assertClose(hessian, FiniteDifferences.hessian(objective, t));
        }
    }

    private static void assertClose(double[] actual, double[] expected) {
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).isCloseTo(expected[i], within(DIFFERENCES * Math.max(1, Math.abs(expected[i]))));
        }
    }

    /** A term as a function of its predictions' distances from the centre in widths, so that all scales are one. */
    private record InWidths(Example example) implements DifferentiableObjective {
        @Override
        public double value(double[] t) {
            return example.term().value(example.at(t));
        }

        @Override
        public double valueAndGradient(double[] t, double[] gradient) {
            return all(t, gradient, new double[t.length * t.length]);
        }

        double all(double[] t, double[] gradient, double[] hessian) {
            double value = example.term().valueGradientAndHessian(example.at(t), gradient, hessian);
            double[] width = example.width();
            for (int i = 0; i < t.length; i++) {
                gradient[i] *= width[i];
                for (int j = 0; j < t.length; j++) {
                    hessian[i * t.length + j] *= width[i] * width[j];
                }
            }
            return value;
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void excludedPredictionsAreInfiniteWithoutDerivatives(Example example) {
        for (double mu : example.excluded()) {
            double[] gradient = {1};
            double[] hessian = {1};
            assertThat(example.term().valueGradientAndHessian(new double[] {mu}, gradient, hessian))
                    .isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(example.term().value(new double[] {mu})).isEqualTo(Double.POSITIVE_INFINITY);
            assertThat(gradient).containsExactly(0);
            assertThat(hessian).containsExactly(0);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPredictionThatIsNoNumberIsNeverFinite(Example example) {
        for (int i = 0; i < example.width().length; i++) {
            double[] mu = example.central();
            mu[i] = Double.NaN;
            assertThat(example.term().value(mu)).isNotFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aPullHasTheSignOfMeasuredMinusPredictedAndOfOneObservableTheSquareOfTheTerm(Example example) {
        LikelihoodTerm term = example.term();
        Random random = new Random(3);
        for (int k = 0; k < POINTS; k++) {
            double[] mu = example.at(example.smoothPoint(random, REACH));
            for (int i = 0; i < mu.length; i++) {
                double pull = term.pull(mu, i);
                assertThat(pull * (term.central(i) - mu[i]) >= 0).isTrue();
                if (mu.length == 1) {
                    assertThat(pull * pull).isCloseTo(term.value(mu), within(ROUNDING * Math.max(1, pull * pull)));
                } else {
                    double sigma = term instanceof GridTerm grid
                            ? grid.width(i)
                            : ((MultivariateGaussianTerm) term).sigma(i, mu[i]);
                    assertThat(pull).isCloseTo((term.central(i) - mu[i]) / sigma, within(ROUNDING));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("piecewise")
    void theParabolaAtAPredictionIsTheTermOnItsWholePiece(Example example) {
        PiecewiseQuadraticTerm term = (PiecewiseQuadraticTerm) example.term();
        assertThat(term.breakpoints()).isSorted();
        Random random = new Random(4);
        for (int k = 0; k < POINTS; k++) {
            double mu = example.at(random.doubles(1, -5, 5).toArray())[0];
            double other = example.at(random.doubles(1, -5, 5).toArray())[0];
            Parabola parabola = term.parabolaAt(mu);
            double distance = mu - parabola.vertex();
            double expected = parabola.excluded() ? Double.POSITIVE_INFINITY : parabola.weight() * distance * distance;
            assertThat(term.at(mu)).isEqualTo(expected);
            if (piece(term, mu) == piece(term, other)) {
                assertThat(term.parabolaAt(other)).isEqualTo(parabola);
            }
        }
    }

    private static int piece(PiecewiseQuadraticTerm term, double mu) {
        int piece = 0;
        for (double at : term.breakpoints()) {
            piece += mu > at ? 1 : 0;
        }
        return piece;
    }

    /** One-sided differences: exact for parabolas up to rounding. */
    @ParameterizedTest
    @MethodSource("piecewise")
    void atABreakTheDerivativesAreThoseOfTheRightHandPieceOrOfTheAllowedOne(Example example) {
        PiecewiseQuadraticTerm term = (PiecewiseQuadraticTerm) example.term();
        double width = example.width()[0];
        for (double at : term.breakpoints()) {
            assertThat(term.at(at)).isFinite();
            double step = Double.isFinite(term.at(at + width)) ? width : -width;
            double curvature = (term.slope(at + step) - term.slope(at)) / step;
            double value = term.at(at) + step * term.slope(at) + step * step * term.curvature(at) / 2;
            assertThat(term.curvature(at) * width * width)
                    .isCloseTo(curvature * width * width, within(ROUNDING * Math.max(1, curvature * width * width)));
            assertThat(value).isCloseTo(term.at(at + step), within(ROUNDING));
        }
    }
}
