package org.penguinfit.fits.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** docs/library.md shows a program that compiles, runs and prints what the page says. */
class LibraryExampleTest {
    private static final Path PAGE = Path.of("docs/library.md");

    private static List<String> block(String language) throws IOException {
        for (MarkdownPage.Block block :
                MarkdownPage.parse(Repository.text(PAGE)).blocks()) {
            if (block.language().equals(language)) {
                return block.lines();
            }
        }
        return List.of();
    }

    @Test
    void thePageShowsTheProgramAsItIsCompiled() throws IOException {
        Path source = Objects.requireNonNull(Repository.javaSources().get("LibraryExample"));
        List<String> shown = new ArrayList<>();
        boolean inside = false;
        for (String line : Repository.text(source).lines().toList()) {
            if (line.strip().equals("// end of the example")) {
                break;
            }
            if (inside) {
                shown.add(line.isBlank() ? "" : line.substring("        ".length()));
            }
            inside |= line.strip().equals("// begin of the example");
        }
        assertThat(shown).hasSizeGreaterThan(30);
        assertThat(block("java")).isEqualTo(shown);
    }

    /**
     * Closed forms: at the minima c² = 4 and ν = 0; V of (c, ν) is that of c² with σ² = 1 + (4 · 0.1)², divided by (2c)²; the
     * profile over ν is (c² − 4)²/(1 + (0.1 c²)²), which is 1 at c² = (8 ± √(64 − 4 · 0.99 · 15))/(2 · 0.99). A rate with
     * no degree of freedom left is fitted perfectly in every toy: χ² = 0, p = 1.
     */
    @Test
    void thePagePrintsWhatTheProgramFinds() throws IOException {
        assertThat(LibraryExample.run()).isEqualTo(block("text"));
        double sigma = Math.sqrt(1.16) / 4;
        double low = Math.sqrt((8 - Math.sqrt(64 - 4 * 0.99 * 15)) / (2 * 0.99));
        double high = Math.sqrt((8 + Math.sqrt(64 - 4 * 0.99 * 15)) / (2 * 0.99));
        assertThat(block("text"))
                .contains(
                        String.format(Locale.ROOT, "c = 2.0000 ± %.4f", sigma),
                        String.format(Locale.ROOT, "profile: [%.4f, %.4f]", low, high));
    }
}
