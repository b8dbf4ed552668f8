package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosedFormTest {
    /** R = 1/3 sum |delta_ij C_SM + C_ij|^2 / C_SM^2, Buras et al., arXiv:1409.4557, with C_SM = -1.462/0.23121. */
    private static final Theory RATIO = Theories.of("""
            schema: theory/1
            flavours: {nu: [e, mu, tau]}
            constants: {C_SM: -1.462/0.23121}
            wilson: {CL: {indices: {i: nu, j: nu}, complex: true, wcxf: "CL_bsnu{j}nu{i}"}}
            definitions:
              off[i in nu, j in nu]: CL[i,j]
            observables:
              R: >
                (sum(i in nu: abs2(C_SM + CL[i,i])) + sum(i in nu, j in nu if i != j: abs2(off[i,j])))/(3*C_SM^2)
            """);

    /**
     * Roots of R(C) = 2.5, 1.5 and 3.5 for one diagonal coefficient, C = -C_SM ± |C_SM| sqrt(3R - 2), and for one off the
     * diagonal, C = |C_SM| sqrt(3R - 3); mpmath, three decimals.
     */
    @ParameterizedTest
    @CsvSource({
        "CL_bsnutaunutau,-8.506,2.5",
        "CL_bsnutaunutau,21.153,2.5",
        "CL_bsnuenue,-12.112,3.5",
        "CL_bsnuenue,-3.675,1.5",
        "CL_bsnumunumu,16.321,1.5",
        "CL_bsnumunumu,24.759,3.5",
        "CL_bsnutaunumu,13.414,2.5",
        "Im(CL_bsnuenumu),7.744,1.5",
        "CL_bsnuenumu,-17.317,3.5"
    })
    void ratioHasItsClosedFormRoots(String name, double root, double ratio) {
        double[] mu = new double[1];
        double[] slope = new double[1];
        RATIO.bind(List.of("R"), List.of(name), Map.of())
                .evaluator()
                .valuesAndGradients(new double[] {root}, mu, slope);
        double halfDigit = 0.0005; // of the root
        assertThat(mu[0]).isCloseTo(ratio, within(halfDigit * Math.abs(slope[0]) * 1.01));
    }

    /**
     * A Z' with g_bs = 0.02, g_tau = 1, m = 3 TeV: C_L = -pi g_bs g_tau/(sqrt2 G_F alpha lambda_t m²) = 1.3371,
     * C_VLL = -g_bs²/(2 m²) = -2.2222e-11 and Delta m_s/SM = 1.2422; mpmath, as printed.
     */
    @Test
    void zPrimeCoefficientsFollowFromItsCouplings() {
        Theory theory = Theories.of("""
                schema: theory/1
                constants: {GF: 1.1663788e-5, alpha: 7.8155e-3, lambda_t: -0.0405, eta_LL: 0.79, R_SM: 1.3397e-3}
                wilson:
                  CL: {wcxf: CL_bsnutaunutau}
                  CVLL: {wcxf: CVLL_bsbs, unit: GeV^-2}
                parameters:
                  m: {default: 3000, unit: GeV, range: "100:inf"}
                  gbs: {range: "-0.5:0.5"}
                  gtau: {range: "-4:4"}
                matching:
                  CL_bsnutaunutau: -pi/(sqrt(2)*GF*alpha*lambda_t) * gbs*gtau/m^2
                  CVLL: -gbs^2/(2*m^2)
                observables:
                  C: CL
                  V: CVLL_bsbs
                  D: abs(1 + eta_LL/R_SM * (gbs/lambda_t)^2/(4*sqrt(2)*GF*m^2))
                """);
        double[] mu = new double[3];
        theory.bind(List.of("C", "V", "D"), List.of("gbs"), Map.of("gtau", 1.0))
                .evaluator()
                .values(new double[] {0.02}, mu);
        assertThat(mu[0]).isCloseTo(1.3371, within(5e-5));
        assertThat(mu[1]).isCloseTo(-2.2222e-11, within(5e-16));
        assertThat(mu[2]).isCloseTo(1.2422, within(5e-5));
        assertThat(theory.parameters()).extracting(TheoryParameter::name).containsExactly("m", "gbs", "gtau");
    }

    /** flavio 2.7.0: polynomial coefficients and predictions; its quadrature limits the agreement to 2.6e-6. */
    @Test
    void flaviosPredictionsFollowFromTheSameStructure() throws IOException {
        Theory theory = Theories.of("""
                schema: theory/1
                imports: [bsnunu-2021]
                observables:
                  K: >
                    4.706121771211242e-06 - 4.805275666016457e-07*sum(i in nu: re(CL[i,i] + CR[i,i]))
                    + 3.679888985394908e-08*sum(i in nu, j in nu: abs2(CL[i,j] + CR[i,j]))
                  Kst: >
                    9.812695330492162e-06
                    + sum(i in nu: re(-1.0019440291174475e-06*CL[i,i] + 6.668111627420377e-07*CR[i,i]))
                    + sum(i in nu, j in nu: 7.67290589e-08*(abs2(CL[i,j]) + abs2(CR[i,j]))
                      - 1.021290441e-07*re(CL[i,j]*conj(CR[i,j])))
                """);
        double quadrature = 3e-6;
        double[] mu = new double[2];
        for (JsonNode point : flavio()) {
            Map<String, Double> values = new HashMap<>();
            for (Entry<String, JsonNode> c : point.get("wc").properties()) {
                boolean complex = c.getValue().isArray();
                values.put(c.getKey(), (complex ? c.getValue().get(0) : c.getValue()).asDouble());
                values.put(
                        "Im(" + c.getKey() + ")", complex ? c.getValue().get(1).asDouble() : 0);
            }
            theory.bind(List.of("K", "Kst"), List.of(), values).evaluator().values(new double[0], mu);
            double kaon = point.get("BR(B+->Knunu)").asDouble();
            double vector = point.get("BR(B0->K*nunu)").asDouble();
            assertThat(mu[0]).isCloseTo(kaon, within(quadrature * kaon));
            assertThat(mu[1]).isCloseTo(vector, within(quadrature * vector));
        }
    }

    private static JsonNode flavio() throws IOException {
        try (InputStream in = ClosedFormTest.class.getResourceAsStream("/reference/flavio_2.7.0_bsnunu.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("points");
        }
    }

    /** d_n = x + n; the stack of a thread of 512 kB is enough for the deepest chain that is allowed. */
    @Test
    void aLongChainOfDefinitionsIsNoStackOverflow() throws InterruptedException {
        int length = 195;
        StringBuilder text =
                new StringBuilder("schema: theory/1\nparameters: {x: {}}\nobservables: {O: d195}\ndefinitions:\n");
        for (int i = length; i > 0; i--) {
            text.append("  d").append(i).append(": d").append(i - 1).append(" + 1\n");
        }
        text.append("  d0: x\n");
        double[] mu = new double[1];
        Thread small = new Thread(
                null,
                () -> Theories.of(text.toString())
                        .bind(List.of("O"), List.of("x"), Map.of())
                        .evaluator()
                        .values(new double[] {0.5}, mu),
                "small stack",
                512 << 10);
        small.start();
        small.join();
        assertThat(mu[0]).isEqualTo(length + 0.5);
    }
}
