package org.penguinfit.measurements;

import java.util.OptionalDouble;

/**
 * Numbers of events of a counting experiment: two of total n, background b and signal s as the paper gives them; the third
 * follows from n = s + b. They need not be whole, since fitted yields and weighted events are not.
 *
 * @param total events seen n, ≥ 0
 * @param background events expected without signal b, ≥ 0
 * @param signal excess s = n − b, of either sign
 * @param backgroundSigma standard deviation of the background, &gt; 0; absent if the paper gives none
 */
public record EventCounts(
        OptionalDouble total, OptionalDouble background, OptionalDouble signal, OptionalDouble backgroundSigma) {
    public EventCounts {
        int given = (total.isPresent() ? 1 : 0) + (background.isPresent() ? 1 : 0) + (signal.isPresent() ? 1 : 0);
        Require.that(given == 2, "two of total, background and signal must be given, found " + given);
        Require.that(n(total, background, signal) >= 0, "the total number of events must be >= 0");
        Require.that(b(total, background, signal) >= 0, "the background must be >= 0");
        signal.ifPresent(s -> Require.finite(s, "signal"));
        backgroundSigma.ifPresent(s -> Require.positive(s, "uncertainty of the background"));
    }

    /** Total and background, without uncertainty. */
    public static EventCounts of(double total, double background) {
        return new EventCounts(
                OptionalDouble.of(total),
                OptionalDouble.of(background),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }

    /** The same counts with an uncertainty of the background. */
    public EventCounts withBackgroundSigma(double sigma) {
        return new EventCounts(total, background, signal, OptionalDouble.of(sigma));
    }

    /** Events seen: as given, or signal plus background. */
    public double n() {
        return n(total, background, signal);
    }

    /** Events expected without signal: as given, or total less signal. */
    public double b() {
        return b(total, background, signal);
    }

    /** The excess: as given, or total less background. */
    public double s() {
        return signal.isPresent() ? signal.getAsDouble() : n() - b();
    }

    private static double n(OptionalDouble total, OptionalDouble background, OptionalDouble signal) {
        return total.isPresent() ? total.getAsDouble() : background.orElse(0) + signal.orElse(0);
    }

    private static double b(OptionalDouble total, OptionalDouble background, OptionalDouble signal) {
        return background.isPresent() ? background.getAsDouble() : total.orElse(0) - signal.orElse(0);
    }
}
