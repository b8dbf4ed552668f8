package org.penguinfit.fits.plan;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/** The measurements that a fit can choose from: the library, the config's own files and those of the command line. */
final class MeasurementInputs {
    private final Diagnostics diagnostics;
    private final Map<String, LocatedDocument> documents = new TreeMap<>();
    private final List<Measurement> own = new ArrayList<>();
    private final List<CrossCorrelation> correlations = new ArrayList<>();
    private final Map<Path, List<Measurement>> alreadyRead = new HashMap<>();
    private final List<Measurement> added = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private final MeasurementSet set;
    private final boolean good;
    private boolean allParsed = true;

    /**
     * Reads the files.
     *
     * @param folder where the config stands; its own files are relative to it
     * @param with files of the command line, relative to the current folder
     * @param diagnostics takes every problem of every file
     */
    MeasurementInputs(FitConfig config, Path folder, List<Path> with, Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        int before = diagnostics.errorCount();
        MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
        for (LocatedDocument document : library.documents()) {
            documents.put(document.file(), document);
        }
        for (String file : config.measurementFiles()) {
            readOwn(config, file, folder);
        }
        for (Path file : with) {
            added.addAll(read(file));
        }
        MeasurementSet packed = library.set(diagnostics);
        MeasurementSet all = own.isEmpty() ? packed : packed.with(own, diagnostics);
        this.set = correlations.isEmpty() ? all : all.withCorrelations(correlations, diagnostics);
        this.good = diagnostics.errorCount() == before;
    }

    private void readOwn(FitConfig config, String file, Path folder) {
        Path path = path(folder, file);
        if (path != null && Files.exists(path)) {
            read(path);
            return;
        }
        allParsed = false;
        Place place = config.places()
                .of("measurements.files", file, new Place(Location.wholeFile(config.file()), "measurements.files"));
        diagnostics.error(
                place.location(),
                place.path(),
                "no measurement file '" + file + "'",
                "",
                "paths are relative to the folder of the fit");
    }

    /** Null for a name that no file can have, such as one with a zero byte, or with letters the locale does not know. */
    private static @Nullable Path path(Path folder, String file) {
        try {
            return folder.resolve(file);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    /** Reads a file into the user's own measurements; one that is named twice is read once. */
    private List<Measurement> read(Path path) {
        Path place = path.toAbsolutePath().normalize();
        List<Measurement> known = alreadyRead.get(place);
        if (known != null) {
            return known;
        }
        List<Measurement> measurements = readFirst(path);
        alreadyRead.put(place, measurements);
        own.addAll(measurements);
        return measurements;
    }

    private List<Measurement> readFirst(Path path) {
        LocatedDocument document =
                MeasurementFile.read(path, path.toString().replace(File.separatorChar, '/'), diagnostics);
        if (document == null || document.refuseOtherFormat("measurements", diagnostics)) {
            allParsed = false;
            return List.of();
        }
        documents.put(document.file(), document);
        declared.addAll(document.root().entries().keySet());
        correlations.addAll(MeasurementLoader.crossCorrelations(document, diagnostics));
        return MeasurementLoader.load(document, diagnostics);
    }

    /** What could be read. */
    MeasurementSet set() {
        return set;
    }

    /** Measurements of the command line. */
    List<Measurement> added() {
        return added;
    }

    /** True if no file had an error. */
    boolean good() {
        return good;
    }

    /** True if a name may belong to an entry or a file with an error, so that its absence from the set means nothing. */
    boolean mayBeBroken(String name) {
        return !good && (!allParsed || declared.contains(name));
    }

    /** SHA-256 of a file that was read. */
    String digest(String file) {
        LocatedDocument document = documents.get(file);
        return document == null ? "" : document.sha256();
    }

    /** A file that was read; null if there is none of that name. */
    @Nullable
    LocatedDocument document(String file) {
        return documents.get(file);
    }
}
