package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.measurements.document.Diagnostics;

/** One line of a fit changes the rule of its limits. */
class LimitRulesTest {
    private static final String MEASUREMENTS = """
            "@metadata@": {schema: measurements/1}
            Counted:
              values:
                - name: BR(B0->K*nunu)
                  likelihood: {type: upper-limit, limit: 1.8e-5, cl: 90%, counts: {total: 13, signal: -2.0, background-sigma: 1.8}}
            Plain:
              values: {BR(B+->Knunu): < 1.9e-5 @ 90% CL}
            """;

    @TempDir
    private Path folder;

    private FitResult run(String limits) throws IOException {
        Files.writeString(folder.resolve("m.yaml"), MEASUREMENTS);
        Path fit = Files.writeString(folder.resolve("fit.yaml"), """
                schema: fit/1
                title: one rule
                theory: [bsnunu-2021]
                measurements: {files: [m.yaml], include: [Counted, Plain], limits: %s}
                outputs: {term-curves: true}
                parameters: {CL_bsnumunutau: {range: "0:40"}}
                tasks:
                  t: {type: one-at-a-time, levels: [90%%]}
                """.formatted(limits));
        Diagnostics diagnostics = new Diagnostics();
        FitPlan plan = FitPlan.load(FitRequest.of(fit.toString()), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return new FitRunner(ParallelWork.on(1)).run(Objects.requireNonNull(plan));
    }

    @Test
    void theRuleOfTheFitIsInForceWhereTheFileGivesItsFactsAndSaidInTheNotes() throws IOException {
        FitResult gamma = run("gamma");
        assertThat(gamma.notes())
                .contains(
                        "'Counted': the limit on BR(B0->K*nunu) enters by the rule 'gamma', chosen by this fit; its file"
                                + " says 'half-gaussian'",
                        "'Plain': the limit on BR(B+->Knunu) keeps the rule 'half-gaussian' of its file: 'gamma' needs"
                                + " 'counts', which the file does not give");
        assertThat(gamma.tasks().get(0).data().get(0).rule()).startsWith("gamma, n = 13, b = 15 ± 1.8, k = 2.605e-06");
        assertThat(gamma.tasks().get(0).data().get(1).rule()).startsWith("half-Gaussian");
    }

    @Test
    void theFirstRuleThatFitsDecides() throws IOException {
        FitResult one = run("{Counted: step, \"*\": gamma}");
        assertThat(one.tasks().get(0).data().get(0).rule()).isEqualTo("hard step");
        FitResult other = run("{\"*\": half-gaussian, \"Cou*\": gamma}");
        assertThat(other.tasks().get(0).data().get(0).rule()).startsWith("half-Gaussian");
    }

    /** half-Gaussian: (x/σ)² with σ = L/1.6448536, so 2.7055 at the limit, which is point 53⅓ of 80. */
    @Test
    void theCurveOfEachTermIsInTheResults() throws IOException {
        FitResult result = run("half-gaussian");
        ResultBlock.Table terms = (ResultBlock.Table) block(result, "terms");
        assertThat(terms.rows()).hasSize(2);
        assertThat(terms.rows().get(0).get(3)).asString().startsWith("assumes that nothing was seen");
        assertThat(terms.rows().get(0).get(4)).isEqualTo(1.8e-5);
        ResultBlock.Table curves = (ResultBlock.Table) block(result, "termCurves");
        assertThat(curves.rows()).hasSize(2 * 81);
        for (int i : new int[] {0, 40, 80}) {
            double x = 1.5 * 1.8e-5 * i / 80;
            assertThat((Double) curves.rows().get(i).get(2)).isCloseTo(x, within(1e-18));
            double expected = Math.pow(x / 1.8e-5 * 1.6448536269514722, 2);
            assertThat((Double) curves.rows().get(i).get(3)).isCloseTo(expected, within(1e-12));
        }
    }

    private static ResultBlock block(FitResult result, String key) {
        return result.tasks().get(0).blocks().stream()
                .filter(b -> b.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
