package org.penguinfit.measurements.bibliography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.document.BundledFiles;

/** Entries of BibTeX files, compared with JBibTeX, a parser made by others. */
class BibliographyTest {
    private static final String TEXT = """
            A remark outside of entries.
            @string{prd = "Phys. Rev. D"}
            @article{Belle-II:2023esi,
                title = "{Evidence for $B^{+}\\to K^{+}\\nu\\bar{\\nu}$ decays}",
                eprint = "2311.14647",
                doi = {10.1103/PhysRevD.109.112006},
                journal = prd,
                year = "2024"
            }
            @comment{Old:1999aa, eprint = "9901.00001"}
            @Article{ Grygier:2017tzo , author = {Grygier, J. and {Belle Collaboration}}, eprint={1702.03224} }
            @article{NoNumber:2020abc, title = {An eprint = nothing of the kind}}
            """;

    private static Map<Key, BibTeXEntry> parsed(String text) throws Exception {
        BibTeXDatabase database = new BibTeXParser().parse(new StringReader(text));
        return database.getEntries();
    }

    private static String field(BibTeXEntry entry, Key key) {
        return entry.getField(key) == null ? "" : entry.getField(key).toUserString();
    }

    private static Set<Key> fields(Map<Key, BibTeXEntry> entries, BibEntry entry) {
        return Objects.requireNonNull(entries.get(new Key(entry.key())))
                .getFields()
                .keySet();
    }

    private static void agreesWithTheParser(String text) throws Exception {
        Map<Key, BibTeXEntry> reference = parsed(text);
        List<BibEntry> entries = Bibliography.of(text).entries();
        List<String> keys = new ArrayList<>();
        reference.keySet().forEach(key -> keys.add(key.getValue()));
        assertThat(entries).extracting(BibEntry::key).containsExactlyElementsOf(keys);
        for (BibEntry entry : entries) {
            BibTeXEntry other = Objects.requireNonNull(reference.get(new Key(entry.key())));
            assertThat(entry.eprint()).as(entry.key()).isEqualTo(field(other, BibTeXEntry.KEY_EPRINT));
            assertThat(entry.doi()).as(entry.key()).isEqualTo(field(other, BibTeXEntry.KEY_DOI));
        }
    }

    @Test
    void entriesAreThoseOfTheParser() throws Exception {
        agreesWithTheParser(TEXT);
        assertThat(Bibliography.of(TEXT).entries()).hasSize(3);
    }

    /** The packed file: every entry, and its cut is BibTeX again with the same fields. */
    @Test
    void packedFileIsReadAsTheParserReadsIt() throws Exception {
        byte[] bytes = BundledFiles.beside(Bibliography.class).bytes(Bibliography.FILE);
        assertThat(bytes).isNotNull();
        String text = new String(Objects.requireNonNull(bytes), java.nio.charset.StandardCharsets.UTF_8);
        agreesWithTheParser(text);
        Map<Key, BibTeXEntry> whole = parsed(text);
        for (BibEntry entry : Bibliography.packed().entries()) {
            Map<Key, BibTeXEntry> alone = parsed(entry.text());
            assertThat(alone.keySet()).containsExactly(new Key(entry.key()));
            assertThat(fields(alone, entry)).isEqualTo(fields(whole, entry));
        }
    }

    @Test
    void entriesAreCopiedAsTheyStand() {
        assertThat(Bibliography.of(TEXT).find("Grygier:2017tzo"))
                .isNotNull()
                .extracting(BibEntry::text)
                .isEqualTo(
                        "@Article{ Grygier:2017tzo , author = {Grygier, J. and {Belle Collaboration}}, eprint={1702.03224} }");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Belle-II:2023esi", "arXiv:2311.14647", "doi:10.1103/PhysRevD.109.112006"})
    void areFoundByKeyAndNumber(String citation) {
        assertThat(Bibliography.of(TEXT).find(citation))
                .isNotNull()
                .extracting(BibEntry::key)
                .isEqualTo("Belle-II:2023esi");
    }

    @Test
    void extractListsWhatIsMissingAndInventsNothing() {
        Bibliography.Extract extract = Bibliography.of(TEXT)
                .extract(List.of(
                        "Nobody:2027xyz",
                        "arXiv:2311.14647",
                        "Grygier:2017tzo",
                        "Belle-II:2023esi",
                        "PDG 2024, table 1",
                        "isospin"));
        assertThat(extract.keys()).containsExactly("Belle-II:2023esi", "Grygier:2017tzo");
        assertThat(extract.missing()).containsExactly("Nobody:2027xyz");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "@", "@article", "@article{", "@article{Key:2000aa, title = {", "}}}{{{", "@{Key:2000aa,}"})
    void brokenTextHasNoEntry(String text) {
        assertThat(Bibliography.of(text).entries()).isEmpty();
    }
}
