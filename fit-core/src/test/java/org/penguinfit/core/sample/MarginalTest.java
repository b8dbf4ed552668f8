package org.penguinfit.core.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.GammaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;

/** Regions of independent draws from known densities. */
class MarginalTest {
    private static final int CHAINS = 4;
    private static final int DRAWS = 25_000;

    /**
     * Ends of regions of 10⁵ draws, in units of the standard deviation: the statistical error of a 95 % end is about
     * √(p(1 − p)/N)/f = 0.01, that of a one-sigma end 0.006, and the kernel's bias of an asymmetric density is about h² = 0.01.
     */
    private static final double END = 0.05;

    private static final ConfidenceLevel ONE_SIGMA = ConfidenceLevel.ofSigmas(1);
    private static final ConfidenceLevel NINETY_FIVE = ConfidenceLevel.of(0.95);
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final Bounds POSITIVE = new Bounds(0, Double.POSITIVE_INFINITY);

    /** Draws by the inverse of the cumulative probability. */
    private static Marginal draws(DoubleUnaryOperator quantile, Bounds range) {
        double[][] chains = new double[CHAINS][DRAWS];
        for (int c = 0; c < CHAINS; c++) {
            UniformRandomProvider random = RandomStreams.of(5).stream(c);
            for (int t = 0; t < DRAWS; t++) {
                chains[c][t] = quantile.applyAsDouble(random.nextDouble() + 0x1p-60);
            }
        }
        return new Marginal(chains, range);
    }

    private static void assertSegments(IntervalSet found, double scale, double... ends) {
        assertThat(found.segments()).as(found.toString()).hasSize(ends.length / 2);
        for (int k = 0; k < ends.length / 2; k++) {
            assertThat(found.segments().get(k).lower()).isCloseTo(ends[2 * k], within(END * scale));
            assertThat(found.segments().get(k).upper()).isCloseTo(ends[2 * k + 1], within(END * scale));
        }
    }

    @Test
    void aGaussianHasItsStandardRegions() {
        Marginal marginal = draws(u -> 3 + 2 * NORMAL.inverseCumulativeProbability(u), Bounds.UNBOUNDED);
        assertSegments(marginal.highestDensity(ONE_SIGMA), 2, 1, 5);
        double z = NINETY_FIVE.sigmas();
        assertSegments(marginal.highestDensity(NINETY_FIVE), 2, 3 - 2 * z, 3 + 2 * z);
        assertThat(marginal.density().at(3)).isCloseTo(NORMAL.density(0) / 2, within(0.02 * NORMAL.density(0)));
        Marginal.CredibleInterval tails = marginal.equalTailed(NINETY_FIVE);
        assertThat(tails.upper().value())
                .isCloseTo(3 + 2 * z, within(5 * tails.upper().error()));
        // √(p(1 − p)/N)/f at the 97.5 % quantile; it comes from the spacing of some 100 draws, uncertain by 10 %
        double error = 2 * Math.sqrt(0.025 * 0.975 / (CHAINS * DRAWS)) / NORMAL.density(z);
        assertThat(tails.upper().error()).isCloseTo(error, within(0.4 * error));
        assertThat(marginal.mean().error())
                .isCloseTo(2 / Math.sqrt(CHAINS * DRAWS), within(0.1 * 2 / Math.sqrt(CHAINS * DRAWS)));
        // standard error of a Gaussian's standard deviation: σ/√(2N)
        assertThat(marginal.sigma().error())
                .isCloseTo(2 / Math.sqrt(2.0 * CHAINS * DRAWS), within(0.2 / Math.sqrt(2.0 * CHAINS * DRAWS)));
    }

    /** Ends from scipy 1.17.1: src/test/resources/reference/highest_density.py. */
    @Test
    void aGammaDensityHasItsShortestIntervals() {
        GammaDistribution gamma = GammaDistribution.of(3, 1);
        Marginal marginal = draws(gamma::inverseCumulativeProbability, POSITIVE);
        double sigma = Math.sqrt(3);
        assertSegments(marginal.highestDensity(ONE_SIGMA), sigma, 0.8642659309178777, 3.8544959657017395);
        assertSegments(marginal.highestDensity(NINETY_FIVE), sigma, 0.30350055872284565, 6.401222048150404);
    }

    @Test
    void anExponentialReachesItsBound() {
        Marginal marginal = draws(u -> -Math.log(u), POSITIVE);
        IntervalSet region = marginal.highestDensity(NINETY_FIVE);
        assertSegments(region, 1, 0, -Math.log(0.05));
        assertThat(region.segments().get(0).lower()).isZero();
    }

    @Test
    void aFlatDensityFillsItsRange() {
        Marginal marginal = draws(u -> u, new Bounds(0, 1));
        IntervalSet region = marginal.highestDensity(ConfidenceLevel.of(0.999));
        assertThat(region.segments()).hasSize(1);
        assertThat(region.length()).isGreaterThan(0.99);
    }

    /** 0.7 N(−3, ½) + 0.3 N(2, 1); ends from the same script. */
    @Test
    void twoModesGiveTwoSegments() {
        double[][] chains = new double[CHAINS][DRAWS];
        for (int c = 0; c < CHAINS; c++) {
            UniformRandomProvider random = RandomStreams.of(6).stream(c);
            for (int t = 0; t < DRAWS; t++) {
                double z = NORMAL.inverseCumulativeProbability(random.nextDouble() + 0x1p-60);
                chains[c][t] = random.nextDouble() < 0.7 ? -3 + 0.5 * z : 2 + z;
            }
        }
        Marginal marginal = new Marginal(chains, Bounds.UNBOUNDED);
        assertSegments(
                marginal.highestDensity(ConfidenceLevel.of(0.9)),
                1,
                -4.049434204319301,
                -1.9503769965340498,
                0.8491922527895014,
                3.1508077472094365);
        assertSegments(
                marginal.highestDensity(NINETY_FIVE),
                1,
                -4.169953768887999,
                -1.8295833764364178,
                0.4526547996772918,
                3.5473451998811014);
    }

    /** The region of two independent unit Gaussians is the disc r² ≤ −2 ln(1 − p); its border density (1 − p)/2π. */
    @Test
    void theBorderOfAJointRegionHasTheDensityOfTheDisc() {
        Marginal x = draws(NORMAL::inverseCumulativeProbability, Bounds.UNBOUNDED);
        double[][] ys = new double[CHAINS][DRAWS];
        for (int c = 0; c < CHAINS; c++) {
            UniformRandomProvider random = RandomStreams.of(8).stream(c);
            for (int t = 0; t < DRAWS; t++) {
                double z = NORMAL.inverseCumulativeProbability(random.nextDouble() + 0x1p-60);
                ys[c][t] = 0.9 * x.chains()[c][t] + Math.sqrt(1 - 0.81) * z;
            }
        }
        JointDensity joint = JointDensity.of(x, new Marginal(ys, Bounds.UNBOUNDED));
        for (double p : new double[] {0.6827, 0.95}) {
            double exact = (1 - p) / (2 * Math.PI * Math.sqrt(1 - 0.81));
            // the kernel's bias is some per cent of the density
            assertThat(joint.threshold(ConfidenceLevel.of(p))).isCloseTo(exact, within(0.1 * exact));
        }
        double sum = 0;
        for (int i = 0; i <= JointDensity.CELLS; i++) {
            for (int j = 0; j <= JointDensity.CELLS; j++) {
                sum += joint.node(i, j);
            }
        }
        double cell = (joint.firstNode(1) - joint.firstNode(0)) * (joint.secondNode(1) - joint.secondNode(0));
        assertThat(sum * cell).isCloseTo(1, within(1e-3)); // the sum over nodes counts the border in full
    }
}
