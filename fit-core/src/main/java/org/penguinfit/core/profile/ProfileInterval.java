package org.penguinfit.core.profile;

import java.util.Optional;
import org.penguinfit.core.interval.Interval;

/**
 * The connected interval around a minimum in which a profile stays below a threshold (MINOS, F. James and M. Roos, Comput.
 * Phys. Commun. 10 (1975) 343). Where the profile has other minima, the whole set may be larger: see
 * {@link ProfileCurve#intervals}.
 *
 * @param parameter index of the parameter
 * @param delta the Δχ² of the threshold, positive
 * @param best the parameter at the minimum
 * @param lower lower end
 * @param upper upper end
 */
public record ProfileInterval(int parameter, double delta, double best, ProfileEnd lower, ProfileEnd upper) {
    /** Whether both ends are crossings. */
    public boolean isComplete() {
        return lower.isFound() && upper.isFound();
    }

    /** The interval; empty when an end was not found. An end at a limit of the parameter counts. */
    public Optional<Interval> interval() {
        boolean known = lower.status() != ProfileEnd.Status.NOT_FOUND && upper.status() != ProfileEnd.Status.NOT_FOUND;
        return known ? Optional.of(new Interval(lower.x(), upper.x())) : Optional.empty();
    }
}
