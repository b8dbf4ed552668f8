package org.penguinfit.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;

class ScanTest {
    /** The last box of a search is 1e-8 of the range, which a smooth extreme at a cut feels in first order. */
    private static final double EXTREME_TOLERANCE = 1e-6;

    private static final List<Bounds> SQUARE = List.of(new Bounds(-2, 2), new Bounds(-2, 2));

    /** Outputs: x² + y², x + y. */
    private static final class Plane implements PredictionFunction {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public void evaluate(double[] theta, double[] predictions) {
            predictions[0] = theta[0] * theta[0] + theta[1] * theta[1];
            predictions[1] = theta[0] + theta[1];
        }
    }

    /** Output: 1/x. */
    private static final class Pole implements PredictionFunction {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public void evaluate(double[] theta, double[] predictions) {
            predictions[0] = 1 / theta[0];
        }
    }

    private static final List<Cut> DISK = List.of(new Cut(0, Double.NEGATIVE_INFINITY, 1));

    @Test
    void gridHoldsBothEndsOfEveryRangeAndTheLastParameterRunsFastest() {
        ScanPoints grid = new ScanPoints.Grid(SQUARE, List.of(2, 3));

        assertThat(grid.count()).isEqualTo(6);
        assertThat(grid.batch(0))
                .containsExactly(
                        new double[] {-2, -2},
                        new double[] {-2, 0},
                        new double[] {-2, 2},
                        new double[] {2, -2},
                        new double[] {2, 0},
                        new double[] {2, 2});
    }

    @Test
    void gridTooLargeToCountIsRefused() {
        assertThatThrownBy(() -> new ScanPoints.Grid(SQUARE, List.of(1_000_000, 1_000_000)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Batch b of the Sobol points must not depend on whether the batches before it were made. */
    @Test
    void sobolBatchesAreTheSequenceCutIntoPieces() {
        ScanPoints all = new ScanPoints.Sobol(SQUARE, 2 * ScanPoints.BATCH + 5);

        assertThat(all.batches()).isEqualTo(3);
        assertThat(all.size(2)).isEqualTo(5);
        // Quarters of the box hold a quarter of 2048 Sobol points each, to within a point or two (net property).
        int lowerLeft = 0;
        for (int b = 0; b < 2; b++) {
            for (double[] point : all.batch(b)) {
                lowerLeft += point[0] < 0 && point[1] < 0 ? 1 : 0;
            }
        }
        assertThat(lowerLeft).isBetween(510, 514);
    }

    @Test
    void scanKeepsExactlyThePointsInsideTheCuts() {
        ScanPoints grid = new ScanPoints.Grid(SQUARE, List.of(41, 41)); // steps of 0.1
        ScanResult result = new Scan(grid, DISK).run(Plane::new, ParallelWork.on(1), "disk");

        // Lattice points with i² + j² <= 10²: 317 (Gauss's circle problem, OEIS A000328).
        // The grid's decimal steps round, so points on the circle itself (12 of them) may fall on either side.
        assertThat(result.tried()).isEqualTo(1681);
        assertThat(result.rows().size()).isBetween(317 - 12, 317);
        for (Vector row : result.rows()) {
            assertThat(row.get(0) * row.get(0) + row.get(1) * row.get(1)).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void randomPointsFillTheDiskWithItsPartOfTheBox() {
        int n = 40_000;
        ScanResult result = new Scan(new ScanPoints.Random(SQUARE, n, RandomStreams.of(3)), DISK)
                .run(Plane::new, ParallelWork.on(2), "disk");
        double p = Math.PI / 16;
        double fourSigma = 4 * Math.sqrt(p * (1 - p) / n);
        assertThat(result.rows().size() / (double) n).isCloseTo(p, within(fourSigma));
    }

    @Test
    void resultDoesNotDependOnThreads() {
        ScanPoints points = new ScanPoints.Random(SQUARE, 10_000, RandomStreams.of(5));
        ScanResult one = new Scan(points, DISK).run(Plane::new, ParallelWork.on(1), "disk");
        ScanResult four = new Scan(points, DISK).run(Plane::new, ParallelWork.on(4), "disk");
        assertThat(four).isEqualTo(one);
    }

    @Test
    void pointsWithoutFiniteOutputsAreCounted() {
        ScanPoints grid = new ScanPoints.Grid(List.of(new Bounds(-1, 1)), List.of(3));
        ScanResult result = new Scan(grid, List.of()).run(Pole::new, ParallelWork.on(1), "pole");
        assertThat(result.notFinite()).isEqualTo(1);
        assertThat(result.rows()).hasSize(2);
    }

    /** x + y on the unit disk: ±√2. */
    @Test
    void extremesOnACurvedCutAreFound() {
        assertThat(extreme(DISK, true)).isCloseTo(Math.sqrt(2), within(EXTREME_TOLERANCE));
        assertThat(extreme(DISK, false)).isCloseTo(-Math.sqrt(2), within(EXTREME_TOLERANCE));
    }

    /** Without a cut the largest x + y is the corner (2, 2), which must be met exactly. */
    @Test
    void extremeAtACornerOfTheRangesIsExact() {
        assertThat(extreme(List.of(), true)).isEqualTo(4);
    }

    @Test
    void noExtremeWithoutAPointThatPasses() {
        List<Cut> none = new ArrayList<>(DISK);
        none.add(new Cut(1, 10, 11));
        ScanResult scan =
                new Scan(new ScanPoints.Sobol(SQUARE, 2000), none).run(Plane::new, ParallelWork.on(1), "none");
        assertThat(new ExtremeSearch(new CutSpace(SQUARE, none), RandomStreams.of(1))
                        .find(scan, 1, true, Plane::new, ParallelWork.on(1), "max"))
                .isEmpty();
    }

    private static double extreme(List<Cut> cuts, boolean largest) {
        ScanResult scan =
                new Scan(new ScanPoints.Sobol(SQUARE, 4000), cuts).run(Plane::new, ParallelWork.on(1), "scan");
        Optional<Extreme> found = new ExtremeSearch(new CutSpace(SQUARE, cuts), RandomStreams.of(1))
                .find(scan, 1, largest, Plane::new, ParallelWork.on(2), "extreme");
        return found.orElseThrow().value();
    }
}
