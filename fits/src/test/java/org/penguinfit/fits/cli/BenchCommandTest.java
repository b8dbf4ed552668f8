package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code penguinfit bench} in process: one problem whose answer is a closed form, and broken files. */
class BenchCommandTest {
    /** 5 ± 2 for 1 + 2c: χ² = (c − 2)², so c = 2 ± 1, and a set at Δχ² = Δ is 2 ± √Δ. */
    private static final String PARABOLA = """
            {"schema": "hepfit-bench/1", "name": "parabola",
             "parameters": [{"name": "c", "type": "poi", "start": 0, "step": 1, "lower": null, "upper": null, "truth": 0}],
             "observables": [{"name": "rate", "poi": [0], "const": 1, "lin": [2], "quad": [0]}],
             "likelihood": [{"type": "gaussian", "obs": [0], "data": [5], "cov": [[4]]}]}
            """;

    /** A few roundings of numbers of order one. */
    private static final double ROUNDING = 1e-12;

    private record Said(int code, String out, String err) {}

    @TempDir
    private Path folder;

    private Said bench(String... more) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] args = new String[more.length + 1];
        args[0] = "bench";
        System.arraycopy(more, 0, args, 1, more.length);
        int code = Penguinfit.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Said(code, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void answersAndTimesOfAProblemAreOneJsonObject() throws IOException {
        Said said = bench(file("parabola.json", PARABOLA), "--quick", "-q");
        assertThat(said.err()).isEmpty();
        assertThat(said.code()).isZero();
        JsonNode found = new ObjectMapper().readTree(said.out());
        assertThat(found.at("/minima/0/x/0").asDouble()).isCloseTo(2, within(ROUNDING));
        assertThat(found.at("/minima/0/status").asText()).isEqualTo("converged");
        assertThat(found.at("/hesse_sigma/0").asDouble()).isCloseTo(1, within(ROUNDING));
        assertThat(found.at("/minos/68.27%/0/1").asDouble()).isCloseTo(1, within(ROUNDING));
        assertThat(found.at("/intervals_relative_to_global_min/68.27%/0/0").asDouble())
                .isCloseTo(1, within(ROUNDING));
        assertThat(found.at("/scan_par0/chi2").size()).isEqualTo(100);
        List<String> works = List.of("value", "value and gradient", "value, gradient and Hessian", "minimise");
        for (String work : works) {
            assertThat(found.get("nanoseconds").path(work).path("median").asDouble())
                    .as(work)
                    .isPositive();
        }
    }

    @Test
    void everyErrorOfABrokenFileIsToldWithItsPlace() throws IOException {
        String broken = PARABOLA.replace("[[4]]", "[[-4]]").replace("\"step\"", "\"stop\"");
        Said said = bench(file("broken.json", broken));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.out()).isEmpty();
        assertThat(said.err())
                .contains("broken.json:2:")
                .contains("unknown key 'stop' (did you mean 'step'?)")
                .contains("broken.json:4:")
                .contains("likelihood[0].cov: must be symmetric and positive definite")
                .doesNotContain("\tat ");
    }

    @Test
    void fileOfAnotherFormatIsRefused() throws IOException {
        Said said = bench(file("other.json", "{\"schema\": \"fit/1\"}"));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("must be a benchmark file of format hepfit-bench/1");
    }

    @Test
    void fileThatIsNotThereIsNamed() {
        Said said = bench(folder.resolve("none.json").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("none.json: file not found");
    }
}
