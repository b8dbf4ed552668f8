package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.document.BundledFiles;

/** The JSON Schema that editors use accepts what the loader accepts, and refuses what a schema can see. */
class MeasurementSchemaTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final BundledFiles FILES = BundledFiles.beside(MeasurementLoader.class);

    private static String packed(String path) {
        return new String(Objects.requireNonNull(FILES.bytes(path)), StandardCharsets.UTF_8);
    }

    private static List<String> complaints(String yaml) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(packed(MeasurementLoader.SCHEMA_FILE));
        JsonNode document = YAML.readTree(yaml);
        return schema.validate(document).stream().map(Object::toString).toList();
    }

    static List<String> library() {
        return FILES.list(MeasurementLibrary.FOLDER, ".yaml");
    }

    @ParameterizedTest
    @MethodSource("library")
    void everyLibraryFileKeepsIt(String path) throws IOException {
        assertThat(complaints(packed(path))).isEmpty();
    }

    @Test
    void everyShapeOfAValueKeepsIt() throws IOException {
        String all = """
                "@metadata@": {schema: measurements/1, process: b-to-s-nu-nu}
                A:
                  process: mixing
                  overlaps: [B]
                  independent-of: C
                  values:
                    - {name: X, q2min: 1.1, value: 1 ± 1, unit: ps^-1, scale: 1e-5}
                    - {name: Y, value: {distribution: half_normal, central_value: 0, standard_deviation: 1}}
                    - {name: Z, value: [1 ± 1, {distribution: normal, central_value: 1, standard_deviation: 1}]}
                    - {name: V, likelihood: {type: gaussian, central: 1, stat: 1, syst: [1, 2]}}
                    - {name: W, likelihood: {type: asymmetric, central: 1, plus: 1, minus: 2, method: split}}
                    - {name: U, likelihood: {type: upper-limit, limit: 1, cl: 90%}}
                    - {name: T, likelihood: {type: upper-limit, limit: 1, cl: 0.9, method: step, wall: 1}}
                    - {name: S, likelihood: {type: upper-limit, limit: 1, cl: 0.9, method: gamma, counts: {total: 3, signal: -1, background-sigma: 1}, central: 0.2, bounded: true}}
                    - {name: R, value: {distribution: general_gamma_upper_limit, limit: 1, confidence_level: 0.9, counts_total: 3, counts_signal: 1, background_std: 0.5}}
                    - {name: O, value: {distribution: half_normal, central_value: 2, standard_deviation: -1}}
                    - {name: N, value: {distribution: numerical, x: [0, 1, 2], y: [0, 1, 0]}}
                    - {name: M, likelihood: {type: counting, n: 3, b: 2, b-sigma: 1, sensitivity: 1e5, treatment: profile}}
                    - {name: L, likelihood: {type: table, points: [[0, 1], [1, 2]], quantity: chi2, outside: exclude}}
                    - {name: K, likelihood: {type: upper-limit, limit: 1, cl: 0.9, method: cls-table, table: {points: [[0, 0.9], [1, 0.1]], quantity: cls, assume-clb: 0.5}}}
                    - likelihood: {type: table2d, observables: [I, J], axes: [[0, 1], [0, 1]], values: [[1, 2], [3, 4]], quantity: m2dlnl}
                    - likelihood: {type: multivariate-gaussian, observables: [P, Q], means: [1, 2], sigmas: [1, 1], correlation: 0.1}
                B:
                  values: {X: 1 ± 1, Y: {value: 1 ± 2, scale: 2}}
                  correlations: {total: [[1, 0.2], [1]]}
                D:
                  values:
                    - {name: R, likelihood: {type: bound, bound: 1, width: 0.1}}
                    - {name: Q1, likelihood: {type: amoroso, physical-limit: 0, theta: 1, alpha: 2, beta: 2}}
                    - {name: O, likelihood: {type: log-gamma, mode: 1, lambda: -1, alpha: 2}}
                    - likelihood: {type: multivariate-gaussian, observables: [P, Q], values: [1 ± 1, 2 + 1 - 2], covariance: [[1, 0.1], [2]]}
                E:
                  values: {X: 1 ± 1, Y: 2 + 1 - 2}
                  covariance: [[1, 0.1], [0.1, 2]]
                cross-correlations:
                  - {between: [C, {measurement: B, observable: X}], rho: 0.1}
                  - {among: [{measurement: A, observable: Y, q2: 1}, B], source: syst, rho: 1}
                  - {between: [A, B], source: {syst: 0.5, stat: 0}}
                C:
                  observables: [X, {name: Y, q2: 1}]
                  values: {distribution: multivariate_normal, central_value: [1, 2], covariance: [[1, 0], [0, 1]]}
                """;
        assertThat(Yaml.load(all)).hasSize(5);
        assertThat(complaints(all)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-key",
                "wrong-type",
                "missing-key",
                "confidence-level-90",
                "negative-sigma",
                "correlation-above-one",
                "unknown-distribution",
                "unknown-likelihood",
                "bad-date",
                "unknown-status",
                "only-a-header",
                "list-at-top",
                "lower-limit",
                "wrong-schema",
                "schema-at-top",
                "ratio-without-sm",
                "several-problems",
                "misspelt-item-key",
                "bad-process",
                "cross-correlations",
                "limit-facts",
                "tables"
            })
    void brokenFilesDoNot(String name) throws IOException {
        String yaml = Files.readString(Path.of("src/test/resources/invalid", name + ".yaml"));
        assertThat(complaints(yaml)).isNotEmpty();
    }
}
