package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.polynomial.PiecewisePolynomial;
import org.penguinfit.likelihoods.theory.Theory;

class LikelihoodSliceTest {
    private static final Bounds RANGE = new Bounds(-4, 4);

    /** Relative to the sum of the moduli of the powers, of which the polynomial is made; degree 8 at most. */
    private static final double ROUNDING = 1e-10;

    /** A is quadratic in x, B quartic (through the coefficient C of a model), D does not depend on x. */
    private static final Theory THEORY = Bindings.theory("""
            schema: theory/1
            wilson: {C: {wcxf: CL_bsnutaunutau}}
            parameters: {x: {}, I: {}}
            matching: {C: 2*x*I}
            observables:
              A: 1 + x - 0.5*x^2 + I*x
              B: 2 - 0.4*C + 0.05*C^2*x^2
              D: 3*I
            """);

    private static PiecewisePolynomial slice(Likelihood likelihood, double... theta) {
        return LikelihoodSlice.of(likelihood, 0, theta, RANGE).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m: {values: {A: 1 ± 0.5}}",
                "m: {values: {A: 1 + 0.5 - 0.2}}",
                "m: {values: {A: < 2 @ 90% CL}}",
                "m: {values: [{name: A, likelihood: {type: upper-limit, limit: 2, cl: 0.9, central: 1, method: gaussian-from-central}}]}",
                "m: {values: [{name: A, likelihood: {type: upper-limit, limit: 1, cl: 0.9, wall: 0.1, method: step}}]}",
                "m: {values: [{name: A, likelihood: {type: upper-limit, limit: 1, cl: 0.9, method: step}}]}",
                "m: {values: {A: '[-1, 1.2]'}}",
                "m: {values: {A: 1 ± 0.5, B: 2 ± 0.3}, correlation: 0.7}",
                "m: {values: {A: 1 + 0.5 - 0.2, B: 2 + 0.3 - 0.4}, correlation: -0.6}",
                "m: {values: {A: 1 + 0.5 - 0.2, B: 2 + 0.3 - 0.4, D: 2 ± 1}, correlation: 0.4}\nn: {values: {B: < 3 @ 90% CL}}"
            })
    void theSliceIsTheObjective(String entries) {
        Likelihood likelihood = Bindings.bind(
                entries,
                THEORY,
                List.of("x", "I"),
                new ParameterConstraint(0, 0.5, 2),
                new ParameterConstraint(1, 0, 1));
        LikelihoodObjective objective = likelihood.objective();
        Random random = new Random(5);
        int finite = 0;
        for (int k = 0; k < 20; k++) {
            double other = 2 * random.nextDouble() - 1;
            PiecewisePolynomial slice = slice(likelihood, Double.NaN, other);
            for (int j = 0; j < 20; j++) {
                double x = 8 * random.nextDouble() - 4;
                double expected = objective.value(new double[] {x, other});
                finite += Double.isFinite(expected) ? 1 : 0;
                if (Double.isFinite(expected)) {
                    assertThat(slice.value(x)).isCloseTo(expected, within(ROUNDING * Math.max(1, expected)));
                } else {
                    assertThat(slice.value(x)).isEqualTo(expected);
                }
            }
        }
        assertThat(finite).isGreaterThan(50); // also walls leave something to compare
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m: {values: {A: 2 */ 1.5}}",
                "m: {values: [{name: A, likelihood: {type: asymmetric, central: 2, plus: 1, minus: 0.8, method: linear-sigma}}]}",
                "m: {values: [{name: A, likelihood: {type: asymmetric, central: 2, plus: 1, minus: 0.8, method: linear-variance}}]}"
            })
    void formsThatAreNoParabolasHaveNoSlice(String entries) {
        Likelihood likelihood = Bindings.bind(entries, THEORY, List.of("x", "I"));
        assertThat(LikelihoodSlice.of(likelihood, 0, new double[2], RANGE)).isEmpty();
    }

    @Test
    void predictionsThatAreNoPolynomialsHaveNoSlice() {
        Theory theory = Bindings.theory(
                "{schema: theory/1, parameters: {x: {}, y: {}}, observables: {E: exp(x), F: x + log(y)}}");
        Likelihood exponential = Bindings.bind("m: {values: {E: 1 ± 1}}", theory, List.of("x", "y"));
        assertThat(LikelihoodSlice.of(exponential, 0, new double[] {0, 1}, RANGE))
                .isEmpty();
        Likelihood logarithm = Bindings.bind("m: {values: {F: 1 ± 1}}", theory, List.of("x", "y"));
        assertThat(LikelihoodSlice.of(logarithm, 0, new double[] {0, 1}, RANGE)).isPresent();
        assertThat(LikelihoodSlice.of(logarithm, 0, new double[] {0, -1}, RANGE))
                .isEmpty();
    }

    /** x² ≤ 4. */
    @Test
    void anInfiniteWallIsExcludedFromTheSliceUpToItsClosedEnds() {
        Theory theory = Bindings.theory("{schema: theory/1, parameters: {x: {}}, observables: {S: x^2}}");
        Likelihood likelihood = Bindings.bind(
                "m: {values: [{name: S, likelihood: {type: upper-limit, limit: 4, cl: 0.9, method: step}}]}",
                theory,
                List.of("x"));
        PiecewisePolynomial slice = slice(likelihood, 0);
        assertThat(slice.value(2)).isZero();
        assertThat(slice.value(-2)).isZero();
        assertThat(slice.value(2.0001)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(slice.sublevelSet(9).segments()).containsExactly(new Interval(-2, 2));
    }

    /** (2x/1)² above 0 and (2x/0.5)² below, on ranges that end at the kink and on ones without ends. */
    @Test
    void aKinkAtZeroAndRangesWithoutEndsAreFine() {
        Theory theory = Bindings.theory("{schema: theory/1, parameters: {x: {}}, observables: {T: 2*x}}");
        Likelihood likelihood = Bindings.bind("m: {values: {T: 0 + 1 - 0.5}}", theory, List.of("x"));
        for (Bounds range : List.of(
                new Bounds(0, 4),
                new Bounds(-4, 0),
                new Bounds(-4, 4),
                Bounds.UNBOUNDED,
                new Bounds(-4, Double.POSITIVE_INFINITY))) {
            PiecewisePolynomial slice =
                    LikelihoodSlice.of(likelihood, 0, new double[1], range).orElseThrow();
            for (double x : new double[] {-3, -0.5, 0, 0.5, 3}) {
                double expected = x < 0 ? 16 * x * x : 4 * x * x;
                assertThat(slice.value(x)).isEqualTo(range.contains(x) ? expected : Double.POSITIVE_INFINITY);
            }
        }
    }

    /** D = 3 I does not move with x: at its central value every x is a kink, which is none along x. */
    @Test
    void aPredictionThatStandsOnAKinkHasASlice() {
        Likelihood likelihood = Bindings.bind(
                "m: {values: {D: 3 + 0.5 - 0.2}}\nn: {values: [{name: D, likelihood: {type: upper-limit, limit: 3, cl: 0.9, method: step}}]}",
                THEORY,
                List.of("x", "I"));
        assertThat(slice(likelihood, 0, 1).value(2)).isZero();
        assertThat(slice(likelihood, 0, 0.8).value(2)).isCloseTo(9, within(ROUNDING)); // (0.6/0.2)²
        assertThat(slice(likelihood, 0, 1.1).value(2)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    /** The degree of −2 ln L of B, quartic in x, is eight: (0.05·(2I)²)² /σ² in front. */
    @Test
    void quarticPredictionsOfAModelAreSlicedExactly() {
        Likelihood likelihood = Bindings.bind("m: {values: {B: 2 ± 0.5}}", THEORY, List.of("x", "I"));
        PiecewisePolynomial slice = slice(likelihood, 0, 1);
        assertThat(slice.pieces()).hasSize(1);
        var polynomial = slice.pieces().get(0).orElseThrow();
        assertThat(polynomial.degree()).isEqualTo(8);
        assertThat(polynomial.coefficient(8)).isCloseTo(0.2 * 0.2 / 0.25, within(1e-15));
        assertThat(polynomial.coefficient(2)).isCloseTo(0.8 * 0.8 / 0.25, within(1e-14));
    }
}
