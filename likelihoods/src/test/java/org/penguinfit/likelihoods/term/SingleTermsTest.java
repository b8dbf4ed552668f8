package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The Gaussian, the range and the log-normal against their closed forms. */
class SingleTermsTest {
    private static final double ROUNDING = 1e-14;

    @Test
    void aGaussianIsTheSquaredDistanceInStandardDeviations() {
        GaussianTerm term = new GaussianTerm(3, 0.5);
        assertThat(term.at(4)).isEqualTo(4);
        assertThat(term.slope(4)).isEqualTo(8);
        assertThat(term.curvature(-7)).isEqualTo(8);
        assertThat(term.pull(new double[] {4}, 0)).isEqualTo(-2);
    }

    @Test
    void aRangeIsFlatAndClosed() {
        RangeTerm term = new RangeTerm(-1, 3);
        assertThat(term.at(-1)).isZero();
        assertThat(term.at(3)).isZero();
        assertThat(term.slope(2)).isZero();
        assertThat(term.at(Math.nextDown(-1.0))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(term.at(Math.nextUp(3.0))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(term.central()).isEqualTo(1);
    }

    /** (ln(μ/m)/ln f)² is 1 at m·f and m/f, 4 at m·f²; at the median the slope is 0 and the curvature 2/(m ln f)². */
    @Test
    void aLogNormalCountsFactors() {
        for (double median : new double[] {3, -3}) {
            LogNormalTerm term = new LogNormalTerm(median, 2);
            assertThat(term.at(2 * median)).isCloseTo(1, within(ROUNDING));
            assertThat(term.at(median / 2)).isCloseTo(1, within(ROUNDING));
            assertThat(term.at(4 * median)).isCloseTo(4, within(4 * ROUNDING));
            assertThat(term.slope(median)).isZero();
            double width = 3 * Math.log(2);
            assertThat(term.curvature(median)).isCloseTo(2 / (width * width), within(ROUNDING));
        }
    }

    @Test
    void aLogNormalExcludesTheOtherSignAndZero() {
        assertThat(new LogNormalTerm(3, 2).at(0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(new LogNormalTerm(-3, 2).at(1)).isEqualTo(Double.POSITIVE_INFINITY);
    }
}
