package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.likelihoods.expression.PredictionVector;

/** The packed tables bsnunu-flavio-2.7 and bsll-flavio-2.7 against flavio 2.7.0 itself (git 2591f8c, default parameters). */
class FlavioTablesTest {
    private static final Theory NUNU = Theories.packed("bsnunu-flavio-2.7");
    private static final Theory LL = Theories.packed("bsll-flavio-2.7");

    /** flavio integrates rates with a relative tolerance of 0.005, which leaves this much between it and a polynomial. */
    private static final double NUNU_ACCURACY = 2.6e-6;

    /**
     * The same for the charged leptons. Relative to the larger of the prediction and its Standard Model value: where
     * coefficients cancel the Standard Model, the noise of its integral stays.
     */
    private static final double LL_ACCURACY = 1.7e-5;

    /** A_FB from 1.1 to 6 GeV² crosses zero within the bin: noise of the two halves, in units of the asymmetry itself. */
    private static final double AFB_ACCURACY = 2e-5;

    private static JsonNode points() throws IOException {
        try (InputStream in = FlavioTablesTest.class.getResourceAsStream("/reference/flavio_2.7.0_points.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in)).get("points");
        }
    }

    private static Map<String, Double> coefficients(JsonNode wc, Theory theory) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Iterator<String> names = wc.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (theory.parameter(name).isPresent()) {
                JsonNode value = wc.get(name);
                values.put(name, value.isArray() ? value.get(0).asDouble() : value.asDouble());
                if (value.isArray()) {
                    values.put("Im(" + name + ")", value.get(1).asDouble());
                }
            }
        }
        return values;
    }

    private static double[] values(Theory theory, Map<String, Double> at) {
        double[] mu = new double[theory.observables().size()];
        theory.bind(theory.observableNames(), List.of(), at).evaluator().values(new double[0], mu);
        return mu;
    }

    private static int compare(String kind, Theory theory, double accuracy) throws IOException {
        int compared = 0;
        double[] standard = values(theory, Map.of());
        for (JsonNode point : points()) {
            if (!point.get("kind").asText().startsWith(kind)) {
                continue;
            }
            double[] mu = values(theory, coefficients(point.get("wc"), theory));
            for (int k = 0; k < mu.length; k++) {
                String name = theory.observableNames().get(k);
                double expected = point.get("obs").get(name).asDouble();
                double tolerance = name.startsWith("<AFB>")
                        ? AFB_ACCURACY
                        : accuracy * Math.max(Math.abs(expected), Math.abs(standard[k]));
                assertThat(mu[k]).as("%s at %s", name, point.get("wc")).isCloseTo(expected, within(tolerance));
                compared++;
            }
        }
        return compared;
    }

    /** Seeded random points, computed with flavio: src/test/resources/reference/flavio_2.7.0_points.json. */
    @Test
    void neutrinoModesAgreeWithFlavioAtRandomComplexPoints() throws IOException {
        assertThat(compare("nu ", NUNU, NUNU_ACCURACY)).isEqualTo(14 * 5);
    }

    /** The same with coefficients of muons and electrons. */
    @Test
    void chargedLeptonModesAgreeWithFlavioAtRandomPoints() throws IOException {
        assertThat(compare("charged-lepton", LL, LL_ACCURACY)).isEqualTo(6 * 21);
    }

    /**
     * flavio 2.7.0: central value and standard deviation of 1000 joint draws of all parameters, numpy seed 12345. Central
     * values as accurate as the polynomials, standard deviations as printed.
     */
    @ParameterizedTest(name = "{0}: {1} ± {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BR(B+->Knunu) | 4.706121771211242e-06 | 2.1869551447617646e-07",
                "BR(B0->Knunu) | 4.354619983834979e-06 | 2.021072981327053e-07",
                "BR(B0->K*nunu) | 9.812695330492162e-06 | 9.758847292137319e-07",
                "BR(B+->K*nunu) | 1.0577590521775033e-05 | 1.053660905886386e-06",
                "<FL>(B0->K*nunu)[q2min=0,q2max=19.2204] | 0.48774630820786563 | 0.038773231150785674",
                "BR(Bs->mumu) | 3.6289314570849383e-09 | 1.0935553122992661e-10",
                "BR(B0->mumu) | 1.0135034547273239e-10 | 5.866435898765585e-12",
                "<Rmue>(B+->Kll)[q2min=1.1,q2max=6] | 1.0004162822523128 | 6.146924334234447e-05",
                "<Rmue>(B0->K*ll)[q2min=0.1,q2max=1.1] | 0.9832438989044558 | 0.0008348798239571389",
                "<P5p>(B0->K*mumu)[q2min=4,q2max=6] | -0.758313878690201 | 0.07235533878873468",
                "<dBR/dq2>(B+->Kmumu)[q2min=1.1,q2max=6] | 3.512588376152291e-08 | 2.2341274900407236e-09",
                "<dBR/dq2>(B0->K*mumu)[q2min=15,q2max=19] | 5.847425144674343e-08 | 6.706093612482499e-09",
                "<FL>(B0->K*mumu)[q2min=2.5,q2max=4] | 0.796711216457647 | 0.036602946890121876"
            })
    void centralValuesAndUncertaintiesAreFlavios(String observable, double central, double sigma) {
        Theory theory = observable.contains("nunu") ? NUNU : LL;
        List<String> nuisances = nuisances(theory);
        double[] mu = new double[1];
        double[] slopes = new double[nuisances.size()];
        PredictionVector bound = theory.bind(List.of(observable), nuisances, Map.of());
        bound.evaluator().valuesAndGradients(new double[slopes.length], mu, slopes);
        assertThat(mu[0]).isCloseTo(central, within(LL_ACCURACY * Math.abs(central)));
        assertThat(Math.sqrt(dot(slopes, slopes))).isCloseTo(sigma, within(1e-6 * sigma));
    }

    /** flavio 2.7.0, the same draws; correlations of four digits. For B → K(*)νν they had to be made semidefinite. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "BR(B+->Knunu) | BR(B0->Knunu) | 0.9969",
                "BR(B0->K*nunu) | BR(B+->K*nunu) | 0.9993",
                "BR(B+->Knunu) | BR(B0->K*nunu) | 0.2729",
                "BR(Bs->mumu) | <Rmue>(B+->Kll)[q2min=1.1,q2max=6] | -0.0605",
                "<P5p>(B0->K*mumu)[q2min=1.1,q2max=2.5] | <P5p>(B0->K*mumu)[q2min=2.5,q2max=4] | 0.9484"
            })
    void correlationsAreFlavios(String a, String b, double rho) {
        Theory theory = a.contains("nunu") ? NUNU : LL;
        List<String> nuisances = nuisances(theory);
        int n = nuisances.size();
        double[] jacobian = new double[2 * n];
        theory.bind(List.of(a, b), nuisances, Map.of())
                .evaluator()
                .valuesAndGradients(new double[n], new double[2], jacobian);
        double[] first = java.util.Arrays.copyOf(jacobian, n);
        double[] second = java.util.Arrays.copyOfRange(jacobian, n, 2 * n);
        double found = dot(first, second) / Math.sqrt(dot(first, first) * dot(second, second));
        assertThat(found).isCloseTo(rho, within(0.00011));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static List<String> nuisances(Theory theory) {
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : theory.parameters()) {
            if (parameter.kind() == TheoryParameter.Kind.NUISANCE) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    /** A relative uncertainty is the same fraction of every rate: with 21.4 for one C_L, far from the Standard Model. */
    @Test
    void uncertaintiesOfRatesGrowWithTheRate() {
        Map<String, Double> at = new LinkedHashMap<>(Map.of("CL_bsnutaunutau", 21.4));
        double[] rate = values(NUNU, at);
        at.put("theory(BR(B+->Knunu))", 1.0);
        double[] shifted = values(NUNU, at);
        double relative = 2.1869551447617646e-07 / 4.706121771211242e-06;
        assertThat(shifted[0] / rate[0] - 1).isCloseTo(relative, within(1e-9));
    }

    /** The polynomials of rates stay quadratic forms, whatever formulas of others stand beside them. */
    @Test
    void ratesAreQuadraticForms() {
        List<String> rates = List.of("BR(B+->Knunu)", "BR(B0->K*nunu)");
        PredictionVector bound = NUNU.bind(rates, List.of("CL_bsnutaunutau", "CR_bsnutaunutau"), Map.of());
        assertThat(bound.isQuadratic(0) && bound.isQuadratic(1)).isTrue();
        assertThat(bound.support(0)).containsExactly(0, 1);
    }

    /** A model gives coefficients of a table by formulas: all three neutrinos alike are three times one in the linear term. */
    @Test
    void aModelMatchesOntoCoefficientsOfATable() {
        Theory model = Theories.of("""
            schema: theory/1
            imports: [bsnunu-flavio-2.7]
            parameters: {C: {range: "-20:20"}}
            matching: {CL_bsnuenue: C, CL_bsnumunumu: C, CL_bsnutaunutau: C}
            """);
        double[] mu = new double[1];
        model.bind(List.of("BR(B+->Knunu)"), List.of("C"), Map.of()).evaluator().values(new double[] {-2}, mu);
        double expected = 4.706121771211242e-06 - 2 * 3 * -4.805275666016457e-07 + 4 * 3 * 3.679888985394908e-08;
        assertThat(mu[0]).isCloseTo(expected, within(1e-14 * expected * 10));
        assertThat(model.matched("CL_bsnuenue")).contains("CL_bsnuenue");
    }
}
