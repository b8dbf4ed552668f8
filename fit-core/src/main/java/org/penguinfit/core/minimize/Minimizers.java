package org.penguinfit.core.minimize;

import java.util.List;
import java.util.Optional;

/** The list of all minimisers: a new one joins here and must pass the minimiser contract test. */
public final class Minimizers {
    /** A minimiser and the name by which a configuration asks for it. */
    public record Named(String name, Minimizer minimizer) {}

    private static final List<Named> ALL = List.of(
            new Named("variable-metric", new VariableMetric()),
            new Named("trust-region", new TrustRegionNewton()),
            new Named("levenberg-marquardt", new LevenbergMarquardt()),
            new Named("derivative-free", new DerivativeFree()));

    private Minimizers() {}

    /** All minimisers, the default first. */
    public static List<Named> all() {
        return ALL;
    }

    /** The minimiser of this name; empty when there is none. */
    public static Optional<Minimizer> byName(String name) {
        for (Named named : ALL) {
            if (named.name().equals(name)) {
                return Optional.of(named.minimizer());
            }
        }
        return Optional.empty();
    }
}
