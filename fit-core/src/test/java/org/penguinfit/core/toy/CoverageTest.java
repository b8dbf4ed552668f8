package org.penguinfit.core.toy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.Counts;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.models.QuadraticRate;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.significance.AsymptoticDistribution;
import org.penguinfit.core.significance.GaussianEstimate;
import org.penguinfit.core.significance.TestStatistic;

/** Coverage of every interval method, where it is known in closed form: a Gaussian mean that is not negative. */
class CoverageTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);
    private static final int TOYS = 1000;
    private static final ConfidenceLevel ONE_SIGMA = ConfidenceLevel.ofSigmas(1);
    private static final ConfidenceLevel CL95 = ConfidenceLevel.of(0.95);

    private static void assertCoverage(Coverage found, double expected) {
        BinomialFraction fraction = found.fraction().orElseThrow();
        double error = BinomialFraction.standardError(expected, fraction.trials());
        assertThat(fraction.value())
                .as("%s at %s", found.method(), found.level())
                .isCloseTo(expected, within(4.0 * error + 1e-12));
    }

    /** Wilks at the bound: Φ(1) = 84.13 % instead of 68.27 %, as only upward fluctuations can miss. */
    @Test
    void profileIntervalsOverCoverAtABound() {
        List<Coverage> found = CoverageProblem.boundedGaussian(2000).at(Vector.of(0.0), TOYS, 2);
        assertCoverage(of(found, "local profile (Minos)", ONE_SIGMA), NORMAL.cumulativeProbability(1.0));
        assertCoverage(of(found, "global profile set", ONE_SIGMA), NORMAL.cumulativeProbability(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1.0})
    void everyMethodHasItsClosedFormCoverageNearABound(double mu) {
        List<Coverage> found = CoverageProblem.boundedGaussian(10_000).at(Vector.of(mu), TOYS, 2);
        for (ConfidenceLevel level : CoverageProblem.LEVELS) {
            double z = level.sigmas();
            double oneSided = NORMAL.inverseSurvivalProbability(level.tail());
            AsymptoticDistribution tilde = TestStatistic.T_TILDE_MU.asymptotic(mu, mu, 1.0);
            assertCoverage(of(found, "local profile (Minos)", level), tilde.cumulative(z * z));
            assertCoverage(of(found, "global profile set", level), tilde.cumulative(z * z));
            assertCoverage(of(found, "Feldman–Cousins", level), level.probability());
            assertCoverage(
                    of(found, "one-sided profile limit", level),
                    TestStatistic.Q_TILDE_MU.asymptotic(mu, mu, 1.0).cumulative(oneSided * oneSided));
            assertCoverage(of(found, "CLs upper limit", level), clsCoverage(mu, level));
            Coverage hesse = of(found, "Hesse", level);
            double within = NORMAL.cumulativeProbability(z) - NORMAL.cumulativeProbability(Math.max(-z, -mu));
            assertCoverage(hesse, within / NORMAL.cumulativeProbability(mu)); // of the data above 0
            double atLimit = NORMAL.cumulativeProbability(-mu);
            assertThat(hesse.failures() / (double) TOYS)
                    .isCloseTo(atLimit, within(4.0 * BinomialFraction.standardError(atLimit, TOYS)));
        }
    }

    private static Coverage of(List<Coverage> all, String method, ConfidenceLevel level) {
        return all.stream()
                .filter(coverage ->
                        coverage.method().equals(method) && coverage.level().equals(level))
                .findFirst()
                .orElseThrow();
    }

    /** The limit rises with the measured value, so μ is missed below the value whose limit is μ. */
    private static double clsCoverage(double mu, ConfidenceLevel level) {
        double low = -30.0;
        double high = 10.0;
        for (int k = 0; k < 60; k++) {
            double middle = 0.5 * (low + high);
            if (new GaussianEstimate(middle, 1.0).clsUpperLimit(level) < mu) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return NORMAL.survivalProbability(low - mu);
    }

    /** Each method's shortcut for "holds the truth" agrees with its set, on data of three models. */
    @Test
    void holdingTheTruthAgreesWithTheSet() {
        ToySettings toys = ToySettings.of(200, 5);
        DataModel counts = Counts.onOff(0.0, 2.0, 12.0, 10.0);
        DataModel rate = new QuadraticRate(Bounds.UNBOUNDED);
        List<Vector> starts = QuadraticRate.STARTS;
        assertAgreement(new GlobalProfileSets(rate, 0, new Interval(-30.0, 45.0), starts), rate, Vector.of(2.0));
        assertAgreement(
                new UpperLimits(UpperLimits.Rule.ONE_SIDED_PROFILE, counts, 0, 1.0, List.of()),
                counts,
                Vector.of(3.0, 5.0));
        assertAgreement(new UpperLimits(UpperLimits.Rule.CLS, counts, 0, 1.0, List.of()), counts, Vector.of(3.0, 5.0));
        assertAgreement(
                FeldmanCousinsSets.of(rate, 0, new Interval(-22.0, 30.0), 27, toys.withStarts(starts)),
                rate,
                Vector.of(2.0));
    }

    private static void assertAgreement(IntervalMethod method, DataModel model, Vector truth) {
        IntervalMethod.Procedure procedure = method.start();
        double[] data = new double[model.dataSize()];
        int held = 0;
        for (int toy = 0; toy < 25; toy++) {
            UniformRandomProvider random = RandomStreams.of(2).stream(toy);
            model.draw(truth.toArray(), random, data);
            procedure.use(data);
            boolean holds = procedure.holds(truth.get(0), ONE_SIGMA);
            assertThat(procedure.set(ONE_SIGMA).contains(truth.get(0)))
                    .as(method.name())
                    .isEqualTo(holds);
            held += holds ? 1 : 0;
        }
        assertThat(held).isBetween(1, 25);
    }

    /** From c = 0 the local methods see the lower branch alone; a truth on the other one is lost. */
    @Test
    void localMethodsMissABranchThatGlobalSetsHold() {
        QuadraticRate model = new QuadraticRate(Bounds.UNBOUNDED);
        double[] data = {11.0};
        IntervalMethod.Procedure minos = new LocalProfileIntervals(model, 0, 1.0).start();
        IntervalMethod.Procedure global =
                new GlobalProfileSets(model, 0, new Interval(-30.0, 45.0), QuadraticRate.STARTS).start();
        minos.use(data);
        global.use(data);
        assertThat(minos.set(ONE_SIGMA).segments()).hasSize(1);
        assertThat(minos.holds(15.0, ONE_SIGMA)).isFalse();
        assertThat(global.holds(15.0, ONE_SIGMA)).isTrue();
        IntervalSet set = global.set(ONE_SIGMA); // closed form: the piecewise quartic of the benchmark problem P1
        assertThat(set.segments()).hasSize(2);
        assertThat(set.segments().get(0).lower()).isCloseTo(-7.547669, within(1e-6));
        assertThat(set.segments().get(1).upper()).isCloseTo(20.363159, within(1e-6));
    }

    /** A method that fails on every toy leaves the others alone, and has no fraction. */
    @Test
    void failuresOfOneMethodDoNotDisturbAnother() {
        DataModel model = LinearGaussian.mean(-50.0, 0.0);
        IntervalMethod failing = new IntervalMethod() {
            @Override
            public String name() {
                return "failing";
            }

            @Override
            public Procedure start() {
                return new Procedure() {
                    @Override
                    public void use(double[] data) {}

                    @Override
                    public IntervalSet set(ConfidenceLevel level) {
                        throw new IllegalStateException("no interval");
                    }
                };
            }
        };
        CoverageStudy study = new CoverageStudy(
                model, 0, Vector.of(1.0), List.of(CL95), ToySettings.of(300, 3).withWork(ParallelWork.on(2)));
        List<Coverage> found = study.of("failing", List.of(failing, new HesseIntervals(model, 0)));
        assertThat(found.get(0).fraction()).isEmpty();
        assertThat(found.get(0).failures()).isEqualTo(300);
        assertThat(found.get(1).failures()).isZero();
        assertCoverage(found.get(1), 0.95);
    }
}
