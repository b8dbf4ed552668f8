package org.penguinfit.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.random.RandomStreams;

/** Diagnostics of series whose autocorrelation is known. */
class ChainDiagnosticsTest {
    private static final int CHAINS = 4;
    private static final int DRAWS = 10_000;

    /** Seeded estimates are compared at this many standard errors. */
    private static final double STANDARD_ERRORS = 5;

    /** Stationary AR(1) chains: x' = ρ x + √(1 − ρ²) z, of unit variance, autocorrelation ρ^k. */
    private static double[][] autoregressive(double rho, double... shifts) {
        double[][] chains = new double[shifts.length][DRAWS];
        for (int c = 0; c < shifts.length; c++) {
            UniformRandomProvider random = RandomStreams.of(11).stream(c);
            ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
            double x = gaussian.sample();
            for (int t = 0; t < DRAWS; t++) {
                x = rho * x + Math.sqrt(1 - rho * rho) * gaussian.sample();
                chains[c][t] = x + shifts[c];
            }
        }
        return chains;
    }

    /** τ = (1 + ρ)/(1 − ρ); relative standard error √(2(2M + 1)/N) with window M = 5τ (Sokal, equation 3.19), and what lies beyond M. */
    @ParameterizedTest
    @ValueSource(doubles = {-0.5, 0.0, 0.5, 0.9})
    void theAutocorrelationTimeOfAnAutoregressiveProcess(double rho) {
        double exact = (1 + rho) / (1 - rho);
        double window = Math.ceil(AutocorrelationTime.WINDOW * Math.max(1, exact));
        double error = exact * Math.sqrt(2 * (2 * window + 1) / (CHAINS * DRAWS));
        double beyond = 2 * Math.pow(Math.abs(rho), window + 1) / (1 - Math.abs(rho));
        assertThat(AutocorrelationTime.of(autoregressive(rho, 0, 0, 0, 0)))
                .isCloseTo(exact, within(STANDARD_ERRORS * error + beyond));
    }

    /** N/τ; Geyer's sums end where noise does, about like Sokal's window, hence the same error, 5 standard errors. */
    @ParameterizedTest
    @ValueSource(doubles = {0.0, 0.5, 0.9})
    void theEffectiveSampleSizeOfAnAutoregressiveProcess(double rho) {
        double tau = (1 + rho) / (1 - rho);
        double error = Math.sqrt(2 * (2 * AutocorrelationTime.WINDOW * tau + 1) / (CHAINS * DRAWS));
        double exact = CHAINS * DRAWS / tau;
        double[][] chains = autoregressive(rho, 0, 0, 0, 0);
        double tolerance = exact * STANDARD_ERRORS * error;
        assertThat(EffectiveSampleSize.ofMean(chains)).isCloseTo(exact, within(tolerance));
        assertThat(EffectiveSampleSize.bulk(chains)).isCloseTo(exact, within(tolerance));
    }

    @Test
    void antitheticDrawsAreWorthMoreThanIndependentOnes() {
        assertThat(EffectiveSampleSize.ofMean(autoregressive(-0.5, 0, 0, 0, 0)))
                .isGreaterThan(2.5 * CHAINS * DRAWS); // exactly 3
    }

    /** R̂ − 1 is of the order of 1/N for independent draws. */
    @Test
    void independentChainsAgree() {
        ChainDiagnostics found = ChainDiagnostics.of(autoregressive(0, 0, 0, 0, 0));
        assertThat(found.rHat()).isCloseTo(1, within(5e-4));
        assertThat(found.agree() && found.areEnough()).isTrue();
    }

    /** Half the chains shifted by d: R̂² = 1 + d²/4 · (4/3 of the variance of means) of plain draws; ranks compress it. */
    @Test
    void shiftedChainsDisagree() {
        double[][] chains = autoregressive(0, 0, 0, 3, 3);
        assertThat(SplitRHat.plain(chains)).isCloseTo(Math.sqrt(1 + 9.0 / 3), within(0.05));
        ChainDiagnostics found = ChainDiagnostics.of(chains);
        assertThat(found.rHat()).isGreaterThan(1.5);
        assertThat(found.bulkEss()).isLessThan(10);
        assertThat(found.agree() || found.areEnough()).isFalse();
    }

    @Test
    void chainsOfEqualMeanButDifferentWidthDisagree() {
        double[][] chains = autoregressive(0, 0, 0, 0, 0);
        chains[3] = RankNormal.map(chains, x -> 3 * x)[3];
        assertThat(ChainDiagnostics.of(chains).agree()).isFalse();
    }

    @Test
    void aDriftWithinEveryChainShows() {
        double[][] chains = autoregressive(0, 0, 0, 0, 0);
        for (double[] chain : chains) {
            for (int t = 0; t < DRAWS; t++) {
                chain[t] += 2.0 * t / DRAWS;
            }
        }
        assertThat(ChainDiagnostics.of(chains).agree()).isFalse();
    }

    @Test
    void drawsThatDoNotVaryAreNeverEnough() {
        ChainDiagnostics found = ChainDiagnostics.of(new double[CHAINS][100]);
        assertThat(found.agree()).isFalse();
        assertThat(found.areEnough()).isFalse();
    }
}
