package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.BundledFiles;
import org.penguinfit.measurements.document.Diagnostics;

/** Whatever the library and the theory files cite has an entry in references.bib, and each publication has one. */
class LibraryBibliographyTest {
    private static final String BIB = new String(
            Objects.requireNonNull(BundledFiles.beside(MeasurementLibrary.class).bytes("measurements/references.bib")),
            StandardCharsets.UTF_8);

    private final List<String> keys = all("(?m)^@article\\{([^,\\s]+),$");
    private final List<String> preprints = all("(?m)^  eprint = \\{([^}]+)\\},?$");
    private final List<String> dois = all("(?m)^  doi = \\{([^}]+)\\},?$");

    private static List<String> all(String pattern) {
        List<String> found = new ArrayList<>();
        for (Matcher m = Pattern.compile(pattern).matcher(BIB); m.find(); ) {
            found.add(m.group(1));
        }
        return found;
    }

    @Test
    void everyPublicationOfTheLibraryHasAnEntry() {
        for (Measurement m : MeasurementLibrary.load(new Diagnostics()).measurements()) {
            assertThat(keys).as(m.name()).containsAll(m.source().inspire());
            assertThat(preprints).as(m.name()).containsAll(m.source().arxiv());
            assertThat(dois).as(m.name()).containsAll(m.source().doi());
        }
    }

    /** The paper and the program that the theory files cite. */
    @Test
    void whatTheoryFilesCiteHasAnEntry() {
        assertThat(preprints).contains("2108.05033", "1810.08132");
    }

    @Test
    void noKeyAndNoPreprintStandsTwice() {
        assertThat(keys).hasSizeGreaterThan(80).doesNotHaveDuplicates();
        assertThat(preprints).doesNotHaveDuplicates();
    }

    /** Every entry opens where a line starts with @ and closes with the brace that starts a line; braces pair inside. */
    @Test
    void bracesPairInEveryEntry() {
        int depth = 0;
        for (String line : BIB.lines().toList()) {
            assertThat(line.startsWith("@")).as(line).isEqualTo(depth == 0 && line.contains("{"));
            depth += (int) line.chars().filter(c -> c == '{').count()
                    - (int) line.chars().filter(c -> c == '}').count();
            assertThat(depth).as(line).isBetween(0, 1);
        }
        assertThat(depth).isZero();
        assertThat(all("(?m)^(@)")).hasSameSizeAs(keys);
    }
}
