package org.penguinfit.measurements.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Turns the token stream of Jackson's YAML or JSON parser into located nodes. Refuses what makes a configuration file
 * hard to trust: anchors, aliases, merge keys, tags, repeated keys, several documents, deep nesting.
 */
final class DocumentParser {
    /** No sensible file of ours nests deeper than about ten. */
    static final int MAX_DEPTH = 64;

    /** SnakeYAML's time grows with the square of a line's length; this one takes a tenth of a second. JSON has no such limit. */
    static final int MAX_LINE = 500_000;

    /**
     * Keeps the tree of a file within some hundred megabytes; the largest real file has some ten thousand, a hundred thousand
     * measurements have two million.
     */
    static final int MAX_VALUES = 4_000_000;

    private final String file;
    private final Diagnostics diagnostics;
    private final YamlTricks tricks;
    private int values;
    private int deepest;
    private SourceText source = new SourceText("");
    private SourceCursor cursor = new SourceCursor(source);

    /** One text for all keys that read alike. */
    private final Map<String, String> keys = new HashMap<>();

    DocumentParser(String file, Diagnostics diagnostics) {
        this.file = file;
        this.diagnostics = diagnostics;
        this.tricks = new YamlTricks();
    }

    /** The one map of a file of ours; anchors, aliases, merge keys, tags and further documents are errors. */
    @Nullable
    MapNode parse(byte[] bytes) {
        List<Node> roots = documents(bytes, false);
        diagnostics.addAll(tricks.found());
        return roots.isEmpty() ? null : onlyMap(roots);
    }

    /** All documents of a foreign file, any kind of node each; what was tricky is in {@link #tricks()}. */
    List<Node> parseAll(byte[] bytes) {
        List<Node> roots = new ArrayList<>(documents(bytes, true));
        if (!roots.isEmpty() && roots.stream().allMatch(DocumentParser::isNothing)) {
            onlyMap(roots);
        }
        roots.removeIf(DocumentParser::isNothing);
        diagnostics.addAll(tricks.refusedAnywhere());
        return roots;
    }

    /** Anchors, aliases, merge keys and tags of the file, as the errors that they are in a file of ours. */
    List<Diagnostic> tricks() {
        return tricks.found();
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.kind() == ScalarNode.Kind.NULL || scalar.text().isEmpty());
    }

    private @Nullable MapNode onlyMap(List<Node> roots) {
        Node root = roots.get(0);
        if (root instanceof MapNode map) {
            return map;
        }
        if (isNothing(root)) {
            whole("file is empty", "", "write 'key: value' lines");
        } else {
            diagnostics.error(root, "a file must be a map of keys", root.describe(), "write 'key: value' lines");
        }
        return null;
    }

    private List<Node> documents(byte[] bytes, boolean several) {
        String text = decode(bytes);
        if (text == null) {
            return List.of();
        }
        source = new SourceText(text);
        cursor = new SourceCursor(source);
        Location longLine = isJson() ? null : source.firstLineLongerThan(MAX_LINE, file);
        if (longLine != null) {
            diagnostics.error(
                    longLine, "", "a line must not have more than " + MAX_LINE + " characters", "more", "break it");
            return List.of();
        }
        try (JsonParser parser = open(text)) {
            return documents(parser, several);
        } catch (LimitExceeded e) {
            diagnostics.error(e.location, "", String.valueOf(e.getMessage()), "more", e.remedy);
        } catch (JsonProcessingException e) {
            String problem = problem(e);
            diagnostics.error(place(e), "", "not readable as " + language(), problem, syntaxRemedy(problem));
        } catch (IOException e) {
            whole("file cannot be read", String.valueOf(e.getMessage()), "");
        } catch (OutOfMemoryError e) { // the tree, which nothing holds any more, took it
            long most = Runtime.getRuntime().maxMemory() >> 20;
            whole("file needs more memory than Java has", most + " MB", "split the file, or start java with -Xmx2g");
        }
        return List.of();
    }

    private List<Node> documents(JsonParser parser, boolean several) throws IOException {
        List<Node> roots = new ArrayList<>();
        if (parser.nextToken() == null) {
            whole("file is empty", "", "write 'key: value' lines");
            return roots;
        }
        do {
            if (!roots.isEmpty() && !several) {
                diagnostics.error(
                        here(parser), "", "one document per file", "a second one after '---'", "split the file");
                return roots;
            }
            roots.add(node(parser, KeyPath.ROOT, 0));
        } while (parser.nextToken() != null);
        return roots;
    }

    private boolean isJson() {
        return file.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private String language() {
        return isJson() ? "JSON" : "YAML";
    }

    JsonParser open(String text) throws IOException {
        return isJson() ? JsonReading.FACTORY.createParser(text) : YamlReading.FACTORY.createParser(text);
    }

    private static StreamReadConstraints limits() {
        return StreamReadConstraints.builder()
                .maxNestingDepth(10 * MAX_DEPTH)
                .maxStringLength(Integer.MAX_VALUE)
                .build();
    }

    /** Loaded with the first JSON file. */
    private static final class JsonReading {
        private static final JsonFactory FACTORY =
                JsonFactory.builder().streamReadConstraints(limits()).build();
    }

    /** Loaded with the first YAML file. */
    private static final class YamlReading {
        private static final YAMLFactory FACTORY = YAMLFactory.builder()
                .loaderOptions(noSizeLimit())
                .streamReadConstraints(limits())
                .build();

        private static LoaderOptions noSizeLimit() {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(Integer.MAX_VALUE); // the size is limited before reading
            return options;
        }
    }

    /** UTF-8 to text; a byte that no text file holds is reported with its place. */
    private @Nullable String decode(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i];
            if (b >= 0 && b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
                Location at = new SourceText(new String(bytes, 0, i, StandardCharsets.UTF_8)).end(file);
                diagnostics.error(at, "", "must be a text file", String.format(Locale.ROOT, "byte 0x%02X", b), "");
                return null;
            }
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, text, true);
        text.flip();
        if (text.length() > 0 && text.charAt(0) == '\uFEFF') {
            text.position(1); // byte order mark
        }
        if (result.isError()) {
            diagnostics.error(
                    new SourceText(text.toString()).end(file),
                    "",
                    "must be UTF-8 text",
                    String.format(Locale.ROOT, "byte 0x%02X", bytes[in.position()]),
                    "save the file as UTF-8");
            return null;
        }
        return text.toString();
    }

    private Node node(JsonParser parser, KeyPath path, int depth) throws IOException {
        Location at = here(parser);
        goTo(depth, at);
        count(1, at);
        String trick = trick(parser, at);
        tricks.note(trick, at, path);
        if (trick.startsWith("*")) {
            YamlTricks.Anchored anchored = tricks.anchored(trick.substring(1));
            if (anchored != null) {
                count(anchored.size(), at);
                goTo(depth + anchored.height(), at);
                return anchored.node();
            }
            diagnostics.error(at, path.toString(), "an alias must follow its anchor", "'" + trick + "'", "");
        }
        return trick.startsWith("&")
                ? anchored(parser, at, path, depth, trick)
                : content(parser, at, path, depth, trick);
    }

    private Node anchored(JsonParser parser, Location at, KeyPath path, int depth, String trick) throws IOException {
        int valuesBefore = values;
        int deepestBefore = deepest;
        deepest = depth;
        Node node = content(parser, at, path, depth, trick);
        tricks.anchor(trick.substring(1), new YamlTricks.Anchored(node, values - valuesBefore, deepest - depth));
        deepest = Math.max(deepest, deepestBefore);
        return node;
    }

    private void goTo(int depth, Location at) throws LimitExceeded {
        if (depth > MAX_DEPTH) {
            throw new LimitExceeded(at, "nesting must not be deeper than " + MAX_DEPTH, "flatten the file");
        }
        deepest = Math.max(deepest, depth);
    }

    private void count(int more, Location at) throws LimitExceeded {
        values += more;
        if (values > MAX_VALUES) {
            throw new LimitExceeded(at, "a file must not have more than " + MAX_VALUES + " values", "split the file");
        }
    }

    private Node content(JsonParser parser, Location at, KeyPath path, int depth, String trick) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return map(parser, at, path, depth);
        }
        if (token == JsonToken.START_ARRAY) {
            List<Node> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(node(parser, path.item(items.size()), depth + 1));
            }
            return new ListNode(at, path, items);
        }
        ScalarNode.Kind kind = switch (token) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> ScalarNode.Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> ScalarNode.Kind.BOOLEAN;
            case VALUE_NULL -> ScalarNode.Kind.NULL;
            default -> ScalarNode.Kind.TEXT;
        };
        String text = kind == ScalarNode.Kind.NULL ? "" : parser.getText();
        return new ScalarNode(at, path, YamlTricks.isText(trick) ? ScalarNode.Kind.TEXT : kind, text, source);
    }

    private MapNode map(JsonParser parser, Location at, KeyPath path, int depth) throws IOException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        List<Node> merged = new ArrayList<>();
        String own = trick(parser, at);
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String key = keys.computeIfAbsent(name, n -> n);
            Location keyAt = here(parser);
            KeyPath keyPath = path.key(key);
            String trick = trick(parser, keyAt); // the parser still names that of the map at its first key
            tricks.note(trick.equals(own) ? "" : trick, keyAt, keyPath);
            parser.nextToken();
            Node value = node(parser, keyPath, depth + 1);
            if (key.equals("<<")) {
                tricks.noteMerge(keyAt, keyPath);
                merged.add(value);
                continue;
            }
            Entry first = entries.get(key);
            if (first != null) {
                diagnostics.error(
                        keyAt,
                        keyPath.toString(),
                        "a key may stand only once",
                        "it also on line " + first.keyLocation().line(),
                        "rename or remove one");
                continue;
            }
            entries.put(key, new Entry(key, keyAt, value));
        }
        YamlTricks.merge(merged, entries, diagnostics);
        return new MapNode(at, path, entries);
    }

    /** The alias, anchor or tag at the current token with its sign, or an empty text. */
    private String trick(JsonParser parser, Location at) throws IOException {
        if (!(parser instanceof YAMLParser yaml)) {
            return "";
        }
        if (yaml.isCurrentAlias()) {
            return "*" + yaml.getText();
        }
        if (yaml.getObjectId() != null) {
            return "&" + yaml.getObjectId();
        }
        if (cursor.at(at.line(), at.column()) == '&' && yaml.currentToken() != JsonToken.FIELD_NAME) {
            return source.wordAt(at); // of a scalar, which Jackson does not tell
        }
        return yaml.getTypeId() == null ? "" : "!" + yaml.getTypeId();
    }

    private Location here(JsonParser parser) {
        JsonLocation at = parser.currentTokenLocation();
        return new Location(file, at.getLineNr(), at.getColumnNr());
    }

    private void whole(String rule, String found, String remedy) {
        diagnostics.error(Location.wholeFile(file), "", rule, found, remedy);
    }

    /** Where the parser stumbled; for YAML not where the surrounding block began. */
    private Location place(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            Mark mark = yaml.getProblemMark();
            return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
        }
        JsonLocation at = e.getLocation();
        return at == null
                ? Location.wholeFile(file)
                : new Location(file, Math.max(at.getLineNr(), 1), Math.max(at.getColumnNr(), 1));
    }

    private static String problem(JsonProcessingException e) {
        if (e.getCause() instanceof MarkedYAMLException yaml && yaml.getProblem() != null) {
            String problem = yaml.getProblem();
            return problem.startsWith("found ") ? problem.substring("found ".length()) : problem;
        }
        String message = e.getOriginalMessage();
        return message == null ? "a syntax error" : message.lines().findFirst().orElse("a syntax error");
    }

    private static String syntaxRemedy(String message) {
        if (message.contains("'\\t'") || message.contains("TAB")) {
            return "indent with blanks, not with tabs";
        }
        if (message.contains("mapping values are not allowed")) {
            return "put a value that holds ': ' into quotes";
        }
        return "check indentation, quotes and brackets near this place";
    }

    /** Carries the place out of the recursion. */
    private static final class LimitExceeded extends IOException {
        private static final long serialVersionUID = 1L;
        private final transient Location location;
        private final String remedy;

        LimitExceeded(Location location, String rule, String remedy) {
            super(rule);
            this.location = location;
            this.remedy = remedy;
        }
    }
}
