package org.penguinfit.likelihoods.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Curves of EOS's Amoroso and LogGamma (eos/constraint.cc, eos/statistics/log-likelihood.cc), against the densities written out. */
class EosCurvesTest {
    /** A few roundings of double arithmetic in sums of terms of order ten. */
    private static final double ROUNDING = 1e-12;

    /** EOS's constraint for CMS, arXiv:1307.5025, which quotes 3.0 +1.0 −0.9 in units of 1e-9. */
    private static final AmorosoCurve CMS = new AmorosoCurve(0, 1.985963346e-9, 2.7971996021, 2.0218845762);

    /** Half a unit of the last printed digit; −2 ln L is 1 at the ends of an interval within its rounding, ±0.05 of 1. */
    @Test
    void theAmorosoOfCmsHasThePublishedCentreAndInterval() {
        assertThat(CMS.mode()).isCloseTo(3.0e-9, within(0.05e-9));
        assertThat(CMS.at(4.0e-9)).isCloseTo(1, within(0.1));
        assertThat(CMS.at(2.1e-9)).isCloseTo(1, within(0.15));
    }

    @Test
    void anAmorosoIsTwiceTheLogOfItsDensity() {
        for (double x : new double[] {1e-10, 1e-9, 2.9e-9, 3.1e-9, 8e-9}) {
            assertThat(CMS.at(x)).isCloseTo(-2 * (logAmoroso(x) - logAmoroso(CMS.mode())), within(ROUNDING));
        }
        assertThat(CMS.at(CMS.mode())).isCloseTo(0, within(1e-30));
        assertThat(CMS.at(-1e-9)).isGreaterThan(CMS.at(0)).isFinite();
        assertThat(CMS.at(Double.NaN)).isNaN();
    }

    private static double logAmoroso(double x) {
        double z = x / 1.985963346e-9;
        return (2.7971996021 * 2.0218845762 - 1) * Math.log(z) - Math.pow(z, 2.0218845762);
    }

    /** β = 1 is the gamma distribution, of which the posterior of n = α − 1 events is one: PoissonCurve. */
    @Test
    void anAmorosoWithBetaOneIsAPoissonPosterior() {
        AmorosoCurve amoroso = new AmorosoCurve(0, 2, 6, 1);
        PoissonCurve poisson = new PoissonCurve(5, 0, 2);
        for (double x : new double[] {0.5, 5, 10, 30}) {
            assertThat(amoroso.at(x)).isCloseTo(poisson.at(x), within(ROUNDING));
            assertThat(amoroso.slope(x)).isCloseTo(poisson.slope(x), within(ROUNDING));
            assertThat(amoroso.curvature(x)).isCloseTo(poisson.curvature(x), within(ROUNDING));
        }
    }

    /** αβ = 1, β = 2 is half a Gaussian of σ = θ/√2: −2 ln L = 2z². */
    @Test
    void anAmorosoAtItsEndIsHalfAGaussian() {
        AmorosoCurve half = new AmorosoCurve(1, 2, 0.5, 2);
        assertThat(half.mode()).isEqualTo(1);
        assertThat(half.at(1)).isZero();
        assertThat(half.at(5)).isCloseTo(8, within(ROUNDING));
        assertThat(half.slope(5)).isCloseTo(4, within(ROUNDING));
        assertThat(half.curvature(5)).isCloseTo(1, within(ROUNDING));
        assertThat(half.at(-3)).isCloseTo(8, within(ROUNDING)); // goes on as it came
    }

    @Test
    void aLogGammaIsTwiceTheLogOfItsDensity() {
        LogGammaCurve curve = new LogGammaCurve(3, -0.5, 1.7);
        for (double x : new double[] {1, 2.5, 3.000001, 4}) {
            assertThat(curve.at(x)).isCloseTo(-2 * (logGamma(x) - logGamma(3)), within(ROUNDING));
        }
        assertThat(curve.at(3)).isZero();
        assertThat(curve.slope(3)).isZero();
        assertThat(curve.curvature(3)).isCloseTo(2 * 1.7 / 0.25, within(ROUNDING));
    }

    private static double logGamma(double x) {
        double z = (x - 3) / -0.5 + Math.log(1.7);
        return 1.7 * z - Math.exp(z);
    }
}
