package org.penguinfit.measurements.bibliography;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.document.BundledFiles;

/** The entries of a BibTeX file, found by texkey, arXiv number or DOI. Immutable. */
public final class Bibliography {
    /** Path of the packed file with an entry for every publication of the library. */
    public static final String FILE = "measurements/references.bib";

    private static final String ARXIV = "arxiv:";
    private static final String DOI = "doi:";

    private final Map<String, BibEntry> byKey = new LinkedHashMap<>();
    private final Map<String, BibEntry> byNumber = new HashMap<>();

    private Bibliography(List<BibEntry> entries) {
        for (BibEntry entry : entries) {
            byKey.putIfAbsent(entry.key(), entry);
            if (!entry.eprint().isEmpty()) {
                byNumber.putIfAbsent(ARXIV + entry.eprint().toLowerCase(Locale.ROOT), entry);
            }
            if (!entry.doi().isEmpty()) {
                byNumber.putIfAbsent(DOI + entry.doi().toLowerCase(Locale.ROOT), entry);
            }
        }
    }

    /** The packed {@code references.bib}; without entries if none is packed. */
    public static Bibliography packed() {
        byte[] bytes = BundledFiles.beside(Bibliography.class).bytes(FILE);
        return of(bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8));
    }

    /** The entries of a text in BibTeX. */
    public static Bibliography of(String text) {
        return new Bibliography(BibScanner.entries(text));
    }

    /** All entries in file order; of two with one key the first. */
    public List<BibEntry> entries() {
        return List.copyOf(byKey.values());
    }

    /** The entry of a texkey, {@code arXiv:1702.03224} or {@code doi:10.1103/…}, or null. */
    public @Nullable BibEntry find(String citation) {
        BibEntry entry = byKey.get(citation);
        return entry == null ? byNumber.get(citation.toLowerCase(Locale.ROOT)) : entry;
    }

    /**
     * The part of the file that is cited.
     *
     * @param entries sorted by key, each once, as they stand in the file
     * @param missing citations that name a publication of which the file has no entry, sorted
     */
    public record Extract(List<BibEntry> entries, List<String> missing) {
        /** Keys of the entries. */
        public List<String> keys() {
            List<String> keys = new ArrayList<>();
            for (BibEntry entry : entries) {
                keys.add(entry.key());
            }
            return keys;
        }
    }

    /** Entries for citations. A citation in words, such as {@code PDG 2024, table 1}, names no entry and is passed over. */
    public Extract extract(Collection<String> citations) {
        Map<String, BibEntry> cited = new TreeMap<>();
        TreeSet<String> missing = new TreeSet<>();
        for (String citation : citations) {
            BibEntry entry = find(citation);
            if (entry != null) {
                cited.put(entry.key(), entry);
            } else if (citation.indexOf(':') > 0 && citation.indexOf(' ') < 0) {
                missing.add(citation);
            }
        }
        return new Extract(List.copyOf(cited.values()), List.copyOf(missing));
    }
}
