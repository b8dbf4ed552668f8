package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.plan.Schemas;

/**
 * {@code penguinfit update} with files nobody has seen, on a fit solved by hand: the prediction of O is x, the data are
 * 1 ± 1 and 3 ± 1, so the best fit is x = 2 ± 1/√2 with χ² = 2.
 */
class UpdateCommandTest {
    /** Rounding: every number is the solution of a linear equation. */
    private static final double ROUNDING = 1e-9;

    private static final double OLD_SIGMA = Math.sqrt(0.5);

    private static final String THEORY = """
        schema: theory/1
        title: t
        parameters: {x: {range: "-100:100"}}
        observables: {O: x, P: 2*x}
        """;

    private static final String DATA = """
        "@metadata@": {schema: measurements/1}
        A: {date: 2020-01-01, values: {O: 1 ± 1}}
        B: {date: 2021-01-01, values: {O: 3 ± 1}}
        """;

    private static final String FIT = """
        schema: fit/1
        title: By name
        theory: [theory.yaml]
        measurements: {files: [data.yaml], include: [A, B]}
        parameters: {x: {}}
        tasks:
          alone: {type: one-at-a-time, levels: [1σ, 90%]}
          together: {type: fit, levels: [1σ]}
          first: {type: one-at-a-time, use: [A], levels: [1σ]}
        """;

    @TempDir
    private Path temp;

    private String err = "";
    private String out = "";

    @BeforeEach
    void write() {
        new FitFolder(temp)
                .write("theory.yaml", THEORY)
                .write("data.yaml", DATA)
                .write("fit.yaml", FIT)
                .write("by-observable.yaml", FIT.replace("include: [A, B]", "include: [{observable: O}]"));
    }

    private int update(String fit, String entry, String... options) {
        new FitFolder(temp).write("new.yaml", "\"@metadata@\": {schema: measurements/1}\n" + entry);
        List<String> args = new ArrayList<>(List.of(
                "update",
                temp.resolve(fit).toString(),
                "--with",
                temp.resolve("new.yaml").toString(),
                "-o",
                temp.resolve("out").toString()));
        args.addAll(List.of(options));
        StringWriter said = new StringWriter();
        StringWriter errors = new StringWriter();
        int code =
                Penguinfit.run(args.toArray(new String[0]), new PrintWriter(said, true), new PrintWriter(errors, true));
        out = said.toString();
        err = errors.toString();
        return code;
    }

    private JsonNode json() throws IOException {
        JsonNode json = new ObjectMapper().readTree(Files.readString(temp.resolve("out/update.json")));
        String schema = new String(Objects.requireNonNull(Schemas.find("update")), StandardCharsets.UTF_8);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(json))
                .isEmpty();
        return json;
    }

    private JsonNode x(String task) throws IOException {
        return json().get("tasks").get(task).get("parameters").get("x");
    }

    private void assertBest(String task, double before, double after) throws IOException {
        JsonNode x = x(task);
        assertThat(x.get("before").get("value").doubleValue()).isCloseTo(before, within(ROUNDING));
        assertThat(x.get("after").get("value").doubleValue()).isCloseTo(after, within(ROUNDING));
    }

    private void assertShift(String task, double sigmas) throws IOException {
        assertThat(x(task).get("shiftInSigma").doubleValue()).isCloseTo(sigmas, within(ROUNDING));
    }

    /** Name → change and reason. */
    private List<String> changes() throws IOException {
        List<String> changes = new ArrayList<>();
        for (JsonNode change : json().get("measurements")) {
            changes.add(
                    change.get("name").textValue() + " " + change.get("change").textValue() + ": "
                            + change.get("reason").textValue());
        }
        return changes;
    }

    /** (x−1)² + (x−3)² + (x−5)²·4 has its minimum at 4, σ = 1/√6. */
    @Test
    void newMeasurementEntersAndEveryNumberMoves() throws IOException {
        assertThat(update("fit.yaml", "New: {values: {O: 5 ± 0.5}}")).as(err).isZero();
        assertBest("alone", 2, 4);
        assertBest("together", 2, 4);
        assertBest("first", 1, 1);
        assertShift("alone", 2 / OLD_SIGMA);
        assertThat(changes()).containsExactly("New added: new");
        JsonNode set = x("alone").get("intervals").get("1σ");
        assertThat(set.get("before").get(0).get(0).doubleValue()).isCloseTo(2 - OLD_SIGMA, within(ROUNDING));
        assertThat(set.get("after").get(0).get(1).doubleValue()).isCloseTo(4 + Math.sqrt(1 / 6.0), within(ROUNDING));
        JsonNode fit = json().get("tasks").get("alone").get("goodness");
        assertThat(fit.get("before").get("chi2").doubleValue()).isCloseTo(2, within(ROUNDING));
        assertThat(fit.get("after").get("chi2").doubleValue()).isCloseTo(9 + 1 + 4, within(ROUNDING));
        assertThat(fit.get("before").get("chi2SM").doubleValue()).isCloseTo(10, within(ROUNDING));
        assertThat(fit.get("after").get("pullSM").doubleValue()).isCloseTo(Math.sqrt(110 - 14), within(ROUNDING));
    }

    @Test
    void writesBothResultsAndTheComparison() throws IOException {
        assertThat(update("fit.yaml", "New: {values: {O: 5 ± 0.5}}")).isZero();
        for (String file : List.of(
                "before/results.json",
                "before/report.md",
                "before/results.csv",
                "before/refs-used.bib",
                "after/results.json",
                "after/report.md",
                "after/report.html",
                "update.md",
                "update.json",
                "plots/alone-x.svg",
                "plots/alone-x.pdf",
                "plots/together-intervals.svg")) {
            assertThat(temp.resolve("out").resolve(file)).isNotEmptyFile();
        }
        assertThat(out).contains("best fit", "2.0 ± 0.7", "4.0 ± 0.4", "+2.8σ", "New", "added");
        assertThat(Files.readString(temp.resolve("out/update.md"))).contains("| x", "before/report.md");
    }

    /** The curves are the parabolas (x−2)²·2 and (x−4)²·6. */
    @Test
    void curvesAreTheProfiles() throws IOException {
        update("fit.yaml", "New: {values: {O: 5 ± 0.5}}");
        for (String task : List.of("alone", "together")) {
            JsonNode pair = json().get("tasks").get(task).get("curves").get("x");
            for (int i = 0; i < pair.get("after").get("x").size(); i++) {
                double at = pair.get("after").get("x").get(i).doubleValue();
                assertThat(pair.get("after").get("deltaChi2").get(i).doubleValue())
                        .isCloseTo(6 * (at - 4) * (at - 4), within(1e-9 * (1 + at * at)));
            }
            assertThat(pair.get("before").get("x").size()).isGreaterThan(100);
        }
    }

    /** A half-Gaussian of width 2/1.6449: (x−1)² + (x−3)² + x²/σ² has its minimum at 4/(2 + 1/σ²). */
    @Test
    void newLimitEnters() throws IOException {
        assertThat(update("fit.yaml", "New: {values: {O: < 2 @ 90% CL}}"))
                .as(err)
                .isZero();
        double weight = Math.pow(1.6448536269514722 / 2, 2);
        assertBest("alone", 2, 4 / (2 + weight));
    }

    /** 4 +2 −1 lies above the fit, so its lower side counts: the mean of 1, 3 and 4. */
    @Test
    void newMeasurementWithAsymmetricErrorsEnters() throws IOException {
        assertThat(update("fit.yaml", "New: {values: {O: 4 +2 -1}}")).as(err).isZero();
        assertBest("alone", 2, 8 / 3.0);
        assertShift("alone", (2 / 3.0) / OLD_SIGMA);
    }

    @Test
    void oneThatSupersedesTwoTakesTheirPlaceInEveryTask() throws IOException {
        assertThat(update("fit.yaml", "New: {supersedes: [A, B], date: 2027-01-01, values: {O: 5 ± 0.5}}"))
                .as(err)
                .isZero();
        assertBest("alone", 2, 5);
        assertBest("first", 1, 5);
        assertShift("alone", 3 / OLD_SIGMA);
        assertThat(changes())
                .containsExactly(
                        "New added: supersedes 'A', 'B'",
                        "A replaced: superseded by 'New'",
                        "B replaced: superseded by 'New'");
    }

    /** Named by the fit, the old one stays; the user may leave it out, or allow both. */
    @Test
    void oneThatOverlapsGivesWayToWhatTheFitNamesUnlessTheUserSaysOtherwise() throws IOException {
        String entry = "New: {overlaps: [B], date: 2027-01-01, values: {O: 5 ± 1}}";
        assertThat(update("fit.yaml", entry)).as(err).isZero();
        assertBest("alone", 2, 2);
        assertThat(changes())
                .singleElement()
                .asString()
                .startsWith("New not used: ")
                .contains("'B'");
        assertThat(update("fit.yaml", entry, "--set", "measurements.exclude=[B]"))
                .as(err)
                .isZero();
        assertBest("alone", 1, 3);
        assertThat(update(
                        "fit.yaml",
                        entry,
                        "--set",
                        "measurements.include=[A, B, New]",
                        "--set",
                        "measurements.allow-double-counting=[[B, New]]"))
                .isEqualTo(2); // without the new file the name New is unknown
    }

    /** Picked by its observable, the newer of two that share data stays. */
    @Test
    void oneThatOverlapsWinsWhereTheFitSelectsByObservable() throws IOException {
        assertThat(update("by-observable.yaml", "New: {overlaps: [B], date: 2027-01-01, values: {O: 5 ± 1}}"))
                .as(err)
                .isZero();
        assertBest("alone", 2, 3);
        assertThat(changes()).hasSize(2);
        assertThat(changes().get(0)).startsWith("New added: new");
        assertThat(changes().get(1)).startsWith("B dropped: ").contains("'New'");
    }

    @Test
    void brokenFileIsDiagnosedAndNothingIsWritten() {
        assertThat(update("fit.yaml", "New:\n  date: 2027-13\n  values: {O: 5 ± -0.5}\nNew: {}\n"))
                .isEqualTo(2);
        assertThat(err).contains("new.yaml:3:").contains("error");
        assertThat(out).isEmpty();
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void oneWithoutAPredictionIsListedWithTheReason() throws IOException {
        assertThat(update("fit.yaml", "New: {values: {Q: 5 ± 0.5}}\nMore: {values: {O: 5 ± 0.5}}"))
                .as(err)
                .isZero();
        assertBest("alone", 2, 4);
        assertThat(changes())
                .containsExactly(
                        "New not used: no prediction named 'Q' in the theory of this fit (known: O, P)",
                        "More added: new");
    }

    @Test
    void oneOfTheFutureCountsWithAWarningAndNotBeforeItsDate() throws IOException {
        String entry = "New: {date: 2999-01-01, values: {O: 5 ± 0.5}}";
        assertThat(update("fit.yaml", entry)).isZero();
        assertBest("alone", 2, 4);
        assertThat(err).contains("its date 2999-01-01 has not come yet");
        assertThat(update("fit.yaml", entry, "--as-of", "2025-01-01")).isZero();
        assertBest("alone", 2, 2);
        assertThat(changes()).containsExactly("New not used: not public until 2999-01-01 (as of 2025-01-01)");
    }

    @Test
    void oneOfTheSameNameTakesItsPlace() throws IOException {
        assertThat(update("fit.yaml", "B: {values: {O: 5 ± 1}}")).isEqualTo(2);
        assertThat(err).contains("a measurement's name may stand only once");
    }

    /** First data at all: there is nothing to compare with. */
    @Test
    void firstMeasurementHasNothingBefore() throws IOException {
        assertThat(update("fit.yaml", "New: {date: 2019-01-01, values: {O: 5 ± 1}}", "--as-of", "2019-06-01"))
                .isEqualTo(1); // task 'first' still has no data
        assertThat(x("alone").get("before").isNull()).isTrue();
        assertThat(x("alone").get("after").get("value").doubleValue()).isCloseTo(5, within(ROUNDING));
        assertThat(x("alone").get("shift").isNull()).isTrue();
    }

    @Test
    void needsANewFile() {
        StringWriter errors = new StringWriter();
        assertThat(Penguinfit.run(
                        new String[] {"update", "bsnunu-2021/table2"},
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(errors, true)))
                .isEqualTo(2);
        assertThat(errors.toString()).contains("--with FILE");
    }

    /** What update writes is what run writes. */
    @Test
    void afterIsTheRunWithTheFile() throws IOException {
        update("fit.yaml", "New: {values: {O: 5 ± 0.5}}");
        String with = temp.resolve("new.yaml").toString();
        Penguinfit.run(
                new String[] {
                    "run",
                    temp.resolve("fit.yaml").toString(),
                    "--with",
                    with,
                    "-q",
                    "-o",
                    temp.resolve("run").toString()
                },
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()));
        assertThat(temp.resolve("out/after/results.json")).hasSameTextualContentAs(temp.resolve("run/results.json"));
    }
}
