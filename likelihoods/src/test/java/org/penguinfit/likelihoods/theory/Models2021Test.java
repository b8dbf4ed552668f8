package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Theory files of the models of arXiv:2108.05033: leptoquarks, relations of SU(2), charged currents, flavour violation. */
class Models2021Test {
    private static final List<String> NU = List.of("e", "mu", "tau");

    private static final List<String> FAMILIES = List.of("CL", "CR", "C9", "C10", "C9p", "C10p");

    /** Sums of up to twenty terms that partly cancel, in another order. */
    private static final double ROUNDING = 1e-12;

    /** Real and imaginary part of each coefficient as an observable. */
    private static Theory withCoefficients(String theory) {
        StringBuilder text = new StringBuilder("schema: theory/1\nimports: [" + theory + "]\nobservables:\n");
        for (String name : coefficients()) {
            text.append("  \"re ").append(name).append("\": re(").append(name).append(")\n");
            text.append("  \"im ").append(name).append("\": im(").append(name).append(")\n");
        }
        return Theories.of(text.toString());
    }

    private static List<String> coefficients() {
        List<String> names = new ArrayList<>();
        for (String j : NU) {
            for (String family : FAMILIES) {
                NU.forEach(i -> names.add(family + "[" + i + "," + j + "]"));
            }
            names.add("CVL[" + j + "]");
        }
        return names;
    }

    private static double value(Theory theory, String observable, Map<String, Double> at) {
        double[] mu = new double[1];
        theory.bind(List.of(observable), List.of(), at).evaluator().values(new double[0], mu);
        return mu[0];
    }

    /** Eq 20, and eq 25 with its printed and its derived sign: src/test/resources/reference/models_2021.py (mpmath 1.3.0). */
    @ParameterizedTest(name = "corrected = {0}")
    @CsvSource({"0,CVLprinted", "1,CVL"})
    void leptoquarksGiveTheCoefficientsOfEq20(double corrected, String charged) throws IOException {
        Theory theory = withCoefficients("leptoquarks-2021");
        for (JsonNode point : reference("leptoquarks")) {
            Map<String, Double> at = parameters(point);
            at.put("corrected", corrected);
            for (String name : coefficients()) {
                String family = name.startsWith("CVL") ? charged : name.substring(0, name.indexOf('['));
                String key = name.substring(name.indexOf('[') + 1, name.length() - 1);
                JsonNode expected = point.get("coefficients").get(family).get(key);
                double size =
                        Math.hypot(expected.get(0).asDouble(), expected.get(1).asDouble());
                double tolerance = ROUNDING * Math.max(1, size);
                assertThat(value(theory, "re " + name, at))
                        .isCloseTo(expected.get(0).asDouble(), within(tolerance));
                assertThat(value(theory, "im " + name, at))
                        .isCloseTo(expected.get(1).asDouble(), within(tolerance));
            }
        }
    }

    /** Eq 21 as printed and with its errors corrected: the same script. */
    @ParameterizedTest(name = "corrected = {0}")
    @CsvSource({"0", "1"})
    void flavourViolatingRatesAreThoseOfEq21(int corrected) throws IOException {
        Theory theory = Theories.packed("bsll-2021");
        for (JsonNode point : reference("lfv")) {
            Map<String, Double> at = parameters(point);
            at.put("corrected", (double) corrected);
            for (Entry<String, JsonNode> rate : point.get("" + corrected).properties()) {
                double expected = rate.getValue().asDouble();
                assertThat(value(theory, rate.getKey(), at)).isCloseTo(expected, within(ROUNDING * expected));
            }
        }
    }

    /** C_9 over C_L (or C_9' over C_R), from eq 20; eq 22 prints 2 also for the last two. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"S0,CL,C9,0", "S1,CL,C9,2", "V1,CL,C9,0.5", "Shalf,CR,C9p,1", "Vhalf,CR,C9p,1"})
    void leptoquarksHaveTheRelationsOfEq22(String leptoquark, String neutrino, String lepton, double ratio) {
        Theory theory = withCoefficients("leptoquarks-2021");
        Map<String, Double> at = Map.of("l2mu_" + leptoquark, 0.3, "l3mu_" + leptoquark, 0.7);
        double c = value(theory, "re " + neutrino + "[mu,mu]", at);
        assertThat(Math.abs(c)).isGreaterThan(1);
        assertThat(value(theory, "re " + lepton + "[mu,mu]", at)).isCloseTo(ratio * c, within(ROUNDING * Math.abs(c)));
        assertThat(value(theory, "re " + lepton.replace("9", "10") + "[mu,mu]", at))
                .isCloseTo(-ratio * c, within(ROUNDING * Math.abs(c)));
    }

    /** Eqs 20 and 22: C_9 = −C_10 over C_L or C_R; Z is C_L = (C_9 − C_10)/2. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"Z,CL,C9,1", "S0,CL,C9,0", "S1,CL,C9,2", "V1,CL,C9,0.5", "R,CR,C9p,1"})
    void patternsHaveTheRelationsOfEq22(String pattern, String neutrino, String lepton, double ratio) {
        Theory theory = withCoefficients("s0-2021");
        for (String i : NU) {
            for (String j : NU) {
                Map<String, Double> at = Map.of(pattern + "_" + i + j, 1.7, "Im(" + pattern + "_" + i + j + ")", -0.6);
                String pair = "[" + i + "," + j + "]";
                assertThat(value(theory, "re " + neutrino + pair, at)).isEqualTo(1.7);
                assertThat(value(theory, "im " + neutrino + pair, at)).isEqualTo(-0.6);
                assertThat(value(theory, "re " + lepton + pair, at)).isCloseTo(1.7 * ratio, within(ROUNDING));
                assertThat(value(theory, "im " + lepton.replace("9", "10") + pair, at))
                        .isCloseTo(0.6 * ratio, within(ROUNDING));
            }
        }
    }

    /** Eq 23 with C_9^mumu = −C_10^mumu = −0.46: 1 + (0.457·0.23 + 0.0357·0.23²)/4.39, and the same at 0.92. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"S1,-0.23,1.024", "V1,-0.92,1.103", "R,0,1"})
    void ratiosOfEq23(String pattern, double coefficient, double ratio) {
        Theory theory = withCoefficients("su2-patterns, bctaunu-2021");
        Map<String, Double> at = Map.of(pattern + "_mumu", coefficient);
        if (coefficient != 0) {
            assertThat(value(theory, "re C9[mu,mu]", at)).isCloseTo(-0.46, within(ROUNDING));
        }
        assertThat(value(theory, "R_BKnunu", at)).isCloseTo(ratio, within(0.0005)); // half a unit of the last digit
    }

    /**
     * Eqs 26 and 27: r = (1 ∓ 25 α/2π)² with 1/α = 127.9 is 1.06 or 0.94, and |C_L^31| = 300 gives 1 + (300 α/2π)² = 1.14;
     * as printed the sign is the other one. The limits of Table 2, −12 and −6, allow 1.030 and 1.015.
     */
    @ParameterizedTest(name = "corrected = {0}: {1} = {2}")
    @CsvSource({
        "1,S0_tautau,-25,1.06,0.005",
        "1,S0_tautau,25,0.94,0.005",
        "0,S0_tautau,25,1.06,0.005",
        "0,S0_tautau,-25,0.94,0.005",
        "1,S0_tautau,-54.4,1.14,0.005",
        "0,S0_tautau,54.4,1.14,0.005",
        "1,S0_taue,300,1.14,0.005",
        "1,S0_taumu,-300,1.14,0.005",
        "0,S0_taumu,300,1.14,0.005",
        "1,S0_tautau,-11.99,1.030,0.0005",
        "1,S0_tautau,-5.86,1.015,0.0005"
    })
    void chargedCurrentOfS0(double corrected, String name, double value, double ratio, double halfDigit) {
        Theory theory = Theories.packed("s0-2021");
        Map<String, Double> at = Map.of("corrected", corrected, name, value);
        assertThat(value(theory, "r_D", at)).isCloseTo(ratio, within(halfDigit));
        assertThat(value(theory, "r_Dst", at)).isEqualTo(value(theory, "r_D", at));
        assertThat(value(theory, "Rtaul(B->Dlnu)", at)).isCloseTo(0.299 * value(theory, "r_D", at), within(ROUNDING));
        assertThat(value(theory, "Rtaul(B->D*lnu)", at)).isCloseTo(0.258 * value(theory, "r_D", at), within(ROUNDING));
    }

    /** The same from the couplings of S0: −(2π/α) C_VL is C_L^33 where the product with V_cs dominates, V_cs being 0.973. */
    @ParameterizedTest(name = "corrected = {0}")
    @CsvSource({"0,1", "1,-1"})
    void couplingsOfS0HaveTheSignOfEq26(double corrected, double sign) {
        Theory theory = withCoefficients("leptoquarks-2021");
        Map<String, Double> at = Map.of("corrected", corrected, "l2tau_S0", 3.4, "l3tau_S0", -0.001);
        double c = value(theory, "re CL[tau,tau]", at);
        double expected = sign * 0.973 * c / (2 * Math.PI * 127.9);
        double thirdGeneration = 0.0413 / 0.973 * 0.001 / 3.4; // the term with V_cb, relative
        assertThat(value(theory, "re CVL[tau]", at))
                .isCloseTo(expected, within(1.01 * thirdGeneration * Math.abs(expected)));
    }

    /** Relative uncertainties: f_Bs² and ξ² of Bs modes, 2·0.0013/0.2303 and 2·0.78/42.21; form factors of K and K*; 0.49/7.73. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "'BR(Bs->emu,mue)',theta_fBs,0.0112896",
        "'BR(Bs->emu,mue)',theta_xi,0.0369581",
        "BR(B+->Kemu),ff_BK,0.16",
        "BR(B0->K*emu),ff_BKst,0.105",
        "BR(Bs->tautau),theta_Bstautau,0.0633894",
        "BR(B+->Kemu),theta_xi,0"
    })
    void ratesHaveParametricUncertainties(String observable, String nuisance, double relative) {
        Theory theory = Theories.packed("bsll-2021");
        double[] mu = new double[1];
        double[] slope = new double[1];
        theory.bind(List.of(observable), List.of(nuisance), Map.of("C10_bsemu", 2.0))
                .evaluator()
                .valuesAndGradients(new double[] {0}, mu, slope);
        assertThat(slope[0] / mu[0]).isCloseTo(relative, within(1e-7)); // as many digits as are written here
    }

    /**
     * Eq 3: 16 % of 4.39e-6 and 10.5 % of 9.53e-6 in all. Corrected: 3 q (X/s_W² · 132.1/127.9)², which is 3·0.0357·43.034 = 4.609 and
     * 3·0.0775·43.034 = 10.005, and the ratio of lifetimes 1.638/1.519.
     */
    @Test
    void standardModelRatesBySource() {
        Theory theory = Theories.packed("bsnunu-sm-2021");
        List<String> sources = List.of("theta_Xt", "theta_CKM", "form_BK", "form_BKst");
        List<String> modes = List.of("BR(B+->Knunu)", "BR(B0->K*nunu)");
        double[] mu = new double[2];
        double[] slope = new double[8];
        theory.bind(modes, sources, Map.of()).evaluator().valuesAndGradients(new double[4], mu, slope);
        assertThat(mu).containsExactly(new double[] {4.39e-6, 9.53e-6}, within(1e-18));
        assertThat(total(slope, 0)).isCloseTo(0.16 * 4.39e-6, within(1e-18));
        assertThat(total(slope, 1)).isCloseTo(0.105 * 9.53e-6, within(1e-18));
        Map<String, Double> corrected = Map.of("corrected", 1.0);
        assertThat(value(theory, "BR(B+->Knunu)", corrected)).isCloseTo(4.609e-6, within(0.5e-9));
        assertThat(value(theory, "BR(B0->K*nunu)", corrected)).isCloseTo(10.005e-6, within(0.5e-9));
        assertThat(value(theory, "BR(B0->Knunu)", corrected)).isCloseTo(4.609e-6 * 1.519 / 1.638, within(0.5e-9));
        assertThat(value(theory, "BR(B+->K*nunu)", corrected)).isCloseTo(10.005e-6 * 1.638 / 1.519, within(0.6e-9));
    }

    private static double total(double[] slope, int observable) {
        double squares = 0;
        for (int k = 0; k < 4; k++) {
            squares += slope[4 * observable + k] * slope[4 * observable + k];
        }
        return Math.sqrt(squares);
    }

    private static Map<String, Double> parameters(JsonNode point) {
        Map<String, Double> values = new HashMap<>();
        point.get("parameters")
                .properties()
                .forEach(p -> values.put(p.getKey(), p.getValue().asDouble()));
        return values;
    }

    private static JsonNode reference(String key) throws IOException {
        try (InputStream in = Models2021Test.class.getResourceAsStream("/reference/models_2021.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get(key);
        }
    }
}
