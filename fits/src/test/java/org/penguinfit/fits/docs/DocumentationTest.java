package org.penguinfit.fits.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.fits.plan.Schemas;

class DocumentationTest {
    private static final Path FORMATS = Path.of("docs/formats.md");
    private static final Path README = Path.of("README.md");

    @TempDir
    private Path folder;

    static List<Path> documents() {
        return Repository.documents();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyCommandDoesWhatTheTextShows(Path document) throws IOException {
        Walkthrough reader = new Walkthrough(folder, document.toString());
        reader.follow(MarkdownPage.parse(Repository.text(document)));
        assertThat(reader.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: at least {1} commands")
    @CsvSource({"README.md, 4", "docs/formats.md, 4", "docs/command-line.md, 4", "docs/how-to-add.md, 3"})
    void theCommandsAreFoundInTheText(Path document, int least) {
        int commands = 0;
        for (MarkdownPage.Block block :
                MarkdownPage.parse(Repository.text(document)).blocks()) {
            commands += block.language().equals("sh")
                    ? ShellBlock.of(block).commands().size()
                    : 0;
        }
        assertThat(commands).isGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void everyLinkLeadsToAFileAndAHeadingOfIt(Path document) {
        Path root = Repository.root();
        List<String> broken = new ArrayList<>();
        for (String link : MarkdownPage.parse(Repository.text(document)).links()) {
            if (link.startsWith("https://") || link.startsWith("http://")) {
                continue;
            }
            String[] parts = link.split("#", 2);
            Path target = parts[0].isEmpty()
                    ? document
                    : root.relativize(
                            root.resolve(document).resolveSibling(parts[0]).normalize());
            boolean exists = Files.exists(root.resolve(target));
            boolean hasHeading = parts.length == 1
                    || (exists
                            && MarkdownPage.parse(Repository.text(target))
                                    .anchors()
                                    .contains(parts[1]));
            if (!exists || !hasHeading) {
                broken.add(link);
            }
        }
        assertThat(broken).isEmpty();
    }

    /** A span such as {@code Likelihood}, {@code Likelihood.bind} or {@code ReportWriters.ALL}. */
    private static final Pattern CLASS_AND_MEMBER = Pattern.compile("([A-Z][a-z]+[A-Za-z]*)(?:\\.([A-Za-z]+))?");

    @ParameterizedTest(name = "{0}: at least {1} classes")
    @CsvSource({"docs/walk.md, 20", "docs/how-to-add.md, 10", "docs/pitfalls.md, 10", "docs/library.md, 25"})
    void everyClassAndMemberNamedInTheTextExists(Path document, int least) {
        Map<String, Path> sources = Repository.javaSources();
        List<String> missing = new ArrayList<>();
        Set<String> found = new TreeSet<>();
        for (String span : MarkdownPage.parse(Repository.text(document)).codeSpans()) {
            Matcher named = CLASS_AND_MEMBER.matcher(span);
            if (!named.matches() || span.equals("IllegalArgumentException")) {
                continue;
            }
            Path source = sources.get(named.group(1));
            String member = named.group(2);
            if (source == null || (member != null && !Repository.text(source).contains(" " + member))) {
                missing.add(span);
            } else {
                found.add(span);
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).hasSizeGreaterThanOrEqualTo(least);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"measurements", "theory", "popxf", "fit", "results"})
    void everyKeyOfAFormatIsExplained(String format) throws IOException {
        byte[] schema = Schemas.find(format);
        assertThat(schema).isNotNull();
        Set<String> keys = new TreeSet<>();
        collectKeys(new ObjectMapper().readTree(schema), keys);
        assertThat(keys).hasSizeGreaterThan(10);
        String code = MarkdownPage.parse(Repository.text(FORMATS)).codeOfSection(format + "/1");
        keys.removeIf(key -> Pattern.compile("(?<![\\w-])" + Pattern.quote(key) + "(?![\\w-])")
                .matcher(code)
                .find());
        assertThat(keys).as("keys that docs/formats.md does not name").isEmpty();
    }

    /** The names under every {@code properties} of a JSON Schema. */
    private static void collectKeys(JsonNode schema, Set<String> keys) {
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            if (field.getKey().equals("properties") && field.getValue().isObject()) {
                field.getValue().fieldNames().forEachRemaining(keys::add);
            }
            collectKeys(field.getValue(), keys);
        }
        if (schema.isArray()) {
            for (JsonNode item : schema) {
                collectKeys(item, keys);
            }
        }
    }

    @Test
    void theReadmeStartsWithTheTwoCommandsThatANewUserNeeds() {
        assertThat(Repository.text(README))
                .contains("./mvnw -q -DskipTests package && java -jar fits/target/penguinfit.jar run"
                        + " bsnunu-2021/table2\n")
                .contains("./mvnw verify\n");
    }

    @Test
    void aWrongOutputAWrongExitCodeAndABrokenFileNameAreNoticed() throws IOException {
        String text = """
                ```sh
                java -jar fits/target/penguinfit.jar schema fit
                ```
                ```text
                nonsense
                …
                ```
                ```sh exit=2
                java -jar fits/target/penguinfit.jar --version
                ```
                """;
        Walkthrough reader = new Walkthrough(folder, "here");
        reader.follow(MarkdownPage.parse(text));
        assertThat(reader.commands()).isEqualTo(2);
        assertThat(reader.problems()).hasSize(2);
        assertThat(reader.problems().get(0)).startsWith("here:5: not printed: 'nonsense'");
        assertThat(reader.problems().get(1)).startsWith("here:8: exit code 0, not 2");
    }

    @Test
    void quotesHoldAWordTogether() {
        assertThat(ShellBlock.words("predict x --observable 'BR(B+->Knunu)' \"a b\"  # why"))
                .containsExactly("predict", "x", "--observable", "BR(B+->Knunu)", "a b");
    }
}
