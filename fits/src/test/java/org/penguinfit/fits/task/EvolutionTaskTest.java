package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Averages of 1 ± 1 (2020), 3 ± 1 (2021) and 5 ± 0.5 (2022, in the place of the first), solved by hand. */
class EvolutionTaskTest {
    private static final double ROUNDING = 1e-9;

    /** Φ⁻¹(0.95). */
    private static final double Z95 = 1.6448536269514722;

    @TempDir
    private Path temp;

    private FitFolder folder;

    @BeforeEach
    void write() {
        folder = new FitFolder(temp).write("theory.yaml", """
                        schema: theory/1
                        title: t
                        parameters: {x: {range: "-100:100"}}
                        observables: {O: x}
                        """).write("data.yaml", """
                        "@metadata@": {schema: measurements/1}
                        A: {date: 2020-01-01, values: {O: 1 ± 1}}
                        B: {date: 2021-01-01, values: {O: 3 ± 1}}
                        C: {date: 2022-01-01, supersedes: A, values: {O: 5 ± 0.5}}
                        Average: {date: 2021-02-01, status: average, components: [A, B], values: {O: 2 ± 0.7}}
                        """);
    }

    private void fit(String keys) {
        folder.write("fit.yaml", """
                schema: fit/1
                title: t
                theory: [theory.yaml]
                measurements: {files: [data.yaml], include: [{observable: O}]}
                parameters: {x: {}}
                tasks: {t: {type: evolution, levels: [1σ], limits: [95%%], %s}}
                """.formatted(keys));
    }

    private static List<List<@Nullable Object>> rows(TaskResult task, String key) {
        for (ResultBlock block : task.blocks()) {
            if (block instanceof ResultBlock.Table table && table.key().equals(key)) {
                return table.rows();
            }
        }
        throw new AssertionError("no table " + key);
    }

    private static List<Object> column(TaskResult task, String key, int column) {
        List<Object> cells = new ArrayList<>();
        for (List<@Nullable Object> row : rows(task, key)) {
            Object cell = row.get(column);
            cells.add(cell == null ? "nothing" : cell);
        }
        return cells;
    }

    private static void assertNumbers(List<Object> cells, double... expected) {
        assertThat(cells).hasSize(expected.length);
        for (int i = 0; i < expected.length; i++) {
            assertThat((Double) cells.get(i)).isCloseTo(expected[i], within(ROUNDING));
        }
    }

    private void assertThreeDays(TaskResult task) {
        assertThat(column(task, "evolution", 0)).containsExactly("2020-01-01", "2021-01-01", "2022-01-01");
        assertNumbers(column(task, "evolution", 2), 1, 2, 4.6);
        double[] sigma = {1, Math.sqrt(0.5), Math.sqrt(0.2)};
        assertNumbers(column(task, "evolution", 3), sigma);
        assertNumbers(column(task, "evolution", 4), 0, 2, 1.6 * 1.6 + 4 * 0.4 * 0.4);
        assertNumbers(column(task, "evolution", 7), 1, 10, 109);
        assertNumbers(column(task, "evolutionIntervals", 3), 1 - sigma[0], 2 - sigma[1], 4.6 - sigma[2]);
        assertNumbers(column(task, "evolutionLimits", 3), 1 + Z95 * sigma[0], 2 + Z95 * sigma[1], 4.6 + Z95 * sigma[2]);
    }

    /** The average of 2021 gives way to its parts, so the set does not change on its day. */
    @Test
    void everyDayOnWhichTheSetChanges() {
        fit("dates: all");
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThreeDays(task);
        assertThat(column(task, "selection", 1)).containsExactly("A", "B", "C");
        assertThat(column(task, "selection", 2)).containsExactly("", "", "A");
    }

    @Test
    void parametersTogetherGiveTheSame() {
        fit("dates: all, vary: together");
        assertThreeDays(folder.task());
    }

    @Test
    void daysBeforeTheFirstResultHaveNoData() {
        fit("dates: [2021-06-01, 2019-01-01]");
        TaskResult task = folder.task();
        assertThat(task.status()).isEqualTo(TaskResult.Status.OK);
        assertThat(column(task, "evolution", 0)).containsExactly("2019-01-01", "2021-06-01");
        assertThat(column(task, "evolution", 9)).containsExactly("no-data", "ok");
        assertThat(column(task, "evolution", 2).get(0)).isEqualTo("nothing");
        assertThat(task.minima().get(0).parameters().get("x")).isCloseTo(2, within(ROUNDING));
    }

    @Test
    void noDayWithData() {
        fit("dates: [2018-01-01]");
        assertThat(folder.task().status()).isEqualTo(TaskResult.Status.NO_DATA);
    }

    @Test
    void asOfEndsTheList() {
        fit("dates: all");
        String path = folder.path("fit.yaml").toString();
        FitResult result = Fits.run(new FitRequest(path, List.of(), List.of(), LocalDate.parse("2021-06-01"), null));
        assertThat(column(Fits.task(result, "t"), "evolution", 0)).containsExactly("2020-01-01", "2021-01-01");
    }

    @Test
    void newFileAddsItsDay() {
        fit("dates: all");
        folder.write(
                "new.yaml", "\"@metadata@\": {schema: measurements/1}\nD: {date: 2023-01-01, values: {O: 4 ± 0.1}}\n");
        String path = folder.path("fit.yaml").toString();
        FitResult result = Fits.run(new FitRequest(path, List.of(folder.path("new.yaml")), List.of(), null, null));
        List<Object> best = column(Fits.task(result, "t"), "evolution", 2);
        assertThat(best).hasSize(4);
        assertThat((Double) best.get(3)).isCloseTo((3 + 20 + 400) / 105.0, within(ROUNDING));
    }

    @Test
    void sameOnAnyNumberOfThreads() {
        fit("dates: all");
        FitRequest request = folder.request("fit.yaml");
        TaskResult one = Fits.task(Fits.run(request, 1), "t");
        TaskResult three = Fits.task(Fits.run(request, 3), "t");
        assertThat(three.blocks()).isEqualTo(one.blocks());
    }

    @Test
    void mistakesAreReportedTogether() {
        fit("dates: [2021-13-01, soon], vary: both");
        assertThat(folder.problems())
                .hasSize(3)
                .anyMatch(p -> p.contains("'2021-13-01'") && p.contains("must be a date"))
                .anyMatch(p -> p.contains("'soon'"))
                .anyMatch(p -> p.contains("must be one of one-at-a-time, together"));
        fit("starts: 3");
        assertThat(folder.problems()).anyMatch(p -> p.contains("dates"));
    }
}
