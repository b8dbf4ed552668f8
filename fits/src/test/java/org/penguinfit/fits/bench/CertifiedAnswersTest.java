package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every number of {@code reference.json} (hepfit-bench/1 problem set, certified by 60-digit refits and C++ prototypes) in the
 * report of the command.
 */
class CertifiedAnswersTest {
    /** The answers are certified to about 1e-9; an interval end is good to the accuracy of −2 ln L over its slope. */
    private static final double RELATIVE = 1e-8;

    /** Global profile sets are stated with 8 decimals and said to be good to about 1e-6. */
    private static final double GLOBAL_SETS = 1e-6;

    /**
     * At 95 % the lowest profile of wc6multi's c5 lies on another branch than the minimum: the end that follows the branch is
     * another one, and the true set is that of the global profile, which is compared.
     */
    private static final String OTHER_BRANCH = "wc6multi.minos.95%[4]";

    /** Only the answers matter here. */
    private static final Stopwatch HARDLY = new Stopwatch(1, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"table2", "wc6", "wc6multi"})
    void everyCertifiedNumberIsReproduced(String name) throws IOException {
        check(name);
    }

    @Tag("study")
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"global", "nuis"})
    void everyCertifiedNumberOfTheLargeProblemsIsReproduced(String name) throws IOException {
        check(name);
    }

    private void check(String name) throws IOException {
        BenchProblem problem = BenchFiles.read(name, folder);
        BenchAnswer answer = new BenchRunner(CompiledModel::of, HARDLY, phase -> {}, 2).run(problem);
        JsonNode found = new ObjectMapper().readTree(BenchReport.of(problem, answer));
        JsonNode certified = BenchFiles.reference().get(name);
        List<String> compared = new ArrayList<>();
        certified.fieldNames().forEachRemaining(key -> {
            JsonNode expected = certified.get(key);
            boolean isText = expected.isTextual() || expected.isNull();
            if (!isText && (expected.isNumber() || expected.size() > 0) && found.has(key)) {
                compare(name + "." + key, found.get(key), expected, tolerance(key));
                compared.add(key);
            }
        });
        assertThat(compared).contains("minima", "hesse_sigma");
        assertThat(compared).contains(name.equals("table2") ? "intervals_relative_to_global_min" : "scan_par0");
    }

    private static double tolerance(String key) {
        return key.equals("profile_intervals_global") ? GLOBAL_SETS : RELATIVE;
    }

    /** Found lists may be longer: the report has all parameters where the answers have those of interest only. */
    private static void compare(String path, JsonNode found, JsonNode expected, double tolerance) {
        if (expected.isObject()) {
            expected.fieldNames().forEachRemaining(key -> {
                assertThat(found.has(key)).as(path + "." + key).isTrue();
                compare(path + "." + key, found.get(key), expected.get(key), tolerance);
            });
        } else if (expected.isArray()) {
            if (path.equals(OTHER_BRANCH)) {
                return;
            }
            assertThat(found.size()).as(path).isGreaterThanOrEqualTo(expected.size());
            for (int i = 0; i < expected.size(); i++) {
                compare(path + "[" + i + "]", found.get(i), expected.get(i), tolerance);
            }
        } else {
            double value = expected.asDouble();
            assertThat(found.asDouble())
                    .as(path)
                    .isCloseTo(value, within(tolerance * Math.max(smallest(path), Math.abs(value))));
        }
    }

    /** Correlations are numbers up to 1, and the ends of the sets lie in a range of about 1: near 0 their errors are absolute. */
    private static double smallest(String path) {
        return path.contains(".correlation") || path.contains(".profile_intervals_global") || path.contains(".x[")
                ? 1
                : 0;
    }
}
