package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocatedDocumentTest {
    @TempDir
    Path folder;

    private static List<String> findings(byte[] bytes, String name) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument.parse(bytes, name, diagnostics);
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    private static List<String> findings(String text) {
        return findings(text.getBytes(StandardCharsets.UTF_8), "f.yaml");
    }

    private List<String> reading(Path path) {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(LocatedDocument.read(path, "f.yaml", diagnostics)).isNull();
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    private static MapNode root(String text) {
        LocatedDocument document =
                LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", new Diagnostics());
        assertThat(document).isNotNull();
        return java.util.Objects.requireNonNull(document).root();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'a: 1\na: 2' | f.yaml:2:1 a: a key may stand only once, found it also on line 1 (rename or remove one)",
                "'a: &x 1' | 'f.yaml:1:4 a: anchors are not allowed, found ''&x'' (write the value out)'",
                "'a: !!str 1' | 'f.yaml:1:4 a: tags are not allowed, found ''!tag:yaml.org,2002:str'' (remove the tag)'",
                "'<<: {a: 1}' | 'f.yaml:1:1 <<: merge keys are not allowed, found ''<<'' (write the keys out)'",
                "'a: 1\n---\nb: 2' | f.yaml:3:1: one document per file, found a second one after '---' (split the file)",
                "'# nothing' | f.yaml: file is empty (write 'key: value' lines)",
                "'~' | f.yaml: file is empty (write 'key: value' lines)",
                "'[1, 2]' | f.yaml:1:1: a file must be a map of keys, found a list of 2 (write 'key: value' lines)"
            })
    void whatMakesAFileHardToTrustIsRefused(String text, String finding) {
        assertThat(findings(text)).containsExactly(finding);
    }

    @Test
    void anAliasIsRefusedBesideItsAnchor() {
        assertThat(findings("a: &x 1\nb: *x\n"))
                .containsExactly(
                        "f.yaml:1:4 a: anchors are not allowed, found '&x' (write the value out)",
                        "f.yaml:2:4 b: aliases are not allowed, found '*x' (write the value out)");
    }

    @Test
    void anAmpersandInATextIsNoAnchor() {
        assertThat(findings("a: '&x'\nb: \"&y\"\nc: |\n  &z\nd: R&D\n")).isEmpty();
    }

    @Test
    void aTabIsReportedWhereItStands() {
        assertThat(findings("a:\n\tb: 1\n")).singleElement().asString().startsWith("f.yaml:2:1: not readable as YAML");
    }

    @Test
    void binaryAndForeignEncodingsAreRefused() {
        assertThat(findings(new byte[] {'a', 0, 'b'}, "f.yaml"))
                .containsExactly("f.yaml:1:2: must be a text file, found byte 0x00");
        assertThat(findings("a: ±".getBytes(StandardCharsets.ISO_8859_1), "f.yaml"))
                .containsExactly("f.yaml:1:4: must be UTF-8 text, found byte 0xB1 (save the file as UTF-8)");
        assertThat(findings("a: \u007f")).hasSize(1);
        assertThat(findings("a: \ufffe")).hasSize(1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        Node value = root("\ufeffa: 1\n").get("a");
        assertThat(value).isNotNull().extracting(Node::location).isEqualTo(new Location("f.yaml", 1, 4));
    }

    @Test
    void deepNestingIsRefusedWithoutAStackOverflow() {
        int depth = 10_000;
        StringBuilder block = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            block.append(" ".repeat(i)).append("a:\n");
        }
        String rule = "nesting must not be deeper than " + DocumentParser.MAX_DEPTH;
        assertThat(findings("a: " + "[".repeat(depth)))
                .singleElement()
                .asString()
                .contains(rule);
        assertThat(findings("a: " + "{b: ".repeat(depth)))
                .singleElement()
                .asString()
                .contains(rule);
        assertThat(findings("- ".repeat(depth))).singleElement().asString().contains(rule);
        assertThat(findings(block.toString())).singleElement().asString().contains(rule);
        assertThat(findings(("{\"a\": " + "[".repeat(depth)).getBytes(StandardCharsets.UTF_8), "f.json"))
                .singleElement()
                .asString()
                .contains(rule);
    }

    @Test
    void aHugeFileIsRefusedUnread() throws IOException {
        Path huge = folder.resolve("huge.yaml");
        try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(100L << 20); // sparse
        }
        assertThat(reading(huge)).containsExactly("f.yaml: must be at most 64 MB, found 100 MB (split the file)");
    }

    @Test
    void aDeviceIsNotReadForEver() {
        Path zero = Path.of("/dev/zero");
        assumeTrue(Files.exists(zero), "a system without devices as files");
        assertThat(reading(zero))
                .containsExactly(
                        "f.yaml: must be a regular file, found a pipe or a device (save what it gives as a file)");
    }

    @Test
    void aLineThatTakesTooLongToReadIsRefused() {
        assertThat(findings("a: 1\nb: " + "x".repeat(DocumentParser.MAX_LINE) + "\n"))
                .containsExactly("f.yaml:2:1: a line must not have more than 500000 characters, found more (break it)");
    }

    @Test
    void aFileOfTooManyValuesIsRefused() {
        String json = "{\"a\": [1" + ",1".repeat(DocumentParser.MAX_VALUES) + "]}";
        assertThat(findings(json.getBytes(StandardCharsets.UTF_8), "f.json"))
                .singleElement()
                .asString()
                .contains("a file must not have more than 4000000 values");
    }

    @Test
    void readingEndsAtTheThousandthError() {
        Diagnostics diagnostics = new Diagnostics();
        byte[] bytes = "a: 1\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LocatedDocument.parse(bytes, "f.yaml", diagnostics))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        e -> assertThat(e.diagnostics()).hasSize(Diagnostics.MAX_ERRORS));
    }

    @Test
    void aDiagnosticIsOneLineWhateverTheNames() {
        assertThat(findings("\"a\\nb\": 1\n\"a\\nb\": 2\n"))
                .containsExactly(
                        "f.yaml:2:1 a\\nb: a key may stand only once, found it also on line 1 (rename or remove one)");
        String longKey = "k".repeat(3000);
        String json = "{\"" + longKey + "\": 1, \"" + longKey + "\": 2}";
        assertThat(findings(json.getBytes(StandardCharsets.UTF_8), "f.json"))
                .singleElement()
                .asString()
                .contains(" … ")
                .hasSizeLessThan(1200);
    }

    @Test
    void missingFilesAndFoldersAreNamed() {
        assertThat(reading(folder.resolve("none.yaml")))
                .containsExactly("f.yaml: file not found (check the path; it is relative to the current folder)");
        assertThat(reading(folder))
                .containsExactly("f.yaml: must be a file, found a folder (name the YAML file inside it)");
    }

    @Test
    void anUnreadableFileIsNamed() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.yaml"), "a: 1\n");
        assumeFalse(!secret.toFile().setReadable(false) || Files.isReadable(secret), "root reads everything");
        assertThat(reading(secret)).singleElement().asString().startsWith("f.yaml: file cannot be read");
    }

    @Test
    void theDigestIsTheOneOfTheBytes() {
        LocatedDocument document =
                LocatedDocument.parse("a: 1\n".getBytes(StandardCharsets.UTF_8), "f.yaml", new Diagnostics());
        // printf 'a: 1\n' | sha256sum (GNU coreutils)
        assertThat(document)
                .isNotNull()
                .extracting(LocatedDocument::sha256)
                .isEqualTo("37b128c59f1f5097f73f82691cb519f1f568667faab5ced1b4ab979d36837eae");
    }

    @Test
    void keysAndValuesKnowTheirPlaces() {
        MapNode root = root("one: 1\ntwo:\r\n  three: [x, {y: z}]\n");
        assertThat(root.get("two")).isInstanceOfSatisfying(MapNode.class, two -> {
            assertThat(two.entries().get("three"))
                    .extracting(e -> e.keyLocation().toString())
                    .isEqualTo("f.yaml:3:3");
            assertThat(two.get("three")).isInstanceOfSatisfying(ListNode.class, list -> {
                assertThat(list.items().get(1).path()).isEqualTo("two.three[1]");
                assertThat(list.items().get(1).location()).hasToString("f.yaml:3:14");
            });
        });
    }

    @Test
    void onlyPlainDecimalsAreNumbers() {
        MapNode root = root("{a: 1e-5, b: 1_000, c: 0x1F, d: .5, e: +1.0E+3, f: '1.5', g: .inf, h: true, i: 1.}");
        assertThat(root.entries().values().stream()
                        .filter(e -> e.value() instanceof ScalarNode s && s.isNumber())
                        .map(MapNode.Entry::key))
                .containsExactly("a", "d", "e", "f", "i");
    }

    @Test
    void unknownKeysAreSuggestedTheNearestKnownOne() {
        Diagnostics diagnostics = new Diagnostics();
        Fields fields = new Fields(root("rnage: 1\nzzzzzz: 2\n"), diagnostics);
        fields.number("range");
        fields.refuseUnknownKeys();
        assertThat(diagnostics.sorted().stream().map(Diagnostic::toString))
                .containsExactly(
                        "f.yaml:1:1 rnage: unknown key 'rnage' (did you mean 'range'?)",
                        "f.yaml:2:1 zzzzzz: unknown key 'zzzzzz' (known: range)");
        assertThatThrownBy(diagnostics::throwIfErrors).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void warningsDoNotStopARun() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.warning(Location.wholeFile("f.yaml"), "", "odd", "", "");
        diagnostics.throwIfErrors();
        assertThat(diagnostics.sorted()).hasToString("[f.yaml: warning: odd]");
    }
}
