package org.penguinfit.fits.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.selection.Selector;

/**
 * A fit configuration, its names not yet resolved.
 *
 * @param name how the user named the fit, such as {@code bsnunu-2021/table2}
 * @param file the file it was read from
 * @param sha256 digest of that file
 * @param title one line for the report
 * @param reference paper that the fit reproduces; may be empty
 * @param variant such as {@code as-printed} or {@code corrected}; may be empty
 * @param asOf only measurements public by that day; null: all
 * @param seed seed of everything random
 * @param theory theory files, by name or path
 * @param theoryUncertainty how the uncertainties of predictions enter; null: not said
 * @param measurements which measurements enter
 * @param parameters parameters of the fit, in order, by name
 * @param nuisances nuisance parameters that every task frees
 * @param tasks by id, in order
 * @param outputs where the result files go and which tables are written
 * @param overrides the {@code --set} options that changed the file, as written
 * @param places where its names stand
 */
public record FitConfig(
        String name,
        String file,
        String sha256,
        String title,
        String reference,
        String variant,
        @Nullable LocalDate asOf,
        long seed,
        List<String> theory,
        @Nullable TheoryUncertainty theoryUncertainty,
        MeasurementConfig measurements,
        Map<String, ParameterConfig> parameters,
        List<String> nuisances,
        Map<String, TaskConfig> tasks,
        OutputConfig outputs,
        List<String> overrides,
        Places places) {
    /** Measurement files beside the library, relative to this file. */
    public List<String> measurementFiles() {
        return measurements.files();
    }

    /** Measurements of the fit. */
    public List<Selector> include() {
        return measurements.include();
    }

    /** Measurements taken out again. */
    public List<Selector> exclude() {
        return measurements.exclude();
    }
}
