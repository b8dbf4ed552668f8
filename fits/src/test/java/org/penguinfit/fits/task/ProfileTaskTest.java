package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Profiles whose curves, sets and ends are closed forms. */
class ProfileTaskTest {
    /** Inner minimisations are good to 1e-12 in −2 ln L of curvature near 1; a slope near 1 makes that of an end. */
    private static final double SOLVED = 1e-7;

    private static final String RANGES = "x: {range: \"-10:10\"}, y: {range: \"-10:10\"}";

    @TempDir
    private Path temp;

    /**
     * A = x + y = 3 ± 1 and B = x − y = 1 ± 0.5: x = 2 ± √(1 + 0.25)/2, and the profile of x is (x − 2)²/0.3125 with
     * y = (3x − 1)/5, from ∂/∂y of (x + y − 3)² + 4 (x − y − 1)².
     */
    @Test
    void linearModelHasParabolas() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x + y, B: x - y",
                "A: 3 ± 1, B: 1 ± 0.5",
                RANGES,
                "{type: profile, levels: [1σ, 2σ], points: 41}");
        double sigma = Math.sqrt(0.3125);
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(Fits.ends(task, "x", "2σ"))
                .containsExactly(new double[] {2 - 2 * sigma, 2 + 2 * sigma}, within(SOLVED));
        assertThat(Fits.ends(task, "y", "1σ")).containsExactly(new double[] {1 - sigma, 1 + sigma}, within(SOLVED));
        ResultBlock.Table scan = PlaneFit.table(task, "scan");
        assertThat(scan.rows()).hasSize(2 * 41);
        for (int i = 0; i < 41; i++) {
            double x = -10 + 0.5 * i;
            assertThat(PlaneFit.cell(scan, i, "parameter")).isEqualTo("x");
            assertThat(PlaneFit.number(scan, i, "value")).isCloseTo(x, within(SOLVED));
            assertThat(PlaneFit.number(scan, i, "x")).isCloseTo(x, within(SOLVED));
            assertThat(PlaneFit.number(scan, i, "deltaChi2"))
                    .isCloseTo((x - 2) * (x - 2) / 0.3125, within(SOLVED * (1 + x * x)));
            assertThat(PlaneFit.number(scan, i, "y")).isCloseTo((3 * x - 1) / 5, within(SOLVED));
        }
        ResultBlock.Table ends = PlaneFit.table(task, "ends");
        assertThat(ends.rows()).hasSize(4);
        assertThat(PlaneFit.number(ends, 1, "lower")).isCloseTo(2 - 2 * sigma, within(SOLVED));
        assertThat(PlaneFit.number(ends, 1, "upper")).isCloseTo(2 + 2 * sigma, within(SOLVED));
        assertThat(PlaneFit.cell(ends, 1, "upperStatus")).isEqualTo("found");
        assertThat(task.notes()).anyMatch(n -> n.contains("multi-start") && n.contains("no certificate"));
    }

    /**
     * x² + n = 4 ± 1 with n = 0 ± 1 is x² = 4 ± √2: at 1σ two pieces with x² from 4 − √2 to 4 + √2, of which MINOS sees one;
     * at 3σ, as 3√2 > 4, one piece.
     */
    @Test
    void setHasAllPiecesWhereTheEndsHaveOne() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x^2 + n",
                "A: 4 ± 1",
                "x: {range: \"-10:10\"}, n: {range: \"-9:9\", constraint: 0 ± 1}",
                "{type: profile, levels: [1σ, 3σ]}");
        double near = Math.sqrt(4 - Math.sqrt(2));
        double far = Math.sqrt(4 + Math.sqrt(2));
        double farthest = Math.sqrt(4 + 3 * Math.sqrt(2));
        assertThat(Fits.ends(task, "x", "1σ")).containsExactly(new double[] {-far, -near, near, far}, within(SOLVED));
        assertThat(Fits.ends(task, "x", "3σ")).containsExactly(new double[] {-farthest, farthest}, within(SOLVED));
        ResultBlock.Table ends = PlaneFit.table(task, "ends");
        double best = PlaneFit.number(ends, 0, "best");
        assertThat(Math.abs(best)).isCloseTo(2, within(1e-6));
        assertThat(PlaneFit.number(ends, 0, "lower")).isCloseTo(best < 0 ? -far : near, within(SOLVED));
        assertThat(PlaneFit.number(ends, 0, "upper")).isCloseTo(best < 0 ? -near : far, within(SOLVED));
        assertThat(PlaneFit.number(ends, 1, "lower")).isCloseTo(-farthest, within(SOLVED));
    }

    /** x = 9 ± 1 in a range up to 10: no upper end at 2σ, and the set is clipped. */
    @Test
    void endAtTheRangeIsSaid() {
        TaskResult task = PlaneFit.run(
                temp, "A: x", "A: 9 ± 1", "x: {range: \"-10:10\"}", "{type: profile, levels: [2σ], points: 11}");
        ResultBlock.Table ends = PlaneFit.table(task, "ends");
        assertThat(PlaneFit.cell(ends, 0, "lowerStatus")).isEqualTo("found");
        assertThat(PlaneFit.cell(ends, 0, "upperStatus")).isEqualTo("at-limit");
        assertThat(PlaneFit.number(ends, 0, "upper")).isEqualTo(10);
        assertThat(task.clipped()).containsExactly("x");
    }

    /**
     * |x| + y = 1 ± 1 and y = 0 ± 1 profiled over x at y > 1 end on the kink x = 0, where −2 ln L is
     * (y − 1)² + y²: no point fails. Below, |x| = 1 − y leaves y² alone.
     */
    @Test
    void pointsOnAKinkAreNoFailures() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: abs(x) + y, B: y",
                "A: 1 ± 1, B: 0 ± 1",
                "x: {range: \"-3:3\"}, y: {range: \"-1.5:3\"}",
                "{type: profile, levels: [3σ], points: 19}");
        assertThat(task.notes()).noneMatch(n -> n.contains("failed"));
    }

    /**
     * x² = 4 ± 0.5 and y − x = 0 ± 5 with y = 1 ± 0.1 has its best minimum near x = 2 and another near −2, where the only start
     * lies. All tasks adopt the lower one.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: profile, levels: [1σ], starts: 0}",
                "{type: fit, levels: [1σ], starts: 0}",
                "{type: contour, levels: [99.99%], starts: 0}",
                "{type: limit, levels: [95%], starts: 0}"
            })
    void lowerMinimumMetOnTheWayIsAdopted(String kind) {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x^2, B: y - x",
                "A: 4 ± 0.5, B: 0 ± 5",
                "x: {range: \"-10:10\", start: -2}, y: {range: \"-10:10\", constraint: 1 ± 0.1}",
                kind);
        assertThat(task.notes()).anyMatch(n -> n.contains("adopted"));
        assertThat(task.minima()).hasSize(2);
        // −2 ln L over y: 4 (x² − 4)² + (x − 1)²/25.01, at the root near 2 of its derivative: numpy 2.4.6, np.roots
        assertThat(Fits.at(task.minima().get(0), "x")).isCloseTo(1.999375347539, within(1e-6));
        assertThat(task.minima().get(0).deltaChi2()).isZero();
    }
}
