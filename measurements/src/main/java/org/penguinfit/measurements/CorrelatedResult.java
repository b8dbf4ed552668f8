package org.penguinfit.measurements;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results on several observables with one covariance matrix.
 *
 * @param components one per observable, in the order of the matrix; observables are unique
 * @param covariance total covariance, positive definite. Unequal sides enter its diagonal as σ₊·σ₋ (flavio's rule) and
 *     stay unequal in the components
 * @param quotation how the file states the first component, or the whole if it is one block
 */
public record CorrelatedResult(List<Component> components, Covariance covariance, Quotation quotation)
        implements PublishedResult {
    /**
     * One observable of the block.
     *
     * @param observable the observable
     * @param central central value, finite
     * @param uncertainties its sources as printed, at least one; one unlabelled source where the file gives a covariance
     * @param quotation how the file states it
     */
    public record Component(
            ObservableId observable, double central, List<Uncertainty> uncertainties, Quotation quotation) {
        public Component {
            Require.finite(central, "central value");
            uncertainties = List.copyOf(uncertainties);
            Require.that(!uncertainties.isEmpty(), "a component needs an uncertainty");
        }

        /** Total upper and lower side, in quadrature. */
        public Uncertainty total() {
            return Uncertainty.total(uncertainties);
        }
    }

    public CorrelatedResult {
        components = List.copyOf(components);
        Require.that(!components.isEmpty(), "a correlated result needs an observable");
        Require.that(
                components.size() == covariance.dimension(),
                components.size() + " observables, but a covariance of dimension " + covariance.dimension());
        Set<ObservableId> seen = new HashSet<>();
        for (Component component : components) {
            Require.that(seen.add(component.observable()), component.observable() + " stands twice");
        }
    }

    @Override
    public List<ObservableId> observables() {
        return components.stream().map(Component::observable).toList();
    }

    /** The result on the other observables, their rows and columns of the covariance; null if none is left. */
    public @Nullable CorrelatedResult without(Collection<ObservableId> dropped) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < components.size(); i++) {
            if (!dropped.contains(components.get(i).observable())) {
                kept.add(i);
            }
        }
        int n = kept.size();
        double[] rest = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                rest[i * n + j] = covariance.get(kept.get(i), kept.get(j));
            }
        }
        return n == 0
                ? null
                : new CorrelatedResult(kept.stream().map(components::get).toList(), Covariance.of(n, rest), quotation);
    }

    /** Central values in the order of the components, a fresh array of shape [n]. */
    public double[] centralValues() {
        return components.stream().mapToDouble(Component::central).toArray();
    }

    /** True if at least one uncertainty has unequal sides, so that the covariance does not say everything. */
    public boolean isAsymmetric() {
        for (Component component : components) {
            if (!Uncertainty.allSymmetric(component.uncertainties())) {
                return true;
            }
        }
        return false;
    }
}
