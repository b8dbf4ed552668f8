package org.penguinfit.likelihoods.theory;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TheorySchemaTest {
    private static final Schema SCHEMA = schema("theory");
    private static final Schema TABLES = schema("popxf");

    private static Schema schema(String name) {
        try (InputStream in = TheorySchemaTest.class.getResourceAsStream("/schema/" + name + "-1.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("theory"))) {
            return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
    }

    static List<Path> shippedTables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("theory"))) {
            return files.filter(
                            f -> f.toString().endsWith(".json") && !f.toString().endsWith(".corr.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shippedTables")
    void shippedTablesAreValid(Path file) throws IOException {
        assertThat(TABLES.validate(read(file))).isEmpty();
        assertThat(Files.size(file)).isLessThan(2_000_000);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"table-keys", "table-numbers", "table-data", "table-additions"})
    void brokenTablesAreRefused(String name) throws IOException {
        assertThat(TABLES.validate(read(Path.of("src/test/resources/invalid", name + ".json"))))
                .isNotEmpty();
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void shippedFilesAreValidAndLoad(Path file) throws IOException {
        assertThat(SCHEMA.validate(read(file))).isEmpty();
        String name = String.valueOf(file.getFileName()).replace(".yaml", "");
        Theory theory = Theories.packed(name);
        assertThat(theory.observables().isEmpty() && theory.parameters().isEmpty())
                .isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "bad-constraint",
                "bad-range",
                "bad-schema",
                "empty-expression",
                "missing-expression",
                "unknown-key",
                "wilson-templates",
                "bad-names"
            })
    void brokenFilesAreRefused(String name) throws IOException {
        assertThat(SCHEMA.validate(read(Path.of("src/test/resources/invalid", name + ".yaml"))))
                .isNotEmpty();
    }
}
