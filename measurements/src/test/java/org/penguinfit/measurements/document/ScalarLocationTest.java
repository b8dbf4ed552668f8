package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each scalar holds one '!'; its place in the file is found by counting lines and characters of the file. */
class ScalarLocationTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: b! c",
                "a: 'b c!'",
                "a: 'it''s ''here''! yes'",
                "a: \"b \\\"c\\\" \\u00b1 \\t \\x21x d\"",
                "a: \"tab\\t and\\n newline !\"",
                "a: \"continued \\\n   here !\"",
                "a: one\n  two\n  thr!ee",
                "a: 'one\n  two\n\n  thr!ee'",
                "a: |\n  first\n  sec!ond\n",
                "a: |-  # comment\n\n    first\n    sec!ond\n",
                "a: |2\n    indented\n  fla!t\n",
                "a: >\n  folded\n  text! here\n",
                "a: >-\n  folded\n\n  new paragraph !\n",
                "a:\n  - {b: [x, y!]}",
                "±: 𝒩 ± !",
                "a: 𝒩𝒩 ± !",
                "a: \"\\U0001D4A9 !\"",
                "x: 1\ny:   \"  blanks  !\""
            })
    void thePlaceOfACharacterIsExactInEveryStyle(String text) {
        for (String file : new String[] {text, text.replace("\n", "\r\n")}) {
            ScalarNode scalar = last(parse(file));
            int offset = scalar.text().indexOf('!');
            int inFile = file.contains("\\x21") ? file.indexOf("\\x21") : file.indexOf('!');
            String before = file.substring(0, inFile);
            int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
            int lineStart = before.lastIndexOf('\n') + 1;
            int column = before.codePointCount(lineStart, before.length()) + 1;
            assertThat(scalar.locate(offset)).as(file).isEqualTo(new Location("f.yaml", line, column));
        }
    }

    @Test
    void theEndOfAScalarIsBehindItsLastVisibleCharacter() {
        ScalarNode plain = last(parse("a: 2.3 ±\n\n# end\n"));
        assertThat(plain.locate(plain.text().length())).hasToString("f.yaml:1:9");
        ScalarNode quoted = last(parse("a: '2.3 ± '\n"));
        assertThat(quoted.locate(quoted.text().length())).hasToString("f.yaml:1:11");
        ScalarNode literal = last(parse("a: |\n  2.3 ±\n"));
        assertThat(literal.locate(literal.text().length())).hasToString("f.yaml:2:8");
    }

    private static MapNode parse(String text) {
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return Objects.requireNonNull(document).root();
    }

    private static ScalarNode last(Node node) {
        if (node instanceof MapNode map) {
            return last(map.entries().values().stream()
                    .reduce((a, b) -> b)
                    .orElseThrow()
                    .value());
        }
        if (node instanceof ListNode list) {
            return last(list.items().get(list.items().size() - 1));
        }
        return (ScalarNode) node;
    }
}
