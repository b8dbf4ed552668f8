package org.penguinfit.fits.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/**
 * One reader under attack.
 *
 * @param name folder of its inputs below {@code src/test/resources/fuzz}
 * @param type class with the entry point of the fuzzer
 * @param entry that entry point
 * @param seeds inputs to start from
 */
record FuzzTarget(String name, Class<?> type, Consumer<byte[]> entry, Seeds seeds) {
    /** Reads inputs from the repository. */
    interface Seeds {
        List<byte[]> read() throws IOException;
    }

    /** Every target; a new one is added here. */
    static final List<FuzzTarget> ALL = List.of(
            new FuzzTarget(
                    "value-string",
                    ValueStringTarget.class,
                    ValueStringTarget::fuzzerTestOneInput,
                    FuzzSeeds::valueStrings),
            new FuzzTarget("formula", FormulaTarget.class, FormulaTarget::fuzzerTestOneInput, FuzzSeeds::formulas),
            new FuzzTarget(
                    "measurement-file",
                    MeasurementFileTarget.class,
                    MeasurementFileTarget::fuzzerTestOneInput,
                    FuzzSeeds::measurementFiles),
            new FuzzTarget("import", ImportTarget.class, ImportTarget::fuzzerTestOneInput, FuzzSeeds::foreignFiles));
}
