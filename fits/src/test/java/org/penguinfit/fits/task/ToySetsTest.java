package org.penguinfit.fits.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.penguinfit.fits.task.SignalFit.cell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plan.Schemas;
import org.penguinfit.fits.report.ReportWriters;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;

/** Feldman–Cousins sets and coverage of a Gaussian mean that cannot be negative. */
class ToySetsTest {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /**
     * Ends come from a critical value that is the quantile of 2000 toys: an error of 1 % in the content at 90 % is 0.06 in
     * √Δχ²; four of √(0.9 · 0.1/2000)/φ-density are 0.13. Between points of a spacing of 0.05 Δχ² is taken as linear.
     */
    private static final double TOY_ENDS = 0.15;

    @TempDir
    private Path temp;

    /** Feldman and Cousins, physics/9711021, Table X, 90 % CL. */
    @ParameterizedTest
    @CsvSource({"0.0, 0.00, 1.64", "1.0, 0.00, 2.64", "3.0, 1.37, 4.64"})
    void setsOfABoundedMeanMatchThePublishedTable(double measured, double lower, double upper) {
        TaskResult task = new SignalFit(temp)
                .mean(String.valueOf(measured), "0:6", "{type: feldman-cousins, levels: [90%], points: 16, toys: 2000}")
                .task();
        double[] ends = Fits.ends(task, "mu", "90%");
        assertThat(ends).hasSize(2);
        assertThat(ends[0]).isCloseTo(lower, within(TOY_ENDS));
        assertThat(ends[1]).isCloseTo(upper, within(TOY_ENDS));
    }

    /** 1 − CL of the tested points: for an unbounded mean it is 2(1 − Φ(|x − µ|)). */
    @Test
    void theCurveOfAFreeMeanIsItsTwoSidedTail() {
        TaskResult task = new SignalFit(temp)
                .mean("1.0", "-5:7", "{type: feldman-cousins, levels: [1σ], points: 13, toys: 1000}")
                .task();
        ResultBlock.Table scan = SignalFit.table(task, "scan");
        assertThat(scan.rows()).hasSizeGreaterThan(13);
        for (int row = 0; row < scan.rows().size(); row++) {
            double pull = Math.abs(cell(scan, row, "mu") - 1.0);
            double expected = 2 * NORMAL.survivalProbability(pull);
            double error = Math.sqrt(expected * (1 - expected) / 1000);
            assertThat(cell(scan, row, "deltaChi2")).isCloseTo(pull * pull, within(1e-6));
            assertThat(cell(scan, row, "pValue")).isCloseTo(expected, within(4 * error + 1e-3));
        }
    }

    /** At a truth on the edge Δχ² sets hold it unless the data lie z above: Φ(1) = 84.13 % and Φ(1.96) = 97.5 %. */
    @Test
    void coverageAtTheEdgeIsThatOfTheUpperTailAlone() {
        int toys = 3000;
        TaskResult task = new SignalFit(temp)
                .mean(
                        "1.0",
                        "0:10",
                        "{type: coverage, toys: " + toys
                                + ", levels: [1σ, 95%], methods: [minos, profile, feldman-cousins, cls]}")
                .task();
        ResultBlock.Table found = SignalFit.table(task, "coverage");
        double[] expected = {
            NORMAL.cumulativeProbability(1), 0.975, NORMAL.cumulativeProbability(1), 0.975, 0.6827, 0.95
        };
        for (int row = 0; row < expected.length; row++) {
            double error = Math.sqrt(expected[row] * (1 - expected[row]) / toys);
            double ofInnerToys = row < 4 ? 0 : 0.0047; // √(0.6827 · 0.3173/9,999)
            assertThat(cell(found, row, "coverage"))
                    .as("row %d", row)
                    .isCloseTo(expected[row], within(4 * Math.hypot(error, ofInnerToys)));
            assertThat(cell(found, row, "failures")).isZero();
        }
        assertThat(cell(found, 6, "coverage")).isEqualTo(1); // CLs never excludes the absence of a signal
        assertThat(task.notes()).anyMatch(note -> note.contains("9999 toys of their own"));
    }

    /** CLs is for a signal from 0 on; a task that names all methods is told that it is left out. */
    @Test
    void clsIsLeftOutWhereTheRangeDoesNotStartAtZero() {
        TaskResult task = new SignalFit(temp)
                .mean("1.0", "-5:5", "{type: coverage, toys: 20, levels: [95%]}")
                .task();
        assertThat(SignalFit.table(task, "coverage").rows()).hasSize(5);
        assertThat(task.notes()).contains("CLs needs a parameter whose range starts at 0: left out for mu");
    }

    /** Two free means: −2 ln λ is χ² with two degrees of freedom, so the 68.27 % region is a disc of r² = 2.30. */
    @Test
    void aRegionOfTwoMeansIsADisc() {
        TaskResult task = new FitFolder(temp)
                .write("theory.yaml", "schema: theory/1\nparameters: {x: {}, y: {}}\nobservables: {O: x, P: y}\n")
                .write("data.yaml", """
                        "@metadata@": {schema: measurements/1}
                        A:
                          values:
                            - {name: O, value: 0 ± 1}
                            - {name: P, value: 0 ± 1}
                        """)
                .write("fit.yaml", """
                        schema: fit/1
                        title: t
                        theory: [theory.yaml]
                        measurements: {files: [data.yaml], include: [A]}
                        parameters: {x: {range: "-2:2"}, y: {range: "-2:2"}}
                        tasks:
                          t: {type: feldman-cousins, levels: [68.27%], points: 5, toys: 400}
                        """)
                .task();
        // integer points with x² + y² ≤ 2.30 (PDG 2024, table 40.2): the centre, 4 of r² = 1, 4 of r² = 2
        assertThat(SignalFit.figure(task, "inside 68.27%")).isEqualTo(9);
        assertThat(SignalFit.table(task, "scan").rows()).hasSize(25);
        ResultBlock.Curves edges = task.blocks().stream()
                .filter(ResultBlock.Curves.class::isInstance)
                .map(ResultBlock.Curves.class::cast)
                .findFirst()
                .orElseThrow();
        List<ResultBlock.Curve> edge = Fits.get(edges.byLevel(), "68.27%");
        assertThat(edge).hasSize(1);
        assertThat(edge.get(0).closed()).isTrue();
        // on the axis between x² = 1 and 4, taken as linear: x = 1 + 1.30/3, with 4 errors of a quantile of 400 toys
        int crossings = 0;
        for (int k = 0; k < edge.get(0).x().size(); k++) {
            if (edge.get(0).y().get(k) == 0) {
                crossings++;
                assertThat(Math.abs(edge.get(0).x().get(k))).isCloseTo(1.433, within(0.2));
            }
        }
        assertThat(crossings).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{type: significance, toys: 300}",
                "{type: goodness, toys: 300}",
                "{type: impacts}",
                "{type: feldman-cousins, levels: [1σ], points: 5, toys: 60}",
                "{type: coverage, levels: [1σ], toys: 24}"
            })
    void resultsAreValidAndTheSameBytesOnAnyNumberOfThreads(String task) throws IOException {
        FitRequest request = new SignalFit(temp).shifted("1.5", "0:10", task).request("fit.yaml");
        List<String> documents =
                List.of(json(Fits.run(request, 1)), json(Fits.run(request, 2)), json(Fits.run(request, 4)));
        assertThat(documents.get(1)).isEqualTo(documents.get(0));
        assertThat(documents.get(2)).isEqualTo(documents.get(0));
        String schema = new String(Objects.requireNonNull(Schemas.find("results")), StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(new ObjectMapper().readTree(documents.get(0))))
                .isEmpty();
    }

    private static String json(FitResult result) {
        return Fits.get(ReportWriters.texts(result, ReportWriters.of(List.of())), "results.json");
    }
}
