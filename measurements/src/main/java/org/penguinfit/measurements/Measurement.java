package org.penguinfit.measurements;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.document.Location;

/**
 * What one publication reports: one entry of a measurement file. It says what the paper says, and nothing about theory or
 * about a fit.
 *
 * @param name the entry's key, its name in configs, code and reports; not blank
 * @param source experiment and references
 * @param date day on which it was first public; absent in flavio's files, and such a measurement counts as always public
 * @param status how far it has come
 * @param process the kind of decay it belongs to, such as {@code b-to-s-nu-nu}; empty if its file names none
 * @param lineage what it replaces and what it was made of
 * @param tags free words to select it by
 * @param verified false until someone has compared the numbers with the paper
 * @param extraction who copied the numbers from where
 * @param dataset the data it was made with
 * @param results its results, at least one; each observable once
 * @param location where its entry starts
 */
public record Measurement(
        String name,
        Source source,
        Optional<LocalDate> date,
        Status status,
        String process,
        Lineage lineage,
        List<String> tags,
        boolean verified,
        Extraction extraction,
        Dataset dataset,
        List<PublishedResult> results,
        Location location) {
    public Measurement {
        Require.that(!name.isBlank(), "a measurement needs a name");
        tags = List.copyOf(tags);
        results = List.copyOf(results);
        Require.that(!results.isEmpty(), name + " has no result");
    }

    /** A published measurement of which only source and results are known. */
    public static Measurement of(
            String name, Source source, Extraction extraction, List<PublishedResult> results, Location location) {
        return new Measurement(
                name,
                source,
                Optional.empty(),
                Status.PUBLISHED,
                "",
                Lineage.NONE,
                List.of(),
                true,
                extraction,
                Dataset.UNKNOWN,
                results,
                location);
    }

    /** True for a number that repeats a misprint or another paper's label, to reproduce that paper; patterns pass over it. */
    public boolean asPrinted() {
        return tags.contains("as-printed");
    }

    /** The same measurement with other results. */
    public Measurement withResults(List<PublishedResult> others) {
        return new Measurement(
                name, source, date, status, process, lineage, tags, verified, extraction, dataset, others, location);
    }

    /** All observables of all results, in file order. */
    public List<ObservableId> observables() {
        return results.stream().flatMap(r -> r.observables().stream()).toList();
    }

    /** Names of the measurements it replaces. */
    public List<String> supersedes() {
        return names(lineage.supersedes());
    }

    /** Names of the measurements an average was made of. */
    public List<String> components() {
        return names(lineage.components());
    }

    /** Names of the measurements it was computed from. */
    public List<String> derivedFrom() {
        return names(lineage.derivedFrom());
    }

    /** Names of the measurements it shares data with, as far as its own file says so. */
    public List<String> overlaps() {
        return names(lineage.overlaps());
    }

    /** Names of the measurements it is independent of, as far as its own file says so. */
    public List<String> independentOf() {
        return names(lineage.independentOf());
    }

    /** True unless it became public later than the day; always true without a day, and of an undated measurement. */
    public boolean isPublic(Optional<LocalDate> asOf) {
        return asOf.isEmpty() || date.isEmpty() || !date.get().isAfter(asOf.get());
    }

    private static List<String> names(List<Lineage.Reference> references) {
        return references.stream().map(Lineage.Reference::name).toList();
    }
}
