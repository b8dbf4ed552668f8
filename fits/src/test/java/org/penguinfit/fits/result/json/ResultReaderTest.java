package org.penguinfit.fits.result.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskHeading;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.likelihoods.theory.WilsonValue;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;

/** What is written to results.json is read back as the same result; what was spoilt is reported at its place. */
class ResultReaderTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /** Needs escapes in JSON, in JSON Pointers and in CSV. */
    private static final String NAME = "d~BR/dq2(B0->K*\"mumu\"), é";

    @TempDir
    private Path temp;

    /** Everything that a result can hold, with numbers that are not finite and names that need escapes. */
    private static FitResult everything() {
        TaskResult task = new TaskResult(
                new TaskHeading(
                        "a/b",
                        TaskConfig.Type.FIT,
                        "title",
                        List.of(new Level("1σ", ConfidenceLevel.ofSigmas(1))),
                        new Published(
                                "Table 1",
                                Map.of("x", "[-1, 2]"),
                                Map.of("y", "3 +- 1"),
                                Map.of("y", 0.5),
                                "other",
                                Map.of("y", "z"),
                                "a misprint")),
                TaskResult.Status.AT_LIMIT,
                List.of(new TaskResult.DatumUsed("M", List.of(NAME), "< 1.8e-5 @ 90% CL", "half-gaussian")),
                List.of(minimum()),
                new TaskResult.Goodness(1.5, 0, null, INF, INF),
                Map.of("x", Map.of("1σ", IntervalSet.of(new Interval(-INF, 0.1), new Interval(0.3, INF)))),
                List.of("x"),
                List.of(new TaskResult.PullFound("M", NAME, 0, Double.NaN, -INF, 4e-20)),
                Map.of(NAME, new TaskResult.PredictionFound(-0.0, Double.NaN, Map.of("s", INF), "GeV^-2")),
                List.of(figures(), table(), curves()),
                List.of("a note"));
        return new FitResult(
                "fit",
                "A \\ title\nof two lines",
                "",
                "as-printed",
                "2021-08-31",
                -7,
                "0.1.0",
                List.of("csv"),
                Map.of("a.yaml", "0".repeat(64)),
                List.of("M"),
                List.of(new FitResult.Skip("N", "superseded by 'M'")),
                List.of("Grygier:2017tzo"),
                new Provenance(
                        List.of(new Provenance.SourcedNumber(
                                "M",
                                NAME,
                                "1",
                                "a.yaml",
                                "k",
                                1,
                                2,
                                "0".repeat(64),
                                List.of(),
                                List.of(),
                                "",
                                true,
                                List.of("a/b"))),
                        List.of(new Provenance.TheoryFile("t.yaml", "0".repeat(64), "")),
                        new Provenance.References("@article{a}\n", List.of("a"), List.of("b"))),
                List.of("a sentence"),
                new Names(Map.of("x", new Names.Name("\\xi", "1")), Map.of(NAME, new Names.Name("", "GeV^-2"))),
                List.of(task),
                List.of());
    }

    private static TaskResult.MinimumFound minimum() {
        return new TaskResult.MinimumFound(
                "x",
                Map.of("x", 1 / 3.0),
                1.5,
                INF,
                Map.of("x", 0.1),
                CovarianceMatrix.of(new double[] {0.1 * 0.1}, 1).orElseThrow(),
                CovarianceState.ACCURATE,
                Double.MIN_VALUE,
                List.of("x"),
                List.of(new WilsonValue("WET/flavio at 4.8 GeV", "CL_bsnutaunutau", 1 / 3.0, -2)));
    }

    private static ResultBlock figures() {
        return new ResultBlock.Figures(
                "best",
                "Best",
                List.of(
                        ResultBlock.Figure.of("n", "a number", 2),
                        ResultBlock.Figure.of("i", "infinite", -INF),
                        ResultBlock.Figure.of("w", "a word", "3")));
    }

    private static ResultBlock table() {
        List<@Nullable Object> row = Arrays.asList(INF, null, "1e5", 1e5);
        List<ResultBlock.Column> columns = List.of(
                new ResultBlock.Column("a", "A"),
                new ResultBlock.Column("b", ""),
                new ResultBlock.Column("c", "C"),
                new ResultBlock.Column("d", "D"));
        return new ResultBlock.Table("rows", "Rows", columns, List.of(row), true);
    }

    private static ResultBlock curves() {
        ResultBlock.Curve curve = new ResultBlock.Curve(Vector.of(1, 2), Vector.of(3, 4), true);
        return new ResultBlock.Curves("contour", "Contour", "x", "y", Map.of("90%", List.of(curve), "99%", List.of()));
    }

    private List<String> problems(String text) throws IOException {
        Path file = Files.writeString(temp.resolve("results.json"), text);
        Diagnostics diagnostics = new Diagnostics();
        assertThat(ResultReader.read(file, diagnostics)).isNull();
        String prefix = temp.toString().replace('\\', '/') + "/";
        return diagnostics.sorted().stream()
                .map(Diagnostic::toString)
                .map(line -> line.replace(prefix, ""))
                .toList();
    }

    @Test
    void everythingIsReadBackAsItWas() throws IOException {
        FitResult result = everything();
        Path file = Files.writeString(temp.resolve("results.json"), ResultJson.of(result));
        Diagnostics diagnostics = new Diagnostics();
        FitResult read = ResultReader.read(file, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(read).isEqualTo(result);
    }

    @Test
    void infiniteNumbersAreNullForScriptsAndKnownToReports() {
        assertThat(ResultJson.of(everything()))
                .contains("\"chi2SM\" : null")
                .contains("\"/tasks/a~1b/chi2SM\" : \"inf\"")
                .contains("\"/tasks/a~1b/best/i\" : \"-inf\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"type\" : \"fit\" | \"type\" : \"fitt\" | type: must be one of allowed",
                "\"seed\" : -7 | \"seed\" : 1.5 | seed: must be a whole number, found 1.5",
                "\"edm\" : 4.9E-324 | \"edm\" : \"small\" | minima[0].edm: must be a number or null, found 'small'",
                "\"shown\" : true | \"shown\" : 1 | blocks.rows.shown: must be true or false, found 1",
                "\"columns\" : [ \"a\", | \"columns\" : [ | blocks.rows: must have a label for each of the 3",
                "[ null, null, \"1e5\" | [ null, \"1e5\" | rows.rows[0]: a row must have a cell for each of the 4",
                "[ [ 0.010000000000000002 ] ] | [ [ -1 ] ] | covariance: must be a positive definite matrix",
                "[ null, 0.1 ] | [ 0.2, 0.1 ] | intervals.x.1σ[0]: must be a segment [low, high]",
                "\"x\" : [ 1.0, 2.0 ] | \"x\" : [ 1.0 ] | x and y must have the same number of points",
                "\"citations\" | \"citation\" | unknown key 'citation'",
                "\"kind\" : \"curves\" | \"kind\" : \"lines\" | must be one of figures, table, curves, found 'lines'",
                "chi2SM\" : \"inf\" | chi2ZZ\" : \"inf\" | must be inf or -inf, behind the place",
                "penguinfit/results/1 | penguinfit/results/2 | the schema of results must be penguinfit/results/1"
            })
    void whatIsBrokenIsReportedAtItsPlace(String was, String broken, String rule) throws IOException {
        String text = ResultJson.of(everything());
        assertThat(text).contains(was);
        assertThat(problems(text.replace(was, broken)))
                .isNotEmpty()
                .allMatch(line -> line.matches("results\\.json:\\d+:\\d+:? .*"))
                .anyMatch(line -> line.contains(rule));
    }

    @Test
    void anOlderFileLacksWhatReportsNeedAndAllOfItIsNamed() throws IOException {
        assertThat(problems("{\"schema\": \"penguinfit/results/1\", \"fit\": \"f\", \"tasks\": {}}"))
                .contains("results.json:1:1: key 'title' is missing (add 'title: …')")
                .contains("results.json:1:1: key 'names' is missing (add 'names: …')")
                .hasSizeGreaterThan(10);
    }
}
