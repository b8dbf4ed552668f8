package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.TaskResult;

/** Averages of a user's own files; reference/average.py computes what has no closed form beside it. */
class AverageTaskTest {
    /** Closed forms with numbers near 1. */
    private static final double EXACT = 1e-9;

    /** The script prints nine decimals of minima found to about √(machine precision) of their curvature. */
    private static final double REFERENCE = 2e-8;

    /** Minima and ends of a scan are refined to about this. */
    private static final double SCANNED = 1e-6;

    /** Three decimals are printed. */
    private static final double THREE_DECIMALS = 0.0005;

    @TempDir
    private Path temp;

    private FitFolder folder(String data, String keys) {
        return new FitFolder(temp)
                .write("theory.yaml", "schema: theory/1\nparameters: {x: {}}\nobservables: {O: x, P: x}\n")
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\n" + data)
                .write(
                        "fit.yaml",
                        "schema: fit/1\ntitle: t\ntheory: [theory.yaml]\n"
                                + "measurements: {files: [data.yaml], include: [{observable: O}]}\n"
                                + "tasks: {t: {type: average, observable: O" + keys + "}}\n");
    }

    private TaskResult average(String data, String keys) {
        return folder(data, keys).task();
    }

    private static String values(String... values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            text.append("M")
                    .append(i)
                    .append(": {values: {O: \"")
                    .append(values[i])
                    .append("\"}}\n");
        }
        return text.toString();
    }

    /** BR(B+ → K+ ν ν̄) in 1e-5 with symmetric uncertainties, the average of arXiv:2108.05033, eq 3: (1.1 ± 0.4)e-5. */
    @Test
    void fourExperimentsGiveTheWeightedMean() {
        TaskResult task = average(values("1.9 ± 1.5", "1.0 ± 0.6", "2.9 ± 1.6", "0.8 ± 0.7"), "");
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(1.130, within(THREE_DECIMALS));
        assertThat(Blocks.figure(task, "linear", "sigma")).isCloseTo(0.421, within(THREE_DECIMALS));
        assertThat(Blocks.figure(task, "linear", "chi2")).isCloseTo(1.756489356, within(REFERENCE));
        assertThat(Blocks.figure(task, "linear", "dof")).isEqualTo(3);
        assertThat(Blocks.number(task, "inputs", "weight", "M1"))
                .isCloseTo(Math.pow(0.420566833 / 0.6, 2), within(REFERENCE));
    }

    /** The same with the later measurement of Belle II, and five values. */
    @Test
    void fiveExperimentsGiveTheWeightedMean() {
        TaskResult task = average(values("2.3 ± 0.7", "1.0 ± 0.6", "2.9 ± 1.6", "0.2 ± 0.8", "1.5 ± 1.3"), "");
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(1.332, within(THREE_DECIMALS));
        assertThat(Blocks.figure(task, "linear", "sigma")).isCloseTo(0.369, within(THREE_DECIMALS));
        assertThat(Blocks.figure(task, "linear", "chi2")).isCloseTo(5.197795532, within(REFERENCE));
        assertThat(Blocks.figure(task, "linear", "scaleFactor"))
                .isCloseTo(Math.sqrt(5.197795532 / 4), within(REFERENCE));
    }

    /** Symmetric and independent: both averages are the same, and the sets are x ± z σ. */
    @Test
    void gaussianMeasurementsHaveTheSameAverageByBothWays() {
        TaskResult task = average(values("1 ± 3", "3 ± 4"), ", levels: [1σ, 2σ]");
        double value = (1 / 9.0 + 3 / 16.0) / (1 / 9.0 + 1 / 16.0);
        double sigma = 12 / 5.0; // 1/√(1/9 + 1/16)
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(value, within(EXACT));
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(value, within(EXACT));
        assertThat(Fits.ends(task, "O", "1σ"))
                .containsExactly(new double[] {value - sigma, value + sigma}, within(EXACT));
        assertThat(Fits.ends(task, "O", "2σ"))
                .containsExactly(new double[] {value - 2 * sigma, value + 2 * sigma}, within(EXACT));
        assertThat(Fits.get(task.minima().get(0).uncertainties(), "O")).isCloseTo(sigma, within(EXACT));
        assertThat(task.clipped()).isEmpty();
    }

    /** reference/average.txt, first block. */
    @Test
    void asymmetricValuesAndLimitsEnterTheFullLikelihood() {
        TaskResult task = average(values("1.9 + 1.5 - 1.0", "0.8 + 0.7 - 0.5", "< 1.6 @ 90% CL"), "");
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(0.862112790, within(REFERENCE));
        assertThat(Blocks.figure(task, "likelihood", "chi2")).isCloseTo(1.870577061, within(REFERENCE));
        assertThat(Fits.ends(task, "O", "68.27%"))
                .containsExactly(new double[] {0.436733917, 1.356118024}, within(REFERENCE));
        assertThat(Blocks.figure(task, "linear", "measurements")).isEqualTo(2);
        assertThat(task.pulls()).hasSize(3);
        assertThat(task.notes()).contains("limits and ranges enter the full likelihood alone");
    }

    /** Two published values 1 ± 0.3 ± 0.2 and 2 ± 0.4 ± 0.5; reference/average.txt, second block. */
    @Test
    void correlatedSourcesMoveMeasurementsTogether() {
        String data = values("1 ± 0.3 (stat) ± 0.2 (syst)", "2 ± 0.4 (stat) ± 0.5 (syst)");
        TaskResult task = average(data, ", correlations: {syst: 0.5}");
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(1.181818182, within(REFERENCE));
        assertThat(Blocks.figure(task, "linear", "sigma")).isCloseTo(0.339786029, within(REFERENCE));
        assertThat(Blocks.figure(task, "linear", "chi2")).isCloseTo(2.272727273, within(REFERENCE));
        assertThat(Blocks.number(task, "inputs", "weight", "M1")).isCloseTo(0.181818182, within(REFERENCE));
        assertThat(Blocks.number(task, "sources", "sigma", "stat")).isCloseTo(0.256002324, within(REFERENCE));
        assertThat(Blocks.number(task, "sources", "sigma", "syst")).isCloseTo(0.223421922, within(REFERENCE));
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(1.181818182, within(REFERENCE));
        assertThat(Blocks.figure(task, "likelihood", "chi2")).isCloseTo(2.272727273, within(REFERENCE));
        assertThat(task.pulls()).extracting(TaskResult.PullFound::measurement).containsExactly("M0", "M1");
        assertThat(task.data()).extracting(TaskResult.DatumUsed::published).contains("2 ± 0.4 (stat) ± 0.5 (syst)");
    }

    /** reference/average.txt, third block: unequal sides and a correlation of 0.3 of what is not split by source. */
    @Test
    void correlatedAsymmetricValuesKeepTheirSides() {
        TaskResult task = average(
                values("1.9 + 1.5 - 1.0", "0.8 + 0.7 - 0.5"), ", levels: [1σ, 95%], correlations: {total: 0.3}");
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(1.087850467, within(REFERENCE));
        assertThat(Blocks.figure(task, "likelihood", "chi2")).isCloseTo(1.130841121, within(REFERENCE));
        assertThat(Fits.ends(task, "O", "1σ"))
                .containsExactly(new double[] {0.462725987, 1.733395951}, within(REFERENCE));
        assertThat(Fits.ends(task, "O", "95%"))
                .containsExactly(new double[] {-0.025338114, 2.337463877}, within(REFERENCE));
    }

    /** O = 1 ± 1 and, in a block with P, O = 3 ± 2: the weighted mean (1 + 3/4)/(1 + 1/4) does not see P. */
    @Test
    void aRowOfACorrelatedBlockEntersAlone() {
        TaskResult task = average(values("1 ± 1") + """
                Block:
                  values:
                    - likelihood:
                        type: multivariate-gaussian
                        observables: [P, O]
                        means: [7, 3]
                        sigmas: [1, 2]
                        correlation: 0.9
                """, "");
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(1.75 / 1.25, within(EXACT));
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(1.75 / 1.25, within(EXACT));
    }

    /** Two half Gaussians from 0: Δχ² = x² (1/σ₁² + 1/σ₂²), so the limits add like 1/L². */
    @Test
    void limitsAloneCombineToALimit() {
        TaskResult task = average(values("< 3 @ 90% CL", "< 4 @ 90% CL"), ", levels: [90%]");
        assertThat(task.blocks()).noneMatch(block -> block.key().equals("linear"));
        assertThat(Fits.ends(task, "O", "90%")).containsExactly(new double[] {0, 2.4}, within(EXACT));
        assertThat(task.clipped()).containsExactly("O");
    }

    /** reference/average.txt, last block: no parabola, so −2 ln L is scanned. */
    @Test
    void aLogNormalValueEntersAsSuch() {
        String data = "A: {values: {O: {distribution: log_normal, central_value: 2, factor: 1.5}}}\n";
        TaskResult task = average(data + values("3 ± 1"), ", levels: [1σ, 95%]");
        assertThat(Blocks.figure(task, "likelihood", "value")).isCloseTo(2.475726620, within(SCANNED));
        assertThat(Blocks.figure(task, "likelihood", "chi2")).isCloseTo(0.551829527, within(SCANNED));
        assertThat(Fits.ends(task, "O", "1σ"))
                .containsExactly(new double[] {1.785958720, 3.273654723}, within(SCANNED));
        assertThat(Fits.ends(task, "O", "95%"))
                .containsExactly(new double[] {1.251598620, 4.111269027}, within(SCANNED));
        double symmetric = 0.5 * (2 * 0.5 + 2 * (1 - 1 / 1.5)); // mean of m (f − 1) and m (1 − 1/f)
        assertThat(Blocks.number(task, "inputs", "sigma", "A")).isCloseTo(symmetric, within(EXACT));
    }

    /** Uniform in 1 ± 0.1 and in 3 ± 0.1: no value is allowed by both. */
    @Test
    void measurementsThatExcludeEachOtherHaveNoAverage() {
        String range = ": {values: {O: {distribution: uniform, central_value: CENTER, half_range: 0.1}}}\n";
        TaskResult task = average("A" + range.replace("CENTER", "1") + "B" + range.replace("CENTER", "3"), "");
        assertThat(task.status()).isEqualTo(TaskResult.Status.NOT_CONVERGED);
        assertThat(task.intervals()).isEmpty();
        assertThat(task.notes()).contains("the measurements exclude each other: −2 ln L is finite nowhere");
    }

    @Test
    void aCorrelationOfNoSourceIsAnError() {
        assertThat(folder(values("1 ± 1 (stat)", "2 ± 1 (stat)"), ", correlations: {sytem: 0.5}")
                        .problems())
                .anyMatch(line ->
                        line.contains("tasks.t.correlations.sytem") && line.contains("has a source of uncertainty"));
        assertThat(folder(values("1 ± 1 (stat)", "2 ± 1 (stat)"), ", correlations: {stat: 1}")
                        .problems())
                .anyMatch(line -> line.contains("not positive definite"));
        assertThat(folder(values("1 ± 1 (stat)", "2 ± 1 (stat)"), ", correlations: {stat: 1.5}")
                        .problems())
                .anyMatch(line -> line.contains("must lie between -1 and 1"));
    }

    @Test
    void differentUnitsAreAnError() {
        String data =
                "A: {values: [{name: O, value: 1 ± 1, unit: GeV}]}\nB: {values: [{name: O, value: 1 ± 1, unit: MeV}]}\n";
        assertThat(folder(data, "").problems())
                .anyMatch(line -> line.contains("must be that of the other measurements"));
    }

    @Test
    void keepsTheContractOfResults() throws IOException {
        ResultsContract.requireOf(
                folder(values("1 ± 3", "3 + 4 - 1", "< 8 @ 90% CL"), "").request("fit.yaml"));
    }

    private static final String PAIR = """
            A: {values: {O: 1 ± 0.3 (stat) ± 0.4 (syst)}}
            B: {values: {O: 2 ± 0.3 (stat) ± 0.4 (syst)}}
            """;

    private static final String FIT = """
            schema: fit/1
            title: t
            theory: [theory.yaml]
            measurements: {files: [data.yaml], include: [{observable: O}]}
            parameters: {x: {range: "-9:9"}}
            tasks: {t: {type: fit, levels: [1σ]}}
            """;

    /** C = ((0.25, c), (c, 0.25)): mean 1.5, variance (0.25 + c)/2, χ² = 1/(2(0.25 − c)), with c = 0.16 and 0.125. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{between: [A, B], source: syst, rho: 1}] | 0.16",
                "[{among: [A, B], source: {syst: 1, stat: 0}}] | 0.16",
                "[{between: [B, {measurement: A, observable: O}], rho: 0.5}] | 0.125",
                "[{between: [A, B], source: systematic, rho: 1}, {between: [A, B], source: {stat: -0.5}}] | 0.115"
            })
    void correlationsOfFilesEnterAveragesAndFitsAlike(String correlations, double covariance) {
        FitFolder folder = folder(PAIR + "cross-correlations: " + correlations + "\n", "");
        double sigma = Math.sqrt((0.25 + covariance) / 2);
        double chi2 = 1 / (2 * (0.25 - covariance));
        TaskResult task = folder.task();
        assertThat(Blocks.figure(task, "linear", "value")).isCloseTo(1.5, within(EXACT));
        assertThat(Blocks.figure(task, "linear", "sigma")).isCloseTo(sigma, within(EXACT));
        assertThat(Blocks.figure(task, "linear", "chi2")).isCloseTo(chi2, within(EXACT));
        assertThat(Blocks.figure(task, "likelihood", "chi2")).isCloseTo(chi2, within(EXACT));
        TaskResult fit = folder.write("fit.yaml", FIT).task();
        assertThat(fit.minima().get(0).chi2()).isCloseTo(chi2, within(EXACT));
        assertThat(fit.minima().get(0).parameters().get("x")).isCloseTo(1.5, within(EXACT));
        assertThat(fit.minima().get(0).uncertainties().get("x")).isCloseTo(sigma, within(EXACT));
        assertThat(fit.pulls()).extracting(TaskResult.PullFound::measurement).containsExactly("A", "B");
        assertThat(fit.data())
                .extracting(TaskResult.DatumUsed::rule)
                .containsExactly("correlated Gaussian of 2 with 'B'", "correlated Gaussian of 2 with 'A'");
    }

    /** Three values of which each pair has −0.6: the smallest eigenvalue is 1 − 2 · 0.6 = −0.2. */
    @Test
    void correlationsThatContradictEachOtherAreAnErrorWhereTheyStand() {
        FitFolder folder = folder(
                values("1 ± 1", "1 ± 1", "1 ± 1") + "cross-correlations: [{among: [M0, M1, M2], rho: -0.6}]\n", "");
        folder.write("fit.yaml", FIT);
        assertThat(folder.problems())
                .singleElement()
                .asString()
                .startsWith(
                        "data.yaml:5:22 M0 + M1 + M2: covariance: must be positive definite, the smallest eigenvalue"
                                + " of its correlation matrix is -0.");
    }
}
