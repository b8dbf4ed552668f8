package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Compiled likelihoods at minima found by independent programs: the benchmark problems of layout hepfit-bench/1 with their
 * certified reference values (all minima by multi-start Newton with exact derivatives in C++ and numpy, given with the
 * problems).
 */
class BenchReferenceTest {
    /** The references are printed to 16 digits; χ² is flat at a minimum. */
    private static final double CHI2 = 1e-10;

    /** Gradient at a minimum given to 16 digits, in units where the curvature is up to some thousand. */
    private static final double STATIONARY = 1e-9;

    static Stream<Arguments> minima() {
        return Stream.of(
                Arguments.of("table2.json", 2.9184705102157356, new double[] {16.75319773716367}),
                Arguments.of("table2.json", 2.9230949807702316, new double[] {-3.943506199667533}),
                Arguments.of("wc6.json", 35.230462112001305, new double[] {
                    1.2575918866483606,
                    -0.5136883418787167,
                    -0.7461127400822517,
                    -0.2811762342994785,
                    -0.7862032108501111,
                    1.039447185671121
                }),
                Arguments.of("wc6multi.json", 5.657800077742554, new double[] {
                    -0.08514836002888744,
                    0.24529576339445208,
                    0.3175611665631572,
                    0.049067626293115105,
                    0.5383888962370055,
                    0.26727706570372806
                }),
                Arguments.of("wc6multi.json", 8.967632661729898, new double[] {
                    0.10083659463663223,
                    1.2816232313835767,
                    -0.025295644886724162,
                    0.9216403474103723,
                    0.09785139458104025,
                    1.150864803998467
                }),
                Arguments.of("wc6multi.json", 69.77751124231737, new double[] {
                    1.04874443022272,
                    -0.25532845021497275,
                    0.2649564203036522,
                    -0.1948627641263672,
                    -1.764317130229295,
                    2.703225973434591
                }));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("minima")
    void chiSquareAtThePublishedMinimum(String file, double chi2, double[] theta) {
        LikelihoodObjective objective = BenchProblem.resource(file).objective();
        double[] gradient = new double[theta.length];
        assertThat(objective.value(theta)).isCloseTo(chi2, within(CHI2));
        assertThat(objective.valueAndGradient(theta, gradient)).isCloseTo(chi2, within(CHI2));
        assertThat(Arrays.stream(gradient).map(Math::abs).max().orElse(1)).isLessThan(STATIONARY);
    }
}
