package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Resolution of anchors, aliases and merge keys as in YAML 1.1, sections 7.1 and the merge-key type. */
class ForeignFileTest {
    private final Diagnostics diagnostics = new Diagnostics();

    private ForeignFile parse(String text) {
        return Objects.requireNonNull(ForeignFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", diagnostics));
    }

    private MapNode map(String text) {
        return (MapNode) parse(text).documents().get(0);
    }

    private List<String> findings() {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    @Test
    void documentsComeInOrderAndEmptyOnesAreNone() {
        ForeignFile file = parse("---\na: 1\n---\n- b\n---\n");
        assertThat(file.documents()).hasSize(2);
        assertThat(file.documents().get(0)).isInstanceOf(MapNode.class);
        assertThat(file.documents().get(1)).isInstanceOf(ListNode.class);
        assertThat(findings()).isEmpty();
    }

    @Test
    void anAliasStandsForItsAnchor() {
        MapNode root = map("a: &x [1, 2]\nb: *x\nc: &y 3\nd: *y\n");
        assertThat(root.get("b")).isEqualTo(root.get("a"));
        assertThat(((ScalarNode) Objects.requireNonNull(root.get("d"))).number())
                .isEqualTo(3);
        assertThat(findings()).isEmpty();
    }

    @Test
    void ownKeysWinOverMergedOnes() {
        MapNode root = map("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n");
        MapNode b = (MapNode) Objects.requireNonNull(root.get("b"));
        assertThat(((ScalarNode) Objects.requireNonNull(b.get("p"))).text()).isEqualTo("1");
        assertThat(((ScalarNode) Objects.requireNonNull(b.get("q"))).text()).isEqualTo("3");
    }

    @Test
    void tricksAreNotedForFilesOfOurs() {
        assertThat(parse("a: &x 1\nb: *x\n").tricks())
                .extracting(Diagnostic::rule)
                .containsExactly("anchors are not allowed", "aliases are not allowed");
    }

    @Test
    void typeTagsAreReadAndCommandsRefused() {
        MapNode root = map("a: !!str 1\nb: !!float 2\nc: !include other.yml\n");
        assertThat(((ScalarNode) Objects.requireNonNull(root.get("a"))).kind()).isEqualTo(ScalarNode.Kind.TEXT);
        assertThat(findings()).containsExactly("f.yaml:3:4 c: tags are not allowed, found '!include' (remove the tag)");
    }

    @Test
    void anAliasOfNothingAndACircleAreErrors() {
        assertThat(ForeignFile.parse("a: *x\n".getBytes(StandardCharsets.UTF_8), "f.yaml", diagnostics))
                .isNotNull();
        assertThat(findings()).containsExactly("f.yaml:1:4 a: an alias must follow its anchor, found '*x'");
        parse("a: &y [*y]\n");
        assertThat(findings()).hasSize(2);
    }

    /** Ten levels of ten aliases each are 10^10 values in a text of some hundred characters. */
    @Test
    void aliasesThatGrowWithoutBoundAreRefused() {
        StringBuilder text = new StringBuilder("a0: &a0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 10; i++) {
            String alias = "*a" + (i - 1);
            text.append(
                    "a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, alias)) + "]\n");
        }
        assertThat(ForeignFile.parse(text.toString().getBytes(StandardCharsets.UTF_8), "f.yaml", diagnostics))
                .isNull();
        assertThat(findings()).singleElement().asString().contains("a file must not have more than 4000000 values");
    }
}
