package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.core.polynomial.Stationary;
import org.penguinfit.likelihoods.term.HalfGaussianTerm;
import org.penguinfit.likelihoods.theory.Theory;

/**
 * One diagonal left-handed coefficient in eqs 7 and 8 of arXiv:2108.05033, (11 ± 4)e-6 for B+ and a half-Gaussian limit of
 * σ = 10.94224924012158e-6 for B0 (18e-6 over 1.645): a quartic with two minima. Its coefficients in 16 digits are
 * 3.489285959637346, 0.21952279739351854, 0.004128400691280863, −0.003324849653935185, 0.00012981939863040124, and numpy 2.4.6's
 * {@code roots} of it and of its derivative are the numbers below.
 */
class TwoMinimaTest {
    private static final double SIGMA = 10.94224924012158e-6;

    /** Half a unit of the last digit printed. */
    private static final double PRINTED = 0.5e-6;

    private static Likelihood likelihood() {
        Theory theory = Bindings.theory("{schema: theory/1, imports: [bsnunu-2021]}");
        return Bindings.bind("""
                plus: {values: {BR(B+->Knunu): 11 ± 4 e-6}}
                zero: {values: [{name: BR(B0->K*nunu), likelihood: {type: gaussian, central: 0, sigma: 10.94224924012158e-6}}]}
                """, theory, List.of("CL_bsnutaunutau"));
    }

    private static PiecewisePolynomial slice() {
        return LikelihoodSlice.of(likelihood(), 0, new double[1], new Bounds(-40, 40))
                .orElseThrow();
    }

    @Test
    void theQuarticHasTheCoefficientsOfTheClosedForm() {
        double[] expected = {
            3.489285959637346, 0.21952279739351854, 0.004128400691280863, -0.003324849653935185, 0.00012981939863040124
        };
        assertThat(slice().pieces()).hasSize(1);
        for (int k = 0; k < expected.length; k++) {
            double coefficient = slice().pieces().get(0).orElseThrow().coefficient(k);
            assertThat(coefficient).isCloseTo(expected[k], within(1e-14));
        }
    }

    @Test
    void bothMinimaAreFound() {
        List<Stationary> minima = slice().minima();
        assertThat(minima).hasSize(2);
        assertThat(minima.get(0).x()).isCloseTo(-3.943506, within(PRINTED));
        assertThat(minima.get(0).value()).isCloseTo(2.923094981, within(0.5e-9));
        assertThat(minima.get(1).x()).isCloseTo(16.753198, within(PRINTED));
        assertThat(minima.get(1).value()).isCloseTo(2.918470510, within(0.5e-9));
    }

    /** Δχ² of one parameter at 68.27 % (one), 90 and 95 %: the squares of the normal quantiles (mpmath). */
    @ParameterizedTest(name = "delta chi2 = {0}")
    @CsvSource({
        "1,-7.547669 1.990754 10.805103 20.363159",
        "2.705543454095414567,-9.449470 22.261108",
        "3.841458820694124,-10.299641 23.110319"
    })
    void theAllowedSetsAreThePrintedOnes(double delta, String ends) {
        double minimum = slice().globalMinimum().orElseThrow().value();
        List<Double> found = new ArrayList<>();
        for (Interval segment : slice().sublevelSet(minimum + delta).segments()) {
            found.add(segment.lower());
            found.add(segment.upper());
        }
        List<Double> expected = new ArrayList<>();
        for (String end : List.of(ends.split(" ", -1))) {
            expected.add(Double.valueOf(end));
        }
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.size(); i++) {
            assertThat(found.get(i)).isCloseTo(expected.get(i), within(PRINTED));
        }
    }

    /** (μ/σ)² is a half-Gaussian limit's term as well as that of a Gaussian about zero. */
    @Test
    void theLimitTermOfThatWidthIsTheSame() {
        HalfGaussianTerm limit = new HalfGaussianTerm(18e-6, 0.9, SIGMA);
        LikelihoodObjective objective = likelihood().objective();
        for (double c = -12; c < 26; c += 1.7) {
            double kaon = 4.39 - 0.457 * c + 0.0357 * c * c;
            double vector = 9.53 - 0.993 * c + 0.0775 * c * c;
            double pull = (kaon - 11) / 4;
            assertThat(objective.value(new double[] {c}))
                    .isCloseTo(pull * pull + limit.at(vector * 1e-6), within(1e-12));
        }
    }
}
