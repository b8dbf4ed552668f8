package org.penguinfit.fits.browse;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.selection.Selector;
import org.penguinfit.measurements.selection.SelectorIndex;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * The measurements of the library and of a user's files.
 *
 * @param set all of them, with their correlations
 * @param index the same by name, observable, process, experiment and tag
 * @param digests file → SHA-256
 */
public record Catalogue(MeasurementSet set, SelectorIndex index, Map<String, String> digests) {
    public Catalogue {
        digests = Map.copyOf(digests);
    }

    /**
     * Reads the library and files.
     *
     * @param with files beside the library
     * @param diagnostics takes warnings
     * @throws InvalidInputException with every problem of every file
     */
    public static Catalogue load(List<Path> with, Diagnostics diagnostics) {
        Map<String, String> digests = new TreeMap<>();
        MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
        library.documents().forEach(document -> digests.put(document.file(), document.sha256()));
        List<Measurement> own = new ArrayList<>();
        List<CrossCorrelation> correlations = new ArrayList<>();
        for (Path path : with) {
            String name = path.toString().replace(File.separatorChar, '/');
            LocatedDocument document = MeasurementFile.read(path, name, diagnostics);
            if (document != null) {
                digests.put(document.file(), document.sha256());
                own.addAll(MeasurementLoader.load(document, diagnostics));
                correlations.addAll(MeasurementLoader.crossCorrelations(document, diagnostics));
            }
        }
        MeasurementSet set = library.set(diagnostics);
        set = own.isEmpty() ? set : set.with(own, diagnostics);
        set = correlations.isEmpty() ? set : set.withCorrelations(correlations, diagnostics);
        if (diagnostics.hasErrors()) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        return new Catalogue(set, new SelectorIndex(set), digests);
    }

    /** Reports selectors that pick nothing, with what they may have meant. */
    public void requireSomething(List<Selector> selectors, Diagnostics diagnostics) {
        for (Selector selector : selectors) {
            if (index.pick(selector).isEmpty()) {
                SelectorIndex.Nothing nothing = index.nothing(selector);
                diagnostics.error(selector.location(), selector.path(), nothing.rule(), "", nothing.remedy());
            }
        }
    }
}
