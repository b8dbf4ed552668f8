package org.penguinfit.measurements.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Foreign files may have aliases; those that would grow without bounds when written out are refused. */
class HostileAliasTest {
    private static final Duration SOON = Duration.ofMinutes(2);

    private static List<String> findings(String text) {
        Diagnostics diagnostics = new Diagnostics();
        assertTimeoutPreemptively(
                SOON, () -> ForeignFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", diagnostics));
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    /** Each anchor nests the former one; walked by recursion the last would need a deep stack. */
    @Test
    void nestingBehindAnAliasCounts() {
        StringBuilder text = new StringBuilder("a0: &a0 x\n");
        for (int i = 1; i < 300; i++) {
            text.append("a" + i + ": &a" + i + " " + "[".repeat(40) + "*a" + (i - 1) + "]".repeat(40) + "\n");
        }
        assertThat(findings(text.toString()))
                .containsExactly("f.yaml:3:49: nesting must not be deeper than 64, found more (flatten the file)");
    }

    @Test
    void anAliasOfItsOwnAnchorIsRefused() {
        assertThat(findings("a: &a [*a]\n"))
                .containsExactly("f.yaml:1:8 a[0]: an alias must follow its anchor, found '*a'");
    }

    @Test
    void manyTricksAreNotedUpToTheLastThatIsReported() {
        String text = "a:\n" + "- &x 1\n".repeat(100_000);
        ForeignFile file = ForeignFile.parse(text.getBytes(StandardCharsets.UTF_8), "f.yaml", new Diagnostics());
        assertThat(file).isNotNull();
        assertThat(Objects.requireNonNull(file).tricks()).hasSize(Diagnostics.MAX_ERRORS);
    }
}
