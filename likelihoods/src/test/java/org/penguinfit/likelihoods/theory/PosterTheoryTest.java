package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.likelihoods.expression.PredictionVector;

/** The observables of the poster on a U(1)' model: b → s ν ν in its normalisation, ΔM_s and B → μμ. */
class PosterTheoryTest {
    private static final Theory POSTER = Theories.packed("bsnunu-poster");
    private static final Theory PAPER = Theories.packed("bsnunu-2021");
    private static final List<String> RATES = List.of("BR(B+->Knunu)", "BR(B0->K*nunu)", "R_BKnunu", "R_BKstarnunu");

    private static double[] values(Theory theory, List<String> observables, Map<String, Double> at) {
        double[] mu = new double[observables.size()];
        theory.bind(observables, List.of(), at).evaluator().values(new double[0], mu);
        return mu;
    }

    /**
     * Equations of the poster as C = 2 C of arXiv:2108.05033, eqs 7 and 8, makes them, in units of 1e-6: coefficients halved
     * and quartered, of which the last digit is rounded, hence 1e-3 of each.
     */
    @ParameterizedTest(name = "{0} = {1}: {2}, {3}")
    @CsvSource({
        "cL_poster_tautau, -10, 4.39 + 0.2285*10 + 0.00893*100, 9.53 + 0.4965*10 + 0.01938*100",
        "cR_poster_ee, -10, 4.39 + 0.2285*10 + 0.00893*100, 9.53 - 0.3305*10 + 0.01938*100",
        "cL_poster_mutau, 20, 4.39 + 0.00893*400, 9.53 + 0.01938*400",
        "cR_poster_taue, 20, 4.39 + 0.00893*400, 9.53 + 0.01938*400",
        "cLp_poster_tautau, 20, 4.39 + 0.00893*400, 9.53 + 0.01938*400",
        "cRp_poster_mumu, 20, 4.39 + 0.00893*400, 9.53 + 0.01938*400"
    })
    void equationsOfThePoster(String name, double at, String kaon, String vector) {
        double[] mu = values(POSTER, RATES, Map.of(name, at));
        assertThat(mu[0] * 1e6).isCloseTo(sum(kaon), within(1e-3 * sum(kaon)));
        assertThat(mu[1] * 1e6).isCloseTo(sum(vector), within(1e-3 * sum(vector)));
    }

    /** A sum of products, as the equations are written. */
    private static double sum(String text) {
        double total = 0;
        for (String term : text.replace(" - ", " + -").split(" \\+ ", -1)) {
            double product = 1;
            for (String factor : term.split("\\*", -1)) {
                product *= Double.parseDouble(factor);
            }
            total += product;
        }
        return total;
    }

    /** All 72 real parts, left- and right-handed together: the poster at C is the paper at C/2. */
    @Test
    void thePosterIsThePaperAtHalfTheCoefficients() {
        Random random = new Random(5);
        Map<String, Double> poster = new HashMap<>();
        Map<String, Double> paper = new HashMap<>();
        for (String family : List.of("CL", "CR", "CLp", "CRp")) {
            for (String i : List.of("e", "mu", "tau")) {
                for (String j : List.of("e", "mu", "tau")) {
                    double c = random.nextDouble(-20, 20);
                    poster.put("c" + family.substring(1) + "_poster_" + i + j, c);
                    paper.put(family + "_bsnu" + j + "nu" + i, c / 2);
                }
            }
        }
        double[] here = values(POSTER, RATES, poster);
        double[] there = values(PAPER, RATES, paper);
        double rounding = 1e-13;
        for (int k = 0; k < here.length; k++) {
            assertThat(here[k]).isCloseTo(there[k], within(rounding * there[k]));
        }
    }

    /**
     * flavio 2.7.0, default parameters: ΔM_s = 1.14130e-11 GeV ± 4.383 % from 1000 draws. Here m_t(m_t) and α_s are rounded, hence 0.5 %
     * of the value; the draws know their own spread to 2.2 %.
     */
    @Test
    void standardModelMassDifferenceIsFlavios() {
        Theory mixing = Theories.packed("bs-mixing");
        List<String> nuisances = List.of("V_cb", "f_Bs", "m_t", "B_1", "B_4", "B_5");
        List<Double> sigmas = List.of(0.00048, 0.0013, 0.7, 0.029, 0.045, 0.066);
        double[] theta = nuisances.stream()
                .mapToDouble(n -> mixing.parameter(n).orElseThrow().defaultValue())
                .toArray();
        PredictionVector bound = mixing.bind(List.of("DeltaM_s"), nuisances, Map.of());
        double[] mu = new double[1];
        double[] slopes = new double[theta.length];
        bound.evaluator().valuesAndGradients(theta, mu, slopes);
        double flavio = 1.1412975260847769e-11 / 6.582119569e-13;
        assertThat(mu[0]).isCloseTo(flavio, within(0.005 * flavio));
        double variance = 0;
        for (int k = 0; k < slopes.length; k++) {
            variance += Math.pow(slopes[k] * sigmas.get(k), 2);
        }
        double relative = 0.04383270657049893;
        assertThat(Math.sqrt(variance) / mu[0]).isCloseTo(relative, within(0.022 * relative));
    }

    /**
     * Left-right over left-left, (R − 1) for g_L = g_R less twice that for one of them: −8.31 at 1 TeV, −9.45 at 3 TeV, −10.75 at
     * 10 TeV with the bag parameters of flavio 2.3 (B1 0.890, B4 1.129, B5 1.834); A. J. Buras and others, arXiv:1504.07928,
     * quote about −9.5 at the scale of TeV. Strong couplings are rounded, hence 1 %.
     */
    @ParameterizedTest(name = "{0} GeV: {1}")
    @CsvSource({"1000,-8.31", "3000,-9.45", "10000,-10.75"})
    void leftRightOverLeftLeft(double mass, double expected) {
        Theory model = Theories.packed("u1prime");
        Map<String, Double> at = new HashMap<>(Map.of("M", mass, "g", 0.1, "B_1", 0.890, "B_4", 1.129, "B_5", 1.834));
        double angle = 0.001;
        double leftCoupling = 0.98165 * 0.04197;
        at.put("theta_R", angle);
        double left = excess(model, at, -1, 0);
        double right = excess(model, at, 0, leftCoupling / (Math.sin(angle) * Math.cos(angle)));
        double both = excess(model, at, -1, leftCoupling / (Math.sin(angle) * Math.cos(angle)));
        assertThat(right).isCloseTo(left, within(1e-9));
        assertThat((both - left - right) / left).isCloseTo(expected, within(0.01 * Math.abs(expected)));
    }

    private static double excess(Theory model, Map<String, Double> at, double quark, double down) {
        Map<String, Double> there = new HashMap<>(at);
        there.put("q_Q3", quark);
        there.put("q_d3", down);
        return values(model, List.of("R_DeltaM_s"), there)[0] - 1;
    }

    /**
     * B0 → μμ of the table against the rate formula τ α² G_F² |ξ_d|² f² m_μ² m √(1 − 4m_μ²/m²)/(16π³) |C_10|²
     * (D. Becirevic, O. Sumensari, R. Zukanovich Funchal, arXiv:1602.00881) with the inputs of flavio 2.7.0 and C_10 = −4.1665: the
     * table's constant and, for new physics, its square.
     */
    @Test
    void bdToMuonsIsTheRateFormula() {
        Theory table = Theories.packed("bsll-flavio-2.7");
        double mB = 5.27966;
        double mMu = 0.10565837550000001;
        double alpha = 0.007569084895987922;
        double standard = -4.166497379346698;
        double prefactor = 2307869836141.2417
                * alpha
                * alpha
                * Math.pow(1.1663788e-05, 2)
                * Math.pow(0.00861199146967865, 2)
                * Math.pow(0.192, 2)
                * mMu
                * mMu
                * mB
                * Math.sqrt(1 - Math.pow(2 * mMu / mB, 2))
                / (16 * Math.pow(Math.PI, 3));
        List<Double> values = new ArrayList<>();
        for (double c : List.of(0.0, 1.0, -2.0)) {
            values.add(values(table, List.of("BR(B0->mumu)"), Map.of("C10_bdmumu", c))[0]);
            double expected = prefactor * Math.pow(standard + c, 2);
            assertThat(values.get(values.size() - 1)).as("C10 = %s", c).isCloseTo(expected, within(1e-4 * expected));
        }
        assertThat(values.get(0)).isNotEqualTo(values.get(1));
    }
}
