package org.penguinfit.measurements.yaml;

import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.document.Fields;

/** Reads numbers of events: two of total, background and signal, and the uncertainty of the background. */
final class CountsReader {
    private final Reading reading;

    CountsReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code counts: {total, background, signal, background-sigma}} of a limit. */
    @Nullable
    EventCounts ours(Fields fields) {
        return read(fields, "total", "background", "signal", fields.positive("background-sigma"));
    }

    /** The counts of one of flavio's distributions; {@code sigma} was read before. */
    @Nullable
    EventCounts flavio(Fields fields, @Nullable Double sigma) {
        return read(fields, "counts_total", "counts_background", "counts_signal", sigma);
    }

    private @Nullable EventCounts read(Fields fields, String n, String b, String s, @Nullable Double sigma) {
        int before = reading.diagnostics().errorCount();
        OptionalDouble total = number(fields, n);
        OptionalDouble background = number(fields, b);
        OptionalDouble signal = number(fields, s);
        if (reading.diagnostics().errorCount() > before) {
            return null;
        }
        String names = "'" + n + "', '" + b + "' and '" + s + "'";
        long given = Stream.of(total, background, signal)
                .filter(OptionalDouble::isPresent)
                .count();
        if (given != 2) {
            reading.error(fields.map(), "two of " + names + " must be given", given + " of them", "");
            return null;
        }
        EventCounts counts = counts(total, background, signal, sigma);
        if (counts == null) {
            reading.error(fields.map(), "neither the total nor the background may be negative", "such counts", "");
        }
        return counts;
    }

    private static @Nullable EventCounts counts(
            OptionalDouble total, OptionalDouble background, OptionalDouble signal, @Nullable Double sigma) {
        double n = total.orElse(background.orElse(0) + signal.orElse(0));
        double b = background.orElse(total.orElse(0) - signal.orElse(0));
        if (n < 0 || b < 0) {
            return null;
        }
        OptionalDouble error = sigma == null ? OptionalDouble.empty() : OptionalDouble.of(sigma);
        return new EventCounts(total, background, signal, error);
    }

    private static OptionalDouble number(Fields fields, String key) {
        Double number = fields.number(key);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
