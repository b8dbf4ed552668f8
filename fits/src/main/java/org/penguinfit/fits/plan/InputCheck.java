package org.penguinfit.fits.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.FitConfigLoader;
import org.penguinfit.likelihoods.popxf.CorrelationFile;
import org.penguinfit.likelihoods.popxf.Popxf;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.JoinedResults;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/** Checks one input file of any format as far as it can be checked without running a fit. */
public final class InputCheck {
    private InputCheck() {}

    /**
     * Checks a file.
     *
     * @param file a path, or the name of a packed fit or theory
     * @param diagnostics takes every problem
     * @return one line about what it holds; of no meaning if there was an error
     */
    public static String check(String file, Diagnostics diagnostics) {
        if (!Files.isRegularFile(Path.of(file)) && FitFiles.names().contains(file)) {
            return fit(file, diagnostics);
        }
        if (!Files.isRegularFile(Path.of(file)) && isPackedTheory(file)) {
            return packedTheory(file, diagnostics);
        }
        LocatedDocument document = MeasurementFile.read(Path.of(file), file, diagnostics);
        if (document == null) {
            return "";
        }
        if (Popxf.isTable(document)) {
            return theory(document, diagnostics);
        }
        if (Popxf.isCorrelations(document)) {
            CorrelationFile correlations = CorrelationFile.read(document, diagnostics);
            return correlations == null ? "" : "correlations of theory uncertainties";
        }
        String schema = schema(document);
        if (schema.startsWith("fit/")) {
            return fit(file, diagnostics);
        }
        if (schema.startsWith("theory/")) {
            return theory(document, diagnostics);
        }
        if (!schema.isEmpty() && !schema.startsWith("measurements/")) {
            Node at = document.root().get("schema");
            diagnostics.error(
                    at == null ? document.root() : at,
                    "unknown schema",
                    "'" + schema + "'",
                    "known: fit/1, theory/1; a measurement file has '\"@metadata@\": {schema: measurements/1}'");
            return "";
        }
        return measurements(document, diagnostics);
    }

    private static String schema(LocatedDocument document) {
        Node schema = document.root().get("schema");
        if (schema instanceof ScalarNode scalar) {
            return scalar.text();
        }
        return guessed(document);
    }

    /** Only measurement files have no schema at the top; keys that stand in no measurement file give a forgotten one away. */
    private static String guessed(LocatedDocument document) {
        Set<String> keys = document.root().entries().keySet();
        if (keys.contains("tasks")) {
            return FitConfigLoader.SCHEMA;
        }
        return keys.contains("observables") || keys.contains("definitions") || keys.contains("wilson")
                ? "theory/1"
                : "";
    }

    private static boolean isPackedTheory(String file) {
        return TheoryFiles.below(Path.of("")).packedNames().contains(file);
    }

    private static String packedTheory(String name, Diagnostics diagnostics) {
        LocatedDocument document = TheoryFiles.below(Path.of(""))
                .resolve(name, ScalarNode.text(Location.wholeFile(name), name), diagnostics);
        return document == null ? "" : theory(document, diagnostics);
    }

    private static String fit(String file, Diagnostics diagnostics) {
        @Nullable FitPlan plan = FitPlan.load(FitRequest.of(file), diagnostics);
        return plan == null ? "" : "a fit with " + plan.tasks().size() + " tasks";
    }

    private static String theory(LocatedDocument document, Diagnostics diagnostics) {
        Path parent = Path.of(document.file()).getParent();
        Theory theory = TheoryLoader.load(
                List.of(document), TheoryFiles.below(parent == null ? Path.of("") : parent), diagnostics);
        return theory == null
                ? ""
                : "a theory with " + theory.observables().size() + " observables and "
                        + theory.parameters().size() + " real parameters";
    }

    private static String measurements(LocatedDocument document, Diagnostics diagnostics) {
        List<Measurement> own = MeasurementLoader.load(document, diagnostics);
        MeasurementSet set = MeasurementSet.of(libraryWithout(document, diagnostics), new Diagnostics())
                .with(own, diagnostics)
                .withCorrelations(MeasurementLoader.crossCorrelations(document, diagnostics), diagnostics);
        checkBlocks(set, diagnostics);
        return own.size() == 1 ? "1 measurement" : own.size() + " measurements";
    }

    /** What correlations between measurements join must make a likelihood. */
    private static void checkBlocks(MeasurementSet set, Diagnostics diagnostics) {
        if (!diagnostics.hasErrors() && !set.correlations().isEmpty()) {
            for (JoinedResults.Owned owned : JoinedResults.of(set.all(), set.correlations())) {
                if (owned.result() instanceof JoinedResult) {
                    LikelihoodTerms.of(owned.measurement(), owned.result(), diagnostics);
                }
            }
        }
    }

    /** The packed measurements, but for those of the very file that is checked. */
    private static List<Measurement> libraryWithout(LocatedDocument checked, Diagnostics diagnostics) {
        MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
        Set<String> same = new HashSet<>();
        for (LocatedDocument document : library.documents()) {
            if (document.sha256().equals(checked.sha256())) {
                same.add(document.file());
            }
        }
        List<Measurement> others = new ArrayList<>();
        for (Measurement measurement : library.measurements()) {
            if (!same.contains(measurement.location().file())) {
                others.add(measurement);
            }
        }
        return others;
    }
}
