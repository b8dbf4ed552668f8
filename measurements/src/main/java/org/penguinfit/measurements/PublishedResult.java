package org.penguinfit.measurements;

import java.util.List;

/** One statement of a publication about one observable, or about several that are correlated. */
public sealed interface PublishedResult permits SingleResult, CorrelatedResult, TabulatedResult, JoinedResult {
    /** The observables it speaks of, in order; each once. */
    List<ObservableId> observables();

    /** How the file states it (for a correlated result: the first line of it). */
    Quotation quotation();
}
