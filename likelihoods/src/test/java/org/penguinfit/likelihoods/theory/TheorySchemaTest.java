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
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try (InputStream in = TheorySchemaTest.class.getResourceAsStream("/schema/theory-1.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("theory"))) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void shippedFilesAreValidAndLoad(Path file) throws IOException {
        assertThat(SCHEMA.validate(read(file))).isEmpty();
        String name = String.valueOf(file.getFileName()).replace(".yaml", "");
        assertThat(Theories.packed(name).observables()).isNotEmpty();
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
