package org.penguinfit.fits.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.fits.Fits;
import org.penguinfit.fits.result.FitResult;

/**
 * Submissions keep the rules of HEPData's data_schema and submission_schema 1.1.1 (hepdata-validator 0.3.6) and of its guide:
 * keys and types, unique names of at most 64 letters, columns of one length, errors that are not 0. Read by Jackson.
 */
class HepDataReportTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** The rules of data_schema 1.1.1 in words of our own. */
    private static final String DATA = """
            {"type": "object", "required": ["independent_variables", "dependent_variables"], "additionalProperties": false,
             "properties": {
              "independent_variables": {"type": "array", "items": {"$ref": "#/$defs/independent"}},
              "dependent_variables": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/dependent"}}},
             "$defs": {
              "header": {"type": "object", "required": ["name"], "additionalProperties": false,
               "properties": {"name": {"type": "string", "minLength": 1}, "units": {"type": "string", "minLength": 1}}},
              "any": {"type": ["string", "number"]},
              "independent": {"type": "object", "required": ["header", "values"], "additionalProperties": false,
               "properties": {"header": {"$ref": "#/$defs/header"}, "values": {"type": "array", "items":
                {"type": "object", "required": ["value"], "additionalProperties": false,
                 "properties": {"value": {"$ref": "#/$defs/any"}}}}}},
              "dependent": {"type": "object", "required": ["header", "values"], "additionalProperties": false,
               "properties": {"header": {"$ref": "#/$defs/header"},
                "qualifiers": {"type": "array", "items":
                 {"type": "object", "required": ["name", "value"], "additionalProperties": false,
                  "properties": {"name": {"type": "string"}, "value": {"$ref": "#/$defs/any"}, "units": {"type": "string"}}}},
                "values": {"type": "array", "items":
                 {"type": "object", "required": ["value"], "additionalProperties": false,
                  "properties": {"value": {"$ref": "#/$defs/any"}, "errors": {"type": "array", "items":
                   {"type": "object", "required": ["symerror"], "additionalProperties": false,
                    "properties": {"symerror": {"type": "number", "exclusiveMinimum": 0},
                                   "label": {"type": "string"}}}}}}}}}}}
            """;

    private static final String DOCUMENT = """
            {"type": "object", "required": ["name", "description", "keywords", "data_file"], "additionalProperties": false,
             "properties": {"name": {"type": "string", "maxLength": 64}, "description": {"type": "string", "minLength": 1},
              "data_file": {"type": "string", "pattern": "^table[0-9]+\\\\.yaml$"},
              "keywords": {"type": "array", "items": {"type": "object", "required": ["name", "values"],
               "additionalProperties": false, "properties": {
                "name": {"enum": ["reactions", "observables", "phrases", "cmenergies"]},
                "values": {"type": "array", "items": {"type": "string"}}}}}}}
            """;

    private static Map<String, String> files(FitResult result) {
        return new HepDataReportWriter().files(result);
    }

    private static List<JsonNode> documents(Map<String, String> files) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> all =
                YAML.readerFor(JsonNode.class).readValues(Fits.get(files, "hepdata/submission.yaml"))) {
            all.forEachRemaining(documents::add);
        }
        return documents;
    }

    private static void valid(String schema, JsonNode node) {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(node))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsnunu-2021/table2",
                "bsnunu-2021/table3",
                "bsnunu/evolution",
                "examples/contour",
                "examples/limit",
                "examples/propagate",
                "examples/significance",
                "examples/average"
            })
    void isAValidSubmission(String fit) throws IOException {
        Map<String, String> files = files(Fits.run(fit));
        List<JsonNode> documents = documents(files);
        assertThat(documents.get(0).get("comment").asText()).contains(fit);
        Set<String> names = new HashSet<>();
        for (JsonNode document : documents.subList(1, documents.size())) {
            valid(DOCUMENT, document);
            assertThat(names.add(document.get("name").asText())).isTrue();
            JsonNode data = YAML.readTree(
                    Fits.get(files, "hepdata/" + document.get("data_file").asText()));
            valid(DATA, data);
            Set<Integer> lengths = new HashSet<>();
            for (JsonNode side : data) {
                side.forEach(column -> lengths.add(column.get("values").size()));
            }
            assertThat(lengths).hasSize(1).doesNotContain(0);
        }
        assertThat(files).hasSize(documents.size());
    }

    private static JsonNode table(FitResult result, String name) throws IOException {
        Map<String, String> files = files(result);
        for (JsonNode document : documents(files)) {
            if (document.path("name").asText().endsWith(": " + name)) {
                return YAML.readTree(
                        Fits.get(files, "hepdata/" + document.get("data_file").asText()));
            }
        }
        throw new AssertionError("no table " + name);
    }

    /** Ends of the 1σ set of C_L alone, where 4.39 − 0.457 C + 0.0357 C² = 11 ± 4 (arXiv:2108.05033, eq 7 and Table 1). */
    @Test
    void intervalsStandByLevelAndSegment() throws IOException {
        JsonNode table = table(Fits.run("bsnunu-2021/table2"), "likelihood-RK, intervals");
        assertThat(table.at("/independent_variables/0/values/1/value").asText()).isEqualTo("CL_bsnutaunutau");
        assertThat(table.at("/independent_variables/1/values/1/value").asDouble())
                .isEqualTo(2);
        assertThat(table.at("/dependent_variables/0/qualifiers/2/value").asText())
                .isEqualTo("1σ");
        double digits = 0.005; // half of the last digit of the closed form as written here
        assertThat(table.at("/dependent_variables/0/values/1/value").asDouble()).isCloseTo(17.08, within(digits));
        assertThat(table.at("/dependent_variables/1/values/1/value").asDouble()).isCloseTo(24.79, within(digits));
    }

    /** Curves keep their points, the number of the curve beside them. */
    @Test
    void contoursHaveATableForEachLevel() throws IOException {
        FitResult result = Fits.run("examples/contour");
        JsonNode table = table(result, "plane, contour CL_bsnutaunutau,CR_bsnutaunutau 68.27%");
        assertThat(table.at("/independent_variables/1/header/name").asText()).isEqualTo("CL_bsnutaunutau");
        assertThat(table.at("/dependent_variables/0/header/name").asText()).isEqualTo("CR_bsnutaunutau");
        Set<Double> curves = new HashSet<>();
        table.at("/independent_variables/0/values")
                .forEach(cell -> curves.add(cell.get("value").asDouble()));
        assertThat(curves).containsExactlyInAnyOrder(1.0, 2.0);
    }
}
