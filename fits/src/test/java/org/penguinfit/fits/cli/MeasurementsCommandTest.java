package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code measurements list|show|history|average} on files of a user's own. */
class MeasurementsCommandTest {
    /** Three decimals are printed, in 1e-5. */
    private static final double THREE_DECIMALS = 0.0005;

    /** Two decimals are printed. */
    private static final double TWO_DECIMALS = 0.005;

    @TempDir
    private Path temp;

    private record Said(int code, String out, String err) {}

    private static final String DATA = """
            "@metadata@": {schema: measurements/1, process: made-up}
            first: {experiment: E1, date: 2001-01-01, inspire: "A:1", tags: [t], values: {Obs: 1.9 ± 1.5 e-5}}
            second: {experiment: E2, date: 2003-01-01, values: {Obs: 1.0 ± 0.6 e-5}}
            third: {experiment: E1, date: 2002-01-01, values: {Obs: 2.9 ± 1.6 e-5}}
            fourth: {experiment: E3, date: 2004-01-01, overlaps: old, values: {Obs: 0.8 ± 0.7 e-5}}
            old: {experiment: E2, date: 2000-01-01, verified: false, values: {Obs: 5 ± 2 e-5}}
            limit: {experiment: E1, date: 2001-01-01, inspire: "A:1", values: {Obs: < 4e-5 @ 90% CL}}
            mean: {status: average, date: 2005-01-01, components: [first, second], values: {Obs: 1.1 ± 0.5 e-5}}
            2023 a: {supersedes: gone, values: {Sec: 2.3 ± 0.7 e-5}}
            2023 b: {values: {Sec: 1.0 ± 0.6 e-5}}
            2023 c: {values: {Sec: 2.9 ± 1.6 e-5}}
            2023 d: {values: {Sec: 0.2 ± 0.8 e-5}}
            2023 e: {values: {Sec: 1.5 ± 1.3 e-5}}
            gone: {values: {Sec: 9 ± 1 e-5}}
            both: {values: {P: 1 ± 0.5 (stat) ± 0.5 (syst), Q: 2 ± 0.5 (stat) ± 0.5 (syst)}, correlations: {stat: 0, syst: 1}}
            q alone: {values: {Q: 3 ± 0.5 (stat) ± 0.5 (syst)}}
            cross-correlations:
              - {among: [{measurement: both, observable: P}, {measurement: both, observable: Q}, q alone], source: syst, rho: 1}
            """;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(temp.resolve("data.yaml"), DATA);
    }

    private Said call(String... words) {
        List<String> args = new ArrayList<>(List.of("measurements"));
        args.addAll(List.of(words));
        args.addAll(List.of("--with", temp.resolve("data.yaml").toString()));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Penguinfit.run(args.toArray(new String[0]), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Said(code, out.toString(), err.toString());
    }

    private JsonNode json(String... words) {
        try {
            return new ObjectMapper().readTree(call(words).out());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> listed(String... words) {
        List<String> args = new ArrayList<>(List.of("list", "--json"));
        args.addAll(List.of(words));
        List<String> names = new ArrayList<>();
        json(args.toArray(new String[0]))
                .forEach(row -> names.add(row.get("name").asText()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--observable Obs                          | first, second, third, fourth, limit, mean",
                "--observable Obs --all                    | first, second, third, fourth, old, limit, mean",
                "--observable Obs --as-of 2002-06-01       | first, third, limit",
                "--observable Obs --experiment E1 --tag t  | first",
                "--process made-up --observable Sec        | 2023 a, 2023 b, 2023 c, 2023 d, 2023 e",
                "f* --experiment E3                        | fourth",
                "first second                              | first, second"
            })
    void listPicksByNameAndProperty(String words, String expected) {
        assertThat(String.join(", ", listed(words.split(" +", -1)))).isEqualTo(expected);
    }

    @Test
    void listPrintsATableCsvAndJson() {
        assertThat(call("list", "--observable", "Obs", "--all").out().lines())
                .contains(
                        "name    observable  value            experiment  date        status        in force",
                        "second  Obs         1.0 ± 0.6 e-5    E2          2003-01-01                yes",
                        "old     Obs         5 ± 2 e-5        E2          2000-01-01  not verified  not verified"
                                + " against its source; name it to use it",
                        "limit   Obs         < 4e-5 @ 90% CL  E1          2001-01-01                yes",
                        "mean    Obs         1.1 ± 0.5 e-5                2005-01-01  average       yes");
        assertThat(call("list", "2023 a", "--csv").out())
                .startsWith("name,observable,value,unit,experiment,process,date,status,verified,in-force,why-not,tags,")
                .contains("\r\n2023 a,Sec,2.3 ± 0.7 e-5,,,made-up,,published,true,true,,,,")
                .endsWith("data.yaml,9\r\n");
        assertThat(call("list", "--observable", "Sec").out()).endsWith("\n1 not in force; --all lists them, too\n");
        JsonNode gone = json("list", "gone", "--all", "--json").get(0);
        assertThat(gone.get("in-force").asBoolean()).isFalse();
        assertThat(gone.get("why-not").asText()).isEqualTo("superseded by '2023 a'");
        assertThat(gone.get("line").asInt()).isEqualTo(14);
    }

    @Test
    void showSaysWhoUsesAndReplacesAResultAndWhereItStands() {
        assertThat(call("show", "first").out())
                .contains("in averages     mean", "inspire         A:1", "data.yaml, line 2", "sha256          ")
                .contains("  Obs = 1.9 ± 1.5 e-5\n    likelihood: Gaussian\n    −2 ln L = ((μ − 1.9e-5)/1.5e-5)²\n");
        assertThat(call("show", "gone").out())
                .contains("superseded by   2023 a", "in force        superseded by '2023 a'");
        assertThat(call("show", "mean").out()).contains("components      first, second", "status          average");
        assertThat(call("show", "old").out())
                .contains("shares data     fourth", "status          published, not verified against its source");
        assertThat(call("show", "both").out())
                .contains("    correlation\n      1\n      0.5  1\n", "    Q with 'q alone' Q: syst 1\n");
    }

    /** The inverse-variance mean of arXiv:2108.05033, section 2: (1.1 ± 0.4)e-5, with three decimals 1.130 ± 0.421. */
    @Test
    void averageOfFourIsThatOf2021() {
        JsonNode linear =
                json("average", "first", "second", "third", "fourth", "--json").get("linear");
        assertThat(linear.get("values").get(0).asDouble() * 1e5).isCloseTo(1.130, within(THREE_DECIMALS));
        assertThat(linear.get("sigmas").get(0).asDouble() * 1e5).isCloseTo(0.421, within(THREE_DECIMALS));
        assertThat(linear.get("chi2").asDouble()).isCloseTo(1.76, within(TWO_DECIMALS));
        assertThat(linear.get("ndof").asInt()).isEqualTo(3);
        assertThat(linear.get("scaleFactor").asDouble()).isCloseTo(Math.sqrt(1.76 / 3), within(TWO_DECIMALS));
        assertThat(call("average", "first", "second", "third", "fourth").out())
                .contains("linear average   1.1298e-5 ± 4.2057e-6  =  (1.1 ± 0.4)e-5,  χ²/ndof 1.76/3, p-value 0.624");
    }

    /** The same of the five values shown with Belle II 2023, arXiv:2311.14647: 1.332 ± 0.369, χ² 5.20/4. */
    @Test
    void averageOfFiveIsThatOf2023() {
        JsonNode linear = json("average", "2023*", "--json").get("linear");
        assertThat(linear.get("values").get(0).asDouble() * 1e5).isCloseTo(1.332, within(THREE_DECIMALS));
        assertThat(linear.get("sigmas").get(0).asDouble() * 1e5).isCloseTo(0.369, within(THREE_DECIMALS));
        assertThat(linear.get("chi2").asDouble()).isCloseTo(5.20, within(TWO_DECIMALS));
        assertThat(linear.get("ndof").asInt()).isEqualTo(4);
    }

    /**
     * P of one, Q of two measurements with fully correlated systematics: C of (P, Q, Q') is 0.25 (I + J). Q averages to 2.5
     * with variance (0.5 + 0.25)/2; P takes no part of the pull of Q and Q', since it is correlated with both alike.
     */
    @Test
    void severalObservablesAreAveragedTogether() {
        JsonNode average = json("average", "both", "q alone", "--observable", "P", "--observable", "Q", "--json");
        JsonNode linear = average.get("linear");
        assertThat(linear.get("values").get(0).asDouble()).isCloseTo(1.0, within(1e-12));
        assertThat(linear.get("values").get(1).asDouble()).isCloseTo(2.5, within(1e-12));
        assertThat(linear.get("sigmas").get(1).asDouble()).isCloseTo(Math.sqrt(0.375), within(1e-12));
        assertThat(linear.get("correlation").get(0).get(1).asDouble())
                .isCloseTo(0.25 / Math.sqrt(0.5 * 0.375), within(1e-12));
        assertThat(linear.get("chi2").asDouble()).isCloseTo(1 / (2 * 0.25), within(1e-12));
        assertThat(average.get("likelihood").get("values").get(1).asDouble()).isCloseTo(2.5, within(1e-9));
    }

    /**
     * HFLAV, spring 2025: 0.347 ± 0.025, 0.288 ± 0.012, ρ = −0.39, χ² 13.435/13, with common systematic uncertainties that are
     * not public; without them central values agree within a unit of the last digit, uncertainties are smaller by up to that
     * and ρ by 0.05.
     */
    @Test
    void theAverageOfRDAndRDstarIsThatOfHflavButForCommonSystematics() {
        JsonNode linear = json(
                        "average",
                        "B* RD*",
                        "LHCb RD*",
                        "--as-of",
                        "2025-12-31",
                        "--observable",
                        "Rtaul(B->Dlnu)",
                        "--observable",
                        "Rtaul(B->D*lnu)",
                        "--json")
                .get("linear");
        assertThat(linear.get("values").get(0).asDouble()).isCloseTo(0.347, within(0.001));
        assertThat(linear.get("values").get(1).asDouble()).isCloseTo(0.288, within(0.001));
        assertThat(linear.get("sigmas").get(0).asDouble()).isBetween(0.0235, 0.0255);
        assertThat(linear.get("sigmas").get(1).asDouble()).isBetween(0.0105, 0.0125);
        assertThat(linear.get("correlation").get(0).get(1).asDouble()).isCloseTo(-0.39, within(0.06));
        assertThat(linear.get("chi2").asDouble()).isCloseTo(13.435, within(0.3));
        assertThat(linear.get("ndof").asInt()).isEqualTo(13);
    }

    /** χ² = (2.9 − 1.9)²/(1.5² + 1.6² − 2·0.5·1.5·1.6) with the correlation on the command line. */
    @Test
    void aCorrelationOfASourceMayBeGiven() {
        JsonNode linear = json("average", "first", "third", "--correlation", "total=0.5", "--json")
                .get("linear");
        assertThat(linear.get("chi2").asDouble()).isCloseTo(1 / (2.25 + 2.56 - 2.4), within(1e-9));
    }

    @Test
    void historyGivesTheAverageOfEveryDay() throws IOException {
        Path out = temp.resolve("out");
        Said said = call("history", "Obs", "-o", out.toString());
        assertThat(said.code()).isZero();
        JsonNode history =
                new ObjectMapper().readTree(out.resolve("history.json").toFile());
        List<String> names = new ArrayList<>();
        history.get("results").forEach(row -> names.add(row.get("name").asText()));
        assertThat(names).containsExactly("old", "first", "limit", "third", "second", "fourth", "mean");
        JsonNode days = history.get("averages");
        assertThat(days).hasSize(6);
        assertThat(days.get(0).get("used").asInt()).isZero(); // only the unverified one is public
        assertThat(days.get(0).get("value").isNull()).isTrue();
        assertThat(days.get(1).get("measurements")).hasToString("[\"first\"]"); // it is worth more than its limit
        assertThat(days.get(4).get("value").asDouble() * 1e5).isCloseTo(1.130, within(THREE_DECIMALS));
        assertThat(days.get(5).get("measurements")).hasToString("[\"first\",\"second\",\"third\",\"fourth\"]");
        assertThat(Files.readAllLines(out.resolve("history.csv")).get(0))
                .isEqualTo("date,used,measurements,value,sigma,chi2,ndof,best,lower,upper,limit90");
        assertThat(said.out()).contains("2004-01-01  4   (1.1 ± 0.4)e-5  1.76/3");
        assertThat(out.resolve("history.svg")).isNotEmptyFile();
        assertThat(out.resolve("history.pdf")).isNotEmptyFile();
        assertThat(out.resolve("history.png")).isNotEmptyFile();
    }

    @Test
    void historyWithLimitsAloneGivesAnUpperEnd() {
        String limit =
                call("history", "Obs", "--as-of", "2001-06-01", "--unverified").out();
        assertThat(limit).contains("2001-01-01").doesNotContain("2002-01-01");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "list;--observable;Ob | no measurement of the observable 'Ob' (did you mean 'Obs'?)",
                "list;--process;made | no measurement of the process 'made'",
                "show;firts | no measurement named 'firts' (did you mean 'first'?)",
                "history;Ops | no measurement of the observable 'Ops' (did you mean 'Obs'?)",
                "average;both | the measurements have several observables, found P, Q (say which with --observable)",
                "average;both;--observable;R | no measurement of the observable 'R' (known: P, Q)",
                "average;first;secnd | no measurement named 'secnd' (did you mean 'second'?)",
                "average;mean;first | an average must not count the same data twice, found 'mean' is an average that contains 'first' (leave one out, or write --allow-double-counting 'mean' 'first')",
                "average;first;--correlation;syst=2 | --correlation must be SOURCE=RHO with a number from -1 to 1, found 'syst=2'",
                "average;first;--as-of;2020 | --as-of must be a date like 2021-08-31, found '2020'",
                "lst | did you mean 'list'?"
            })
    void mistakesAreExplained(String words, String expected) {
        Said said = call(words.split(";", -1));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).contains(expected);
    }

    @Test
    void doubleCountingIsAllowedByName() {
        Said said = call("average", "mean", "first", "--allow-double-counting", "mean", "first");
        assertThat(said.code()).isZero();
        assertThat(said.out())
                .startsWith("! 'mean' is an average that contains 'first'; the fit allows to count both\n");
    }

    @Test
    void nothingInForceIsNoData() {
        Said said = call("average", "second", "--as-of", "2001-01-01");
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err()).endsWith("nothing is in force to be averaged\n");
        assertThat(said.out()).contains("second: not public until 2003-01-01 (as of 2001-01-01)");
    }

    @Test
    void helpIsPrintedForEveryCommand() {
        for (String command : List.of("list", "show", "history", "average")) {
            assertThat(call(command, "--help").out()).startsWith("Usage: penguinfit measurements " + command);
        }
    }
}
