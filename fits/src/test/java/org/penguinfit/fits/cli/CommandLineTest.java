package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;

/** The command line in process: what it prints where, and its exit code. */
class CommandLineTest {
    private static final String FIT = "bsnunu-2021/table2";

    /** What one call said. */
    private record Said(int code, String out, String err) {
        Said {
            assertThat(out + err).doesNotContain("\tat org.penguinfit");
        }
    }

    @TempDir
    private Path temp;

    private static Said call(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Penguinfit.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Said(code, out.toString(), err.toString());
    }

    private String path(String name) {
        return temp.resolve(name).toString();
    }

    private Said run(String... more) {
        List<String> args = new ArrayList<>(List.of("run", FIT, "-o", path("out")));
        args.addAll(List.of(more));
        return call(args.toArray(new String[0]));
    }

    private List<String> written() throws IOException {
        if (!Files.exists(temp.resolve("out"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(temp.resolve("out"))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void theConfigNamesPictures() throws IOException {
        Said said = run(
                "--set",
                "outputs={plots: {both: {task: likelihood-RK, kind: profile, parameters: [CL_bsnutaunutau], overlay:"
                        + " [combined], x-range: '-20:30'}, pulls: {task: combined, kind: pulls, format: svg}}}");
        assertThat(said.code()).isZero();
        assertThat(said.out()).contains("tables.tex, hepdata/, wcxf/, report.html, both.svg/pdf/png, pulls.svg");
        assertThat(written())
                .containsExactly(
                        "both.pdf",
                        "both.png",
                        "both.svg",
                        "hepdata",
                        "pulls.svg",
                        "refs-used.bib",
                        "report.html",
                        "report.md",
                        "results.csv",
                        "results.json",
                        "tables.tex",
                        "wcxf");
    }

    @Test
    void aHistoryIsDrawnIntoTheFolder() {
        Said said = call("measurements", "history", "BR(B+->Knunu)", "-o", path("history"));
        assertThat(said.code()).isZero();
        assertThat(said.out()).endsWith("results.csv, history.svg/pdf/png\n");
        assertThat(temp.resolve("history/history.svg")).isNotEmptyFile();
    }

    @Test
    void plotsDrawsEachTaskThatHasAPictureAndWithoutItOnlyThoseOfTheConfig() throws IOException {
        run("--plots");
        assertThat(written())
                .contains("likelihood-RK-CL_bsnutaunutau.svg", "overlay.svg")
                .doesNotContain("row-RK.svg");
        Said none = call("report", path("nothing"));
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("nothing").contains("results.json");
    }

    @Test
    void theConfigNamesFolderAndTables() throws IOException {
        Said said = call("run", FIT, "-q", "--set", "outputs={directory: '" + path("out") + "', tables: [csv]}");
        assertThat(said).isEqualTo(new Said(0, "", ""));
        assertThat(written()).containsExactly("refs-used.bib", "results.csv", "results.json");
        assertThat(Files.readString(temp.resolve("out").resolve("results.json")))
                .contains("\"--set outputs={directory: '" + path("out") + "', tables: [csv]}\" : \"");
    }

    @Test
    void fileNamedTwiceIsReadOnce() {
        String data = """
            "@metadata@": {schema: measurements/1}
            M: {values: {BR(B+->Knunu): 1 ± 1 e-5}}
            """;
        String fit = """
            schema: fit/1
            title: t
            theory: [bsnunu-2021, bsnunu-2021]
            measurements: {files: [m.yaml, ./m.yaml], include: [M]}
            parameters: {CL_bsnutaunutau: {range: "-9:9"}}
            tasks: {t: {type: fit, starts: 0}}
            """;
        new FitFolder(temp).write("m.yaml", data).write("fit.yaml", fit);
        Said said = call("run", path("fit.yaml"), "--with", path("m.yaml"), "-o", path("out"));
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
    }

    @Test
    void blankOutputFolderIsNoFolder() {
        Said said = call("run", FIT, "-o", "");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--output must name a folder");
    }

    @Test
    void outputOntoAFileIsExplainedWithoutNamesOfClasses() {
        new FitFolder(temp).write("out", "a file");
        Said said = run("-q");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("-o DIR").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "nan", "1e400", ""})
    void javasOwnSpellingsOfNumbersAreNone(String number) {
        Said said = call("predict", "bsnunu-2021", "--at", "CL_bsnutaunutau=" + number);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--at must be NAME=VALUE with a number");
    }

    // --- run
    // ----------------------------------------------------------------------------------------------------------

    @Test
    void runPrintsTheTablesAndWritesEveryReport() throws IOException {
        Said said = run();
        assertThat(said.code).isZero();
        assertThat(said.err).isEmpty();
        assertThat(said.out)
                .contains("One coefficient at a time: Table 2 of arXiv:2108.05033")
                .contains("[−11.99, −4.28] ∪ [17.08, 24.79]")
                .contains("[-12, -4] or [17, 25]") // the printed interval beside ours
                .contains("misprint")
                .endsWith("written to " + path("out")
                        + ": results.json, report.md, results.csv, refs-used.bib, tables.tex, hepdata/, wcxf/, report.html,"
                        + " overlay.svg, contour.svg\n");
        assertThat(written())
                .containsExactly(
                        "contour.svg",
                        "hepdata",
                        "overlay.svg",
                        "refs-used.bib",
                        "report.html",
                        "report.md",
                        "results.csv",
                        "results.json",
                        "tables.tex",
                        "wcxf");
        assertThat(Files.readString(temp.resolve("out/report.md"))).contains("| CL_bsnutaunutau ", "SHA-256");
    }

    @Test
    void quietRunPrintsNothingAndWritesTheSame() throws IOException {
        run();
        String loud = Files.readString(temp.resolve("out/results.json"));
        Said said = run("-q");
        assertThat(said).isEqualTo(new Said(0, "", ""));
        assertThat(Files.readString(temp.resolve("out/results.json"))).isEqualTo(loud);
    }

    @Test
    void taskWithoutDataGivesExitCodeOneAndStillWrites() throws IOException {
        Said said = run("--as-of", "2016-01-01");
        assertThat(said.code).isEqualTo(1);
        assertThat(said.out).contains("status: no-data", "as of 2016-01-01");
        assertThat(written()).contains("results.json");
    }

    @Test
    void setChangesTheFit() {
        Said said = run("--set", "parameters.CL_bsnutaunutau.range=-5:5", "--set", "title=Narrow");
        assertThat(said.code).isZero();
        assertThat(said.out)
                .contains("Narrow", "[−5.000, −4.280]", "an interval ends at the edge of the range of CL_bsnutaunutau");
    }

    @Test
    void badInputGivesExitCodeTwoWithEveryProblemAndWritesNothing() throws IOException {
        Said said = run("--set", "seed=x", "--set", "tasks.combined.levels=[90]", "--with", path("missing.yaml"));
        assertThat(said.code).isEqualTo(2);
        assertThat(said.out).isEmpty();
        assertThat(said.err.lines())
                .hasSize(4)
                .anyMatch(l -> l.startsWith("--set seed=x seed: must be a whole number"))
                .anyMatch(l -> l.contains("write 90%"))
                .anyMatch(l -> l.contains("missing.yaml: file not found"))
                .last()
                .isEqualTo("3 errors");
        assertThat(written()).isEmpty();
    }

    @Test
    void warningsArePrintedAndDoNotStopTheRun() {
        new FitFolder(temp).write("own.yaml", """
            "@metadata@": {schema: measurements/1}
            BKnunu average 2021: {values: {BR(B+->Knunu): 2.0 ± 0.5 e-5}}
            """);
        Said said = run("--with", path("own.yaml"));
        assertThat(said.code).isZero();
        assertThat(said.err).contains("warning: takes the place of the measurement of the same name");
        assertThat(run("--with", path("own.yaml"), "-q").err).isEmpty();
    }

    @Test
    void unknownFitIsBadInputWithASuggestion() {
        Said said = call("run", "bsnunu-2021/tabel2");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("no such fit", "did you mean 'bsnunu-2021/table2'?");
    }

    /** A file stands where the folder should be made: nothing is written, nothing of the user's is touched. */
    @Test
    void outputThatIsNoFolderIsBadInput() throws IOException {
        Files.writeString(temp.resolve("out"), "mine");
        Said said = run();
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("the output folder cannot be written", "choose another with -o DIR");
        assertThat(Files.readString(temp.resolve("out"))).isEqualTo("mine");
    }

    /** One of the three files cannot be put into its place: neither are the other two, and no part file is left. */
    @Test
    void resultsAreWrittenAllOrNone() throws IOException {
        Files.createDirectories(temp.resolve("out/results.csv/full"));
        Said said = run();
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("results.csv");
        assertThat(written()).containsExactly("results.csv");
    }

    @Test
    void threadsMustBePositive() {
        Said said = run("--threads", "0");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("--threads must be at least 1, found 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--as-of=31.8.2021", "--seed=x", "--threads=many", "--as-off=2021-01-01"})
    void badOptionsGiveExitCodeTwo(String option) {
        Said said = run(option);
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).isNotEmpty();
    }

    // --- the other commands
    // -------------------------------------------------------------------------------------------

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertThat(call("--help").code).isZero();
        assertThat(call("--help").out).contains("run", "validate", "predict", "schema", "Exit codes");
        assertThat(call("run", "--help").out).contains("--as-of", "--with", "--set", "--seed", "--threads");
        assertThat(call("--version").out).startsWith("Penguinfit ");
        assertThat(call("--version").code).isZero();
    }

    @Test
    void unknownCommandsAndOptionsGiveExitCodeTwo() {
        assertThat(call("rum", FIT).code).isEqualTo(2);
        assertThat(call("rum", FIT).err).contains("rum").contains("run");
        assertThat(call("run").code).isEqualTo(2);
        assertThat(call("run", FIT, "--bogus").code).isEqualTo(2);
    }

    @Test
    void validateReportsAllProblemsOfAllFiles() {
        new FitFolder(temp)
                .write("fit.yaml", "schema: fit/1\ntitle: t\ntheory: [nowhere]\ntasks: {t: {type: fitt}}\n")
                .write("theory.yaml", "schema: theory/1\nobservables: {O: 1 +, P: z}\n")
                .write("data.yaml", "\"@metadata@\": {schema: measurements/1}\nA: {values: {O: 1 ± 0}}\n")
                .write("good.yaml", "\"@metadata@\": {schema: measurements/1}\nB: {values: {O: 1 ± 1}}\n");
        Said said = call(
                "validate",
                path("fit.yaml"),
                path("theory.yaml"),
                path("data.yaml"),
                path("good.yaml"),
                FIT,
                "bsnunu-2021");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines().filter(l -> l.startsWith(path("fit.yaml")))).hasSizeGreaterThanOrEqualTo(2);
        assertThat(said.err.lines().filter(l -> l.startsWith(path("theory.yaml"))))
                .hasSize(2);
        assertThat(said.err.lines().filter(l -> l.startsWith(path("data.yaml"))))
                .hasSize(1);
        assertThat(said.out.lines())
                .containsExactly(
                        path("good.yaml") + ": fine, 1 measurement",
                        FIT + ": fine, a fit with 10 tasks",
                        "bsnunu-2021: fine, a theory with 4 observables and 74 real parameters");
    }

    @Test
    void validateKnowsAFitWithoutItsSchemaKey() {
        new FitFolder(temp)
                .write(
                        "fit.yaml",
                        "title: t\ntheory: [bsnunu-2021]\ntasks: {p: {type: predict, observables: [R_BKnunu]}}\n");
        Said said = call("validate", path("fit.yaml"));
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err.lines()).hasSize(2).first().asString().contains("key 'schema' is missing");
    }

    @Test
    void validateOfAMissingFileAndOfAWrongSchema() {
        new FitFolder(temp).write("x.yaml", "schema: fits/1\n");
        assertThat(call("validate", path("none.yaml")).err).contains("file not found");
        assertThat(call("validate", path("x.yaml")).err).contains("unknown schema, found 'fits/1'");
    }

    /** Eq 7 at C_L = 10: 4.39 − 4.57 + 3.57 = 3.39, with 16 %: 0.54. */
    @Test
    void predictTakesAPoint() {
        Said said = call("predict", "bsnunu-2021", "--at", "CL_bsnutaunutau=10", "--observable", "BR(B+->Knunu)");
        assertThat(said.code).isZero();
        assertThat(said.out)
                .contains("(3.4 ± 0.5)e-6", "at CL_bsnutaunutau = 10\n")
                .doesNotContain("R_BKnunu");
    }

    @Test
    void predictTakesAFitAndAllObservables() {
        Said said = call("predict", FIT);
        assertThat(said.code).isZero();
        assertThat(said.out)
                .contains(
                        "BR(B+->Knunu)",
                        "BR(B0->K*nunu)",
                        "R_BKnunu",
                        "R_BKstarnunu",
                        "Standard Model point",
                        "(4.4 ± 0.7)e-6");
    }

    @Test
    void predictRefusesUnknownNames() {
        Said said = call("predict", "bsnunu-2021", "--at", "CL_bsnutaunutua=1", "--observable", "BR(B+->Knunuu)");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("did you mean 'CL_bsnutaunutau'?", "did you mean 'BR(B+->Knunu)'?");
        assertThat(call("predict", "bsnunu-2012").code).isEqualTo(2);
        assertThat(call("predict", "bsnunu-2021", "--at", "CL_bsnutaunutau=NaN").code)
                .isEqualTo(2);
        assertThat(call("predict", "bsnunu-2021", "--at", "CL_bsnutaunutau=ten").code)
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"measurements", "theory", "popxf", "fit", "results", "fit/1"})
    void schemaPrintsEachSchema(String name) {
        Said said = call("schema", name);
        assertThat(said.code).isZero();
        assertThat(said.out).startsWith("{").contains("https://json-schema.org/draft/2020-12/schema");
    }

    @Test
    void schemaRefusesAnUnknownName() {
        Said said = call("schema", "result");
        assertThat(said.code).isEqualTo(2);
        assertThat(said.err).contains("no schema named 'result' (did you mean 'results'?)");
    }

    // --- trouble
    // ------------------------------------------------------------------------------------------------------

    /** A stack trace of bad input appears with -vv and only then. */
    @Test
    void stackTraceNeedsTwoV() {
        assertThat(call("run", "nothing", "-v").err).doesNotContain("InvalidInputException");
        StringWriter err = new StringWriter();
        int code = Penguinfit.run(
                new String[] {"run", "nothing", "-vv"},
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains("InvalidInputException", "\tat org.penguinfit");
    }

    /** A fault of ours: one line and exit code 3. Here the output stream itself breaks. */
    @Test
    void internalErrorGivesExitCodeThree() {
        StringWriter err = new StringWriter();
        PrintWriter broken = new PrintWriter(new StringWriter()) {
            @Override
            public void print(String text) {
                throw new IllegalStateException("broken stream");
            }
        };
        int code = Penguinfit.run(new String[] {"schema", "fit"}, broken, new PrintWriter(err, true));
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .contains("internal error", "broken stream", "-vv")
                .doesNotContain("\tat ");
    }
}
