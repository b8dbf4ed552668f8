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
import org.junit.jupiter.params.provider.CsvSource;

/** {@code penguinfit convert}: exit codes, reports, and that nothing is half-written. */
class ConvertCommandTest {
    private record Said(int code, String out, String err) {}

    @TempDir
    private Path temp;

    private Said convert(String... args) {
        List<String> all = new ArrayList<>(List.of("convert"));
        for (String arg : args) {
            boolean isFile = arg.contains(".y") || arg.equals("out");
            all.add(isFile && !arg.startsWith("-") ? temp.resolve(arg).toString() : arg);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Penguinfit.run(all.toArray(new String[0]), new PrintWriter(out, true), new PrintWriter(err, true));
        String folder = temp + "/";
        return new Said(code, out.toString().replace(folder, ""), err.toString().replace(folder, ""));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(temp.resolve(name), text);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(temp)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> temp.relativize(f).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatFitsIsConvertedAndTheRestIsListedWithExitCodeOne() throws IOException {
        write("in.yml", "A: {values: {X: 1 ± 1, Y: {distribution: half_norml, central_value: 1}}}\n");
        assertThat(convert("in.yml", "o.yaml")).isEqualTo(new Said(2, "", """
                in.yml:1:42 A.values.Y.distribution: unknown distribution, found 'half_norml' (did you mean 'half_normal'?)
                1 error
                """));
        write("in.yaml", """
                A::B@X:2020A: {type: Mixture, observables: ['A::B'], kinematics: [{}], options: [{}], components: [], weights: []}
                A::C@X:2020A: {type: Gaussian, observable: 'A::C', kinematics: {}, options: {}, mean: 1, sigma-stat: {hi: 1, lo: 1}, sigma-sys: {hi: 0, lo: 0}}
                """);
        assertThat(convert("in.yaml", "o.yaml")).isEqualTo(new Said(1, """
                in.yaml (eos): 1 measurement read
                written to o.yaml (penguinfit): 1 measurement

                left out when reading
                  in.yaml:1:22 'A::B@X:2020A': a mixture of Gaussians
                """, ""));
    }

    @Test
    void aBrokenInputLeavesNothingBehindAndWhatWasThereUntouched() throws IOException {
        write("in.yml", "A: {values: {X: 1 ± 0, Y: 1 ±}}\n");
        write("o.yaml", "before");
        Said said = convert("in.yml", "o.yaml");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).endsWith("2 errors\n");
        assertThat(Files.readString(temp.resolve("o.yaml"))).isEqualTo("before");
        assertThat(convert("in.yml", "out", "--to", "hepdata").code()).isEqualTo(2);
        assertThat(files()).containsExactly("in.yml", "o.yaml");
    }

    @Test
    void anInputOfWhichNothingFitsIsAnError() throws IOException {
        write("in.yaml", "A::B@X:2020A: {type: Mixture, observables: [], kinematics: [], options: []}\n");
        Said said = convert("in.yaml", "o.yaml", "--from", "eos");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("nothing to convert", "a mixture of Gaussians");
        assertThat(files()).containsExactly("in.yaml");
    }

    @Test
    void losingWordsOfOursIsReportedButFine() throws IOException {
        write("in.yaml", """
                "@metadata@": {schema: measurements/1, process: mixing}
                A: {date: 2021-04-26, supersedes: [B], values: {X: 1 ± 1 (stat)}}
                B: {status: withdrawn, values: {X: 1 ± 1}}
                """);
        assertThat(convert("in.yaml", "o.yml", "--to", "flavio")).isEqualTo(new Said(1, """
                in.yaml (penguinfit): 2 measurements read
                written to o.yml (flavio): 1 measurement

                left out when writing
                  'B': is withdrawn, which flavio cannot be told

                lost, since flavio has no word for it
                  'A': date, process, supersedes
                """, ""));
        assertThat(Files.readString(temp.resolve("o.yml"))).isEqualTo("A:\n  values:\n    X: 1 ± 1\n");
    }

    @Test
    void aSubmissionIsAFolderThatReadsBack() throws IOException {
        write("in.yml", "A: {values: {X: 1 ± 1, Y: < 2 @ 90% CL}}\n");
        assertThat(convert("in.yml", "out", "--to", "hepdata").code()).isZero();
        assertThat(files()).containsExactly("in.yml", "out/submission.yaml", "out/table1.yaml", "out/table2.yaml");
        assertThat(convert("out", "o.yaml", "-q")).isEqualTo(new Said(0, "", ""));
        assertThat(Files.readString(temp.resolve("o.yaml"))).contains("X: 1 ± 1\n", "\"Y\": < 2 @ 90% CL\n");
    }

    @Test
    void severalFilesOfEosMayNotRepeatAName() throws IOException {
        String entry = "A::C@X:2020A: {type: Gaussian, observable: 'A::C', kinematics: {}, options: {}, mean: 1,"
                + " sigma-stat: {hi: 1, lo: 1}, sigma-sys: {hi: 0, lo: 0}}\n";
        write("a.yaml", entry);
        write("b.yaml", entry);
        Said said = convert("a.yaml", "b.yaml", "o.yaml");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .startsWith(
                        "b.yaml:1:1 A::C@X:2020A: a measurement's name may stand only once, found it also at a.yaml:1:1");
        assertThat(files()).containsExactly("a.yaml", "b.yaml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "in.yml in.yml | OUT must not be IN",
                "in.yml o.yaml --to eos | --to must be one of penguinfit, flavio, hepdata, found 'eos'",
                "in.yml o.yaml --from root | --from must be one of penguinfit, flavio, eos, hepdata, found 'root'",
                "in.yml in2.yml --to hepdata | OUT must be a folder for hepdata",
                "in.yml o.yaml --limit 90 | --limit must be a level like 90% or 0.90, found '90'",
                "in.yml o.yaml --qualifier RE | --qualifier must be NAME=VALUE, found 'RE'",
                "in.yml o.yaml --systematics maybe | --systematics must be correlated or uncorrelated, found 'maybe'",
                "in.yml | "
            })
    void wrongOptionsAreExplained(String args, String message) throws IOException {
        write("in.yml", "A: {values: {X: 1 ± 1}}\n");
        write("in2.yml", "");
        Said said = convert(args.strip().split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(message == null ? "requires at least 2 values" : message);
        assertThat(files()).containsExactly("in.yml", "in2.yml");
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        write("in.yml", "A: {values: {X: 1 ± 1}}\n");
        Said said = convert("in.yml", "in.yml/o.yaml");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("in.yml/o.yaml: cannot be written");
    }
}
