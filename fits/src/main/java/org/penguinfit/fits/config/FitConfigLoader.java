package org.penguinfit.fits.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads a {@code fit/1} document. Names are checked later, when the theory and the measurements are known. */
public final class FitConfigLoader {
    /** The schema this reader knows. */
    public static final String SCHEMA = "fit/1";

    private final Diagnostics diagnostics;

    private FitConfigLoader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /**
     * Reads a configuration.
     *
     * @param name how the user named the fit
     * @param document the file, with {@code --set} options already applied
     * @param overrides those options, as written
     * @param diagnostics takes every problem; the result is meaningful only if none is an error
     */
    public static FitConfig load(
            String name, LocatedDocument document, List<String> overrides, Diagnostics diagnostics) {
        return new FitConfigLoader(diagnostics).config(name, document, overrides);
    }

    private FitConfig config(String name, LocatedDocument document, List<String> overrides) {
        Fields fields = new Fields(document.root(), diagnostics);
        checkSchema(fields);
        Map<String, ParameterConfig> parameters = parameters(fields);
        MeasurementConfig measurements = new MeasurementConfigLoader(diagnostics).read(fields);
        String title = orElse(fields.requiredText("title"), name);
        String reference = orElse(fields.text("reference"), "");
        String variant = orElse(fields.text("variant"), "");
        @Nullable LocalDate asOf = date(fields.node("as-of"));
        long seed = seed(fields);
        List<String> theory = theory(fields);
        @Nullable TheoryUncertainty theoryUncertainty = TheoryUncertainty.read(fields, diagnostics);
        List<String> nuisances = fields.texts("nuisances");
        Map<String, TaskConfig> tasks = new TaskConfigLoader(diagnostics).tasks(fields);
        FitConfig config = new FitConfig(
                name,
                document.file(),
                document.sha256(),
                title,
                reference,
                variant,
                asOf,
                seed,
                theory,
                theoryUncertainty,
                measurements,
                parameters,
                nuisances,
                tasks,
                outputs(fields, tasks, parameters),
                List.copyOf(overrides),
                Places.of(document.root()));
        fields.text("description");
        fields.refuseUnknownKeys();
        return config;
    }

    private void checkSchema(Fields fields) {
        Node node = fields.requiredNode("schema");
        if (node != null) {
            String schema = Fields.asText(node, diagnostics);
            if (schema != null && !schema.equals(SCHEMA)) {
                diagnostics.error(node, "the schema of a fit config must be " + SCHEMA, node.describe(), "");
            }
        }
    }

    private List<String> theory(Fields fields) {
        requireItems(fields, "theory", "write 'theory: [NAME…]'");
        return fields.texts("theory");
    }

    /** Reports a list that is missing or empty. */
    private void requireItems(Fields fields, String key, String remedy) {
        Node node = fields.requiredNode(key);
        if (node instanceof ListNode list && list.items().isEmpty()) {
            diagnostics.error(node, "must have at least one item", node.describe(), remedy);
        }
    }

    private OutputConfig outputs(
            Fields fields, Map<String, TaskConfig> tasks, Map<String, ParameterConfig> parameters) {
        MapNode map = fields.map("outputs");
        if (map == null) {
            return OutputConfig.STANDARD;
        }
        Fields keys = new Fields(map, diagnostics);
        List<String> tables = new ArrayList<>();
        for (Node item : keys.items("tables")) {
            String text = Fields.asText(item, diagnostics);
            if (text != null && !OutputConfig.TABLES.contains(text)) {
                diagnostics.error(
                        item,
                        "unknown table format",
                        item.describe(),
                        DidYouMean.suggestOrList(text, OutputConfig.TABLES));
            } else if (text != null) {
                tables.add(text);
            }
        }
        OutputConfig outputs = new OutputConfig(
                orElse(keys.text("directory"), ""),
                keys.has("tables") ? tables : OutputConfig.TABLES,
                keys.flag("term-curves", false),
                new PlotConfigLoader(tasks, parameters, diagnostics).load(keys.map("plots")));
        keys.refuseUnknownKeys();
        return outputs;
    }

    private long seed(Fields fields) {
        Node node = fields.node("seed");
        if (node == null) {
            return 0;
        }
        try {
            if (node instanceof ScalarNode s) {
                return Long.parseLong(s.text());
            }
        } catch (NumberFormatException e) {
            // reported below
        }
        diagnostics.error(node, "must be a whole number", node.describe(), "");
        return 0;
    }

    private @Nullable LocalDate date(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        String text = Fields.asText(node, diagnostics);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            diagnostics.error(node, "must be a date", node.describe(), "write it like 2021-08-31");
            return null;
        }
    }

    // --- parameters -----------------------------------------------------------------------------------------------

    private Map<String, ParameterConfig> parameters(Fields fields) {
        Map<String, ParameterConfig> parameters = new LinkedHashMap<>();
        MapNode map = fields.map("parameters");
        if (map == null) {
            return parameters;
        }
        for (Entry entry : map.entries().values()) {
            parameters.put(entry.key(), parameter(entry));
        }
        return parameters;
    }

    private ParameterConfig parameter(Entry entry) {
        String path = entry.value().path();
        if (entry.value() instanceof ScalarNode s
                && (s.kind() == ScalarNode.Kind.NULL || s.text().isEmpty())) {
            return new ParameterConfig(entry.key(), null, null, null, null, true, entry.keyLocation(), path);
        }
        int before = diagnostics.errorCount();
        Fields keys = Fields.of(entry.value(), diagnostics);
        if (keys == null) {
            return new ParameterConfig(entry.key(), null, null, null, null, false, entry.keyLocation(), path);
        }
        Node rangeNode = keys.node("range");
        Bounds range = rangeNode == null ? null : RangeText.read(rangeNode, diagnostics);
        Double start = keys.number("start");
        Double fixed = keys.number("fixed");
        refuseOutside(keys.node("start"), start, range);
        refuseOutside(keys.node("fixed"), fixed, range);
        ParameterConfig.Constraint constraint = constraint(keys.node("constraint"));
        keys.refuseUnknownKeys();
        boolean readable = diagnostics.errorCount() == before;
        return new ParameterConfig(entry.key(), range, start, fixed, constraint, readable, entry.keyLocation(), path);
    }

    private void refuseOutside(@Nullable Node at, @Nullable Double value, @Nullable Bounds range) {
        if (at != null && value != null && range != null && !range.contains(value)) {
            diagnostics.error(at, "must lie in the range " + RangeText.of(range), at.describe(), "");
        }
    }

    private ParameterConfig.@Nullable Constraint constraint(@Nullable Node node) {
        if (node == null) {
            return null;
        }
        Double central = null;
        Double sigma = null;
        if (node instanceof MapNode map) {
            Fields keys = new Fields(map, diagnostics);
            central = keys.requiredNumber("central");
            sigma = keys.requiredNode("sigma") == null ? null : keys.positive("sigma");
            keys.refuseUnknownKeys();
        } else {
            String text = Fields.asText(node, diagnostics);
            String[] parts = text == null ? new String[0] : text.split("±|\\+-", -1);
            try {
                if (parts.length == 2) {
                    central = RangeText.number(parts[0]);
                    sigma = RangeText.number(parts[1]);
                }
            } catch (NumberFormatException e) {
                central = null;
            }
            if (text != null && (central == null || sigma == null || !(sigma > 0))) {
                diagnostics.error(node, "must be a constraint", node.describe(), "write it like 0 ± 1, sigma > 0");
                return null;
            }
        }
        return central == null || sigma == null ? null : new ParameterConfig.Constraint(central, sigma);
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text;
    }
}
