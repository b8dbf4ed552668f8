package org.penguinfit.fits.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.BareParser;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * What each step from files to chosen measurements took, in nanoseconds.
 *
 * @param files number of files
 * @param bytes their size
 * @param bare the YAML parser alone on the same files, which is no part of the others
 * @param tree reading the files as located trees
 * @param records from the trees to checked measurements
 * @param set relating measurements to each other by name
 * @param selection which are in force, and which of those count the same data twice
 */
record LoadTimes(int files, long bytes, double bare, double tree, double records, double set, double selection) {
    /** All steps but the bare parser, in nanoseconds. */
    double total() {
        return tree + records + set + selection;
    }

    /** The lower time of each step. */
    LoadTimes fastest(LoadTimes other) {
        return new LoadTimes(
                files,
                bytes,
                Math.min(bare, other.bare),
                Math.min(tree, other.tree),
                Math.min(records, other.records),
                Math.min(set, other.set),
                Math.min(selection, other.selection));
    }

    /**
     * Loads files once.
     *
     * @param count measurements that they hold
     * @throws IllegalStateException if a file has a problem or does not hold what it should
     */
    static LoadTimes of(List<Path> files, int count) throws IOException {
        long bytes = 0;
        long start = System.nanoTime();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            bytes += content.length;
            if (BareParser.characters(content, file.toString()) == 0) {
                throw new IllegalStateException("an empty file");
            }
        }
        double bare = System.nanoTime() - start;
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> measurements = new ArrayList<>();
        double tree = 0;
        double records = 0;
        for (Path file : files) {
            long begin = System.nanoTime();
            LocatedDocument document = MeasurementFile.read(file, file.toString(), diagnostics);
            long parsed = System.nanoTime();
            if (document != null) {
                measurements.addAll(MeasurementLoader.load(document, diagnostics));
            }
            tree += parsed - begin;
            records += System.nanoTime() - parsed;
        }
        return chosen(new LoadTimes(files.size(), bytes, bare, tree, records, 0, 0), measurements, count, diagnostics);
    }

    /** Loads the shipped library once; reading and checking are one step there. */
    static LoadTimes ofLibrary() {
        Diagnostics diagnostics = new Diagnostics();
        long start = System.nanoTime();
        MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
        double records = System.nanoTime() - start;
        return chosen(
                new LoadTimes(library.documents().size(), 0, 0, 0, records, 0, 0),
                library.measurements(),
                library.measurements().size(),
                diagnostics);
    }

    private static LoadTimes chosen(LoadTimes so, List<Measurement> measurements, int count, Diagnostics diagnostics) {
        long start = System.nanoTime();
        MeasurementSet set = MeasurementSet.of(measurements, diagnostics);
        long made = System.nanoTime();
        List<Measurement> used = set.inForce(Optional.empty()).used();
        int pairs = set.doubleCounting(used).size();
        long end = System.nanoTime();
        if (set.all().size() != count || pairs < 0 || diagnostics.hasErrors()) {
            throw new IllegalStateException(
                    set.all().size() + " of " + count + " measurements were read: " + diagnostics.sorted());
        }
        return new LoadTimes(so.files, so.bytes, so.bare, so.tree, so.records, made - start, end - made);
    }
}
