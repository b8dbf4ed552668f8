package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsymmetricGaussianTermTest {
    /** A few roundings of numbers near one. */
    private static final double ROUNDING = 1e-13;

    private static List<SingleTerm> all(double central, double plus, double minus) {
        return List.of(
                new AsymmetricGaussianTerm.Split(central, plus, minus),
                new AsymmetricGaussianTerm.LinearSigma(central, plus, minus),
                new AsymmetricGaussianTerm.LinearVariance(central, plus, minus));
    }

    @ParameterizedTest
    @CsvSource({"2.3,0.5,0.4", "2.3,0.4,0.5", "0,3,1", "-7e-6,0.2e-6,0.9e-6", "1,1,1", "4,1e-3,1"})
    void allFormsAreOneAtBothEndsOfTheInterval(double central, double plus, double minus) {
        double ends = 1e-16 * Math.abs(central) / Math.min(plus, minus); // the rounding of the ends themselves
        double unequal = Math.max(plus / minus, minus / plus); // V is a difference of numbers larger by this
        double tolerance = unequal * (ROUNDING + 4 * ends);
        for (SingleTerm term : all(central, plus, minus)) {
            assertThat(term.at(central + plus)).isCloseTo(1, within(tolerance));
            assertThat(term.at(central - minus)).isCloseTo(1, within(tolerance));
            assertThat(term.at(central)).isZero();
        }
    }

    /**
     * flavio 2.7.0's asymmetric normal of 2.3 +0.5 −0.4: log densities −0.4016808 at 2.0, −0.1204308 at 2.3, −0.8404308 at
     * 2.9, so −2 ln L differs by twice their differences; seven printed digits.
     */
    @Test
    void theSplitFormIsFlaviosAsymmetricNormal() {
        double printed = 4 * 0.5e-7;
        SingleTerm split = new AsymmetricGaussianTerm.Split(2.3, 0.5, 0.4);
        assertThat(split.at(2.0) - split.at(2.3)).isCloseTo(2 * (-0.1204308 + 0.4016808), within(printed));
        assertThat(split.at(2.9) - split.at(2.3)).isCloseTo(2 * (-0.1204308 + 0.8404308), within(printed));
    }

    /** By hand for d = 0, σ₊ = 2, σ₋ = 1: σ(μ) = 4/3 + μ/3 and V(μ) = 2 + μ (Barlow, arXiv:physics/0406120). */
    @ParameterizedTest(name = "at {0}")
    @CsvSource({"4,4,2.25,2.6666666666666665", "-0.5,0.25,0.18367346938775511,0.16666666666666666", "-1.5,2.25,3.24,4.5"
    })
    void formsHaveTheirFormulaValues(double mu, double split, double sigma, double variance) {
        List<SingleTerm> terms = all(0, 2, 1);
        assertThat(terms.get(0).at(mu)).isCloseTo(split, within(ROUNDING));
        assertThat(terms.get(1).at(mu)).isCloseTo(sigma, within(ROUNDING));
        assertThat(terms.get(2).at(mu)).isCloseTo(variance, within(ROUNDING));
    }

    /** With d = 0, σ₊ = 2, σ₋ = 1 the width σ(μ) ends at −4 and the variance V(μ) at −2. */
    @Test
    void linearFormsGrowWithoutBoundTowardsTheEndOfTheirRegion() {
        List<SingleTerm> terms = all(0, 2, 1);
        assertThat(terms.get(1).at(-4 + 1e-6)).isGreaterThan(1e12);
        assertThat(terms.get(1).at(-4)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(terms.get(2).at(-2 + 1e-9)).isGreaterThan(1e9);
        assertThat(terms.get(2).at(-2)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** μ/σ(μ) → 3 for d = 0, σ₊ = 2, σ₋ = 1. */
    @Test
    void theLinearSigmaFormSaturatesOnTheSideOfTheLargerUncertainty() {
        SingleTerm term = new AsymmetricGaussianTerm.LinearSigma(0, 2, 1);
        assertThat(term.at(1e9)).isLessThan(9).isCloseTo(9, within(1e-7));
    }

    @Test
    void equalSidesGiveTheGaussianInEveryForm() {
        GaussianTerm gaussian = new GaussianTerm(1.1e-5, 0.4e-5);
        for (SingleTerm term : all(1.1e-5, 0.4e-5, 0.4e-5)) {
            for (double mu = -2e-5; mu < 5e-5; mu += 0.7e-5) {
                double expected = gaussian.at(mu);
                assertThat(term.at(mu)).isCloseTo(expected, within(ROUNDING * Math.max(1, expected)));
            }
        }
    }
}
