package org.penguinfit.fits.run;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.ConfigOverride;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.FitConfigLoader;
import org.penguinfit.fits.config.Selector;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.likelihoods.theory.TheorySource;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

/**
 * A fit ready to run: config, theory and measurements loaded, every name resolved, every problem of every file reported at
 * once.
 */
public final class FitPlan {
    private final FitConfig config;
    private final Theory theory;
    private final List<ResolvedTask> tasks;
    private final Map<String, String> inputs;
    private final Set<String> used;
    private final List<FitResult.Skip> skipped;
    private final List<String> notes;
    private final @Nullable LocalDate asOf;
    private final long seed;

    private FitPlan(
            FitConfig config,
            Theory theory,
            List<ResolvedTask> tasks,
            Map<String, String> inputs,
            Set<String> used,
            List<FitResult.Skip> skipped,
            List<String> notes,
            @Nullable LocalDate asOf,
            long seed) {
        this.config = config;
        this.theory = theory;
        this.tasks = tasks;
        this.inputs = inputs;
        this.used = used;
        this.skipped = skipped;
        this.notes = notes;
        this.asOf = asOf;
        this.seed = seed;
    }

    /**
     * Loads a fit.
     *
     * @param diagnostics takes every problem, warnings too
     * @return the plan, or null if there was an error
     */
    public static @Nullable FitPlan load(FitRequest request, Diagnostics diagnostics) {
        FitFiles.Found found = FitFiles.find(request.fit(), diagnostics);
        return found == null ? null : load(request, found, diagnostics);
    }

    /** Loads a fit whose config file has been found. */
    public static @Nullable FitPlan load(FitRequest request, FitFiles.Found found, Diagnostics diagnostics) {
        return new Loading(request, diagnostics).load(found);
    }

    /** A plan without data. */
    static FitPlan of(
            FitConfig config, Theory theory, List<ResolvedTask> tasks, Map<String, String> inputs, Set<String> used) {
        return new FitPlan(config, theory, tasks, inputs, used, List.of(), List.of(), null, 0);
    }

    FitConfig config() {
        return config;
    }

    Theory theory() {
        return theory;
    }

    List<ResolvedTask> tasks() {
        return tasks;
    }

    Map<String, String> inputs() {
        return inputs;
    }

    Set<String> used() {
        return used;
    }

    List<FitResult.Skip> skipped() {
        return skipped;
    }

    List<String> notes() {
        return notes;
    }

    @Nullable
    LocalDate asOf() {
        return asOf;
    }

    /** Seed of everything random. */
    public long seed() {
        return seed;
    }

    /** One load: the steps share the diagnostics and what is read so far. */
    private static final class Loading {
        private final FitRequest request;
        private final Diagnostics diagnostics;
        private final Map<String, String> digests = new TreeMap<>();
        private final List<Measurement> added = new ArrayList<>();

        Loading(FitRequest request, Diagnostics diagnostics) {
            this.request = request;
            this.diagnostics = diagnostics;
        }

        @Nullable
        FitPlan load(FitFiles.Found found) {
            LocatedDocument document = ConfigOverride.apply(request.set(), found.document(), diagnostics);
            FitConfig config = FitConfigLoader.load(request.fit(), document, request.set(), diagnostics);
            Theory theory = theory(document, found.folder());
            MeasurementSet measurements = measurements(config, found.folder());
            if (theory == null || measurements == null) {
                return null; // names can only be resolved against files that could be read
            }
            LocalDate asOf = request.asOf() == null ? config.asOf() : request.asOf();
            MeasurementSelection selection =
                    new MeasurementSelection(measurements, Optional.ofNullable(asOf), diagnostics);
            TaskResolver resolver = new TaskResolver(config, theory, diagnostics);
            List<ResolvedTask> tasks = new ArrayList<>();
            Set<String> used = new TreeSet<>();
            Set<String> read = new LinkedHashSet<>();
            for (Measurement measurement : added) {
                read.add(measurement.location().file());
            }
            Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
            for (TaskConfig task : config.tasks().values()) {
                Selected selected = select(config, task, selection);
                for (Measurement measurement : selected.measurements()) {
                    used.add(measurement.name());
                    read.add(measurement.location().file());
                }
                for (FitResult.Skip skip : selected.skipped()) {
                    skipped.putIfAbsent(skip.name(), skip);
                }
                ResolvedTask resolved = resolver.resolve(task, selected);
                if (resolved != null) {
                    tasks.add(resolved);
                }
            }
            List<String> notes = noteUnused(used, skipped);
            if (diagnostics.hasErrors()) {
                return null;
            }
            long seed = request.seed() == null ? config.seed() : request.seed();
            return new FitPlan(
                    config,
                    theory,
                    tasks,
                    inputs(config, theory, read),
                    used,
                    List.copyOf(skipped.values()),
                    notes,
                    asOf,
                    seed);
        }

        private @Nullable Theory theory(LocatedDocument config, Path folder) {
            int before = diagnostics.errorCount();
            TheoryFiles files = TheoryFiles.below(folder);
            List<LocatedDocument> documents = new ArrayList<>();
            for (Node name : new Fields(config.root(), new Diagnostics()).items("theory")) {
                String text = Fields.asText(name, new Diagnostics()); // a wrong type is reported with the config
                LocatedDocument document = text == null ? null : files.resolve(text, name, diagnostics);
                if (document != null) {
                    documents.add(document);
                }
            }
            Theory theory = TheoryLoader.load(documents, files, diagnostics);
            return diagnostics.errorCount() > before ? null : theory;
        }

        private @Nullable MeasurementSet measurements(FitConfig config, Path folder) {
            int before = diagnostics.errorCount();
            MeasurementLibrary library = MeasurementLibrary.load(diagnostics);
            for (LocatedDocument document : library.documents()) {
                digests.put(document.file(), document.sha256());
            }
            MeasurementSet set = MeasurementSet.of(library.measurements(), diagnostics);
            List<Measurement> own = new ArrayList<>();
            for (String file : config.measurementFiles()) {
                own.addAll(read(folder.resolve(file), folder.resolve(file).toString()));
            }
            for (Path file : request.with()) {
                List<Measurement> extra = read(file, file.toString());
                own.addAll(extra);
                added.addAll(extra);
            }
            if (!own.isEmpty()) {
                set = set.with(own, diagnostics);
            }
            return diagnostics.errorCount() > before ? null : set;
        }

        private List<Measurement> read(Path path, String name) {
            LocatedDocument document = LocatedDocument.read(path, name, diagnostics);
            if (document == null) {
                return List.of();
            }
            digests.put(document.file(), document.sha256());
            return MeasurementLoader.load(document, diagnostics);
        }

        /** A task's own selectors, or else those of the fit and the measurements added on the command line. */
        private Selected select(FitConfig config, TaskConfig task, MeasurementSelection selection) {
            if (task.type() == TaskConfig.Type.PREDICT) {
                return new Selected(List.of(), List.of(), List.of());
            }
            boolean own = !task.use().isEmpty();
            List<Selector> include = own ? task.use() : config.include();
            Selected selected = selection.select(include, config.exclude(), own ? List.of() : added);
            if (include.isEmpty() && added.isEmpty()) {
                diagnostics.error(
                        task.location(),
                        task.path(),
                        "no measurement is selected",
                        "",
                        "add 'use: [NAME…]' here or 'measurements: {include: [NAME…]}' to the fit");
            }
            selection.refuseDoubleCounting(selected.measurements(), task.location(), task.path());
            return selected;
        }

        private List<String> noteUnused(Set<String> used, Map<String, FitResult.Skip> skipped) {
            List<String> notes = new ArrayList<>();
            for (Measurement measurement : added) {
                if (!used.contains(measurement.name())) {
                    skipped.putIfAbsent(
                            measurement.name(),
                            new FitResult.Skip(measurement.name(), "no task selects it or what it supersedes"));
                    notes.add("'" + measurement.name() + "' was added but enters no task: "
                            + skipped.get(measurement.name()).reason());
                }
            }
            return notes;
        }

        private Map<String, String> inputs(FitConfig config, Theory theory, Set<String> files) {
            Map<String, String> inputs = new TreeMap<>();
            inputs.put(config.file(), config.sha256());
            for (TheorySource source : theory.documents()) {
                inputs.put(source.file(), source.sha256());
            }
            for (String file : files) {
                inputs.put(file, digests.getOrDefault(file, ""));
            }
            return inputs;
        }
    }
}
