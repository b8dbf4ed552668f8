package org.penguinfit.fits.config;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads the keys of a task that belong to its type; a key of another type is an error that says whose it is. */
final class TaskOptionsLoader {
    private final Fields keys;
    private final Diagnostics diagnostics;

    TaskOptionsLoader(Fields keys, Diagnostics diagnostics) {
        this.keys = keys;
        this.diagnostics = diagnostics;
    }

    /** Which key belongs to which types. */
    private static Map<String, Set<TaskConfig.Type>> owners() {
        Map<String, Set<TaskConfig.Type>> owners = new LinkedHashMap<>();
        owners.put("as", EnumSet.of(TaskConfig.Type.ALLOWED));
        owners.put(
                "points",
                EnumSet.of(TaskConfig.Type.PREDICT, TaskConfig.Type.PROFILE, TaskConfig.Type.FELDMAN_COUSINS));
        owners.put("sampling", EnumSet.of(TaskConfig.Type.SCAN));
        owners.put("number", EnumSet.of(TaskConfig.Type.CURVE, TaskConfig.Type.SCAN, TaskConfig.Type.REGION));
        owners.put("cuts", EnumSet.of(TaskConfig.Type.SCAN, TaskConfig.Type.REGION));
        owners.put("x", EnumSet.of(TaskConfig.Type.CURVE, TaskConfig.Type.REGION));
        owners.put("y", EnumSet.of(TaskConfig.Type.REGION));
        owners.put("cells", EnumSet.of(TaskConfig.Type.REGION));
        owners.put("grid", EnumSet.of(TaskConfig.Type.CONTOUR));
        owners.put("dof", EnumSet.of(TaskConfig.Type.CONTOUR));
        owners.put("side", EnumSet.of(TaskConfig.Type.LIMIT, TaskConfig.Type.EVOLUTION));
        owners.put("dates", EnumSet.of(TaskConfig.Type.EVOLUTION));
        owners.put("vary", EnumSet.of(TaskConfig.Type.EVOLUTION));
        owners.put("limits", EnumSet.of(TaskConfig.Type.EVOLUTION));
        owners.put("methods", EnumSet.of(TaskConfig.Type.LIMIT, TaskConfig.Type.COVERAGE));
        owners.put("hypothesis", EnumSet.of(TaskConfig.Type.SIGNIFICANCE));
        owners.put(
                "toys",
                EnumSet.of(
                        TaskConfig.Type.SIGNIFICANCE,
                        TaskConfig.Type.GOODNESS,
                        TaskConfig.Type.FELDMAN_COUSINS,
                        TaskConfig.Type.COVERAGE));
        owners.put("truth", EnumSet.of(TaskConfig.Type.COVERAGE));
        owners.put("sampler", EnumSet.of(TaskConfig.Type.POSTERIOR));
        owners.put("chains", EnumSet.of(TaskConfig.Type.POSTERIOR));
        owners.put("warmup", EnumSet.of(TaskConfig.Type.POSTERIOR));
        owners.put("sources", EnumSet.of(TaskConfig.Type.PREDICT, TaskConfig.Type.CURVE));
        owners.put(
                "draws",
                EnumSet.of(
                        TaskConfig.Type.PREDICT,
                        TaskConfig.Type.CURVE,
                        TaskConfig.Type.POSTERIOR,
                        TaskConfig.Type.PROPAGATE));
        owners.put("priors", EnumSet.of(TaskConfig.Type.POSTERIOR));
        owners.put("observable", EnumSet.of(TaskConfig.Type.AVERAGE));
        owners.put("correlations", EnumSet.of(TaskConfig.Type.AVERAGE));
        return owners;
    }

    /** Takes the keys of all types as known, where the type itself is in error. */
    static TaskOptions skip(Fields keys, Diagnostics diagnostics) {
        for (String key : owners().keySet()) {
            keys.node(key);
        }
        return new TaskOptions.None();
    }

    TaskOptions read(TaskConfig.Type type) {
        refuseForeignKeys(type);
        return switch (type) {
            case ALLOWED -> new TaskOptions.Allowed(bandSigmas());
            case ONE_AT_A_TIME, FIT, IMPACTS -> new TaskOptions.None();
            case PREDICT -> new TaskOptions.Predict(points(), drawsOrNone(), sources());
            case CURVE ->
                new TaskOptions.Curve(
                        Objects.requireNonNullElse(keys.requiredText("x"), ""),
                        count("number", 201, 2, MAX_POINTS),
                        drawsOrNone(),
                        sources());
            case SCAN -> scan();
            case REGION ->
                new TaskOptions.Region(
                        Objects.requireNonNullElse(keys.requiredText("x"), ""),
                        Objects.requireNonNullElse(keys.requiredText("y"), ""),
                        count("number", 100_000, FEWEST_DRAWS, MAX_SCAN),
                        count("cells", 200, 2, MAX_CELLS),
                        cuts());
            case PROFILE -> new TaskOptions.Profile(count("points", 101, 3, MAX_POINTS));
            case CONTOUR -> new TaskOptions.Contour(count("grid", 0, 0, MAX_GRID), count("dof", 2, 1, 2));
            case LIMIT ->
                new TaskOptions.Limit(
                        word("side", "upper", List.of("upper", "lower")).equals("upper"),
                        words("methods", TaskOptions.Limit.METHODS));
            case SIGNIFICANCE -> new TaskOptions.Significance(values("hypothesis"), count("toys", 0, 0, MAX_TOYS));
            case GOODNESS -> new TaskOptions.Goodness(count("toys", 1000, 0, MAX_TOYS));
            case FELDMAN_COUSINS ->
                new TaskOptions.FeldmanCousins(count("points", 41, 3, MAX_POINTS), count("toys", 1000, 1, MAX_TOYS));
            case COVERAGE ->
                new TaskOptions.Coverage(
                        values("truth"),
                        count("toys", 1000, 1, MAX_TOYS),
                        words("methods", TaskOptions.Coverage.METHODS));
            case POSTERIOR -> posterior();
            case PROPAGATE -> new TaskOptions.Propagate(count("draws", 10_000, FEWEST_DRAWS, MAX_TOYS));
            case EVOLUTION -> evolution();
            case AVERAGE ->
                new TaskOptions.Average(
                        Objects.requireNonNullElse(keys.requiredText("observable"), ""), values("correlations"));
        };
    }

    private TaskOptions scan() {
        String sampling = word("sampling", "grid", TaskOptions.Scan.POINTS);
        boolean grid = sampling.equals("grid");
        return new TaskOptions.Scan(
                sampling, count("number", grid ? 21 : 10_000, 1, grid ? MAX_POINTS : MAX_SCAN), cuts());
    }

    private Map<String, Bounds> cuts() {
        Map<String, Bounds> cuts = new LinkedHashMap<>();
        MapNode map = keys.map("cuts");
        if (map != null) {
            for (Map.Entry<String, MapNode.Entry> entry : map.entries().entrySet()) {
                Bounds range = RangeText.read(entry.getValue().value(), diagnostics);
                if (range != null) {
                    cuts.put(entry.getKey(), range);
                }
            }
        }
        return cuts;
    }

    private TaskOptions evolution() {
        TreeSet<LocalDate> dates = new TreeSet<>();
        Node node = keys.requiredNode("dates");
        boolean all = node instanceof ScalarNode word && word.text().equals("all");
        if (node instanceof ListNode list && list.items().isEmpty()) {
            diagnostics.error(node, "must have at least one item", node.describe(), "write 'dates: all'");
        }
        for (Node item : all ? List.<Node>of() : keys.items("dates")) {
            String text = Fields.asText(item, diagnostics);
            try {
                if (text != null) {
                    dates.add(LocalDate.parse(text));
                }
            } catch (DateTimeParseException e) {
                diagnostics.error(item, "must be a date", item.describe(), "write it like 2021-08-31, or 'dates: all'");
            }
        }
        List<Level> limits = new ArrayList<>();
        for (Node item : keys.items("limits")) {
            Level level = Level.read(item, diagnostics);
            if (level != null && !(level.level().probability() > HALF)) {
                diagnostics.error(
                        item,
                        "a one-sided limit needs a confidence level above 50%",
                        level.label(),
                        "write 90% or 95%");
            } else if (level != null) {
                limits.add(level);
            }
        }
        return new TaskOptions.Evolution(
                List.copyOf(dates),
                all,
                word("vary", "one-at-a-time", List.of("one-at-a-time", "together"))
                        .equals("together"),
                limits,
                word("side", "upper", List.of("upper", "lower")).equals("upper"));
    }

    private TaskOptions posterior() {
        Map<String, PriorText> priors = new LinkedHashMap<>();
        MapNode map = keys.map("priors");
        if (map != null) {
            for (Map.Entry<String, MapNode.Entry> entry : map.entries().entrySet()) {
                PriorText prior = PriorLoader.read(entry.getValue().value(), diagnostics);
                if (prior != null) {
                    priors.put(entry.getKey(), prior);
                }
            }
        }
        String sampler = word("sampler", "nuts", TaskOptions.Posterior.SAMPLERS);
        return new TaskOptions.Posterior(
                sampler,
                count("chains", 4, 2, MAX_POINTS),
                count("warmup", 1000, sampler.equals("nuts") ? FEWEST_DRAWS : 0, MAX_TOYS),
                count("draws", 1000, FEWEST_DRAWS, MAX_TOYS),
                priors);
    }

    private Map<String, Map<String, Double>> points() {
        Map<String, Map<String, Double>> points = new LinkedHashMap<>();
        MapNode map = keys.map("points");
        if (map != null) {
            for (MapNode.Entry entry : map.entries().values()) {
                Fields values = Fields.of(entry.value(), diagnostics);
                points.put(entry.key(), values == null ? Map.of() : numbers(values, entry.value()));
            }
        }
        return points;
    }

    private static Map<String, Double> numbers(Fields fields, Node node) {
        Map<String, Double> values = new LinkedHashMap<>();
        if (node instanceof MapNode map) {
            for (String name : map.entries().keySet()) {
                Double value = fields.number(name);
                if (value != null) {
                    values.put(name, value);
                }
            }
        }
        return values;
    }

    /** None by default; some are worth nothing below the fewest that make a distribution. */
    private int drawsOrNone() {
        int draws = count("draws", 0, 0, MAX_DRAWS);
        Node node = keys.node("draws");
        if (node != null && draws > 0 && draws < FEWEST_DRAWS) {
            diagnostics.error(
                    node, "must be 0 or at least " + FEWEST_DRAWS, node.describe(), "write 10000, or leave it out");
        }
        return draws;
    }

    private Map<String, List<String>> sources() {
        Map<String, List<String>> sources = new LinkedHashMap<>();
        MapNode map = keys.map("sources");
        if (map != null) {
            Fields fields = new Fields(map, diagnostics);
            for (String name : map.entries().keySet()) {
                sources.put(name, fields.texts(name));
            }
        }
        return sources;
    }

    private int count(String key, int standard, int least, int most) {
        return WholeNumber.read(keys, key, standard, least, most, diagnostics);
    }

    private String word(String key, String standard, List<String> known) {
        Node node = keys.node(key);
        String text = node == null ? null : Fields.asText(node, diagnostics);
        if (node == null || text == null) {
            return standard;
        }
        return isKnown(node, text, known) ? text : standard;
    }

    private boolean isKnown(Node node, String text, List<String> known) {
        if (!known.contains(text)) {
            diagnostics.error(
                    node,
                    "must be one of " + String.join(", ", known),
                    node.describe(),
                    DidYouMean.suggest(text, known));
        }
        return known.contains(text);
    }

    /** The words of a list; all that are known if there is none. */
    private List<String> words(String key, List<String> known) {
        List<String> words = new ArrayList<>();
        for (Node item : keys.items(key)) {
            String text = Fields.asText(item, diagnostics);
            if (text != null && isKnown(item, text, known)) {
                words.add(text);
            }
        }
        return keys.has(key) ? words : known;
    }

    private Map<String, Double> values(String key) {
        MapNode map = keys.map(key);
        return map == null ? Map.of() : numbers(new Fields(map, diagnostics), map);
    }

    private static final int MAX_POINTS = 10_001;
    private static final int MAX_GRID = 2_001;
    private static final int MAX_SCAN = 10_000_000;
    private static final int MAX_CELLS = 1_000;

    /** Every draw of a point is kept until its quantiles are found. */
    private static final int MAX_DRAWS = 1_000_000;

    private static final double HALF = 0.5;
    private static final int MAX_TOYS = 100_000_000;

    /** Fewer draws tell nothing, and tune no sampler: what the engine asks for. */
    private static final int FEWEST_DRAWS = 100;

    private void refuseForeignKeys(TaskConfig.Type type) {
        Node use = keys.node("use");
        if (use != null && (type == TaskConfig.Type.SCAN || type == TaskConfig.Type.REGION)) {
            diagnostics.error(
                    use, "a " + type.key() + " compares with no data", use.describe(), "conditions stand under 'cuts'");
        }
        for (Map.Entry<String, Set<TaskConfig.Type>> owner : owners().entrySet()) {
            Node node = keys.has(owner.getKey()) ? keys.node(owner.getKey()) : null;
            if (node != null && !owner.getValue().contains(type)) {
                diagnostics.error(
                        node,
                        "key '" + owner.getKey() + "' belongs to tasks of type " + names(owner.getValue()),
                        type.key(),
                        "remove it");
            }
        }
    }

    private static String names(Set<TaskConfig.Type> types) {
        StringBuilder names = new StringBuilder();
        int left = types.size();
        for (TaskConfig.Type type : types) {
            names.append(type.key());
            left--;
            names.append(left > 1 ? ", " : left == 1 ? " and " : "");
        }
        return names.toString();
    }

    private double bandSigmas() {
        MapNode as = keys.map("as");
        if (as == null) {
            return 1;
        }
        Fields fields = new Fields(as, diagnostics);
        Node band = fields.node("band");
        Level level = band == null ? null : Level.read(band, diagnostics);
        fields.refuseUnknownKeys();
        return level == null ? 1 : level.level().sigmas();
    }
}
