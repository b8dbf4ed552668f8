package org.penguinfit.measurements;

import java.util.List;

/**
 * Results of several measurements with one covariance matrix, made of what files say of correlations between measurements.
 *
 * @param owners name of the measurement of each component; the same observable may come from several of them
 * @param components the results, in the order of the matrix
 * @param covariance total covariance; not yet known to be positive definite
 * @param quotation where the first of the correlations stands
 */
public record JoinedResult(
        List<String> owners, List<CorrelatedResult.Component> components, Covariance covariance, Quotation quotation)
        implements PublishedResult {
    public JoinedResult {
        owners = List.copyOf(owners);
        components = List.copyOf(components);
        Require.that(owners.size() == components.size(), "every component needs its measurement");
        Require.that(components.size() == covariance.dimension(), "every component needs its row");
    }

    @Override
    public List<ObservableId> observables() {
        return components.stream().map(CorrelatedResult.Component::observable).toList();
    }

    /** Names of the measurements, each once, such as {@code A + B}. */
    public String name() {
        return String.join(" + ", owners.stream().distinct().toList());
    }
}
