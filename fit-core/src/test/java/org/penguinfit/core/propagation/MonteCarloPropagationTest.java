package org.penguinfit.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.prior.FlatPrior;
import org.penguinfit.core.prior.GaussianPrior;
import org.penguinfit.core.prior.LogNormalPrior;
import org.penguinfit.core.prior.SplitGaussianPrior;
import org.penguinfit.core.random.RandomStreams;

/** Distributions of predictions against closed forms. */
class MonteCarloPropagationTest {
    /** Seeded draws are compared at five of their own Monte-Carlo standard errors. */
    private static final double STANDARD_ERRORS = 5;

    /** Rounding of sums over the draws. */
    private static final double ROUNDING = 1e-9;

    private static final RandomStreams STREAMS = RandomStreams.of(20260101);
    private static final MonteCarloPropagation RANDOM = MonteCarloPropagation.standard();
    private static final CovarianceMatrix PAIR =
            CovarianceMatrix.of(new double[][] {{1, 1.2}, {1.2, 4}}).orElseThrow();

    /** Predictions as formulae. */
    @SafeVarargs
    private static PredictionFunction function(ToDoubleFunction<double[]>... formulae) {
        return new PredictionFunction() {
            @Override
            public int size() {
                return formulae.length;
            }

            @Override
            public void evaluate(double[] theta, double[] predictions) {
                for (int k = 0; k < formulae.length; k++) {
                    predictions[k] = formulae[k].applyAsDouble(theta);
                }
            }
        };
    }

    private static GaussianDraws gaussian(CovarianceMatrix covariance, double... center) {
        List<Bounds> bounds = Collections.nCopies(center.length, Bounds.UNBOUNDED);
        return new GaussianDraws(ParameterUncertainty.of(center, covariance), bounds);
    }

    private static GaussianDraws standardGaussian() {
        return gaussian(CovarianceMatrix.of(new double[][] {{1}}).orElseThrow(), 0);
    }

    private static MonteCarloPredictions run(
            MonteCarloPropagation method, ParameterDraws draws, PredictionFunction function) {
        return method.predictions(draws, () -> function, STREAMS, ParallelWork.on(1), "test");
    }

    private static void assertAgrees(Estimate estimate, double exact) {
        assertThat(estimate.error()).isPositive();
        assertThat(estimate.value()).isCloseTo(exact, within(STANDARD_ERRORS * estimate.error()));
    }

    /** χ² with one degree of freedom: mean 1, variance 2, skewness √8; quantiles of scipy 1.17.1 chi2(1).ppf. */
    @Test
    void aSquareHasTheMomentsOfAChiSquare() {
        MonteCarloPredictions found = run(RANDOM, standardGaussian(), function(x -> x[0] * x[0]));
        PredictionDistribution y = found.distributions().get(0);
        assertAgrees(y.mean(), 1);
        assertAgrees(y.sigma(), Math.sqrt(2));
        assertAgrees(y.skewness(), Math.sqrt(8));
        assertAgrees(y.median(), 0.454936423119573);
        assertAgrees(y.ninetyFive().lower(), 0.000982069117175264);
        assertAgrees(y.ninetyFive().upper(), 5.02388618731489);
        assertThat(found.used()).isEqualTo(RANDOM.draws());
    }

    /** Log-normal: mean e^{σ²/2}, variance (e^{σ²} − 1) e^{σ²}, median 1, one-sigma quantiles e^{∓σ}; σ = 0.3. */
    @Test
    void anExponentialHasTheMomentsOfALogNormal() {
        PredictionDistribution y = run(RANDOM, standardGaussian(), function(x -> Math.exp(0.3 * x[0])))
                .distributions()
                .get(0);
        assertAgrees(y.mean(), Math.exp(0.045));
        assertAgrees(y.sigma(), Math.sqrt(Math.expm1(0.09) * Math.exp(0.09)));
        assertAgrees(y.median(), 1);
        assertAgrees(y.oneSigma().lower(), Math.exp(-0.3));
        assertAgrees(y.oneSigma().upper(), Math.exp(0.3));
    }

    @Test
    void quasiRandomPointsAreMuchMoreAccurate() {
        MonteCarloPropagation quasi = RANDOM.withQuasiRandomPoints();
        PredictionFunction sum = function(x -> x[0] + Math.exp(0.3 * x[1]));
        PredictionDistribution rough =
                run(RANDOM, gaussian(PAIR, 0, 0), sum).distributions().get(0);
        PredictionDistribution fine =
                run(quasi, gaussian(PAIR, 0, 0), sum).distributions().get(0);
        double exact = Math.exp(0.5 * 0.09 * 4);
        assertAgrees(rough.mean(), exact);
        assertAgrees(fine.mean(), exact);
        assertThat(fine.mean().error()).isLessThan(0.2 * rough.mean().error());
    }

    /** cov(x₀, x₀ + x₁) = 1 + 1.2; cov(x₀x₁, x₀) = 0 by symmetry; variance of x₀x₁ is σ₀²σ₁² + cov². */
    @Test
    void predictionsOfCorrelatedParametersHaveTheirCovariance() {
        MonteCarloPredictions found =
                run(RANDOM, gaussian(PAIR, 0, 0), function(x -> x[0], x -> x[0] + x[1], x -> x[0] * x[1]));
        assertAgrees(found.covariance().get(0).get(1), 2.2);
        assertAgrees(found.covariance().get(0).get(2), 0);
        assertAgrees(found.distributions().get(2).sigma(), Math.sqrt(4 + 1.44));
    }

    @Test
    void smallUncertaintiesAgreeWithLinearPropagation() {
        double scale = 1e-3;
        CovarianceMatrix small = CovarianceMatrix.of(
                        new double[][] {{scale * scale, 1.2 * scale * scale}, {1.2 * scale * scale, 4 * scale * scale}})
                .orElseThrow();
        double[] center = {1, 2};
        PredictionFunction function = function(x -> Math.sin(x[0]) * x[1] * x[1]);
        PredictionDistribution y = run(RANDOM.withQuasiRandomPoints(), gaussian(small, center), function)
                .distributions()
                .get(0);
        double value = 4 * Math.sin(1);
        double[] gradient = {4 * Math.cos(1), 4 * Math.sin(1)};
        LinearPrediction linear = LinearPropagation.of(
                        new double[] {value}, gradient, ParameterUncertainty.of(center, small))
                .predictions(new SourceGroups(List.of()))
                .get(0);
        // second-order terms are of relative size σ² = 4e-6
        assertThat(y.sigma().value())
                .isCloseTo(linear.sigma(), within(STANDARD_ERRORS * y.sigma().error() + 1e-5 * linear.sigma()));
        assertThat(y.mean().value()).isCloseTo(value, within(1e-5));
    }

    /** A standard Gaussian cut off below zero is half-normal: mean √(2/π), variance 1 − 2/π. */
    @Test
    void drawsOutsideTheBoundsAreThrownAwayAndCounted() {
        GaussianDraws cut =
                new GaussianDraws(standardGaussian().parameters(), List.of(new Bounds(0, Double.POSITIVE_INFINITY)));
        MonteCarloPredictions found = run(RANDOM, cut, function(x -> x[0]));
        assertAgrees(found.distributions().get(0).mean(), Math.sqrt(2 / Math.PI));
        assertAgrees(found.distributions().get(0).sigma(), Math.sqrt(1 - 2 / Math.PI));
        assertThat((double) found.outside()).isCloseTo(RANDOM.draws(), within(0.05 * RANDOM.draws()));
    }

    @Test
    void aPredictionThatIsNotFiniteCountsAsAFailedDraw() {
        MonteCarloPredictions found = run(RANDOM, standardGaussian(), function(x -> Math.sqrt(x[0]), x -> x[0]));
        assertThat(found.failed() + found.used()).isEqualTo(RANDOM.draws());
        assertThat((double) found.failed()).isCloseTo(0.5 * RANDOM.draws(), within(0.05 * RANDOM.draws()));
        assertThat(found.distributions().get(1).sorted().get(0)).isNotNegative();
        MonteCarloPredictions none = run(RANDOM, standardGaussian(), function(x -> Double.NaN));
        assertThat(none.used()).isZero();
        assertThat(none.distributions()).isEmpty();
    }

    /** Split Gaussian: mean = mode + √(2/π)(σ₊ − σ₋) (Wallis 2014, equation 2); log-normal: mean = m e^{σ²/2}. */
    @Test
    void parametersComeFromAsymmetricAndLogNormalDistributions() {
        PriorDraws draws = new PriorDraws(
                List.of(new SplitGaussianPrior(1, 0.2, 0.5, "test"), new LogNormalPrior(2, 0.25, "test")),
                List.of(Bounds.UNBOUNDED, Bounds.UNBOUNDED));
        MonteCarloPredictions found = run(RANDOM, draws, function(x -> x[0], x -> x[1]));
        assertAgrees(found.distributions().get(0).mean(), 1 + Math.sqrt(2 / Math.PI) * 0.3);
        assertAgrees(found.distributions().get(1).mean(), 2 * Math.exp(0.5 * 0.0625));
    }

    @Test
    void givenSamplesAreUsedOnceEach() {
        double[] rows = new double[2000];
        for (int k = 0; k < 1000; k++) {
            rows[2 * k] = k;
            rows[2 * k + 1] = -k;
        }
        MonteCarloPropagation method = new MonteCarloPropagation(5000, 10, false);
        MonteCarloPredictions found =
                run(method, new SampledDraws(2, Vector.of(rows)), function(x -> x[0], x -> x[0] + x[1]));
        assertThat(found.used()).isEqualTo(1000);
        assertThat(found.distributions().get(0).mean().value()).isCloseTo(499.5, within(ROUNDING));
        assertThat(found.distributions().get(1).sigma().value()).isZero();
    }

    /** Ishigami function, a = 7, b = 0.1: indices in closed form (Saltelli et al., Global Sensitivity Analysis, 2008). */
    @Test
    void sobolIndicesOfTheIshigamiFunction() {
        Bounds range = new Bounds(-Math.PI, Math.PI);
        FlatPrior flat = new FlatPrior(range, "test");
        PriorDraws draws = new PriorDraws(List.of(flat, flat, flat), List.of(range, range, range));
        MonteCarloBudget budget = RANDOM.budget(
                draws,
                SourceGroups.eachParameter(List.of("x1", "x2", "x3")),
                () -> function(x ->
                        Math.sin(x[0]) + 7 * Math.pow(Math.sin(x[1]), 2) + 0.1 * Math.pow(x[2], 4) * Math.sin(x[0])),
                STREAMS,
                ParallelWork.on(1),
                "ishigami");
        double pi4 = Math.pow(Math.PI, 4);
        double v1 = 0.5 * Math.pow(1 + 0.1 * pi4 / 5, 2);
        double v2 = 49.0 / 8;
        double v13 = 0.01 * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
        double v = v1 + v2 + v13;
        MonteCarloBudget.PredictionBudget y = budget.predictions().get(0);
        assertAgrees(y.sigma(), Math.sqrt(v));
        double[] first = {v1 / v, v2 / v, 0};
        double[] total = {(v1 + v13) / v, v2 / v, v13 / v};
        for (int g = 0; g < 3; g++) {
            MonteCarloBudget.SobolIndices indices = y.parts().get(g).indices().orElseThrow();
            assertAgrees(indices.first(), first[g]);
            assertAgrees(indices.total(), total[g]);
        }
    }

    /** y = 2a − b + c with the covariance of PAIR for (a, b) and σ_c = 3: 4, 4, −4.8 and 9. */
    @Test
    void aloneAndWithoutOfALinearPredictionAreThoseOfTheLinearBudget() {
        CovarianceMatrix v = CovarianceMatrix.of(new double[][] {{1, 1.2, 0}, {1.2, 4, 0}, {0, 0, 9}})
                .orElseThrow();
        PredictionFunction y = function(x -> 2 * x[0] - x[1] + x[2]);
        MonteCarloBudget each = RANDOM.budget(
                gaussian(v, 1, 1, 1),
                SourceGroups.eachParameter(List.of("a", "b", "c")),
                () -> y,
                STREAMS,
                ParallelWork.on(1),
                "each");
        List<MonteCarloBudget.SourcePart> parts = each.predictions().get(0).parts();
        assertAgrees(parts.get(0).alone(), 2);
        assertAgrees(parts.get(0).without(), Math.sqrt(13));
        assertAgrees(parts.get(2).without(), Math.sqrt(3.2));
        assertThat(parts.get(0).indices()).as("a and b are correlated").isEmpty();

        SourceGroups groups = new SourceGroups(List.of(new SourceGroups.Group("ab", List.of(0, 1))));
        MonteCarloBudget grouped =
                RANDOM.budget(gaussian(v, 1, 1, 1), groups, () -> y, STREAMS, ParallelWork.on(1), "grouped");
        MonteCarloBudget.SourcePart ab = grouped.predictions().get(0).parts().get(0);
        assertAgrees(ab.alone(), Math.sqrt(3.2));
        assertAgrees(ab.indices().orElseThrow().first(), 3.2 / 12.2);
        assertThat(grouped.predictions().get(0).parts().get(1).source()).isEqualTo(SourceGroups.REST);
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        PredictionFunction y = function(x -> Math.exp(x[0]) + x[1]);
        for (MonteCarloPropagation method : List.of(RANDOM, RANDOM.withQuasiRandomPoints())) {
            MonteCarloPredictions alone = run(method, gaussian(PAIR, 0, 0), y);
            for (int threads : new int[] {2, 4}) {
                assertThat(method.predictions(gaussian(PAIR, 0, 0), () -> y, STREAMS, ParallelWork.on(threads), "test"))
                        .isEqualTo(alone);
            }
        }
    }

    @Test
    void boundsThatNoDrawMeetsAreAFailureThatIsCounted() {
        GaussianDraws far = new GaussianDraws(
                ParameterUncertainty.of(
                        new double[] {0},
                        CovarianceMatrix.of(new double[][] {{1}}).orElseThrow()),
                List.of(new Bounds(-1e-9, 1e-9)));
        MonteCarloPredictions found = run(new MonteCarloPropagation(100, 4, false), far, function(x -> x[0]));
        assertThat(found.failures()).hasSize(4);
        assertThat(found.distributions()).isEmpty();
        assertThat(new PriorDraws(List.of(new GaussianPrior(0, 1, "test")), List.of(new Bounds(3, 4))).center())
                .isEqualTo(Vector.of(3));
    }
}
