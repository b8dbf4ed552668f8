package org.penguinfit.fits.result;

import java.util.List;

/**
 * Where the numbers of a fit came from.
 *
 * @param numbers one per published number that entered, in the order of the tasks
 * @param theory one per theory file
 * @param bibliography the publications behind them
 */
public record Provenance(List<SourcedNumber> numbers, List<TheoryFile> theory, References bibliography) {
    /** Nothing entered. */
    public static final Provenance NONE =
            new Provenance(List.of(), List.of(), new References("", List.of(), List.of()));

    public Provenance {
        numbers = List.copyOf(numbers);
        theory = List.copyOf(theory);
    }

    /** The same with the publications. */
    public Provenance withBibliography(References references) {
        return new Provenance(numbers, theory, references);
    }

    /**
     * A published number and the place it was read from.
     *
     * @param measurement its name
     * @param observable what it is a number of
     * @param published as the file states it
     * @param file the file as named in {@link FitResult#inputs()}
     * @param key key path inside the file
     * @param line line in the file, from 1
     * @param column column in the line, from 1
     * @param sha256 digest of the file, 64 hexadecimal digits
     * @param texkeys INSPIRE keys of its publications
     * @param arxiv arXiv numbers of its publications
     * @param where place in the publication, such as {@code Table 1, row 4}; may be empty
     * @param verified whether somebody has compared it with the publication
     * @param tasks ids of the tasks that it enters
     */
    public record SourcedNumber(
            String measurement,
            String observable,
            String published,
            String file,
            String key,
            int line,
            int column,
            String sha256,
            List<String> texkeys,
            List<String> arxiv,
            String where,
            boolean verified,
            List<String> tasks) {
        public SourcedNumber {
            texkeys = List.copyOf(texkeys);
            arxiv = List.copyOf(arxiv);
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A file of formulas and constants.
     *
     * @param reference the publication that its header names; may be empty
     */
    public record TheoryFile(String file, String sha256, String reference) {}

    /**
     * The publications of a fit in BibTeX.
     *
     * @param text content of {@link #FILE}
     * @param keys its citation keys
     * @param missing publications that the fit cites and the library has no entry of
     */
    public record References(String text, List<String> keys, List<String> missing) {
        /** Name of the file. */
        public static final String FILE = "refs-used.bib";

        public References {
            keys = List.copyOf(keys);
            missing = List.copyOf(missing);
        }
    }
}
