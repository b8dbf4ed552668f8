package org.penguinfit.fits.plan;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.MeasurementConfig;
import org.penguinfit.fits.config.OutputConfig;
import org.penguinfit.fits.config.Places;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.likelihoods.theory.TheoryParameter;
import org.penguinfit.likelihoods.theory.TheorySource;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.ScalarNode;

/** A plan with one {@code predict} task, made from a theory (or the theory of a fit) and a point. */
public final class PredictionPlan {
    private static final String TASK = "predict";

    private PredictionPlan() {}

    /**
     * Loads a theory and resolves a point.
     *
     * @param file path or name of a theory or of a fit
     * @param at parameter → value; others stand at their defaults
     * @param observables which to predict; empty: all
     * @return the plan, or null if there was an error
     */
    public static @Nullable FitPlan load(
            String file, Map<String, Double> at, List<String> observables, Diagnostics diagnostics) {
        Theory theory = theory(file, diagnostics);
        if (theory == null) {
            return null;
        }
        List<String> wanted = observables;
        if (wanted.isEmpty()) {
            wanted = theory.observableNames();
        }
        TaskConfig task = new TaskConfig(
                TASK,
                TaskConfig.Type.PREDICT,
                TASK,
                List.of(),
                List.of(),
                nuisances(theory, at),
                List.of(),
                0,
                at,
                wanted,
                null,
                null,
                TaskOptions.Predict.PLAIN,
                Location.wholeFile("command line"),
                "");
        FitConfig config = new FitConfig(
                file,
                file,
                "",
                title(theory, file),
                "",
                "",
                null,
                0,
                List.of(),
                null,
                MeasurementConfig.NONE,
                new LinkedHashMap<>(),
                List.of(),
                Map.of(TASK, task),
                OutputConfig.STANDARD,
                List.of(),
                Places.NOWHERE);
        ResolvedTask resolved = new TaskResolver(config, theory, diagnostics).resolve(task, Selected.NOTHING);
        if (resolved == null) {
            return null;
        }
        Map<String, String> inputs = new TreeMap<>();
        for (TheorySource source : theory.documents()) {
            inputs.put(source.file(), source.sha256());
        }
        return FitPlan.of(config, theory, List.of(resolved), inputs, new TreeSet<>());
    }

    private static String title(Theory theory, String file) {
        String title = file;
        for (TheorySource source : theory.documents()) {
            String plain = source.file().replaceFirst("\\.(yaml|json)$", "");
            boolean named = source.file().equals(file) || plain.equals(file) || plain.endsWith("/" + file);
            if (named && !source.title().isEmpty()) {
                title = source.title();
            }
        }
        return title;
    }

    /** Every nuisance parameter that is not given a value adds to the uncertainty. */
    private static List<String> nuisances(Theory theory, Map<String, Double> at) {
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : theory.parameters()) {
            if (parameter.kind() == TheoryParameter.Kind.NUISANCE
                    && parameter.constraint().isPresent()
                    && !at.containsKey(parameter.name())) {
                names.add(parameter.name());
            }
        }
        return names;
    }

    private static @Nullable Theory theory(String file, Diagnostics diagnostics) {
        if (isFit(file)) {
            FitPlan plan = FitPlan.load(FitRequest.of(file), diagnostics);
            return plan == null ? null : plan.theory();
        }
        TheoryFiles files = TheoryFiles.below(Path.of(""));
        ScalarNode name = ScalarNode.text(Location.wholeFile("command line"), file);
        LocatedDocument document = files.resolve(file, name, diagnostics);
        return document == null ? null : TheoryLoader.load(List.of(document), files, diagnostics);
    }

    private static boolean isFit(String file) {
        if (FitFiles.names().contains(file)) {
            return true;
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            return false;
        }
        LocatedDocument document = LocatedDocument.read(path, file, new Diagnostics());
        return document != null
                && document.root().get("schema") instanceof ScalarNode schema
                && schema.text().startsWith("fit/");
    }
}
