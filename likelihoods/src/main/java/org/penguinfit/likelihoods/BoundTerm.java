package org.penguinfit.likelihoods;

import java.util.List;
import java.util.Optional;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.PublishedResult;

/**
 * A likelihood term with the predictions it reads.
 *
 * @param measurement name of the measurement
 * @param observables names of its observables, in the term's order
 * @param predictions index of each observable's prediction in the likelihood's prediction vector, same order
 * @param term its contribution to −2 ln L
 * @param result what was published; empty for a term that comes from elsewhere
 * @param members the terms of single measurements that it was made of, in the order of its observables; empty if it is one
 */
public record BoundTerm(
        String measurement,
        List<String> observables,
        List<Integer> predictions,
        LikelihoodTerm term,
        Optional<PublishedResult> result,
        List<BoundTerm> members) {
    public BoundTerm {
        observables = List.copyOf(observables);
        predictions = List.copyOf(predictions);
        members = List.copyOf(members);
        if (predictions.size() != term.dimension() || observables.size() != term.dimension()) {
            throw new IllegalArgumentException(
                    "a term of dimension " + term.dimension() + " needs as many predictions");
        }
    }

    /** The term of one published result. */
    public BoundTerm(
            String measurement,
            List<String> observables,
            List<Integer> predictions,
            LikelihoodTerm term,
            Optional<PublishedResult> result) {
        this(measurement, observables, predictions, term, result, List.of());
    }

    /** Name of the measurement of one of its observables, which differ where several measurements have one term. */
    public String owner(int k) {
        int start = 0;
        for (BoundTerm member : members) {
            int behind = start + member.term().dimension();
            if (k < behind) {
                return member.owner(k - start);
            }
            start = behind;
        }
        return result.orElse(null) instanceof JoinedResult joined
                ? joined.owners().get(k)
                : measurement;
    }

    /** A term that comes from no measurement file. */
    public static BoundTerm of(
            String measurement, List<String> observables, List<Integer> predictions, LikelihoodTerm term) {
        return new BoundTerm(measurement, observables, predictions, term, Optional.empty());
    }
}
