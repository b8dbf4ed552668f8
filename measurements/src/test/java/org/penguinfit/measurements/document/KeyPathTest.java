package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyPathTest {
    @Test
    void keysAreJoinedByDotsAndPositionsStandInBrackets() {
        assertThat(KeyPath.ROOT).hasToString("");
        assertThat(KeyPath.ROOT.key("tasks").key("combined").key("levels").item(0))
                .hasToString("tasks.combined.levels[0]");
        assertThat(KeyPath.ROOT.item(2).item(3).key("x")).hasToString("[2][3].x");
        assertThat(KeyPath.of("tasks.fit").key("title")).hasToString("tasks.fit.title");
        assertThat(KeyPath.of("")).isSameAs(KeyPath.ROOT);
    }

    @Test
    void pathsThatReadAlikeAreEqual() {
        assertThat(KeyPath.of("a.b[0]"))
                .isEqualTo(KeyPath.ROOT.key("a").key("b").item(0))
                .hasSameHashCodeAs(KeyPath.ROOT.key("a").key("b").item(0))
                .isNotEqualTo(KeyPath.of("a.b[1]"));
    }
}
