package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penguinfit.fits.task.SignalFit.cell;
import static org.penguinfit.fits.task.SignalFit.figure;
import static org.penguinfit.fits.task.SignalFit.hasFigure;

import java.nio.file.Path;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Two measurements of one mean, and a mean with a nuisance parameter: weighted averages, by hand. */
class GoodnessAndImpactsTest {
    /** A minimum stops at an EDM of 1e-9, and the problems are quadratic. */
    private static final double MINIMISED = 1e-6;

    private static final int TOYS = 2000;

    @TempDir
    private Path temp;

    /** 1 ± 1 and 4 ± 2: mean 1.6, χ² = 3²/(1² + 2²) = 1.8 for one degree of freedom, σ_fit² = 0.8. */
    private TaskResult twoMeasurements(String task) {
        return new FitFolder(temp)
                .write("theory.yaml", "schema: theory/1\nparameters: {mu: {}}\nobservables: {O: mu, P: mu}\n")
                .write("data.yaml", """
                        "@metadata@": {schema: measurements/1}
                        A:
                          values:
                            - {name: O, value: 1 ± 1}
                            - {name: P, value: 4 ± 2}
                        """)
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [A]}
                        parameters: {mu: {range: "-30:30"}}
                        tasks:
                          t: TASK
                        """.replace("TASK", task))
                .task();
    }

    @Test
    void chiSquareOfTwoMeasurements() {
        TaskResult task = twoMeasurements("{type: goodness, toys: " + TOYS + "}");
        double expected = ChiSquaredDistribution.of(1).survivalProbability(1.8);
        assertThat(figure(task, "chi2")).isCloseTo(1.8, within(MINIMISED));
        assertThat(figure(task, "dof")).isEqualTo(1);
        assertThat(figure(task, "pValue")).isCloseTo(expected, within(MINIMISED));
        double error = Math.sqrt(expected * (1 - expected) / TOYS);
        assertThat(figure(task, "toyPValue")).isCloseTo(expected, within(4 * error));
        double errorOfMean = Math.sqrt(2.0 / TOYS); // the variance of χ² with one degree of freedom is 2
        assertThat(figure(task, "toyMeanChi2")).isCloseTo(1, within(4 * errorOfMean));
        assertThat(figure(task, "toyFailures")).isZero();
    }

    /** Residuals −0.6 and 2.4 with variances 1 − 0.8 and 4 − 0.8: both pulls are √1.8, as there is one degree of freedom. */
    @Test
    void pullsHaveTheVarianceThatTheFitLeavesThem() {
        ResultBlock.Table pulls = SignalFit.table(twoMeasurements("{type: goodness, toys: 0}"), "reducedPulls");
        assertThat(cell(pulls, 0, "residual")).isCloseTo(-0.6, within(MINIMISED));
        assertThat(cell(pulls, 0, "sigma")).isCloseTo(1, within(MINIMISED));
        assertThat(cell(pulls, 0, "sigmaFit")).isCloseTo(Math.sqrt(0.8), within(MINIMISED));
        assertThat(cell(pulls, 0, "pull")).isCloseTo(-0.6, within(MINIMISED));
        assertThat(cell(pulls, 0, "pullInFit")).isCloseTo(-Math.sqrt(1.8), within(MINIMISED));
        assertThat(cell(pulls, 1, "pull")).isCloseTo(1.2, within(MINIMISED));
        assertThat(cell(pulls, 1, "pullInFit")).isCloseTo(Math.sqrt(1.8), within(MINIMISED));
    }

    @Test
    void withoutDegreesOfFreedomThereIsNoPValue() {
        TaskResult task = new SignalFit(temp)
                .mean("2.5", "-10:10", "{type: goodness, toys: 0}")
                .task();
        assertThat(hasFigure(task, "pValue")).isFalse();
        assertThat(task.notes()).contains("no degree of freedom is left, so χ² has no p-value");
    }

    /** µ + 0.75 ν = 2.5 ± 1, ν = 0 ± 1: nothing measures ν but its constraint; a shift of ±1 moves µ by ∓0.75. */
    @Test
    void anImpactIsTheSlopeTimesTheUncertainty() {
        TaskResult task =
                new SignalFit(temp).shifted("2.5", "-10:10", "{type: impacts}").task();
        ResultBlock.Table impacts = SignalFit.table(task, "impacts");
        assertThat(impacts.rows()).hasSize(1);
        assertThat(cell(impacts, 0, "fitted")).isCloseTo(0, within(MINIMISED));
        assertThat(cell(impacts, 0, "sigma")).isCloseTo(1, within(MINIMISED));
        assertThat(cell(impacts, 0, "postFitDown")).isCloseTo(0.75, within(MINIMISED));
        assertThat(cell(impacts, 0, "postFitUp")).isCloseTo(-0.75, within(MINIMISED));
        assertThat(cell(impacts, 0, "preFitUp")).isCloseTo(-0.75, within(MINIMISED));
    }
}
