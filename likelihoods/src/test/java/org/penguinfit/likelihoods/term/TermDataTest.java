package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.likelihoods.term.TermExamples.Example;

/** What every term promises about the data of repeated experiments. */
class TermDataTest {
    private static final int DRAWS = 100_000;

    /** Standard errors; a right sampler fails once in two million. */
    private static final double STANDARD_ERRORS = 5;

    private static final double ROUNDING = 1e-12;

    static List<Example> examples() {
        return TermExamples.all();
    }

    private static boolean isRandom(LikelihoodTerm term) {
        return !(term instanceof StepTerm || term instanceof RangeTerm)
                && !(term instanceof CurveTerm curve && !curve.isRandom());
    }

    /** A prediction off the centre that every term allows. */
    private static double[] prediction(Example example) {
        double[] t = new double[example.width().length];
        for (int i = 0; i < t.length; i++) {
            t[i] = i % 2 == 0 ? 0.3 : -0.4;
        }
        return example.at(t);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void asimovDataGiveTheBestValueAtTheirPrediction(Example example) {
        LikelihoodTerm term = example.term();
        double[] mu = prediction(example);
        double[] data = new double[mu.length];
        term.draw(mu, new double[mu.length], data);
        LikelihoodTerm asimov = term.withData(data);
        double[] gradient = new double[mu.length];
        if (isRandom(term)) {
            assertThat(data).isEqualTo(mu);
            double rounding = example.isTabulated() ? ROUNDING : 0;
            assertThat(asimov.valueGradientAndHessian(mu, gradient, new double[mu.length * mu.length]))
                    .isCloseTo(0, within(rounding));
            for (int i = 0; i < gradient.length; i++) {
                assertThat(gradient[i] * example.width()[i]).isCloseTo(0, within(Math.sqrt(rounding)));
            }
        } else {
            assertThat(data).isEqualTo(example.central());
            assertThat(asimov).isEqualTo(term);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void thePublishedDataGiveThePublishedTerm(Example example) {
        LikelihoodTerm again = example.term().withData(example.central());
        double[] mu = prediction(example);
        int n = mu.length;
        double[] gradient = new double[n];
        double[] hessian = new double[n * n];
        double[] gradientAgain = new double[n];
        double[] hessianAgain = new double[n * n];
        double value = example.term().valueGradientAndHessian(mu, gradient, hessian);
        assertThat(again.valueGradientAndHessian(mu, gradientAgain, hessianAgain))
                .isEqualTo(value);
        assertThat(gradientAgain).isEqualTo(gradient);
        assertThat(hessianAgain).isEqualTo(hessian);
    }

    /** At the truth the pull of a datum is the deviate it was made of, where the width does not follow the prediction. */
    @ParameterizedTest
    @MethodSource("examples")
    void thePullOfADatumIsItsDeviate(Example example) {
        LikelihoodTerm term = example.term();
        boolean widthFollows = term instanceof AsymmetricGaussianTerm.Linear;
        if (!isRandom(term) || widthFollows || term.dimension() > 1) {
            return;
        }
        double[] mu = prediction(example);
        for (double z : new double[] {-2.5, -0.3, 0.7, 3.1}) {
            double[] data = new double[1];
            term.draw(mu, new double[] {z}, data);
            assertThat(Math.abs(term.withData(data).pull(mu, 0))).isCloseTo(Math.abs(z), within(1e-9));
            assertThat(data[0] > mu[0]).isEqualTo((term instanceof LogNormalTerm && mu[0] < 0) ? z < 0 : z > 0);
        }
    }

    /** −2 ln L of a correlated term at the truth is the sum of the squares of its deviates. */
    @ParameterizedTest
    @MethodSource("examples")
    void correlatedDataHaveTheirCovariance(Example example) {
        LikelihoodTerm term = example.term();
        boolean widthFollows = term instanceof AsymmetricGaussianTerm.Linear;
        if (!isRandom(term) || widthFollows || term instanceof GridTerm) {
            return; // a grid scatters without its correlation
        }
        double[] mu = prediction(example);
        double[] z = new double[mu.length];
        double sum = 0;
        for (int i = 0; i < z.length; i++) {
            z[i] = 1.3 - 0.9 * i;
            sum += z[i] * z[i];
        }
        double[] data = new double[mu.length];
        term.draw(mu, z, data);
        assertThat(term.withData(data).value(mu)).isCloseTo(sum, within(1e-9));
    }

    /**
     * Closed forms. With d = μ + σ₋z for z > 0 and μ + σ₊z below: mean μ + (σ₋ − σ₊)/√(2π), second moment about μ (σ₊² + σ₋²)/2.
     * Log-normal, s = ln f: mean μ e^{s²/2}, variance μ² e^{s²}(e^{s²} − 1).
     */
    @ParameterizedTest
    @MethodSource("examples")
    void drawsHaveTheMeanAndVarianceOfTheirDistribution(Example example) {
        if (example.term() instanceof CurveTerm) {
            return; // no closed form; each deviate gives its pull, see above
        }
        LikelihoodTerm term = example.term();
        double[] mu = prediction(example);
        int n = mu.length;
        UniformRandomProvider random = RandomStreams.of(20260102, example.toString()).stream(0);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[][] moments = new double[n][5];
        double[] z = new double[n];
        double[] data = new double[n];
        for (int k = 0; k < DRAWS; k++) {
            for (int i = 0; i < n; i++) {
                z[i] = normal.sample();
            }
            term.draw(mu, z, data);
            for (int i = 0; i < n; i++) {
                double t = (data[i] - mu[i]) / example.width()[i];
                for (int power = 1; power <= 4; power++) {
                    moments[i][power] += Math.pow(t, power) / DRAWS;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            double[] expected = meanAndVariance(term, i, mu[i]);
            double width = example.width()[i];
            double mean = moments[i][1];
            double variance = moments[i][2] - mean * mean;
            double fourth =
                    moments[i][4] - 4 * mean * moments[i][3] + 6 * mean * mean * moments[i][2] - 3 * Math.pow(mean, 4);
            double errorOfMean = Math.sqrt(variance / DRAWS);
            double errorOfVariance = Math.sqrt(Math.max(0, fourth - variance * variance) / DRAWS);
            assertThat(mean).isCloseTo((expected[0] - mu[i]) / width, within(STANDARD_ERRORS * errorOfMean + ROUNDING));
            assertThat(variance)
                    .isCloseTo(expected[1] / width / width, within(STANDARD_ERRORS * errorOfVariance + ROUNDING));
        }
    }

    private static double[] meanAndVariance(LikelihoodTerm term, int i, double mu) {
        if (term instanceof LogNormalTerm l) {
            double s2 = Math.pow(Math.log(l.factor()), 2);
            return new double[] {mu * Math.exp(s2 / 2), mu * mu * Math.exp(s2) * Math.expm1(s2)};
        }
        if (!isRandom(term)) {
            return new double[] {term.central(i), 0};
        }
        double[] sides = sides(term, i);
        double shift = (sides[1] - sides[0]) / Math.sqrt(2 * Math.PI);
        double second = (sides[0] * sides[0] + sides[1] * sides[1]) / 2;
        return new double[] {mu + shift, second - shift * shift};
    }

    /** σ₊ and σ₋. */
    private static double[] sides(LikelihoodTerm term, int i) {
        if (term instanceof AsymmetricGaussianTerm.Split s) {
            return new double[] {s.plus(), s.minus()};
        }
        if (term instanceof AsymmetricGaussianTerm.LinearSigma s) {
            return new double[] {s.plus(), s.minus()};
        }
        if (term instanceof AsymmetricGaussianTerm.LinearVariance s) {
            return new double[] {s.plus(), s.minus()};
        }
        if (term instanceof MultivariateGaussianTerm block) {
            double centre = block.central(i);
            return new double[] {block.sigma(i, centre), block.sigma(i, Math.nextDown(centre))};
        }
        if (term instanceof GridTerm grid) {
            return new double[] {grid.width(i), grid.width(i)};
        }
        double sigma = Math.sqrt(2 / ((SingleTerm) term).curvature(term.central(0)));
        return new double[] {sigma, sigma};
    }

    @Test
    void limitsAreThePublishedUpperLimits() {
        for (Example example : examples()) {
            boolean limit = example.term() instanceof HalfGaussianTerm
                    || example.term() instanceof GaussianFromCentralTerm
                    || example.term() instanceof HalfNormalTerm
                    || (example.term() instanceof CurveTerm
                            && example.toString().contains("limit"))
                    || example.toString().equals("CLs+b")
                    || example.term() instanceof StepTerm;
            assertThat(example.term().isLimit()).as(example.toString()).isEqualTo(limit);
        }
    }

    @Test
    void aLogNormalTermHasNoDataAtAPredictionOfTheOtherSign() {
        LogNormalTerm term = new LogNormalTerm(2, 1.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> term.draw(-1, 0.5))
                .withMessageContaining("other sign");
        assertThatIllegalArgumentException().isThrownBy(() -> term.draw(0, 0));
    }
}
