package org.penguinfit.measurements;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Several observables whose joint likelihood is tabulated on a grid; as a density flavio's {@code multivariate_numerical}.
 *
 * @param observables one per axis, each once
 * @param axes values of each observable, ascending, at least two each
 * @param values the quantity at the points of the grid, the last axis fastest
 * @param quantity what is tabulated: a density, ln L, −2 ln L or χ²
 * @param linear true for straight lines between the points
 * @param central the values that are called central, if the file says
 * @param quotation how the file states it
 */
public record TabulatedResult(
        List<ObservableId> observables,
        List<List<Double>> axes,
        List<Double> values,
        Tabulation.Quantity quantity,
        boolean linear,
        Optional<List<Double>> central,
        Quotation quotation)
        implements PublishedResult {
    public TabulatedResult {
        observables = List.copyOf(observables);
        axes = axes.stream().map(List::copyOf).toList();
        values = List.copyOf(values);
        central = central.map(List::copyOf);
        Require.that(!observables.isEmpty() && axes.size() == observables.size(), "one axis per observable");
        Require.that(new HashSet<>(observables).size() == observables.size(), "each observable stands once");
        int size = 1;
        for (List<Double> axis : axes) {
            size *= axis.size();
            Require.that(axis.size() >= 2, "an axis needs two points");
            for (int i = 1; i < axis.size(); i++) {
                Require.that(axis.get(i) > axis.get(i - 1), "the values of an axis must ascend");
            }
        }
        Require.that(values.size() == size, "the grid needs " + size + " values, found " + values.size());
    }
}
