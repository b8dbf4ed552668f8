package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.objective.FiniteDifferences;
import org.penguinfit.core.objective.LeastSquaresObjective;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.AsymmetricGaussianTerm;
import org.penguinfit.likelihoods.term.GaussianFromCentralTerm;
import org.penguinfit.likelihoods.term.GaussianTerm;
import org.penguinfit.likelihoods.term.HalfGaussianTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LogNormalTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.RangeTerm;
import org.penguinfit.likelihoods.term.StepTerm;
import org.penguinfit.likelihoods.theory.Theory;

/** The compiled −2 ln L against the plain sum of terms, over random problems with every kind of term. */
class CompiledObjectiveTest {
    /** Rounding of sums of squares, relative to the value; predictions cancel against data by less than a factor 100. */
    private static final double ROUNDING = 1e-12;

    /** Relative to the largest entry: derivatives are sums of products that cancel. */
    private static final double DERIVATIVE_ROUNDING = 1e-11;

    /** Extrapolated central differences are good to about 1e-9 of the largest entry. */
    private static final double DIFFERENCES = 1e-6;

    /** Polynomials of degree ≤ 3 near 5, so that a log-normal term has a value everywhere near 0. */
    private static PolynomialPredictions polynomials(Random random, int n, int m, double scale) {
        List<SparsePolynomial> list = new ArrayList<>();
        for (int k = 0; k < m; k++) {
            SparsePolynomial.Builder builder = SparsePolynomial.builder().add(5 * scale);
            for (int t = 0; t < 8; t++) {
                int[] factors = random.ints(1 + random.nextInt(3), 0, n).toArray();
                builder.add(0.3 * scale * random.nextGaussian(), factors);
            }
            list.add(builder.build());
        }
        return PolynomialPredictions.of(n, list);
    }

    /** One term of every kind of one observable around 5 of the scale. */
    private static List<LikelihoodTerm> singleTerms(double s) {
        return List.of(
                new GaussianTerm(5.3 * s, 0.4 * s),
                new AsymmetricGaussianTerm.Split(4.8 * s, 0.5 * s, 0.3 * s),
                new AsymmetricGaussianTerm.LinearSigma(5.1 * s, 0.52 * s, 0.48 * s),
                new AsymmetricGaussianTerm.LinearVariance(5.1 * s, 0.52 * s, 0.5 * s),
                HalfGaussianTerm.of(6 * s, 0.9),
                GaussianFromCentralTerm.of(6 * s, 0.9, 4 * s, false),
                new StepTerm(4.9 * s, 0.7 * s),
                new LogNormalTerm(4.5 * s, 1.3));
    }

    private static MultivariateGaussianTerm block(Random random, int d, double s, boolean symmetric) {
        double[] central = new double[d];
        double[] plus = new double[d];
        double[] minus = new double[d];
        double[][] correlation = new double[d][d];
        for (int i = 0; i < d; i++) {
            central[i] = s * (5 + 0.5 * random.nextGaussian());
            plus[i] = s * (0.3 + random.nextDouble());
            minus[i] = symmetric ? plus[i] : s * (0.3 + random.nextDouble());
            for (int j = 0; j < d; j++) {
                correlation[i][j] = Math.pow(-0.7, Math.abs(i - j));
            }
        }
        return MultivariateGaussianTerm.of(central, plus, minus, correlation);
    }

    private static ParameterSet parameters(int n) {
        List<Parameter> list = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            list.add(Parameter.of("p" + i, 0));
        }
        return ParameterSet.of(list);
    }

    private static BoundTerm bound(Random random, LikelihoodTerm term, int m) {
        List<Integer> index = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int k = 0; k < term.dimension(); k++) {
            index.add(random.nextInt(m));
            names.add("observable " + index.get(k));
        }
        return BoundTerm.of("measurement", names, index, term);
    }

    /** Every kind of smooth term, blocks of several sizes, constraints on some parameters. */
    static Likelihood problem(Random random, int n, int gaussians, double scale) {
        int m = 6 + gaussians;
        List<BoundTerm> terms = new ArrayList<>();
        for (LikelihoodTerm term : singleTerms(scale)) {
            terms.add(bound(random, term, m));
        }
        terms.add(bound(random, block(random, 3, scale, false), m));
        terms.add(bound(random, block(random, 2, scale, true), m));
        for (int k = 0; k < gaussians; k += 5) {
            terms.add(bound(random, block(random, 5, scale, true), m));
        }
        List<ParameterConstraint> constraints =
                List.of(new ParameterConstraint(0, 0.1, 0.5), new ParameterConstraint(n - 1, -0.2, 2));
        return Likelihood.of(parameters(n), polynomials(random, n, m, scale), terms, constraints);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }

    private static void assertSame(Likelihood likelihood, double[] theta) {
        int n = theta.length;
        LikelihoodObjective compiled = likelihood.objective();
        PlainObjective plain = likelihood.plainObjective();
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        double[] plainGradient = new double[n];
        double[] plainHessian = new double[n * n];
        double expected = plain.valueGradientAndHessian(theta, plainGradient, plainHessian);
        assertThat(compiled.value(theta)).isCloseTo(expected, within(ROUNDING * expected));
        assertThat(compiled.valueAndGradient(theta, gradient)).isCloseTo(expected, within(ROUNDING * expected));
        assertClose(gradient, plainGradient);
        assertThat(compiled.valueGradientAndHessian(theta, gradient, hessian))
                .isCloseTo(expected, within(ROUNDING * expected));
        assertClose(gradient, plainGradient);
        assertClose(hessian, plainHessian);
        compiled.gaussNewtonHessian(theta, hessian);
        plain.gaussNewtonHessian(theta, plainHessian);
        assertClose(hessian, plainHessian);
    }

    private static void assertClose(double[] actual, double[] expected) {
        assertThat(actual).containsExactly(expected, within(DERIVATIVE_ROUNDING * Math.max(1, largest(expected))));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1e-9, 1e12})
    void itIsTheSumOfTheTermsAtAnyScaleOfTheObservables(double scale) {
        Random random = new Random(20260101);
        for (int n : new int[] {1, 2, 4, 7}) {
            for (int gaussians : new int[] {0, 5, 60}) {
                Likelihood likelihood = problem(random, n, gaussians, scale);
                for (int k = 0; k < 5; k++) {
                    assertSame(likelihood, random.doubles(n, -1, 1).toArray());
                }
            }
        }
    }

    @Test
    void derivativesAgreeWithCentralDifferences() {
        Random random = new Random(5);
        Likelihood likelihood = problem(random, 4, 20, 1);
        LikelihoodObjective objective = likelihood.objective();
        for (int k = 0; k < 20; k++) {
            double[] theta = random.doubles(4, -0.3, 0.3).toArray();
            double[] gradient = new double[4];
            double[] hessian = new double[16];
            objective.valueGradientAndHessian(theta, gradient, hessian);
            if (isNearKink(likelihood, theta)) {
                continue;
            }
            assertThat(gradient)
                    .containsExactly(
                            FiniteDifferences.gradient(objective, theta), within(DIFFERENCES * largest(gradient)));
            assertThat(hessian)
                    .containsExactly(
                            FiniteDifferences.hessian(objective, theta), within(DIFFERENCES * largest(hessian)));
        }
    }

    /** Within reach of the first difference step of a centre at which the formula of some term changes. */
    private static boolean isNearKink(Likelihood likelihood, double[] theta) {
        double[] mu = likelihood.predict(theta);
        for (BoundTerm bound : likelihood.terms()) {
            for (int k = 0; k < bound.term().dimension(); k++) {
                if (Math.abs(mu[bound.predictions().get(k)] - bound.term().central(k)) < 0.1) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void formulasThatAreNoPolynomialsStayAsTheyAre() {
        Theory theory = Bindings.theory("""
                schema: theory/1
                parameters: {x: {}, y: {}, nu: {}}
                observables:
                  A: (1 + 0.16*nu) * (4.39 - 0.457*x + 0.0357*x^2)
                  B: exp(x) / (2 + cos(y))
                  C: 3 + x*y
                """);
        Likelihood likelihood = Bindings.bind("""
                        one: {values: {A: 5 ± 1}}
                        two: {values: {B: 1 ± 0.3}}
                        three: {values: {C: 2 + 0.5 - 0.4}}
                        four: {values: {A: 4 ± 0.5, B: 0.7 ± 0.1, C: 3 ± 1}, correlation: 0.3}
                        """, theory, List.of("x", "y", "nu"), new ParameterConstraint(2, 0, 1));
        Random random = new Random(6);
        for (int k = 0; k < 20; k++) {
            assertSame(likelihood, random.doubles(3, -2, 2).toArray());
        }
    }

    @Test
    void aSumOfSquaresOffersItsResiduals() {
        Random random = new Random(7);
        int n = 4;
        LikelihoodObjective objective = problem(random, n, 40, 1e-5).objective();
        assertThat(objective).isInstanceOf(LeastSquaresObjective.class);
        LeastSquaresObjective squares = (LeastSquaresObjective) objective;
        int m = squares.residualCount();
        for (int k = 0; k < 10; k++) {
            double[] theta = random.doubles(n, -1, 1).toArray();
            double[] residuals = new double[m];
            double[] alone = new double[m];
            double[] jacobian = new double[m * n];
            Arrays.fill(jacobian, Double.NaN);
            double[] gradient = new double[n];
            double value = squares.valueAndGradient(theta, gradient);
            squares.residualsAndJacobian(theta, residuals, jacobian);
            squares.residuals(theta, alone);
            assertThat(alone).isEqualTo(residuals);
            double[] fromResiduals = new double[n];
            double sum = 0;
            for (int r = 0; r < m; r++) {
                sum += residuals[r] * residuals[r];
                for (int i = 0; i < n; i++) {
                    fromResiduals[i] += 2 * residuals[r] * jacobian[r * n + i];
                }
            }
            assertThat(sum).isCloseTo(value, within(ROUNDING * value));
            assertClose(fromResiduals, gradient);
        }
    }

    @Test
    void aHardWallIsNoSumOfSquares() {
        PredictionVector x = PolynomialPredictions.of(
                1, List.of(SparsePolynomial.builder().add(1, 0).build()));
        for (LikelihoodTerm wall : List.of(StepTerm.hard(2), new RangeTerm(-1, 2))) {
            BoundTerm bound = BoundTerm.of("wall", List.of("x"), List.of(0), wall);
            LikelihoodObjective objective =
                    Likelihood.of(parameters(1), x, List.of(bound), List.of()).objective();
            assertThat(objective).isNotInstanceOf(LeastSquaresObjective.class);
            assertThat(objective.value(new double[] {1})).isZero();
            assertThat(objective.value(new double[] {3})).isEqualTo(Double.POSITIVE_INFINITY);
        }
    }

    @Test
    void objectivesOfOneLikelihoodDoNotDisturbEachOther() {
        Random random = new Random(8);
        Likelihood likelihood = problem(random, 4, 20, 1);
        LikelihoodObjective first = likelihood.objective();
        LikelihoodObjective second = likelihood.objective();
        double[] theta = random.doubles(4, -1, 1).toArray();
        double before = first.value(theta);
        double[] data = new double[LikelihoodModel.of(likelihood).dataSize()];
        LikelihoodModel.of(likelihood).asimov(theta, data);
        second.useData(data);
        assertThat(first.value(theta)).isEqualTo(before);
        assertThat(second.value(theta)).isNotEqualTo(before);
    }

    @Test
    void indicesWithoutPredictionAreRefused() {
        PredictionVector x = PolynomialPredictions.of(
                1, List.of(SparsePolynomial.builder().add(1, 0).build()));
        BoundTerm bound = BoundTerm.of("value", List.of("x"), List.of(1), new GaussianTerm(0, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Likelihood.of(parameters(1), x, List.of(bound), List.of()))
                .withMessageContaining("no prediction of index 1 among 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Likelihood.of(parameters(2), x, List.of(), List.of()))
                .withMessageContaining("depend on 1 parameters, there are 2");
    }
}
