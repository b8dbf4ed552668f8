package org.penguinfit.core.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.models.Counts;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.toy.AsimovData;
import org.penguinfit.core.toy.DataFit;

/** The general machinery against closed forms of counting experiments and of Gaussian estimates. */
class ClosedFormTest {
    /** EDM goal 1e-10 in −2 ln L, and square roots of it. */
    private static final Offset<Double> NUMERICAL = within(1e-6);

    private static final ConfidenceLevel CL95 = ConfidenceLevel.of(0.95);

    private static LikelihoodRatio ratio(Counts model) {
        return DataFit.of(model, List.of(0), List.of()).ratio();
    }

    /** arXiv:1007.1727, eq 96. */
    @ParameterizedTest
    @CsvSource({"12, 5, 3", "4, 5, 3", "25, 10, 9.5"})
    void discoveryOfACountingExperimentMatchesTheClosedForm(double count, double signal, double background) {
        double q = TestStatistic.Q_0.value(ratio(Counts.known(-0.5, signal, background, count)), 0.0);
        assertThat(q).isCloseTo(new CountingExperiment(background).discovery(count), NUMERICAL);
    }

    /** arXiv:1007.1727, eq 97: Z = √(2((s + b) ln(1 + s/b) − s)). */
    @Test
    void medianDiscoverySignificanceComesFromAsimovData() {
        Counts model = Counts.known(-0.5, 5.0, 3.0, 0.0);
        double q =
                TestStatistic.Q_0.value(AsimovData.of(model, 0, 1.0, List.of()).ratio(), 0.0);
        double closedForm = Math.sqrt(2.0 * (8.0 * Math.log(1.0 + 5.0 / 3.0) - 5.0));
        assertThat(Math.sqrt(q)).isCloseTo(closedForm, NUMERICAL);
        assertThat(new CountingExperiment(3.0).expectedSignificance(5.0)).isCloseTo(closedForm, within(1e-12));
    }

    /** Li and Ma 1983, eq 17; the nuisance background is profiled. α = 1/τ. */
    @ParameterizedTest
    @CsvSource({"20, 8, 1", "9, 20, 4", "170, 300, 2"})
    void onOffDiscoveryWithProfiledBackgroundMatchesLiAndMa(double on, double off, double tau) {
        double q = TestStatistic.Q_0.value(ratio(Counts.onOff(-5.0, tau, on, off)), 0.0);
        double alpha = 1.0 / tau;
        double total = on + off;
        double liMa = Math.sqrt(2.0)
                * Math.sqrt(on * Math.log((1.0 + alpha) / alpha * (on / total))
                        + off * Math.log((1.0 + alpha) * (off / total)));
        assertThat(Math.sqrt(q)).isCloseTo(liMa, NUMERICAL);
        assertThat(new OnOffCounting(on, off, alpha).significance()).isCloseTo(liMa, within(1e-12));
    }

    @Test
    void aDeficitIsNoDiscovery() {
        assertThat(TestStatistic.Q_0.value(ratio(Counts.known(-0.5, 5.0, 3.0, 1.0)), 0.0))
                .isZero();
        assertThat(new OnOffCounting(3.0, 20.0, 0.5).significance()).isZero();
    }

    /**
     * μ̂ + σ Φ⁻¹(1 − α Φ(μ̂/σ)); the numbers for μ̂ = −1, 0, 1, 2 and σ = 1 from
     * {@code reference/asymptotic-cls.py}.
     */
    @ParameterizedTest
    @CsvSource({"-1, 1.411994396", "0, 1.959963985", "1, 2.727184829", "2, 3.655984357"})
    void clsLimitOfAGaussianMatchesTheClosedForm(double measured, double limit) {
        AsymptoticCls cls =
                AsimovData.cls(TestStatistic.Q_TILDE_MU, LinearGaussian.mean(-50.0, measured), 0, List.of());
        assertThat(cls.observedLimit(CL95, 1.0)).hasValueCloseTo(limit, NUMERICAL);
        assertThat(new GaussianEstimate(measured, 1.0).clsUpperLimit(CL95)).isCloseTo(limit, NUMERICAL);
    }

    /** arXiv:1007.1727, eq 89 with CLs; σ² = 0.6² + 0.8² = 1 with the nuisance parameter profiled. */
    @Test
    void expectedClsBandOfAGaussianWithNuisanceMatchesTheClosedForm() {
        AsymptoticCls cls =
                AsimovData.cls(TestStatistic.Q_TILDE_MU, LinearGaussian.shifted(-50.0, 0.6, 0.8, 0.3), 0, List.of());
        ClsUpperLimit limit = cls.upperLimit(CL95, 1.0);
        assertThat(limit.observed()).hasValueCloseTo(new GaussianEstimate(0.3, 1.0).clsUpperLimit(CL95), NUMERICAL);
        ClsUpperLimit.Band band = limit.expected();
        assertThat(band.median()).hasValueCloseTo(1.9599640, NUMERICAL);
        assertThat(band.minus2()).hasValueCloseTo(GaussianEstimate.expectedClsUpperLimit(1.0, CL95, -2.0), NUMERICAL);
        assertThat(band.minus1()).hasValueCloseTo(GaussianEstimate.expectedClsUpperLimit(1.0, CL95, -1.0), NUMERICAL);
        assertThat(band.plus1()).hasValueCloseTo(GaussianEstimate.expectedClsUpperLimit(1.0, CL95, 1.0), NUMERICAL);
        assertThat(band.plus2()).hasValueCloseTo(GaussianEstimate.expectedClsUpperLimit(1.0, CL95, 2.0), NUMERICAL);
    }

    /**
     * n = 5, s = 1, b = 3: q̃_μ and q_A are deviances of one count, CLs by arXiv:1007.1727 eqs 65 and 66; solved with scipy
     * 1.17.1 in {@code reference/asymptotic-cls.py}.
     */
    @Test
    void clsLimitOfACountingExperimentMatchesAnIndependentSolution() {
        AsymptoticCls cls = AsimovData.cls(TestStatistic.Q_TILDE_MU, Counts.known(-2.5, 1.0, 3.0, 5.0), 0, List.of());
        assertThat(cls.observedLimit(CL95, 1.0)).hasValueCloseTo(6.990763150, NUMERICAL);
        AsymptoticCls deficit =
                AsimovData.cls(TestStatistic.Q_TILDE_MU, Counts.known(-2.5, 1.0, 3.0, 1.0), 0, List.of());
        assertThat(deficit.observedLimit(CL95, 1.0)).hasValueCloseTo(3.129300684, NUMERICAL);
        assertThat(deficit.upperLimit(CL95, 1.0).expected().median()).hasValueCloseTo(4.779286366, NUMERICAL);
    }

    @Test
    void aLimitBeyondTheBoundsIsAbsent() {
        AsymptoticCls cls = AsimovData.cls(
                TestStatistic.Q_TILDE_MU,
                new LinearGaussian(
                        ParameterSet.of(List.of(new Parameter("mu", 0.0, new Bounds(-1.0, 1.5)))),
                        new double[][] {{1.0}},
                        new double[] {1.0},
                        new double[] {0.5}),
                0,
                List.of());
        assertThat(cls.observedLimit(CL95, 1.0)).isEmpty();
    }

    @Test
    void onlyStatisticsForLimitsMakeLimits() {
        LikelihoodRatio ratio = ratio(Counts.known(0.0, 1.0, 3.0, 5.0));
        assertThatThrownBy(() -> new AsymptoticCls(TestStatistic.T_MU, ratio, ratio))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
