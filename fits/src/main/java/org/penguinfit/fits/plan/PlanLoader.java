package org.penguinfit.fits.plan;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.ConfigOverride;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.FitConfigLoader;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryFiles;
import org.penguinfit.likelihoods.theory.TheoryLoader;
import org.penguinfit.likelihoods.theory.TheorySource;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.InvalidInputException;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.selection.Selector;

/**
 * One load of a fit. Every file is read, and every name checked against the files that could be read, before it stops: a user
 * sees all problems of config, theory and measurements at once. What a broken file might have said is not held against a name.
 */
final class PlanLoader {
    private final FitRequest request;
    private final Diagnostics diagnostics;
    private final List<ResolvedTask> tasks = new ArrayList<>();
    private final Set<String> used = new TreeSet<>();
    private final Set<String> filesRead = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private final Map<String, FitResult.Skip> skipped = new LinkedHashMap<>();
    private LeavingOut leavingOut = new LeavingOut(List.of());
    private LimitRules limitRules;

    PlanLoader(FitRequest request, Diagnostics diagnostics) {
        this.request = request;
        this.diagnostics = diagnostics;
        this.limitRules = new LimitRules(List.of(), diagnostics);
    }

    @Nullable
    FitPlan load(FitFiles.Found found) {
        if (found.document().refuseOtherFormat("fit", diagnostics)) {
            return null;
        }
        LocatedDocument document = ConfigOverride.apply(request.set(), found.document(), diagnostics);
        FitConfig config = FitConfigLoader.load(request.fit(), document, request.set(), diagnostics);
        // Theory and measurements know nothing of each other: they are read side by side.
        Diagnostics ofTheory = new Diagnostics();
        CompletableFuture<Optional<Theory>> reading =
                CompletableFuture.supplyAsync(() -> Optional.ofNullable(theory(document, found.folder(), ofTheory)));
        MeasurementInputs inputs = new MeasurementInputs(config, found.folder(), request.with(), diagnostics);
        Theory theory = joined(reading, ofTheory).orElse(null);
        diagnostics.addAll(ofTheory.sorted());
        LocalDate asOf = request.asOf() == null ? config.asOf() : request.asOf();
        MeasurementSelection selection =
                new MeasurementSelection(inputs, config, Optional.ofNullable(asOf), diagnostics);
        for (Measurement measurement : inputs.added()) {
            filesRead.add(measurement.location().file());
        }
        resolve(config, theory, inputs, selection);
        noteUnused(inputs.added());
        if (theory == null || diagnostics.hasErrors()) {
            return null;
        }
        return new FitPlan(
                config,
                theory,
                tasks,
                digests(config, theory, inputs),
                used,
                List.copyOf(skipped.values()),
                List.copyOf(notes),
                NumberSources.of(theory, tasks, inputs),
                inputs.added(),
                asOf,
                request.seed() == null ? config.seed() : request.seed());
    }

    /** What was read; nothing if the theory has so many errors that reading stopped, all of which its diagnostics hold. */
    private static Optional<Theory> joined(CompletableFuture<Optional<Theory>> reading, Diagnostics ofTheory) {
        try {
            return reading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof InvalidInputException && ofTheory.hasErrors()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private void resolve(
            FitConfig config, @Nullable Theory theory, MeasurementInputs inputs, MeasurementSelection selection) {
        selection.check();
        limitRules = new LimitRules(config.measurements().limits(), diagnostics);
        leavingOut = new LeavingOut(config.measurements().leaveOut());
        TaskResolver resolver = theory == null ? null : new TaskResolver(config, theory, diagnostics);
        for (TaskConfig task : config.tasks().values()) {
            Selected selected = select(config, task, inputs, selection);
            if (request.lenient() && theory != null) {
                selected = Unpredicted.leaveOut(selected, inputs.added(), theory);
            }
            for (Measurement measurement : selected.measurements()) {
                used.add(measurement.name());
                filesRead.add(measurement.location().file());
                notes.addAll(selection.outdatedParts(measurement));
                if (!measurement.verified()) {
                    notes.add("'" + measurement.name() + "' is not verified against its source");
                }
            }
            for (FitResult.Skip skip : selected.skipped()) {
                skipped.putIfAbsent(skip.name(), skip);
            }
            ResolvedTask resolved = resolver == null ? null : resolver.resolve(task, selected);
            if (resolved != null) {
                tasks.add(resolved);
            }
        }
        if (inputs.good()) {
            leavingOut.check(diagnostics);
            limitRules.check();
        }
        notes.addAll(leavingOut.notes());
        notes.addAll(limitRules.notes());
        if (resolver != null) {
            notes.addAll(resolver.notes());
        }
    }

    private static @Nullable Theory theory(LocatedDocument config, Path folder, Diagnostics diagnostics) {
        TheoryFiles files = TheoryFiles.below(folder);
        List<LocatedDocument> documents = new ArrayList<>();
        Set<String> wanted = new HashSet<>();
        boolean complete = true;
        List<Node> names = new Fields(config.root(), new Diagnostics()).items("theory");
        for (Node name : names) {
            String text = Fields.asText(name, new Diagnostics()); // a wrong type is reported with the config
            if (text != null && !wanted.add(text)) {
                continue; // named twice, read once
            }
            LocatedDocument document = text == null ? null : files.resolve(text, name, diagnostics);
            if (document != null) {
                documents.add(document);
            }
            complete &= document != null;
        }
        Theory theory = TheoryLoader.load(documents, files, diagnostics);
        return documents.isEmpty() || !complete || diagnostics.hasErrors() ? null : theory;
    }

    /** A task's own selectors, or else those of the fit and the measurements added on the command line. */
    private Selected select(
            FitConfig config, TaskConfig task, MeasurementInputs inputs, MeasurementSelection selection) {
        if (task.type().needs(TaskConfig.Needs.COMPARES)) {
            Selected compared = Compared.select(
                    task, one -> selection.select(List.of(one), List.of(), task.location(), task.path()));
            return Compared.of(task, limitRules.apply(leavingOut.apply(compared)), diagnostics);
        }
        if (task.type().needs(TaskConfig.Needs.NO_DATA)) {
            return Selected.NOTHING;
        }
        boolean own = !task.use().isEmpty();
        List<Selector> include = own ? task.use() : config.include();
        List<Measurement> added = own ? List.of() : inputs.added();
        Selected selected = task.type() == TaskConfig.Type.EVOLUTION
                ? epochs(config, task, inputs, include, added)
                : selection.select(include, added, task.location(), task.path());
        if (include.isEmpty() && inputs.added().isEmpty() && config.places().mapOrNothing("measurements")) {
            diagnostics.error(
                    task.location(),
                    task.path(),
                    "no measurement is selected",
                    "",
                    "add 'use: [NAME…]' here or 'measurements: {include: [NAME…]}' to the fit");
        }
        return limitRules.apply(leavingOut.apply(selected));
    }

    private Selected epochs(
            FitConfig config,
            TaskConfig task,
            MeasurementInputs inputs,
            List<Selector> include,
            List<Measurement> added) {
        LocalDate asOf = request.asOf() == null ? config.asOf() : request.asOf();
        return new EpochSelection(inputs.set(), asOf, diagnostics)
                .select(
                        task,
                        include,
                        added,
                        (date, ofDate) -> leavingOut.apply(new MeasurementSelection(inputs, config, date, ofDate)
                                .select(include, added, task.location(), task.path())));
    }

    private void noteUnused(List<Measurement> added) {
        for (Measurement measurement : added) {
            if (!used.contains(measurement.name())) {
                skipped.putIfAbsent(
                        measurement.name(),
                        new FitResult.Skip(measurement.name(), "no task selects it or what it supersedes"));
                notes.add("'" + measurement.name() + "' was added but enters no task: "
                        + skipped.get(measurement.name()).reason());
            }
        }
    }

    private Map<String, String> digests(FitConfig config, Theory theory, MeasurementInputs inputs) {
        Map<String, String> digests = new TreeMap<>();
        digests.put(config.file(), config.sha256());
        for (String option : request.set()) {
            digests.put("--set " + option, LocatedDocument.sha256(option.getBytes(StandardCharsets.UTF_8)));
        }
        for (TheorySource source : theory.documents()) {
            digests.put(source.file(), source.sha256());
        }
        for (String file : filesRead) {
            digests.put(file, inputs.digest(file));
        }
        return digests;
    }
}
