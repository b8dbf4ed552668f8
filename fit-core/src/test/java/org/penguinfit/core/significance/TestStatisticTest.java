package org.penguinfit.core.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.models.QuadraticRate;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.toy.DataFit;
import org.penguinfit.core.toy.ToyDistribution;
import org.penguinfit.core.toy.ToySettings;
import org.penguinfit.core.toy.ToyStudy;

/** The statistics of arXiv:1007.1727 and their distributions, for a Gaussian estimate, where Wald's formula is exact. */
class TestStatisticTest {
    private static final Offset<Double> NUMERICAL = within(1e-8);

    private static LikelihoodRatio measured(double value) {
        return DataFit.of(LinearGaussian.mean(-50.0, value), List.of(0), List.of())
                .ratio();
    }

    /** Closed forms of eqs 8, 11, 12, 14 and 16 with σ = 1. */
    @ParameterizedTest
    @CsvSource({
        "T_MU, 1.5, -0.5, 4.0",
        "T_TILDE_MU, 1.5, -0.5, 3.75",
        "T_TILDE_MU, 1.5, 0.5, 1.0",
        "Q_MU, 1.5, 2.0, 0.0",
        "Q_MU, 1.5, -0.5, 4.0",
        "Q_TILDE_MU, 1.5, -0.5, 3.75",
        "Q_TILDE_MU, 1.5, 2.0, 0.0",
        "Q_0, 1.5, 2.0, 4.0",
        "Q_0, 1.5, -2.0, 0.0"
    })
    void valuesMatchTheirDefinitions(TestStatistic statistic, double mu, double estimate, double expected) {
        assertThat(statistic.value(measured(estimate), mu)).isCloseTo(expected, NUMERICAL);
    }

    /** Every asymptotic distribution against toys of a Gaussian, within 4 binomial standard errors. */
    @ParameterizedTest
    @EnumSource(TestStatistic.class)
    void asymptoticDistributionsMatchToys(TestStatistic statistic) {
        ToyStudy study = new ToyStudy(LinearGaussian.shifted(-50.0, 0.6, 0.8, 0.3), ToySettings.of(4000, 7));
        double mu = statistic == TestStatistic.Q_0 ? 0.0 : 1.3;
        for (double truth : new double[] {0.0, mu, 2.0}) {
            ToyDistribution toys = study.statistic(statistic + " at " + truth, statistic, 0, mu, Vector.of(truth, 0.4));
            AsymptoticDistribution expected = statistic.asymptotic(mu, truth, 1.0);
            for (double q : new double[] {0.1, 1.0, 2.5, 5.0}) {
                double tail = expected.survival(q);
                assertThat(toys.pValue(q).value())
                        .isCloseTo(tail, within(4.0 * Math.sqrt(tail * (1.0 - tail) / 4000) + 1e-12));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(TestStatistic.class)
    void quantilesInvertTheDistribution(TestStatistic statistic) {
        AsymptoticDistribution distribution = statistic.asymptotic(1.2, 0.4, 0.7);
        for (double probability : new double[] {0.75, 0.95, 0.999}) {
            double quantile = distribution.quantile(probability);
            assertThat(quantile == 0.0 || Math.abs(distribution.survival(quantile) - (1.0 - probability)) < 1e-11)
                    .isTrue();
        }
    }

    /** χ² with one degree of freedom when the tested value is true (Wilks); half of it for q_0. */
    @Test
    void trueHypothesesGiveChiSquareAndHalfChiSquare() {
        assertThat(TestStatistic.T_MU.asymptotic(1.0, 1.0, 0.3).survival(3.841458820694124))
                .isCloseTo(0.05, NUMERICAL);
        assertThat(TestStatistic.Q_0.asymptotic(0.0, 0.0, 0.3).survival(25.0)).isCloseTo(2.866515719e-7, within(1e-15));
    }

    /** Table2-like problem: from the start value c = 0 the local minimum at −3.94 is found, the lower one is at 16.75. */
    @Test
    void aLowerConditionalFitIsAdoptedAsBestFit() {
        LikelihoodRatio local = DataFit.of(new QuadraticRate(Bounds.UNBOUNDED), List.of(0), List.of())
                .ratio();
        assertThat(local.best().point().get(0)).isCloseTo(-3.9435, within(1e-3));
        assertThat(local.delta(16.7532)).isCloseTo(0.0, within(1e-6));
        assertThat(local.best().point().get(0)).isCloseTo(16.7532, within(1e-3));
        assertThat(local.best().value()).isCloseTo(2.918470510, within(1e-8));
    }

    @Test
    void startsNearEveryMinimumFindTheGlobalOne() {
        LikelihoodRatio ratio = DataFit.of(new QuadraticRate(Bounds.UNBOUNDED), List.of(0), QuadraticRate.STARTS)
                .ratio();
        assertThat(ratio.best().value()).isCloseTo(2.918470510, within(1e-8));
    }

    @Test
    void valuesOutsideTheBoundsAndNegativeSignalsAreTheCallersBug() {
        LikelihoodRatio ratio = measured(1.0);
        assertThatThrownBy(() -> ratio.at(-60.0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TestStatistic.Q_TILDE_MU.value(ratio, -1.0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
