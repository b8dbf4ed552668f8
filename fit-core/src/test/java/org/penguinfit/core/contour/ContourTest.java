package org.penguinfit.core.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;

class ContourTest {
    /** Points of a curve solve profile = threshold to 1e-10 Δχ². */
    private static final double ON_LEVEL = 1e-8;

    /** An inscribed polygon that turns by 0.1 per side lacks 0.1²/6 of the area of a circle, somewhat more where it bends. */
    private static final double POLYGON_AREA = 5e-3;

    private static final ParallelWork WORK = ParallelWork.on(1);

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    private static List<Bounds> unbounded(int n) {
        return Collections.nCopies(n, Bounds.UNBOUNDED);
    }

    private static Contour contour(TwiceDifferentiableObjective f, List<Bounds> bounds, double delta, Vector... seeds) {
        return ContourSearch.standard().search(() -> f, bounds, 0, 1, List.of(seeds), delta, WORK, "contour");
    }

    /** x = 2 a, y = 0.6 a·1.5 + …: covariance (4, 1.2; 1.2, 1) of (x, y), and z = x + y + unit noise profiled away. */
    private static final DerivativeObjective GAUSSIAN = new DerivativeObjective(3, t -> {
        DerivativeStructure a = t[0].divide(2);
        DerivativeStructure b = t[1].subtract(a.multiply(0.6)).divide(0.8);
        return sq(a).add(sq(b)).add(sq(t[2].subtract(t[0]).subtract(t[1])));
    });

    /** Closed form: the ellipse of the covariance, whatever is profiled; its area is π Δ √det V, det V = 4 − 1.44. */
    @Test
    void gaussianRegionIsTheEllipseOfTheCovariance() {
        double delta = ContourSearch.delta(ConfidenceLevel.ofSigmas(1));
        Contour contour = contour(GAUSSIAN, unbounded(3), delta, Vector.of(0, 0, 0));
        assertThat(contour.isComplete()).isTrue();
        assertThat(contour.curves()).hasSize(1);
        ContourCurve curve = contour.curves().get(0);
        for (int k = 0; k < curve.size(); k++) {
            double a = curve.xs().get(k) / 2;
            double b = (curve.ys().get(k) - 0.6 * a) / 0.8;
            assertThat(a * a + b * b).isCloseTo(delta, within(ON_LEVEL));
        }
        double area = Math.PI * delta * Math.sqrt(4 - 1.44);
        assertThat(contour.area()).isCloseTo(area, within(POLYGON_AREA * area)).isLessThan(area);
        assertThat(contour.failedPoints()).isZero();
        assertThat(contour.lowerMinimumAdopted()).isFalse();
    }

    /** Toys of the Gaussian itself: the region of 68.27 % holds that part of them, up to 3 binomial standard deviations. */
    @Test
    void regionHoldsItsPartOfGaussianToys() {
        int toys = 20000;
        double level = ConfidenceLevel.ofSigmas(1).probability();
        Contour contour =
                contour(GAUSSIAN, unbounded(3), ContourSearch.delta(ConfidenceLevel.ofSigmas(1)), Vector.of(0, 0, 0));
        UniformRandomProvider random = RandomStreams.of(20250101L).stream(0);
        ZigguratSampler.NormalizedGaussian normal = ZigguratSampler.NormalizedGaussian.of(random);
        int inside = 0;
        for (int k = 0; k < toys; k++) {
            double a = normal.sample();
            inside += contour.contains(2 * a, 0.6 * a + 0.8 * normal.sample()) ? 1 : 0;
        }
        double error = Math.sqrt(level * (1 - level) / toys);
        assertThat((double) inside / toys).isCloseTo(level, within(3 * error));
    }

    /** (x² − 1)² + y² ≤ c < 1: two islands, each around x = ±1, that meet y = 0 at ±√(1 ± √c). One seed is enough. */
    @Test
    void bothIslandsAreFoundFromOneMinimum() {
        DerivativeObjective f = new DerivativeObjective(
                3, t -> sq(sq(t[0]).subtract(1)).add(sq(t[1])).add(sq(t[2].subtract(t[0]))));
        Contour contour = ContourSearch.standard()
                .searchWithin(
                        () -> f,
                        unbounded(3),
                        0,
                        1,
                        new Interval(-2, 2),
                        new Interval(-1, 1),
                        List.of(Vector.of(1, 0, 1)),
                        0.64,
                        WORK,
                        "islands");
        assertThat(contour.curves()).hasSize(2).allMatch(ContourCurve::closed).noneMatch(ContourCurve::isHole);
        assertThat(contour.isComplete()).isTrue();
        double inner = Math.sqrt(1 - 0.8);
        double outer = Math.sqrt(1 + 0.8);
        for (double sign : new double[] {-1, 1}) {
            assertThat(contour.contains(sign * (inner + 0.01), 0)).isTrue();
            assertThat(contour.contains(sign * (inner - 0.01), 0)).isFalse();
            assertThat(contour.contains(sign * (outer - 0.01), 0)).isTrue();
            assertThat(contour.contains(sign * (outer + 0.01), 0)).isFalse();
        }
        for (ContourCurve curve : contour.curves()) {
            for (int k = 0; k < curve.size(); k++) {
                double x = curve.xs().get(k);
                double y = curve.ys().get(k);
                assertThat((x * x - 1) * (x * x - 1) + y * y).isCloseTo(0.64, within(ON_LEVEL));
            }
        }
    }

    /** ((x² + y² − 1)/s)² ≤ Δ: between the circles of radius √(1 ± s√Δ), so the area is 2 π s √Δ. */
    @Test
    void annulusHasAnOuterBoundaryAndAHole() {
        DerivativeObjective f = new DerivativeObjective(
                2, t -> sq(sq(t[0]).add(sq(t[1])).subtract(1).divide(0.5)));
        Contour contour = ContourSearch.standard()
                .searchWithin(
                        () -> f,
                        unbounded(2),
                        0,
                        1,
                        new Interval(-2, 2),
                        new Interval(-2, 2),
                        List.of(Vector.of(1, 0)),
                        1.0,
                        WORK,
                        "annulus");
        assertThat(contour.curves()).hasSize(2).allMatch(ContourCurve::closed);
        assertThat(contour.curves().stream().filter(ContourCurve::isHole)).hasSize(1);
        assertThat(contour.area()).isCloseTo(Math.PI, within(POLYGON_AREA * 2 * Math.PI));
        assertThat(contour.contains(0, 0)).isFalse();
        assertThat(contour.contains(0, 1)).isTrue();
        for (ContourCurve curve : contour.curves()) {
            double radius = curve.isHole() ? Math.sqrt(0.5) : Math.sqrt(1.5);
            for (int k = 0; k < curve.size(); k++) {
                assertThat(Math.hypot(curve.xs().get(k), curve.ys().get(k))).isCloseTo(radius, within(ON_LEVEL));
            }
        }
        assertThat(contour.isComplete()).isTrue();
    }

    /** Pitfall "contours clamped at the wrong bound": a disc cut by x ≥ 0.5 keeps its round side and gains a straight one. */
    @Test
    void regionIsClippedAtTheBoundItMeets() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1])));
        List<Bounds> bounds = List.of(new Bounds(0.5, 10), Bounds.UNBOUNDED);
        Contour contour = contour(f, bounds, 4.0, Vector.of(0.5, 0));
        double radius = Math.sqrt(4.25); // the minimum within the bounds is 0.25
        double area = radius * radius * Math.acos(0.5 / radius) - 0.5 * Math.sqrt(radius * radius - 0.25);
        assertThat(contour.curves()).hasSize(1);
        ContourCurve curve = contour.curves().get(0);
        assertThat(curve.closed()).isTrue();
        assertThat(curve.clipped()).isTrue();
        assertThat(contour.area()).isCloseTo(area, within(POLYGON_AREA * area));
        int straight = 0;
        for (int k = 0; k < curve.size(); k++) {
            double x = curve.xs().get(k);
            double y = curve.ys().get(k);
            straight += x == 0.5 ? 1 : 0;
            assertThat(x).isGreaterThanOrEqualTo(0.5);
            assertThat(x * x + y * y).isLessThan(radius * radius + ON_LEVEL);
            assertThat(x == 0.5 || Math.abs(x * x + y * y - radius * radius) < ON_LEVEL)
                    .isTrue();
        }
        assertThat(straight).isGreaterThan(2);
        assertThat(contour.isComplete()).isTrue();
    }

    /** A disc of radius 2 in the quadrant x ≥ 0, y ≥ 0, the minimum in the corner: a quarter, area π. */
    @Test
    void regionInACornerIsClippedOnBothSides() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1])));
        List<Bounds> bounds = Collections.nCopies(2, new Bounds(0, 10));
        Contour contour = contour(f, bounds, 4.0, Vector.of(0, 0));
        assertThat(contour.area()).isCloseTo(Math.PI, within(POLYGON_AREA * Math.PI));
        assertThat(contour.curves()).hasSize(1);
        assertThat(contour.contains(0.01, 0.01)).isTrue();
        assertThat(contour.contains(0.01, 1.99)).isTrue();
        assertThat(contour.contains(1.5, 1.5)).isFalse();
    }

    /** A disc of radius 2 within the square of half-width 1.8: all four sides clip it; closed form 2r²(…) below. */
    @Test
    void regionClippedOnFourSidesGoesRoundTheBox() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1])));
        List<Bounds> bounds = Collections.nCopies(2, new Bounds(-1.8, 1.8));
        Contour contour = contour(f, bounds, 4.0, Vector.of(0, 0));
        double cap = 4 * Math.acos(0.9) - 1.8 * Math.sqrt(4 - 1.8 * 1.8);
        double area = 4 * Math.PI - 4 * cap;
        assertThat(contour.curves()).hasSize(1);
        assertThat(contour.area()).isCloseTo(area, within(POLYGON_AREA * area));
    }

    /** A region that holds its whole box is the box. */
    @Test
    void regionWithoutABoundaryIsTheBox() {
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1])));
        List<Bounds> bounds = Collections.nCopies(2, new Bounds(-1, 1));
        Contour contour = contour(f, bounds, 4.0, Vector.of(0, 0));
        assertThat(contour.area()).isEqualTo(4.0);
        assertThat(contour.curves().get(0).clipped()).isTrue();
    }

    /** Rosenbrock's valley: for each x, y = x² ± √(Δ − (1 − x)²)/10, so the area is π Δ/10. */
    @Test
    void curvedValleyIsFollowedToItsEnds() {
        DerivativeObjective f = new DerivativeObjective(
                2, t -> sq(t[0].subtract(1)).add(sq(t[1].subtract(sq(t[0]))).multiply(100)));
        Contour contour = contour(f, unbounded(2), 4.0, Vector.of(1, 1));
        double area = Math.PI * 4.0 / 10;
        assertThat(contour.curves()).hasSize(1);
        assertThat(contour.area()).isCloseTo(area, within(POLYGON_AREA * area));
        assertThat(contour.isComplete()).isTrue();
        double margin = 0.02; // the sag of a side, 0.002 of the half-widths 2 and 4.9, on a slope of up to 6
        for (int i = 0; i <= 200; i++) {
            double x = -1 + 0.02 * i;
            double half = Math.sqrt(Math.max(0, 4 - (1 - x) * (1 - x))) / 10;
            assertThat(contour.contains(x, x * x)).isEqualTo(i > 0 && i < 200);
            assertThat(contour.contains(x, x * x + half + margin)).isFalse();
            assertThat(contour.contains(x, x * x - half - margin)).isFalse();
            if (half > 2 * margin) {
                assertThat(contour.contains(x, x * x - half + margin)).isTrue();
                assertThat(contour.contains(x, x * x + half - margin)).isTrue();
            }
        }
    }

    /** Pitfall "a lower minimum that is not adopted": started at the shallow one of two wells, the region is the deep one's. */
    @Test
    void lowerMinimumMetIsAdopted() {
        DerivativeObjective f = new DerivativeObjective(
                2,
                t -> sq(sq(t[0]).subtract(1))
                        .multiply(4)
                        .subtract(t[0].multiply(0.5))
                        .add(sq(t[1])));
        Contour contour = contour(f, unbounded(2), 4.0, Vector.of(-0.97, 0));
        assertThat(contour.referencePoint().get(0)).isGreaterThan(0.9);
        assertThat(contour.reference())
                .isEqualTo(f.value(contour.referencePoint().toArray()));
        for (ContourCurve curve : contour.curves()) {
            for (int k = 0; k < curve.size(); k++) {
                double value =
                        f.value(new double[] {curve.xs().get(k), curve.ys().get(k)});
                assertThat(value - contour.reference()).isCloseTo(4.0, within(ON_LEVEL));
            }
        }
    }

    @Test
    void impossibleRequestsAreRefused() {
        assertThatThrownBy(() -> contour(GAUSSIAN, unbounded(3), -1.0, Vector.of(0, 0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> ContourSearch.standard().withGridPoints(2))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
