package org.penguinfit.fits.config;

import java.util.List;
import org.penguinfit.measurements.selection.Selector;

/**
 * The {@code measurements} of a fit.
 *
 * @param files measurement files beside the library, relative to the config
 * @param include measurements of the fit
 * @param exclude measurements taken out again
 * @param unverified whether patterns pick numbers that nobody compared with their source
 * @param allowDoubleCounting groups of names that may count the same data several times
 * @param limits rules of limits; the first that fits a measurement decides
 * @param leaveOut observables whose results do not enter
 */
public record MeasurementConfig(
        List<String> files,
        List<Selector> include,
        List<Selector> exclude,
        boolean unverified,
        List<List<String>> allowDoubleCounting,
        List<LimitRule> limits,
        List<LeftOut> leaveOut) {
    /** No measurement. */
    public static final MeasurementConfig NONE =
            new MeasurementConfig(List.of(), List.of(), List.of(), false, List.of(), List.of(), List.of());

    public MeasurementConfig {
        files = List.copyOf(files);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        allowDoubleCounting = allowDoubleCounting.stream().map(List::copyOf).toList();
        limits = List.copyOf(limits);
        leaveOut = List.copyOf(leaveOut);
    }
}
