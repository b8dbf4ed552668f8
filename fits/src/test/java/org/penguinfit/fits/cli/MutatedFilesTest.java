package org.penguinfit.fits.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.fits.FitFolder;
import org.penguinfit.fits.cli.FileMutations.Kind;

/**
 * Every file of the library, every packed theory and fit and the examples of docs/formats.md, broken in every way of
 * {@link FileMutations}: each is either read, or refused with exit code 2, a place in the file and a rule, by {@code validate}
 * and by {@code run} alike; never an exception, never a hang, never a file written. A failing case tells its file, kind and
 * seed.
 */
class MutatedFilesTest {
    /** Cases take milliseconds; the largest, of some hundred kilobytes, a second on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(20);

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int CUTS = 250;

    /** Of measurement files; {@code -Dmutations=50000} searches for longer. */
    private static final int CASES = Integer.getInteger("mutations", 600);

    private static final String VALUES = """
            "@metadata@": {schema: measurements/1, process: other}
            Every value string:
              date: 2020-02
              values:
                A: 1.1 ± 0.4 e-5
                B: (1.1 ± 0.4)e-5
                C: 1.9 +1.3 -1.2 e-5
                D: 2.3 ± 0.5 (stat) +0.5 -0.4 (syst) e-5
                E: 1.67(3)(1) e-2
                F: < 1.8e-5 @ 90% CL
                G: "[0, 2] e-5"
                H: 3e-3 */ 2
                I: 12
            Every distribution:
              values:
                - {name: A, value: {distribution: normal, central_value: 1, standard_deviation: 2}}
                - {name: B, value: {distribution: asymmetric_normal, central_value: 1, right_deviation: 2, left_deviation: 1}}
                - {name: C, value: {distribution: half_normal, central_value: 0, standard_deviation: 2}}
                - {name: D, value: {distribution: gaussian_upper_limit, limit: 1, confidence_level: 0.9}}
                - {name: E, value: {distribution: uniform, central_value: 1, half_range: 2}}
                - {name: F, value: {distribution: log_normal, central_value: 1, factor: 2}}
                - {name: G, value: {distribution: delta, central_value: 1}}
            Every likelihood:
              values:
                - {name: A, likelihood: {type: gaussian, central: 1, stat: 0.4, syst: [0.1, 0.2]}}
                - {name: B, likelihood: {type: asymmetric, central: 1, plus: 2, minus: 1, method: linear-variance}}
                - {name: C, likelihood: {type: upper-limit, limit: 1, cl: 90%, method: step, wall: 0.1}}
                - {name: D, likelihood: {type: upper-limit, limit: 1.8e-5, cl: 90%, counts: {total: 13, signal: -2.0, background-sigma: 1.8}}}
                - likelihood: {type: multivariate-gaussian, observables: [E, F], means: [1, 2], sigmas: [1, 1], correlation: 0.2}
            """;

    private static final Pattern PLACE = Pattern.compile("(?m)^\\S*mutated\\.yaml:(\\d+):(\\d+)[: ]");
    private static final Pattern WHOLE = Pattern.compile("(?m)^\\S*mutated\\.yaml: (file is empty|a file needs)");

    @TempDir
    private Path folder;

    private record Said(int code, String err) {}

    private static Said run(String... args) {
        StringWriter err = new StringWriter();
        long start = System.nanoTime();
        int code = Penguinfit.run(args, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
        assertThat(code).as(err.toString()).isBetween(0, 2);
        assertThat(err.toString()).doesNotContain("\tat ", "internal error");
        return new Said(code, err.toString());
    }

    private static Map<String, String> files(String folder) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f ->
                            !f.toString().contains("/src/") && !f.toString().contains("/target/"))
                    .sorted()
                    .toList()) {
                texts.put(ROOT.relativize(file).toString(), Files.readString(file));
            }
        }
        assertThat(texts).isNotEmpty();
        return texts;
    }

    private static Map<String, String> measurementFiles() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>(files("measurements/library"));
        Matcher block = Pattern.compile("```yaml\\n(# file: \\S*\\n\"@metadata@\".*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("docs/formats.md")));
        while (block.find()) {
            texts.put("docs/formats.md:" + texts.size(), block.group(1));
        }
        texts.put("values", VALUES);
        return texts;
    }

    /** The commands that read a file of one format. */
    private interface Reader {
        String[] command(Path file, Path output);
    }

    private static String[] withMeasurements(Path file, Path output) {
        return new String[] {"run", "bsnunu-2021/table2", "--with", file.toString(), "-o", output.toString(), "-q"};
    }

    private static String[] fit(Path file, Path output) {
        return new String[] {"run", file.toString(), "-o", output.toString(), "-q"};
    }

    /** True if the file is refused; {@code reader} must refuse it, too, and write nothing. */
    private boolean isRefused(byte[] bytes, Reader reader, boolean runsGoodOnes, String name) throws IOException {
        Path file = folder.resolve("mutated.yaml");
        Files.write(file, bytes);
        Said said = run("validate", file.toString());
        boolean refused = said.code == ExitCode.BAD_INPUT;
        if (refused) {
            checkPlaces(said.err, new String(bytes, StandardCharsets.UTF_8), name);
        }
        if (refused || runsGoodOnes) {
            Path output = folder.resolve("out");
            int code = run(reader.command(file, output)).code;
            assertThat(code == ExitCode.BAD_INPUT || !refused).as(name).isTrue();
            assertThat(output.toFile().exists()).as(name).isEqualTo(code != ExitCode.BAD_INPUT);
            FitFolder.delete(output);
        }
        return refused;
    }

    private static void checkPlaces(String err, String text, String name) {
        String[] lines = text.split("\r\n|[\r\n\u0085\u2028\u2029]", -1);
        Matcher place = PLACE.matcher(err);
        boolean found = WHOLE.matcher(err).find();
        while (place.find()) {
            found = true;
            int line = Integer.parseInt(place.group(1));
            assertThat(line).as(name + "\n" + err).isBetween(1, lines.length);
            assertThat(Integer.parseInt(place.group(2)))
                    .as(name + "\n" + err)
                    .isBetween(1, lines[line - 1].length() + 1);
        }
        assertThat(found).as(name + "\n" + err).isTrue();
    }

    /** Goes round the files, and at each round to the next kind of mutation for each of them. */
    private int refused(Map<String, String> files, int cases, Reader reader, boolean runsGoodOnes) throws IOException {
        List<Map.Entry<String, String>> sources = List.copyOf(files.entrySet());
        List<Kind> kinds = List.of(Kind.values());
        int refused = 0;
        for (int i = 0; i < cases; i++) {
            Map.Entry<String, String> source = sources.get(i % sources.size());
            Kind kind = kinds.get((i + i / sources.size()) % kinds.size());
            long seed = (source.getKey() + kind + i).hashCode();
            byte[] bytes = new FileMutations(new Random(seed)).of(source.getValue(), kind);
            String name = source.getKey() + " " + kind + " seed " + seed;
            refused += isRefused(bytes, reader, runsGoodOnes, name) ? 1 : 0;
        }
        return refused;
    }

    @Test
    void theFilesAreGoodBeforeTheyAreChanged() throws IOException {
        List<String> bad = new ArrayList<>();
        for (Map.Entry<String, String> source : measurementFiles().entrySet()) {
            if (isRefused(
                    source.getValue().getBytes(StandardCharsets.UTF_8),
                    MutatedFilesTest::withMeasurements,
                    false,
                    "")) {
                bad.add(source.getKey());
            }
        }
        assertThat(bad).isEmpty();
    }

    @Test
    @Timeout(600)
    void atLeastThreeHundredMalformedMeasurementFilesAreRefused() throws IOException {
        assertThat(refused(measurementFiles(), CASES, MutatedFilesTest::withMeasurements, true))
                .isGreaterThanOrEqualTo(300);
    }

    @Test
    @Timeout(600)
    void malformedTheoriesAreRefused() throws IOException {
        assertThat(refused(
                        files("likelihoods/theory"),
                        45,
                        (file, output) -> new String[] {"validate", file.toString()},
                        false))
                .isGreaterThanOrEqualTo(20);
    }

    /** Good ones are not run, as some examples take seconds. */
    @Test
    @Timeout(600)
    void malformedFitsAreRefused() throws IOException {
        assertThat(refused(files("fits"), 180, MutatedFilesTest::fit, false)).isGreaterThanOrEqualTo(50);
    }

    /** A download that broke off: cut anywhere, also inside of a character. */
    @Test
    @Timeout(600)
    void truncatedFilesAreReadOrRefused() throws IOException {
        List<Map.Entry<String, String>> sources = List.copyOf(measurementFiles().entrySet());
        Random random = new Random(1);
        int refused = 0;
        for (int i = 0; i < CUTS; i++) {
            Map.Entry<String, String> source = sources.get(i % sources.size());
            byte[] bytes = source.getValue().getBytes(StandardCharsets.UTF_8);
            int end = random.nextInt(bytes.length);
            byte[] head = Arrays.copyOf(bytes, end);
            String name = source.getKey() + " cut at " + end;
            refused += isRefused(head, MutatedFilesTest::withMeasurements, false, name) ? 1 : 0;
        }
        assertThat(refused).isGreaterThanOrEqualTo(50);
    }
}
