package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;

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
}
