package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.exchange.text.YamlText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** What is written is read back by the parser of every input file, which refuses anchors, tags and the like. */
class YamlTextTest {
    private static MapNode read(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = LocatedDocument.parse(yaml.getBytes(StandardCharsets.UTF_8), "t.yaml", diagnostics);
        assertThat(diagnostics.sorted()).as(yaml).isEmpty();
        return Objects.requireNonNull(document).root();
    }

    private static void assertReadsBack(String text) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("k" + text, List.of(text, new Flow(List.of(text, Map.of("f" + text, text)))));
        MapNode root = read(YamlText.of(map));
        assertThat(root.entries().keySet()).containsExactly("k" + text);
        String shown = root.get("k" + text) + "";
        ScalarNode first = (ScalarNode)
                ((org.penguinfit.measurements.document.ListNode) Objects.requireNonNull(root.get("k" + text)))
                        .items()
                        .get(0);
        assertThat(first.text()).as(shown).isEqualTo(text);
        assertThat(first.kind()).isEqualTo(ScalarNode.Kind.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "a: b",
                "a #b",
                "#a",
                "- a",
                "-1",
                "1e-5",
                "1.5",
                "0x1F",
                "1_000",
                "12:30:45",
                "2021-04-26",
                "true",
                "No",
                "y",
                "null",
                "~",
                "&a",
                "*a",
                "!a",
                "@a",
                "`a",
                "%a",
                "|",
                ">",
                "'",
                "\"",
                "a'b",
                "a\"b",
                "{a}",
                "[a]",
                "a, b",
                "a]",
                "a:",
                ":a",
                "?",
                "? a",
                "---",
                "...",
                "a\nb",
                "a\tb",
                "\ta",
                "a ",
                " a",
                "\\",
                "\u2028",
                "\u0085",
                "\u0007",
                "\ufeffa",
                "\ud83d\udc27",
                "2.3 ± 0.5 e-5",
                "< 1.8e-5 @ 90% CL",
                "BR(B+->K*nunu)",
                "<FL>(B0->K*mumu)",
                ".inf",
                "1.",
                ".5",
                "+1",
                "=",
                "<<"
            })
    void everyTextReadsBack(String text) {
        assertReadsBack(text);
    }

    @Test
    void randomTextsReadBack() {
        String letters = "ab1 .:-#,[]{}&*!|>'\"%@`?~\\\n\té±→\u2212";
        Random random = new Random(9);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(8);
            for (int k = 0; k < length; k++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertReadsBack(text.toString());
        }
    }

    @Test
    void aLongKeyIsWrittenOut() {
        String key = "x".repeat(3000);
        assertThat(read(YamlText.of(Map.of(key, Map.of("a", 1)))).entries()).containsOnlyKeys(key);
    }

    @Test
    void blocksAreForPeople() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("list", List.of("a", Map.of("b", 1.5), List.of(1, 2)));
        inner.put("flow", new Flow(List.of(1.0e-7, "x, y")));
        inner.put("none", new ArrayList<>());
        assertThat(YamlText.of(Map.of("top", inner))).isEqualTo("""
                        top:
                          list:
                            - a
                            - b: 1.5
                            - - 1
                              - 2
                          flow: [1.0e-7, "x, y"]
                          none: []
                        """);
    }
}
