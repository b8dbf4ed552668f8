package org.penguinfit.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.yaml.MeasurementLibrary;

/**
 * How the time to load measurements grows with their number: generated files, one large one or many small ones, read,
 * checked, related to each other and searched for double counting, beside the bare YAML parser on the same bytes; as a
 * Markdown table. First of all the shipped library is loaded, cold and warm.
 *
 * @param largest number of measurements in the largest case, at least {@value #FEWEST}
 * @param seed of the generated files
 * @param folder where the files are written; they are removed again
 * @param budget time in nanoseconds after which a case is not repeated any more
 */
public record LoadStudy(int largest, long seed, Path folder, long budget) {
    /** Measurements of a smallest study, which has {@value #DOUBLINGS} doublings to the largest case. */
    public static final int FEWEST = 640;

    private static final int DOUBLINGS = 6;
    private static final int SMALL_FILE = 100;
    private static final int LIBRARY_RUNS = 21;

    private static final String HEAD = """
            | measurements | files | MB | bare parser | tree | records | set | selection | all | per measurement | to bare parser | per doubling |
            |---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|
            | | | | ms | ms | ms | ms | ms | ms | µs | | |
            """;

    /**
     * Measures every size.
     *
     * @param phases hears of each size
     * @throws IOException if the files cannot be written
     */
    public String markdown(Consumer<String> phases) throws IOException {
        StringBuilder text = new StringBuilder(library());
        phases.accept("warm-up");
        measure(largest >> (DOUBLINGS / 2), SMALL_FILE);
        text.append('\n').append(HEAD);
        for (boolean single : new boolean[] {true, false}) {
            double before = Double.NaN;
            for (int doublings = DOUBLINGS; doublings >= 0; doublings--) {
                int count = largest >> doublings;
                phases.accept(count + " measurements" + (single ? " in one file" : " in many files"));
                LoadTimes times = measure(count, single ? count : SMALL_FILE);
                text.append(row(count, times, times.total() / before));
                before = times.total();
            }
        }
        return text.toString();
    }

    /** The first run finds nothing compiled and few classes loaded. */
    private static String library() {
        double[] warm = new double[LIBRARY_RUNS];
        double cold = libraryTime();
        for (int i = 0; i < LIBRARY_RUNS; i++) {
            libraryTime();
        }
        for (int i = 0; i < LIBRARY_RUNS; i++) {
            warm[i] = libraryTime();
        }
        int measurements =
                MeasurementLibrary.load(new Diagnostics()).measurements().size();
        return String.format(
                Locale.ROOT,
                "Shipped library: %d measurements, %.0f ms cold, %.1f ms warm.%n",
                measurements,
                cold / 1e6,
                Stopwatch.median(warm) / 1e6);
    }

    private static double libraryTime() {
        return LoadTimes.ofLibrary().total();
    }

    private LoadTimes measure(int count, int perFile) throws IOException {
        List<Path> files = new ArrayList<>();
        try {
            for (int from = 0; from < count; from += perFile) {
                Path file = folder.resolve("generated-" + from + ".yaml");
                files.add(file);
                Files.writeString(file, GeneratedMeasurements.file(seed, from, Math.min(count, from + perFile)));
            }
            return repeated(files, count);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** The fastest of at least three runs: whatever else the machine does only adds to it. */
    private LoadTimes repeated(List<Path> files, int count) throws IOException {
        long end = System.nanoTime() + budget;
        LoadTimes best = LoadTimes.of(files, count);
        for (int runs = 1; runs < 3 || System.nanoTime() < end; runs++) {
            best = best.fastest(LoadTimes.of(files, count));
        }
        return best;
    }

    private static String row(int count, LoadTimes times, double growth) {
        return String.format(
                Locale.ROOT,
                "| %d | %d | %.2f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.2f | %s |%n",
                count,
                times.files(),
                times.bytes() / 1e6,
                times.bare() / 1e6,
                times.tree() / 1e6,
                times.records() / 1e6,
                times.set() / 1e6,
                times.selection() / 1e6,
                times.total() / 1e6,
                times.total() / 1e3 / count,
                times.total() / times.bare(),
                Double.isNaN(growth) ? "" : String.format(Locale.ROOT, "%.2f", growth));
    }
}
