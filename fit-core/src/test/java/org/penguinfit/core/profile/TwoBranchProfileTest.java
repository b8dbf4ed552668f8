package org.penguinfit.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

/**
 * B → K(*)νν̄ with C_L and C_R of one flavour (arXiv:2108.05033, eqs 7 and 8): one branch of the profile ends where the other
 * is far below, so that a sweep that follows it falls onto the other and must turn back.
 */
class TwoBranchProfileTest {
    /** Interval ends are bracketed roots of inner minimisations good to 1e-12, over slopes of about 0.3. */
    private static final double END = 1e-9;

    private static final double LIMIT_SIGMA = 18 / 1.6448536269514722;

    /**
     * Ends at Δχ² = 1 and 4: mpmath, 30 digits, roots of {f − f_min − Δ, ∂f/∂(the other)}, checked against a grid of 8e5 points.
     * They must not depend on where the points of the scan fall.
     */
    @ParameterizedTest(name = "{0} points")
    @ValueSource(ints = {31, 51, 77, 101, 151, 201, 301, 401})
    void bothBranchesAreFollowedToTheirEnds(int points) {
        ProfileCurve left = profile(points, 0);
        assertSegments(left, 0, -5.68918299119756, 4.18553070719078, 8.63088216546703, 18.4943276896548);
        assertSegments(left, 1, -9.19275889993746, 21.9999871403918);
        ProfileCurve right = profile(points, 1);
        assertThat(right.intervals().get(0).segments()).hasSize(2);
        assertThat(right.intervals().get(0).segments().get(0).lower()).isCloseTo(-12.1000357043759, within(END));
        assertThat(right.intervals().get(0).segments().get(0).upper()).isCloseTo(-2.22532200598752, within(END));
        assertThat(right.intervals().get(0).segments().get(1).upper()).isCloseTo(12.0834749764765, within(END));
        assertSegments(right, 1, -15.6036116131158, 15.5891344272135);
    }

    private static void assertSegments(ProfileCurve curve, int level, double... ends) {
        List<Interval> segments = curve.intervals().get(level).segments();
        assertThat(segments).hasSize(ends.length / 2);
        for (int k = 0; k < segments.size(); k++) {
            assertThat(segments.get(k).lower()).isCloseTo(ends[2 * k], within(END));
            assertThat(segments.get(k).upper()).isCloseTo(ends[2 * k + 1], within(END));
        }
    }

    private static ProfileCurve profile(int points, int index) {
        ParameterSet parameters = ParameterSet.of(
                List.of(new Parameter("CL", 0, new Bounds(-40, 40)), new Parameter("CR", 0, new Bounds(-40, 40))));
        return ProfileLikelihood.standard()
                .withPoints(points)
                .profile(
                        new TwoRates(),
                        parameters,
                        index,
                        new Interval(-40, 40),
                        List.of(Vector.of(-0.9, -7.3), Vector.of(13.7, 7.3)),
                        List.of(1.0, 4.0));
    }

    /** Square of (rate of K − 11)/4 plus square of (rate of K star)/σ, branching ratios in 1e-6. */
    private static final class TwoRates implements TwiceDifferentiableObjective {
        @Override
        public double value(double[] c) {
            return valueGradientAndHessian(c, new double[2], new double[4]);
        }

        @Override
        public double valueAndGradient(double[] c, double[] gradient) {
            return valueGradientAndHessian(c, gradient, new double[4]);
        }

        @Override
        public double valueGradientAndHessian(double[] c, double[] gradient, double[] hessian) {
            double sum = c[0] + c[1];
            double k = (4.39 - 0.457 * sum + 0.0357 * sum * sum - 11) / 4;
            double dk = (-0.457 + 0.0714 * sum) / 4;
            double squares = 0.0775 * (c[0] * c[0] + c[1] * c[1]);
            double s = (9.53 - 0.993 * c[0] + 0.661 * c[1] + squares - 0.103 * c[0] * c[1]) / LIMIT_SIGMA;
            double[] ds = {
                (-0.993 + 0.155 * c[0] - 0.103 * c[1]) / LIMIT_SIGMA,
                (0.661 + 0.155 * c[1] - 0.103 * c[0]) / LIMIT_SIGMA
            };
            for (int i = 0; i < 2; i++) {
                gradient[i] = 2 * (k * dk + s * ds[i]);
                for (int j = 0; j < 2; j++) {
                    double curvature = (i == j ? 0.155 : -0.103) / LIMIT_SIGMA;
                    hessian[2 * i + j] = 2 * (dk * dk + k * 0.0714 / 4 + ds[i] * ds[j] + s * curvature);
                }
            }
            return k * k + s * s;
        }
    }
}
