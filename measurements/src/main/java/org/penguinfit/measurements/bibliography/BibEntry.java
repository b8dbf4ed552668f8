package org.penguinfit.measurements.bibliography;

/**
 * One entry of a BibTeX file.
 *
 * @param key its citation key, an INSPIRE texkey such as {@code Grygier:2017tzo}
 * @param eprint its arXiv identifier, such as {@code 1702.03224}; empty if it names none
 * @param doi its digital object identifier; empty if it names none
 * @param text the entry as it stands in the file, from {@code @} to its last brace
 */
public record BibEntry(String key, String eprint, String doi, String text) {
    /** Another field, such as {@code title}, as it stands between its quotes or outer braces; empty if there is none. */
    public String field(String name) {
        return BibScanner.field(text, name);
    }
}
