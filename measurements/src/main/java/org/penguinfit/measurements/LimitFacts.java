package org.penguinfit.measurements;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a paper gives beside an upper limit. It is kept whatever rule is in force, so that a fit can choose another rule.
 *
 * @param central central value, finite, in the unit of the limit
 * @param bounded true if the limit was set for values ≥ 0 only
 * @param counts numbers of events
 * @param table table of the likelihood, or of p-values
 * @param wall width of the soft wall of a step, &gt; 0, in the unit of the limit; absent for a hard one
 */
public record LimitFacts(
        OptionalDouble central,
        boolean bounded,
        Optional<EventCounts> counts,
        Optional<Tabulation> table,
        OptionalDouble wall) {
    /** Nothing but the limit. */
    public static final LimitFacts NONE =
            new LimitFacts(OptionalDouble.empty(), false, Optional.empty(), Optional.empty(), OptionalDouble.empty());

    public LimitFacts {
        central.ifPresent(c -> Require.finite(c, "central value"));
        wall.ifPresent(w -> Require.positive(w, "wall"));
    }

    /** Only a central value. */
    public static LimitFacts central(double central, boolean bounded) {
        return new LimitFacts(
                OptionalDouble.of(central), bounded, Optional.empty(), Optional.empty(), OptionalDouble.empty());
    }

    /** Only numbers of events. */
    public static LimitFacts counts(EventCounts counts) {
        return new LimitFacts(
                OptionalDouble.empty(), false, Optional.of(counts), Optional.empty(), OptionalDouble.empty());
    }

    /** Only a soft wall. */
    public static LimitFacts wall(double wall) {
        return new LimitFacts(
                OptionalDouble.empty(), false, Optional.empty(), Optional.empty(), OptionalDouble.of(wall));
    }

    /** The key of the fact that a rule needs and that is not here; empty if all are. */
    public Optional<String> missing(LimitMethod method) {
        return switch (method) {
            case HALF_GAUSSIAN, STEP -> Optional.empty();
            case GAUSSIAN_FROM_CENTRAL -> central.isPresent() ? Optional.empty() : Optional.of("central");
            case CLS_TABLE -> isTable(true) ? Optional.empty() : Optional.of("table");
            case LIKELIHOOD_TABLE -> isTable(false) ? Optional.empty() : Optional.of("table");
            case GAMMA -> counts.isPresent() ? Optional.empty() : Optional.of("counts");
        };
    }

    private boolean isTable(boolean ofLimit) {
        return table.map(Tabulation::quantity)
                .filter(q -> ofLimit == (q == Tabulation.Quantity.CLS || q == Tabulation.Quantity.CLSB))
                .isPresent();
    }

    LimitFacts scaled(double factor) {
        return new LimitFacts(
                scaled(central, factor), bounded, counts, table.map(t -> t.scaled(factor)), scaled(wall, factor));
    }

    private static OptionalDouble scaled(OptionalDouble value, double factor) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() * factor) : value;
    }
}
