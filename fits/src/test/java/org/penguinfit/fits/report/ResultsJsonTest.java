package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.plan.FitRequest;
import org.penguinfit.fits.plan.Schemas;
import org.penguinfit.fits.plot.build.TaskPictures;
import org.penguinfit.fits.result.FitResult;

/** results.json is a stable contract: valid, with these keys, and the same bytes each time. */
class ResultsJsonTest {
    private static final String FIT = "bsnunu-2021/table2";
    private static final FitResult RESULT = Fits.run(FIT);

    @TempDir
    private Path temp;

    private static String json(FitResult result) {
        return new ResultsJsonWriter().write(result);
    }

    private static JsonNode tree(FitResult result) throws IOException {
        return new ObjectMapper().readTree(json(result));
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(java.util.Map.Entry::getKey).toList();
    }

    private static List<String> complaints(String schema, JsonNode document) {
        String text = new String(Objects.requireNonNull(Schemas.find(schema)), StandardCharsets.UTF_8);
        Schema parsed = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(text);
        return parsed.validate(document).stream().map(Object::toString).toList();
    }

    @Test
    void isValidAgainstItsSchema() throws IOException {
        assertThat(complaints("results", tree(RESULT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016-01-01", "2020-01-01"})
    void isValidAlsoWhereTasksHaveNoData(String asOf) throws IOException {
        FitResult result = Fits.run(new FitRequest(FIT, List.of(), List.of(), java.time.LocalDate.parse(asOf), 7L));
        assertThat(complaints("results", tree(result))).isEmpty();
        assertThat(tree(result).get("asOf").textValue()).isEqualTo(asOf);
        assertThat(tree(result).get("seed").longValue()).isEqualTo(7);
    }

    /** The schema itself refuses what the contract does not have. */
    @Test
    void schemaRefusesUnknownKeysAndSentinels() throws IOException {
        String json = json(RESULT);
        for (String broken : List.of(
                json.replace("\"fit\" :", "\"fid\" :"),
                json.replace("\"edm\" :", "\"EDM\" :"),
                json.replace("\"status\" : \"ok\"", "\"status\" : \"fine\""),
                json.replace("\"type\" : \"allowed\"", "\"type\" : \"sets\""))) {
            assertThat(broken).isNotEqualTo(json);
            assertThat(complaints("results", new ObjectMapper().readTree(broken)))
                    .isNotEmpty();
        }
    }

    @Test
    void hasTheKeysOfTheContract() throws IOException {
        JsonNode root = tree(RESULT);
        assertThat(keys(root))
                .containsExactly(
                        "schema",
                        "fit",
                        "title",
                        "reference",
                        "variant",
                        "asOf",
                        "seed",
                        "version",
                        "tables",
                        "inputs",
                        "measurements",
                        "citations",
                        "notes",
                        "provenance",
                        "names",
                        "tasks");
        assertThat(root.get("schema").textValue()).isEqualTo("penguinfit/results/1");
        assertThat(root.get("fit").textValue()).isEqualTo(FIT);
        assertThat(root.get("variant").textValue()).isEqualTo("as-printed");
        assertThat(root.get("asOf").isNull()).isTrue();
        assertThat(keys(root.get("measurements"))).containsExactly("used", "skipped");
        JsonNode plane = root.get("tasks").get("plane");
        assertThat(keys(plane))
                .containsExactly(
                        "type",
                        "status",
                        "title",
                        "levels",
                        "published",
                        "data",
                        "notes",
                        "minima",
                        "chi2",
                        "ndof",
                        "pValue",
                        "chi2SM",
                        "pullSM",
                        "intervals",
                        "clipped",
                        "pulls",
                        "predictions",
                        "blocks");
        assertThat(keys(plane.get("minima").get(0)))
                .containsExactly(
                        "parameters",
                        "chi2",
                        "deltaChi2",
                        "uncertainties",
                        "covariance",
                        "covarianceState",
                        "edm",
                        "atLimit",
                        "wilson");
        assertThat(keys(plane.get("pulls").get(0)))
                .containsExactly("measurement", "observable", "measured", "predicted", "pull", "chi2");
        JsonNode combined = root.get("tasks").get("combined");
        assertThat(combined.get("minima").get(0).get("varied").textValue()).isEqualTo("CL_bsnutaunutau");
        assertThat(keys(combined.get("intervals").get("CL_bsnutaunutau"))).containsExactly("1σ", "90%", "2σ");
        assertThat(keys(root.get("tasks").get("row-RK").get("intervals").get("CL_bsnutaunutau")))
                .containsExactly("allowed");
    }

    /** SHA-256 of every input, as sha256sum gives it for the file. */
    @Test
    void namesItsInputsWithTheirDigests() throws Exception {
        Path file = Path.of("bsnunu-2021/table2.yaml");
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        JsonNode inputs = tree(RESULT).get("inputs");
        assertThat(inputs.get("bsnunu-2021/table2.yaml").textValue())
                .isEqualTo(java.util.HexFormat.of().formatHex(digest));
        assertThat(keys(inputs))
                .contains(
                        "likelihoods/theory/bsnunu-2021.yaml",
                        "measurements/library/b-to-s-nu-nu/average-2021.yaml",
                        "measurements/library/b-to-s-nu-nu/belle-2017.yaml");
    }

    /** Every double survives the text; a rounded one would not. */
    @Test
    void numbersHaveFullPrecision() throws IOException {
        double read = tree(RESULT)
                .get("tasks")
                .get("combined")
                .get("minima")
                .get(0)
                .get("chi2")
                .doubleValue();
        double kept = Fits.task(RESULT, "combined").minima().get(0).chi2();
        assertThat(read).isCloseTo(kept, within(0.0));
    }

    @Test
    void isTheSameBytesTwiceAndOnAnyNumberOfThreads() {
        String json = json(RESULT);
        for (int threads = 1; threads <= 3; threads++) {
            assertThat(json(Fits.run(FitRequest.of(FIT), threads))).isEqualTo(json);
        }
    }

    /** Each run in a process of its own, in a folder of its own. */
    @Test
    void isTheSameBytesFromAnyFolder() throws Exception {
        String first = runIn("a", "-Duser.language=de");
        String second = runIn("a folder/b", "-Duser.language=tr");
        assertThat(first).isEqualTo(second);
        // Here, in the folder of the module, the fit is the file itself; there it is the packed one.
        FitResult drawn = TaskPictures.addTo(RESULT, Fits.plan(FitRequest.of(FIT)), false);
        String packed = json(drawn).replace("\"bsnunu-2021/table2.yaml\"", "\"fits/bsnunu-2021/table2.yaml\"");
        assertThat(first).isEqualTo(packed);
    }

    private String runIn(String folder, String option) throws Exception {
        Path place = Files.createDirectories(temp.resolve(folder));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        option,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.penguinfit.fits.cli.Penguinfit",
                        "run",
                        FIT,
                        "-q",
                        "-o",
                        "out")
                .directory(place.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        return Files.readString(place.resolve("out/results.json"));
    }

    // --- the configs that come with the program
    // -----------------------------------------------------------------------

    static List<Path> configs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(""), 2)) {
            return files.filter(f -> f.toString().endsWith(".yaml"))
                    .filter(f -> !f.startsWith("src") && !f.startsWith("target"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("configs")
    void everyPackedConfigKeepsItsSchemaAndLoadsWithoutAWarning(Path config) throws IOException {
        JsonNode document = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(config));
        assertThat(complaints("fit", document)).isEmpty();
        String name = config.toString().replace('\\', '/').replaceAll("\\.yaml$", "");
        assertThat(Fits.problems(FitRequest.of(name))).isEmpty();
    }
}
