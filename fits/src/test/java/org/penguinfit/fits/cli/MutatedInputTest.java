package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.FitFolder;

/**
 * Whatever is done to its files, a run ends with exit code 0, 1 or 2, soon, without a stack trace; with code 2 it names a
 * place inside a file and leaves nothing behind. A failing case is repeated by its seed.
 */
class MutatedInputTest {
    private static final int CASES_PER_FILE = 50;

    /** A case takes some milliseconds; a hang is what this is about. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final List<String> NAMES = List.of("fit.yaml", "own.yaml", "data.yaml");

    private static final String FIT = """
        schema: fit/1
        title: every type of task
        theory: [own]
        as-of: 2024-05-01
        measurements: {files: [data.yaml], include: [One, "T*"], exclude: [Three]}
        parameters: {x: {range: "-5:5", start: 1}, C_b: {range: [-2, 2], constraint: 0 ± 1}}
        nuisances: [t]
        tasks:
          f: {type: fit, starts: 2, levels: [1σ]}
          o: {type: one-at-a-time, parameters: [x], levels: [90%, 0.95], at: {C_b: 0.5}}
          a: {type: allowed, as: {band: 2σ}, published: {where: Table 1, intervals: {x: "[0, 1]"}}}
          p: {type: predict, observables: [O, "P Q"], at: {x: 1.5}}
        """;

    private static final String OWN = """
        schema: theory/1
        reference: an example
        flavours: {n: [a, b]}
        constants: {k: 1/3, m: {value: 2e-1, unit: GeV}}
        wilson: {C: {indices: {i: n}, name: "C_{i}", complex: true}}
        parameters:
          x: {range: "-9:9", default: 0}
          t: {kind: nuisance, constraint: 0 ± 1}
        definitions:
          d[i in n]: abs2(C[i] + k)
          s: {expression: "sum(i in n, j in n if i < j: d[i] * x)", meaning: a sum}
        observables:
          O: (1 + 0.1*t) * (x + m)
          P Q: {expression: 1 + s + exp(-x^2), unit: "1"}
        """;

    private static final String DATA = """
        "@metadata@": {schema: measurements/1}
        One: {date: 2023-01, values: {O: 1.0 ± 0.5}}
        Two:
          supersedes: [Three]
          values:
            - {name: P Q, value: "2.0 +0.3 -0.4"}
        Three: {values: {P Q: < 4 @ 90% CL}}
        """;

    private static final Pattern PLACE = Pattern.compile("/([a-z]+\\.yaml):(\\d+):(\\d+)[: ]");

    @TempDir
    private Path folder;

    private Path output;

    @BeforeEach
    void nameTheOutput() {
        output = folder.resolve("out");
    }

    /** What one run said. */
    private record Said(int code, String err) {}

    private Said run(List<String> texts) throws IOException {
        for (int i = 0; i < NAMES.size(); i++) {
            Files.writeString(folder.resolve(NAMES.get(i)), texts.get(i));
        }
        StringWriter err = new StringWriter();
        String[] args = {"run", folder.resolve("fit.yaml").toString(), "-o", output.toString(), "--threads", "1"};
        long start = System.nanoTime();
        int code = Penguinfit.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        return new Said(code, err.toString());
    }

    private void check(List<String> texts) throws IOException {
        Said said = run(texts);
        assertThat(said.code).as(said.err).isBetween(0, 2);
        assertThat(said.err).doesNotContain("\tat ", "internal error");
        if (said.code == ExitCode.BAD_INPUT) {
            assertThat(output).doesNotExist();
            checkPlaces(said.err, texts);
        } else {
            assertThat(output.resolve("results.json")).exists();
            clean();
        }
    }

    private static void checkPlaces(String err, List<String> texts) {
        Matcher place = PLACE.matcher(err);
        boolean found = err.contains(".yaml: file is empty");
        while (place.find()) {
            found = true;
            String[] lines = texts.get(NAMES.indexOf(place.group(1))).split("\r\n|[\r\n\u0085\u2028\u2029]", -1);
            int line = Integer.parseInt(place.group(2));
            assertThat(line).as(err).isBetween(1, lines.length);
            assertThat(Integer.parseInt(place.group(3))).as(err).isBetween(1, lines[line - 1].length() + 1);
        }
        assertThat(found).as(err).isTrue();
    }

    private void clean() throws IOException {
        for (String name :
                List.of("results.json", "report.md", "results.csv", "refs-used.bib", "tables.tex", "report.html")) {
            assertThat(output.resolve(name)).exists();
        }
        FitFolder.delete(output);
    }

    @Test
    void theFilesAreGoodBeforeTheyAreChanged() throws IOException {
        assertThat(run(List.of(FIT, OWN, DATA))).isEqualTo(new Said(ExitCode.FINE, ""));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    @Timeout(60)
    void changedFilesRunOrAreRefused(long seed) throws IOException {
        Mutations mutations = new Mutations(new Random(seed));
        for (int i = 0; i < CASES_PER_FILE; i++) {
            check(List.of(mutations.of(FIT), OWN, DATA));
            check(List.of(FIT, mutations.of(OWN), DATA));
            check(List.of(FIT, OWN, mutations.of(DATA)));
        }
    }

    /** Formulas whose values, derivatives or expansions leave the numbers of a computer somewhere in the range. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1/x",
                "1/(x-x)",
                "x*1e300",
                "x^2*1e200",
                "x^256",
                "(x-1)^64 + x^65",
                "exp(1000*x)",
                "x^1e9",
                "0*x",
                "log(x-10)",
                "sqrt(-1-x^2)",
                "atan(1e300*x)",
                "exp(exp(exp(x)))",
                "x*1e-300",
                "(x+1e300)-1e300"
            })
    void extremeFormulasRun(String formula) throws IOException {
        String theory = OWN.replace("(1 + 0.1*t) * (x + m)", formula);
        check(List.of(FIT, theory, DATA));
        check(List.of(FIT.replace("-5:5", "-1e100:1e100"), theory, DATA));
        check(List.of(FIT.replace("nuisances: [t]", ""), theory, DATA));
    }
}
