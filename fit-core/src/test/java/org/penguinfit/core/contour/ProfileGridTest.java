package org.penguinfit.core.contour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.BenchmarkProblem;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.MultiStart;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.minimize.VariableMetric;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

class ProfileGridTest {
    /** Values of a profile are good to a part of the EDM goal 1e-10. */
    private static final double VALUE = 1e-9;

    private static DerivativeStructure sq(DerivativeStructure x) {
        return x.multiply(x);
    }

    private static List<Bounds> unbounded(int n) {
        return Collections.nCopies(n, Bounds.UNBOUNDED);
    }

    /** x² + y² + (z − xy)²: the profile is x² + y², with z = xy. */
    @Test
    void gridIsTheProfile() {
        DerivativeObjective f =
                new DerivativeObjective(3, t -> sq(t[0]).add(sq(t[1])).add(sq(t[2].subtract(t[0].multiply(t[1])))));
        ProfileGrid grid = grid(f, unbounded(3), new Interval(-2, 2), new Interval(-1, 3), Vector.of(0, 0, 0));
        assertThat(grid.points()).hasSize(7 * 5);
        assertThat(grid.failedPoints()).isZero();
        for (GridPoint point : grid.points()) {
            double expected = point.x() * point.x() + point.y() * point.y();
            assertThat(point.value()).isCloseTo(expected, within(VALUE * Math.max(1, expected)));
            assertThat(point.point().get(2)).isCloseTo(point.x() * point.y(), within(1e-6));
        }
        assertThat(grid.at(6, 4).x()).isEqualTo(2.0);
        assertThat(grid.at(6, 4).y()).isEqualTo(3.0);
        assertThat(grid.deltaChiSquare(3, 1)).isCloseTo(0.0, within(VALUE));
    }

    private static ProfileGrid grid(
            TwiceDifferentiableObjective f, List<Bounds> bounds, Interval xs, Interval ys, Vector... seeds) {
        return ProfileGridSearch.of(7, 5)
                .search(() -> f, bounds, 0, 1, xs, ys, List.of(seeds), ParallelWork.on(1), "grid");
    }

    /** 4(x² − 1)² − x/2 + y², started at the shallow minimum near x = −1: the grid meets the deep one near +1. */
    @Test
    void lowerMinimumMetIsAdopted() {
        DerivativeObjective f = new DerivativeObjective(
                2,
                t -> sq(sq(t[0]).subtract(1))
                        .multiply(4)
                        .subtract(t[0].multiply(0.5))
                        .add(sq(t[1])));
        ProfileGrid grid = grid(f, unbounded(2), new Interval(-1.5, 1.5), new Interval(-1, 1), Vector.of(-0.968, 0.0));
        assertThat(grid.lowerMinimumAdopted()).isTrue();
        assertThat(grid.referencePoint().get(0)).isPositive();
    }

    /** Behind x + y = 1 the objective is not finite: those points are excluded, the others are not. */
    @Test
    void wallExcludesPointsOnly() {
        DerivativeObjective f = new DerivativeObjective(3, t -> {
            DerivativeStructure base = sq(t[0]).add(sq(t[1])).add(sq(t[2].subtract(t[0])));
            return t[0].getValue() + t[1].getValue() > 1.0 ? base.multiply(Double.POSITIVE_INFINITY) : base;
        });
        ProfileGrid grid = grid(f, unbounded(3), new Interval(-2, 2), new Interval(-1, 3), Vector.of(0, 0, 0));
        for (GridPoint point : grid.points()) {
            assertThat(Double.isFinite(point.value())).isEqualTo(point.x() + point.y() <= 1.0);
        }
        assertThat(grid.failedPoints()).isPositive();
    }

    /** A prediction that throws in one row costs that row, and says so. */
    @Test
    void rowThatThrowsIsCounted() {
        DerivativeObjective f = new DerivativeObjective(2, t -> {
            if (t[1].getValue() == 2.0 && t[0].getValue() > 1.0) {
                throw new IllegalStateException("no prediction here");
            }
            return sq(t[0]).add(sq(t[1]));
        });
        ProfileGrid grid = grid(f, unbounded(2), new Interval(-2, 2), new Interval(-1, 3), Vector.of(0, 0));
        assertThat(grid.failedRows()).isEqualTo(1);
        assertThat(grid.at(0, 3).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(grid.at(6, 4).value()).isCloseTo(13.0, within(VALUE));
    }

    private static List<Vector> minima(BenchmarkProblem f) {
        List<Vector> seeds = new ArrayList<>();
        for (int k = 0; k < 2; k++) {
            double[] start = BenchmarkProblem.numbers(
                    BenchmarkProblem.reference("wc6multi").get("minima").get(k).get("x"));
            seeds.add(new VariableMetric()
                    .minimize(f, start, f.bounds(), StoppingRule.standard())
                    .point());
        }
        return seeds;
    }

    /** The benchmark "wc6multi", whose profile has crossing branches: every point against a multi-start of its own. */
    @Test
    void branchesThatCrossAreFoundOnAnyNumberOfThreads() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6multi");
        ProfileGrid one = benchmarkGrid(minima(f), 1);
        assertThat(benchmarkGrid(minima(f), 3)).isEqualTo(one);
        for (GridPoint point : one.points()) {
            List<Bounds> held = new ArrayList<>(f.bounds());
            held.set(1, new Bounds(point.x(), Math.nextUp(point.x())));
            held.set(4, new Bounds(point.y(), Math.nextUp(point.y())));
            List<Bounds> box = new ArrayList<>(Collections.nCopies(6, new Bounds(-2, 2)));
            box.set(1, held.get(1));
            box.set(4, held.get(4));
            Minimum best = MultiStart.of(24)
                    .search(() -> f, List.of(), held, box)
                    .best()
                    .orElseThrow();
            assertThat(point.value()).isLessThan(best.value() + 1e-7);
        }
    }

    private static ProfileGrid benchmarkGrid(List<Vector> seeds, int threads) {
        return ProfileGridSearch.of(7, 6)
                .search(
                        () -> BenchmarkProblem.of("wc6multi"),
                        unbounded(6),
                        1,
                        4,
                        new Interval(-1, 2),
                        new Interval(-0.5, 1.2),
                        seeds,
                        ParallelWork.on(threads),
                        "grid");
    }

    /** Contours of the benchmarks agree with a grid of another size: no point of it lies on the wrong side. */
    @Test
    void contoursAgreeWithTheGridAlsoWhereBranchesCross() {
        BenchmarkProblem f = BenchmarkProblem.of("wc6multi");
        double delta = ContourSearch.delta(ConfidenceLevel.of(0.95));
        Contour contour = ContourSearch.standard()
                .search(() -> f, f.bounds(), 1, 4, minima(f), delta, ParallelWork.on(1), "contour");
        ProfileGrid grid = ProfileGridSearch.of(24, 23)
                .search(
                        () -> f,
                        f.bounds(),
                        1,
                        4,
                        contour.xRange(),
                        contour.yRange(),
                        minima(f),
                        ParallelWork.on(1),
                        "fine");
        assertThat(contour.isComplete()).isTrue();
        double nearTheCurve = 0.1; // in Δχ²: the sag of the polygon times the slope
        for (GridPoint point : grid.points()) {
            double excess = point.value() - grid.reference() - delta;
            if (Math.abs(excess) > nearTheCurve) {
                assertThat(contour.contains(point.x(), point.y())).isEqualTo(excess < 0.0);
            }
        }
    }

    @Test
    void impossibleRequestsAreRefused() {
        assertThatThrownBy(() -> ProfileGridSearch.of(1, 5)).isInstanceOf(IllegalArgumentException.class);
        DerivativeObjective f = new DerivativeObjective(2, t -> sq(t[0]).add(sq(t[1])));
        assertThatThrownBy(() -> grid(f, unbounded(2), Interval.ALL, new Interval(0, 1), Vector.of(0, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("finite range");
    }
}
