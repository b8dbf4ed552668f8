package org.penguinfit.core.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.Counts;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.significance.GaussianEstimate;
import org.penguinfit.core.significance.OnOffCounting;
import org.penguinfit.core.significance.PValue;
import org.penguinfit.core.significance.TestStatistic;

/** Distributions of statistics from toys. */
class ToyStudyTest {
    private static final int TOYS = 4000;

    /** Four binomial standard errors of a fraction. */
    private static Offset<Double> four(double probability, int toys) {
        return within(4.0 * BinomialFraction.standardError(probability, toys));
    }

    /** A pitfall of other programs: toys at the nominal nuisance values. On/off 20, 8 at μ = 0: b = 14, nominal 8. */
    @Test
    void toysUseTheProfiledNuisances() {
        Recorded model = new Recorded(Counts.onOff(-5.0, 1.0, 20.0, 8.0), data -> false);
        ToyStudy study = new ToyStudy(model, ToySettings.of(2000, 3));
        ToyTest test = study.test("discovery", TestStatistic.Q_0, 0, 0.0);
        assertThat(model.truths()).hasSize(2000).allSatisfy(truth -> {
            assertThat(truth.get(0)).isZero();
            assertThat(truth.get(1)).isCloseTo(14.0, within(1e-4));
        });
        double asymptotic = PValue.ofSignificance(new OnOffCounting(20.0, 8.0, 1.0).significance())
                .value();
        assertThat(test.pValue().value()).isCloseTo(asymptotic, within(0.01)); // 0.010; counts are discrete
    }

    /** A pitfall of other programs. P(x > 1) = 0.1587 of the toys fail. */
    @Test
    void oneFailedToyDoesNotAbortAll() {
        Recorded model = new Recorded(LinearGaussian.mean(-50.0, 0.0), data -> data[0] > 1.0);
        ToyDistribution toys = new ToyStudy(model, ToySettings.of(TOYS, 5))
                .statistic("failing", TestStatistic.T_MU, 0, 0.0, Vector.of(0.0));
        int failures = toys.failures().size();
        assertThat(failures / (double) TOYS).isCloseTo(0.15865525393145705, four(0.1587, TOYS));
        assertThat(toys.values().size()).isEqualTo(TOYS - failures);
        assertThat(toys.failures().get(0).reason()).isEqualTo("cannot fit these data");
    }

    @Test
    void aStudyInWhichEveryToyFailsSaysSo() {
        Recorded model = new Recorded(LinearGaussian.mean(-50.0, 0.0), data -> true);
        assertThatThrownBy(() -> new ToyStudy(model, ToySettings.of(10, 5))
                        .statistic("failing", TestStatistic.T_MU, 0, 0.0, Vector.of(0.0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("all 10 toys failed");
    }

    @Test
    void resultsAreTheSameOnAnyNumberOfThreads() {
        ToySettings alone = ToySettings.of(500, 9);
        ToySettings many = alone.withWork(ParallelWork.on(3));
        Counts model = Counts.onOff(-5.0, 2.0, 20.0, 18.0);
        Vector truth = Vector.of(3.0, 9.0);
        ToyDistribution first = new ToyStudy(model, alone).statistic("same", TestStatistic.T_MU, 0, 3.0, truth);
        ToyDistribution second = new ToyStudy(model, many).statistic("same", TestStatistic.T_MU, 0, 3.0, truth);
        assertThat(second.values()).isEqualTo(first.values());
        FeldmanCousins scan = new FeldmanCousins(model, ToySettings.of(50, 9));
        FeldmanCousins threads = new FeldmanCousins(model, ToySettings.of(50, 9).withWork(ParallelWork.on(3)));
        Interval range = new Interval(0.0, 20.0);
        List<ConfidenceLevel> levels = List.of(ConfidenceLevel.ofSigmas(1));
        assertThat(threads.curve("scan", 0, range, 5, levels, 2).set(levels.get(0)))
                .isEqualTo(scan.curve("scan", 0, range, 5, levels, 2).set(levels.get(0)));
    }

    /** χ² of 4 data and 1 parameter has 3 degrees of freedom, mean 3; the tail is that of Wilks. */
    @Test
    void goodnessOfFitByToysMatchesChiSquare() {
        LinearGaussian model = new LinearGaussian(
                ParameterSet.of(List.of(Parameter.of("mu", 0.0))),
                new double[][] {{1.0}, {1.0}, {1.0}, {1.0}},
                new double[] {1.0, 2.0, 1.0, 0.5},
                new double[] {2.5, 1.0, -0.5, 0.4});
        ToyTest test = new ToyStudy(model, ToySettings.of(TOYS, 13)).goodnessOfFit("goodness");
        double tail = PValue.wilks(test.observed(), 3).value();
        assertThat(test.pValue().value()).isCloseTo(tail, four(tail, TOYS));
        assertThat(test.toys().mean()).isCloseTo(3.0, within(4.0 * Math.sqrt(6.0 / TOYS)));
    }

    /** At the closed-form limit of a Gaussian, CLs is 5 %. */
    @Test
    void clsByToysMatchesTheClosedForm() {
        double limit = new GaussianEstimate(0.5, 1.0).clsUpperLimit(ConfidenceLevel.of(0.95));
        ToyCls cls = new ToyStudy(LinearGaussian.shifted(-50.0, 0.6, 0.8, 0.5), ToySettings.of(TOYS, 17))
                .cls("limit", TestStatistic.Q_TILDE_MU, 0, limit);
        assertThat(cls.cls().orElseThrow())
                .isCloseTo(0.05, within(4.0 * cls.error().orElseThrow()));
    }

    /** Clopper–Pearson 1934 for 0 of 10 at 95 %: upper end 1 − 0.025^(1/10); binomial error √(p(1 − p)/n). */
    @Test
    void fractionsHaveBinomialErrors() {
        assertThat(new BinomialFraction(25, 100).error()).isCloseTo(Math.sqrt(0.25 * 0.75 / 100), within(1e-15));
        Interval none = new BinomialFraction(0, 10).clopperPearson(ConfidenceLevel.of(0.95));
        assertThat(none.lower()).isZero();
        assertThat(none.upper()).isCloseTo(1.0 - Math.pow(0.025, 0.1), within(1e-8)); // accuracy of the library
        Interval half = new BinomialFraction(5, 10).clopperPearson(ConfidenceLevel.of(0.95));
        assertThat(half.lower() + half.upper()).isCloseTo(1.0, within(1e-8)); // by symmetry
    }
}
