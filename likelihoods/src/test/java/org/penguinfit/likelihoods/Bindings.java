package org.penguinfit.likelihoods;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/** Binds texts of measurement files to texts of theory files, with the loaders of production; every finding is a failure. */
final class Bindings {
    static final String HEADER = "\"@metadata@\": {schema: measurements/1}\n";

    private Bindings() {}

    /** A theory file, which may import packed ones. */
    static Theory theory(String text) {
        Diagnostics diagnostics = new Diagnostics();
        TheoryFiles files = TheoryFiles.below(Path.of("no-such-folder"));
        Theory theory = TheoryLoader.load(List.of(document(text, "theory.yaml", diagnostics)), files, diagnostics);
        requireNone(diagnostics);
        return Objects.requireNonNull(theory);
    }

    /** The entries of a measurement file, without its header. */
    static List<Measurement> measurements(String entries) {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> measurements =
                MeasurementLoader.load(document(HEADER + entries, "data.yaml", diagnostics), diagnostics);
        requireNone(diagnostics);
        return measurements;
    }

    private static LocatedDocument document(String text, String name, Diagnostics diagnostics) {
        LocatedDocument document = LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), name, diagnostics);
        requireNone(diagnostics);
        return Objects.requireNonNull(document);
    }

    private static void requireNone(Diagnostics diagnostics) {
        if (!diagnostics.sorted().isEmpty()) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
    }

    static ParameterSet free(List<String> names) {
        List<Parameter> parameters = new ArrayList<>();
        for (String name : names) {
            parameters.add(Parameter.of(name, 0));
        }
        return ParameterSet.of(parameters);
    }

    static Likelihood bind(String entries, Theory theory, List<String> free, ParameterConstraint... constraints) {
        Diagnostics diagnostics = new Diagnostics();
        Likelihood likelihood =
                Likelihood.bind(measurements(entries), theory, free(free), Map.of(), List.of(constraints), diagnostics);
        requireNone(diagnostics);
        return Objects.requireNonNull(likelihood);
    }
}
