package org.penguinfit.fits.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;

/**
 * The packed fits of current data against an independent program: src/test/resources/reference/current_fits.py, plain Python
 * 3.11, which reads the shipped tables and has the measurements typed in from the publications.
 */
class CurrentFitsTest {
    /**
     * The covariance of values with unequal sides has σ₊σ₋, there summed over sources, here of the totals; that moves χ² by up
     * to 4e-5.
     */
    private static final double CHI2 = 1e-4;

    /** The same in coefficients, whose standard deviations are 0.1 and more for muons, 2 and more for neutrinos. */
    private static final double COEFFICIENT = 1e-4;

    private static final FitResult BSLL = Fits.run("bsll/current");
    private static final FitResult BSNUNU = Fits.run("bsnunu/current");

    private static JsonNode reference(String fit) throws IOException {
        try (InputStream in = CurrentFitsTest.class.getResourceAsStream("/reference/current_fits.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get(fit);
        }
    }

    private static void compare(MinimumFound found, JsonNode expected) {
        assertThat(found.chi2()).isCloseTo(expected.get("chi2").asDouble(), within(CHI2));
        for (Map.Entry<String, JsonNode> parameter : expected.get("parameters").properties()) {
            assertThat(Math.abs(Fits.at(found, parameter.getKey())))
                    .as(parameter.getKey())
                    .isCloseTo(Math.abs(parameter.getValue().asDouble()), within(COEFFICIENT));
        }
    }

    /** Off-diagonal coefficients have a mirror image at the other sign, so that sizes are compared. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "bsll,C9_bsmumu",
        "bsll,C10_bsmumu",
        "bsll,C9p_bsmumu",
        "bsll,C10p_bsmumu",
        "bsnunu,CL_tau",
        "bsnunu,CR_tau",
        "bsnunu,CL_universal",
        "bsnunu,CR_universal",
        "bsnunu,CL_bsnumunutau"
    })
    void oneCoefficientAtATimeHasTheMinimaOfAnIndependentProgram(String fit, String name) throws IOException {
        TaskResult alone = Fits.task(fit.equals("bsll") ? BSLL : BSNUNU, "alone");
        JsonNode expected = reference(fit).get("fits").get(name);
        double value = Math.abs(expected.get("parameters").get(name).asDouble());
        MinimumFound nearest = Fits.minima(alone, name).stream()
                .filter(m -> Math.abs(Math.abs(Fits.at(m, name)) - value) < 0.1)
                .findFirst()
                .orElseThrow();
        compare(nearest, expected);
        assertThat(Objects.requireNonNull(alone.fit()).chi2Sm())
                .isCloseTo(reference(fit).get("chi2SM").asDouble(), within(CHI2));
    }

    /** Pairs, and all four muon coefficients together. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "bsll,pair,C9_bsmumu+C10_bsmumu",
        "bsll,together,C9_bsmumu+C10_bsmumu+C9p_bsmumu+C10p_bsmumu",
        "bsnunu,one-flavour,CL_tau+CR_tau",
        "bsnunu,universal,CL_universal+CR_universal"
    })
    void jointFitsHaveTheMinimaOfAnIndependentProgram(String fit, String task, String names) throws IOException {
        TaskResult joint = Fits.task(fit.equals("bsll") ? BSLL : BSNUNU, task);
        JsonNode expected = reference(fit).get("fits").get(names);
        String first = names.substring(0, names.indexOf('+'));
        double value = expected.get("parameters").get(first).asDouble();
        MinimumFound nearest = joint.minima().stream()
                .filter(m -> Math.abs(Fits.at(m, first) - value) < 0.1)
                .findFirst()
                .orElseThrow();
        assertThat(nearest.deltaChi2()).isCloseTo(0, within(CHI2));
        compare(nearest, expected);
    }

    /**
     * Published global fits of b → s μμ data after the R_K results of 2022 find C9 between about −0.5 and −1, some 3σ to 5σ
     * from the Standard Model; one of fewer observables can agree only roughly.
     */
    @Test
    void c9AgreesWithPublishedGlobalFits() {
        TaskResult alone = Fits.task(BSLL, "alone");
        assertThat(Fits.at(Fits.minima(alone, "C9_bsmumu").get(0), "C9_bsmumu")).isBetween(-1.0, -0.4);
        assertThat(Objects.requireNonNull(alone.fit()).pullSm()).isBetween(3.0, 5.0);
    }

    @Test
    void everythingThatDoesNotEnterIsTold() {
        assertThat(BSLL.notes()).hasSize(9).allMatch(note -> note.startsWith("left out: "));
        assertThat(BSNUNU.notes()).anyMatch(note -> note.contains("BR(B->Xsnunu)"));
        assertThat(BSNUNU.used()).contains("Belle II BKnunu inclusive 2023", "Belle II BKnunu hadronic 2023");
    }
}
