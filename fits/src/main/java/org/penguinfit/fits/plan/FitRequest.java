package org.penguinfit.fits.plan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks for on the command line.
 *
 * @param fit name of a packed fit such as {@code bsnunu-2021/table2}, or a path
 * @param with measurement files to add
 * @param set options {@code PATH=VALUE} that change the config
 * @param asOf overrides the config's date; null: the config's
 * @param seed overrides the config's seed; null: the config's
 * @param lenient whether an added measurement of which the theory predicts nothing is left out instead of refused
 */
public record FitRequest(
        String fit,
        List<Path> with,
        List<String> set,
        @Nullable LocalDate asOf,
        @Nullable Long seed,
        boolean lenient) {
    public FitRequest {
        with = List.copyOf(with);
        set = List.copyOf(set);
    }

    /** A request that refuses added measurements without a prediction. */
    public FitRequest(String fit, List<Path> with, List<String> set, @Nullable LocalDate asOf, @Nullable Long seed) {
        this(fit, with, set, asOf, seed, false);
    }

    /** The same without added measurements. */
    public FitRequest withoutAdded() {
        return new FitRequest(fit, List.of(), set, asOf, seed, lenient);
    }

    /** A fit as it stands. */
    public static FitRequest of(String fit) {
        return new FitRequest(fit, List.of(), List.of(), null, null);
    }
}
