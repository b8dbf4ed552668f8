package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.hepdata.HepWriter;
import org.penguinfit.measurements.yaml.MeasurementLibrary;

/**
 * Submissions keep the rules of HEPData's schemas 1.1.1 (hepdata-validator: submission_schema.json, data_schema.json): which keys
 * there are, of what type, how long. Read by Jackson, not by our own reader.
 */
class HepRulesTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private final List<String> broken = new ArrayList<>();

    @Test
    void theLibraryAndRandomMeasurementsAreValidSubmissions() throws IOException {
        List<Measurement> all =
                new ArrayList<>(MeasurementLibrary.load(new Diagnostics()).measurements());
        all.addAll(new RandomMeasurements(31).list(60));
        Map<String, String> files = HepWriter.write(all).files();
        Set<String> named = new HashSet<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(Objects.requireNonNull(files.get("submission.yaml")))) {
            keys(documents.next(), "header", Set.of("comment"), Set.of());
            while (documents.hasNext()) {
                JsonNode table = documents.next();
                document(table);
                assertThat(named.add(table.get("data_file").asText())).isTrue();
                data(YAML.readTree(
                        Objects.requireNonNull(files.get(table.get("data_file").asText()))));
            }
        }
        assertThat(named).hasSize(files.size() - 1).hasSizeGreaterThan(20);
        assertThat(broken).isEmpty();
    }

    private void document(JsonNode table) {
        keys(table, "table", Set.of("name", "description", "keywords", "data_file"), Set.of("location"));
        rule(table.get("name").asText().length() <= 64, "name too long");
        rule(table.path("location").asText().length() <= 256, "location too long");
        rule(table.get("data_file").asText().endsWith(".yaml"), "data file is no YAML");
        for (JsonNode keyword : table.get("keywords")) {
            keys(keyword, "keyword", Set.of("name", "values"), Set.of());
            rule(
                    Set.of("reactions", "observables", "phrases", "cmenergies")
                            .contains(keyword.get("name").asText()),
                    "unknown keyword");
            rule(keyword.get("values").isArray(), "keyword values are no list");
        }
    }

    private void data(JsonNode table) {
        keys(table, "data", Set.of("independent_variables", "dependent_variables"), Set.of());
        Set<Integer> lengths = new HashSet<>();
        for (JsonNode column : table.get("independent_variables")) {
            keys(column, "independent", Set.of("header", "values"), Set.of());
            keys(column.get("header"), "header", Set.of("name"), Set.of("units"));
            lengths.add(column.get("values").size());
            for (JsonNode cell : column.get("values")) {
                boolean bin = cell.has("low");
                keys(cell, "cell", bin ? Set.of("low", "high") : Set.of("value"), bin ? Set.of("value") : Set.of());
            }
        }
        for (JsonNode column : table.get("dependent_variables")) {
            keys(column, "dependent", Set.of("header", "values"), Set.of("qualifiers"));
            lengths.add(column.get("values").size());
            for (JsonNode qualifier : column.path("qualifiers")) {
                keys(qualifier, "qualifier", Set.of("name", "value"), Set.of("units"));
                rule(qualifier.get("name").isTextual(), "qualifier name is no text");
                rule(
                        qualifier.get("value").isTextual()
                                || qualifier.get("value").isNumber(),
                        "qualifier value");
            }
            column.get("values").forEach(this::point);
        }
        rule(lengths.size() == 1, "columns of different lengths " + lengths);
    }

    private void point(JsonNode point) {
        keys(point, "point", Set.of("value"), Set.of("errors"));
        rule(point.get("value").isNumber(), "value is no number: " + point);
        for (JsonNode error : point.path("errors")) {
            boolean symmetric = error.has("symerror");
            keys(error, "error", Set.of(symmetric ? "symerror" : "asymerror"), Set.of("label"));
            rule(error.path("label").isMissingNode() || error.get("label").isTextual(), "label is no text: " + error);
            if (symmetric) {
                rule(error.get("symerror").isNumber() && error.get("symerror").asDouble() > 0, "error " + error);
            } else {
                keys(error.get("asymerror"), "sides", Set.of("plus", "minus"), Set.of());
                rule(error.at("/asymerror/plus").asDouble() > 0, "plus " + error);
                rule(error.at("/asymerror/minus").asDouble() < 0, "minus " + error);
            }
        }
    }

    private void keys(JsonNode node, String what, Set<String> required, Set<String> optional) {
        Set<String> found = new HashSet<>();
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            found.add(names.next());
        }
        rule(found.containsAll(required), what + " lacks keys: " + found);
        found.removeAll(required);
        found.removeAll(optional);
        rule(found.isEmpty(), what + " has keys of no schema: " + found);
    }

    private void rule(boolean holds, String otherwise) {
        if (!holds) {
            broken.add(otherwise);
        }
    }
}
