package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Contours that are ellipses. */
class ContourTaskTest {
    /** Points of a curve are roots of profile − threshold. */
    private static final double ON_CURVE = 1e-6;

    /** A polygon of n points on an ellipse lacks 2π²/3n² of its area: 0.4 % for 40 points. */
    private static final double POLYGON = 0.005;

    private static final String LINEAR = "A: x + y, B: x - y";
    private static final String DATA = "A: 3 ± 1, B: 1 ± 0.5";
    private static final String RANGES = "x: {range: \"-10:10\"}, y: {range: \"-10:10\"}";

    @TempDir
    private Path temp;

    /** A = x + y = 3 ± 1, B = x − y = 1 ± 0.5. */
    private static double chi2(double x, double y) {
        return Math.pow(x + y - 3, 2) + 4 * Math.pow(x - y - 1, 2);
    }

    private static ResultBlock.Curves curves(TaskResult task) {
        return PlaneFit.block(task, ResultBlock.Curves.class, "contour x,y");
    }

    /** Ellipses at −2 ln(1 − CL); H/2 = [[5, −3], [−3, 5]], so √det V = 1/4 and the area is π Δχ²/4. */
    @Test
    void linearModelHasEllipses() {
        TaskResult task = PlaneFit.run(temp, LINEAR, DATA, RANGES, "{type: contour, levels: [90%, 95%], grid: 5}");
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        double threshold = -2 * Math.log(0.05);
        List<ResultBlock.Curve> found = Fits.get(curves(task).byLevel(), "95%");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).closed()).isTrue();
        for (int k = 0; k < found.get(0).x().size(); k++) {
            assertThat(chi2(found.get(0).x().get(k), found.get(0).y().get(k))).isCloseTo(threshold, within(ON_CURVE));
        }
        ResultBlock.Table regions = PlaneFit.table(task, "regions");
        assertThat(PlaneFit.number(regions, 1, "deltaChi2")).isCloseTo(threshold, within(1e-12));
        double area = Math.PI * threshold / 4;
        assertThat(PlaneFit.number(regions, 1, "area")).isCloseTo(area, within(POLYGON * area));
        assertThat(PlaneFit.cell(regions, 1, "status")).isEqualTo("complete");
        ResultBlock.Table grid = PlaneFit.table(task, "grid x,y");
        assertThat(grid.rows()).hasSize(25);
        for (int k = 0; k < 25; k++) {
            double x = PlaneFit.number(grid, k, "x");
            double y = PlaneFit.number(grid, k, "y");
            int row = k / 5;
            assertThat(List.of(x, y)).containsExactly(-10 + 5.0 * (k % 5), -10 + 5.0 * row);
            assertThat(PlaneFit.number(grid, k, "deltaChi2")).isCloseTo(chi2(x, y), within(1e-9 * chi2(x, y) + 1e-9));
        }
        // the Standard Model of this theory: both at their default, 0
        assertThat(PlaneFit.number(PlaneFit.table(task, "points"), 1, "deltaChi2"))
                .isCloseTo(13, within(1e-9));
    }

    /** With one degree of freedom the projections are the 1-D intervals, here 2 ± z √0.3125. */
    @Test
    void projectionsOfOneDegreeOfFreedomAreTheIntervals() {
        TaskResult task = PlaneFit.run(temp, LINEAR, DATA, RANGES, "{type: contour, levels: [2σ], dof: 1}");
        double[] x = Fits.get(curves(task).byLevel(), "2σ").get(0).x().toArray();
        double half = 2 * Math.sqrt(0.3125);
        assertThat(Arrays.stream(x).max().orElseThrow()).isCloseTo(2 + half, within(POLYGON * half));
        assertThat(Arrays.stream(x).min().orElseThrow()).isCloseTo(2 - half, within(POLYGON * half));
    }

    /** x² = 4 ± 0.5, y = 0 ± 1: two islands; y beyond ±1 is cut off by the range. */
    @Test
    void islandsAndTheRangeAreSeen() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x^2, B: y",
                "A: 4 ± 0.5, B: 0 ± 1",
                "x: {range: \"-10:10\"}, y: {range: \"-1:1\"}",
                "{type: contour, levels: [68.27%]}");
        assertThat(Fits.get(curves(task).byLevel(), "68.27%")).hasSize(2);
        ResultBlock.Table regions = PlaneFit.table(task, "regions");
        assertThat(PlaneFit.number(regions, 0, "curves")).isEqualTo(2);
        assertThat(PlaneFit.cell(regions, 0, "status")).isEqualTo("clipped by the range");
    }
}
