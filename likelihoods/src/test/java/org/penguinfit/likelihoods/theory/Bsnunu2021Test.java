package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.likelihoods.expression.DerivativeContract;
import org.penguinfit.likelihoods.expression.PredictionVector;

class Bsnunu2021Test {
    private static final List<String> OBSERVABLES =
            List.of("BR(B+->Knunu)", "BR(B0->K*nunu)", "R_BKnunu", "R_BKstarnunu");

    private static final Theory THEORY = Theories.packed("bsnunu-2021");

    /** A sum of about a hundred terms in another order. */
    private static final double ROUNDING = 1e-13;

    private static List<String> wilson() {
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : THEORY.parameters()) {
            if (parameter.kind() == TheoryParameter.Kind.WILSON) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    /** arXiv:2108.05033, eqs 7 and 8 without new physics. */
    @Test
    void standardModelValuesAreTheConstantTerms() {
        double[] mu = new double[4];
        THEORY.bind(OBSERVABLES, List.of(), Map.of()).evaluator().values(new double[0], mu);
        assertThat(mu).containsExactly(new double[] {4.39e-6, 9.53e-6, 1, 1}, within(ROUNDING));
    }

    /** Python 3 complex numbers, numpy 2.4.6: src/test/resources/reference/bsnunu_2021_points.py. */
    @Test
    void valuesAgreeWithAnIndependentEvaluationAtRandomComplexPoints() throws IOException {
        List<String> names = wilson();
        assertThat(names).hasSize(72);
        PredictionVector predictions = THEORY.bind(OBSERVABLES, names, Map.of());
        double[] mu = new double[4];
        for (JsonNode point : reference()) {
            double[] theta = new double[names.size()];
            int found = 0;
            for (Iterator<String> keys = point.get("parameters").fieldNames(); keys.hasNext(); found++) {
                String key = keys.next();
                theta[names.indexOf(key)] = point.get("parameters").get(key).asDouble();
            }
            assertThat(found).isEqualTo(72);
            predictions.evaluator().values(theta, mu);
            for (int k = 0; k < 2; k++) {
                double expected = point.get(OBSERVABLES.get(k)).asDouble();
                assertThat(mu[k]).isCloseTo(expected, within(ROUNDING * expected));
                double sm = k == 0 ? 4.39e-6 : 9.53e-6;
                assertThat(mu[k + 2]).isCloseTo(expected / sm, within(ROUNDING * expected / sm));
            }
        }
    }

    private static JsonNode reference() throws IOException {
        try (InputStream in = Bsnunu2021Test.class.getResourceAsStream("/reference/bsnunu_2021_points.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("points");
        }
    }

    /**
     * Ends of the allowed ranges of arXiv:2108.05033, Table 2, from the closed form to two decimals: the roots of eq 7 at
     * 7e-6 and 15e-6, and of eq 8 at 18e-6, such as (0.993 - sqrt(0.993^2 + 4*0.0775*8.47))/(2*0.0775) = -5.85.
     */
    @ParameterizedTest(name = "{0} = {1}: {2}e-6")
    @CsvSource({
        "CL_bsnutaunutau,-11.99,15,0", "CL_bsnutaunutau,-4.28,7,0", "CL_bsnutaunutau,17.08,7,0",
        "CR_bsnumunumu,24.79,15,0", "CL_bsnumunutau,8.55,7,0", "CLp_bsnuenue,17.24,15,0",
        "CL_bsnuenue,-5.85,18,1", "CL_bsnutaunutau,18.67,18,1", "CR_bsnutaunutau,-15.56,18,1",
        "CR_bsnumunumu,7.03,18,1", "CRp_bsnutaunutau,10.45,18,1", "Im(CL_bsnuenutau),10.45,18,1"
    })
    void tableTwoIsReproduced(String name, double at, double rate, int observable) {
        PredictionVector p = THEORY.bind(OBSERVABLES, List.of(name), Map.of());
        double[] mu = new double[4];
        double[] slope = new double[4];
        p.evaluator().valuesAndGradients(new double[] {at}, mu, slope);
        double halfDigit = 0.005; // of the printed end, times the slope there
        assertThat(mu[observable]).isCloseTo(rate * 1e-6, within(halfDigit * Math.abs(slope[observable]) * 1.01));
    }

    /** arXiv:2108.05033, Fig. 1: 16 % and 10.5 % at the Standard Model; ratios do not depend on form factors. */
    @Test
    void formFactorParametersScaleBranchingRatiosOnly() {
        PredictionVector p = THEORY.bind(OBSERVABLES, List.of("ff_BK", "ff_BKst"), Map.of());
        double[] mu = new double[4];
        p.evaluator().values(new double[] {1, -1}, mu);
        assertThat(mu).containsExactly(new double[] {4.39e-6 * 1.16, 9.53e-6 * 0.895, 1, 1}, within(ROUNDING));
    }

    @Test
    void branchingRatiosAreQuadraticUnlessAFormFactorIsFreeToo() {
        PredictionVector fixed = THEORY.bind(OBSERVABLES, wilson(), Map.of("ff_BK", 0.5));
        List<String> free = new ArrayList<>(wilson());
        free.add("ff_BK");
        PredictionVector varied = THEORY.bind(OBSERVABLES, free, Map.of());
        for (int k = 0; k < 4; k++) {
            assertThat(fixed.isQuadratic(k)).isTrue();
            assertThat(varied.isQuadratic(k)).isEqualTo(k != 0);
        }
    }

    /**
     * The structure of flavio 2.7.0's polynomial of BR(B+->Knunu): 6 linear terms, a square for each of 36 real numbers, and the
     * products of left- and right-handed coefficients of one pair, 18; plus as many squares and products of primed ones here.
     */
    @Test
    void structureIsThatOfFlaviosPolynomial() {
        PredictionVector p = THEORY.bind(OBSERVABLES, wilson(), Map.of());
        var form = p.quadratic(0).orElseThrow();
        assertThat(form.supportCount()).isEqualTo(72);
        assertThat(form.quadraticCount()).isEqualTo(2 * (36 + 18));
        int linear = 0;
        for (int t = 0; t < form.supportCount(); t++) {
            linear += form.linearCoefficient(t) == 0 ? 0 : 1;
        }
        assertThat(linear).isEqualTo(6);
    }

    @Test
    void derivativesAgreeWithCentralDifferences() {
        Random random = new Random(7);
        List<String> free = new ArrayList<>(wilson().subList(0, 44));
        free.add("ff_BK");
        free.add("ff_BKst");
        double[] theta = random.doubles(free.size(), -5, 5).toArray();
        DerivativeContract.check("eqs 7 and 8", THEORY.bind(OBSERVABLES, free, Map.of()), theta, 0.01);
    }

    /** The paper's C^ij multiplies (nubar_i … nu_j), WCxf's CL_bsnu{a}nu{b} (nubar_b … nu_a). */
    @Test
    void indicesOfThePaperAreReversedInWcxfNames() {
        TheoryParameter parameter = THEORY.parameter("CL[mu,tau]").orElseThrow();
        assertThat(parameter.name()).isEqualTo("CL_bsnutaunumu");
        assertThat(parameter.wcxf()).contains("CL_bsnutaunumu");
        assertThat(parameter.tex()).isEqualTo("\\mathrm{Re}\\,C_L^{\\mu \\tau}");
        assertThat(THEORY.parameter("CLp[mu,tau]").orElseThrow().wcxf()).isEmpty();
    }
}
