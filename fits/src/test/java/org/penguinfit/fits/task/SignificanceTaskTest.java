package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penguinfit.fits.task.SignalFit.figure;
import static org.penguinfit.fits.task.SignalFit.hasFigure;

import java.nio.file.Path;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.result.TaskResult;

/** Of a Gaussian mean the significance is the pull, (measured − tested)/σ. */
class SignificanceTaskTest {
    /** A minimum stops at an EDM of 1e-9, which is less than 1e-6 in √Δχ² of order 1. */
    private static final double MINIMISED = 1e-6;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int TOYS = 2000;

    @TempDir
    private Path temp;

    private TaskResult tested(String measured, String range, String task) {
        return new SignalFit(temp).mean(measured, range, task).task();
    }

    @ParameterizedTest
    @CsvSource({"2.5, 0, 2.5", "-1.25, 0, 1.25", "2.5, 4, 1.5", "2.5, 2.5, 0"})
    void isThePullOfAGaussianMean(double measured, double point, double pull) {
        TaskResult task =
                tested(String.valueOf(measured), "-10:10", "{type: significance, hypothesis: {mu: " + point + "}}");
        assertThat(figure(task, "deltaChi2")).isCloseTo(pull * pull, within(MINIMISED));
        assertThat(figure(task, "sigmas")).isCloseTo(pull, within(MINIMISED));
        assertThat(figure(task, "pValue")).isCloseTo(2 * NORMAL.survivalProbability(pull), within(MINIMISED));
        assertThat(hasFigure(task, "q0")).isFalse();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
    }

    /** The nuisance parameter adds 0.75 in quadrature: σ = 1.25, 2.5/1.25 = 2. */
    @Test
    void nuisanceParametersAreProfiled() {
        TaskResult task = new SignalFit(temp)
                .shifted("2.5", "-10:10", "{type: significance, toys: " + TOYS + "}")
                .task();
        double expected = 2 * NORMAL.survivalProbability(2);
        assertThat(figure(task, "sigmas")).isCloseTo(2, within(MINIMISED));
        assertThat(figure(task, "toyPValue")).isCloseTo(expected, within(4 * error(expected)));
        assertThat(figure(task, "toyPValueError")).isCloseTo(error(figure(task, "toyPValue")), within(1e-15));
        assertThat(figure(task, "toyFailures")).isZero();
        assertThat(task.notes()).anyMatch(note -> note.endsWith("seed 20211108"));
    }

    /** arXiv:1007.1727, eqs 12, 50 and 53: q₀ is half a χ² and half zero, Z = √q₀, p = 1 − Φ(Z). */
    @Test
    void isTheDiscoverySignificanceWhereTheHypothesisIsTheLowerEndOfTheRange() {
        TaskResult task = tested("1.5", "0:10", "{type: significance, toys: " + TOYS + "}");
        double oneSided = NORMAL.survivalProbability(1.5);
        assertThat(figure(task, "q0")).isCloseTo(2.25, within(MINIMISED));
        assertThat(figure(task, "discoverySigmas")).isCloseTo(1.5, within(MINIMISED));
        assertThat(figure(task, "discoveryPValue")).isCloseTo(oneSided, within(MINIMISED));
        assertThat(figure(task, "toyPValue")).isCloseTo(oneSided, within(4 * error(oneSided)));
    }

    /** Below the range the best fit is the hypothesis: no evidence against it at all. */
    @Test
    void downwardFluctuationsAreNoDiscovery() {
        TaskResult task = tested("-2", "0:10", "{type: significance, toys: 200}");
        assertThat(figure(task, "discoverySigmas")).isCloseTo(0, within(MINIMISED));
        assertThat(figure(task, "toyPValue")).isEqualTo(1);
    }

    /** With no toy beyond, 1 − 0.15865^(1/200) of Clopper and Pearson is what the toys can say. */
    @Test
    void aPValueBeyondTheToysHasAnUpperEnd() {
        TaskResult task = tested("6", "-10:10", "{type: significance, toys: 200}");
        assertThat(figure(task, "toyPValue")).isZero();
        double tail = NORMAL.survivalProbability(1);
        assertThat(figure(task, "toyPValueUpper")).isCloseTo(1 - Math.pow(tail, 1.0 / 200), within(1e-12));
    }

    private static double error(double p) {
        return Math.sqrt(p * (1 - p) / TOYS);
    }
}
