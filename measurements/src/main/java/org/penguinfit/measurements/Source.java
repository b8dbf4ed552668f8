package org.penguinfit.measurements;

import java.util.List;

/**
 * Where a measurement comes from; an absent item is an empty list or an empty text.
 *
 * @param experiments such as {@code Belle II}
 * @param inspire INSPIRE texkeys, such as {@code Grygier:2017tzo}
 * @param arxiv arXiv identifiers, such as {@code 1702.03224}
 * @param doi digital object identifiers
 * @param hepdata HEPData record or its address
 * @param pdgid PDG identifier, such as {@code S041.123}
 * @param url address of a web page
 * @param description free text
 */
public record Source(
        List<String> experiments,
        List<String> inspire,
        List<String> arxiv,
        List<String> doi,
        String hepdata,
        String pdgid,
        String url,
        String description) {
    /** Nothing known. */
    public static final Source UNKNOWN = new Source(List.of(), List.of(), List.of(), List.of(), "", "", "", "");

    public Source {
        experiments = List.copyOf(experiments);
        inspire = List.copyOf(inspire);
        arxiv = List.copyOf(arxiv);
        doi = List.copyOf(doi);
    }
}
