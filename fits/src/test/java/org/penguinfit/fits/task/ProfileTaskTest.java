package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
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
        double[] curve = values(scan, "x");
        for (int i = 0; i < 41; i++) {
            assertHolds(curve, -10 + 0.5 * i);
        }
        for (int i = 0; i < curve.length; i++) {
            double x = curve[i];
            assertThat(PlaneFit.cell(scan, i, "parameter")).isEqualTo("x");
            assertThat(PlaneFit.number(scan, i, "x")).isEqualTo(x);
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

    /** Values of a parameter in the table of curves, in their order. */
    private static double[] values(ResultBlock.Table scan, String parameter) {
        return IntStream.range(0, scan.rows().size())
                .filter(i -> parameter.equals(PlaneFit.cell(scan, i, "parameter")))
                .mapToDouble(i -> PlaneFit.number(scan, i, "value"))
                .toArray();
    }

    private static void assertHolds(double[] values, double expected) {
        double distance =
                DoubleStream.of(values).map(x -> Math.abs(x - expected)).min().orElseThrow();
        assertThat(distance).as("nearest to " + expected).isLessThan(SOLVED);
    }

    /**
     * x + n = 0.0137 ± 0.003 with n = 0 ± 0.004 has the profile ((x − 0.0137)/0.005)² in a range 4000 times as wide, whose
     * equidistant points all lie outside its levels.
     */
    @Test
    void curveShowsAMinimumNarrowerThanItsSteps() {
        TaskResult task = PlaneFit.run(
                temp,
                "A: x + n",
                "A: 0.0137 ± 0.003",
                "x: {range: \"-10:10\"}, n: {range: \"-1:1\", constraint: 0 ± 0.004}",
                "{type: profile, levels: [1σ, 2σ]}");
        assertNarrowCurve(task, x -> (x - 0.0137) / 0.005, pull -> 0.0137 + 0.005 * pull);
    }

    /** eˣ = 1.0137 ± 0.005 alone, where −2 ln L is no polynomial, and x = 0.0137 ± 0.005, where it is one. */
    @Test
    void curvesOfSingleParametersShowNarrowMinimaToo() {
        String range = "x: {range: \"-10:10\"}";
        String kind = "{type: one-at-a-time, levels: [1σ, 2σ]}";
        TaskResult searched = PlaneFit.run(temp, "A: exp(x)", "A: 1.0137 ± 0.005", range, kind);
        assertNarrowCurve(searched, x -> (Math.exp(x) - 1.0137) / 0.005, pull -> Math.log(1.0137 + 0.005 * pull));
        TaskResult exact = PlaneFit.run(temp, "A: x", "A: 0.0137 ± 0.005", range, kind);
        assertNarrowCurve(exact, x -> (x - 0.0137) / 0.005, pull -> 0.0137 + 0.005 * pull);
    }

    /** The curve of x holds the minimum and the ends at 1σ and 2σ, and straight lines between its points follow pull². */
    private static void assertNarrowCurve(TaskResult task, DoubleUnaryOperator pull, DoubleUnaryOperator inverse) {
        ResultBlock.Table scan = PlaneFit.table(task, "scan");
        double[] x = values(scan, "x");
        assertThat(x).isSorted().doesNotHaveDuplicates().hasSizeBetween(50, 250);
        for (double sigmas : new double[] {-2, -1, 0, 1, 2}) {
            assertHolds(x, inverse.applyAsDouble(sigmas));
        }
        for (int i = 1; i < x.length; i++) {
            double height = Math.pow(pull.applyAsDouble((x[i - 1] + x[i]) / 2), 2);
            if (height < 4) {
                double line = (PlaneFit.number(scan, i - 1, "deltaChi2") + PlaneFit.number(scan, i, "deltaChi2")) / 2;
                assertThat(line).isCloseTo(height, within(0.002 * 4)); // as docs/plots.md promises
            }
        }
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
