package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.ParameterConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.fits.config.TheoryUncertainty;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryParameter;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.yaml.MeasurementLibrary;

/** Resolves the parameter and observable names of a config against its theory. */
final class TaskResolver {
    /** Parameters of one fit, nuisance parameters among them. */
    private static final int MAX_TOGETHER = 500;

    private final FitConfig config;
    private final Theory theory;
    private final Diagnostics diagnostics;
    private final Map<String, FreeParameter> interest = new LinkedHashMap<>();
    private final Map<String, FreeParameter> constrained = new LinkedHashMap<>();
    /** Parameters whose lack of a range is reported; the next task that needs it is no new problem. */
    private final Set<String> withoutRange = new HashSet<>();

    /** Problems of packed measurements that are reported at a task. */
    private final Set<Diagnostic> ofPackedFiles = new HashSet<>();

    private final Map<String, Double> fixed = new LinkedHashMap<>();
    private final TheoryErrors theoryErrors;
    private final Set<String> notes = new LinkedHashSet<>();

    /** False if a parameter of the config could not be told, so that a task without one may only seem to have none. */
    private boolean allResolved;

    TaskResolver(FitConfig config, Theory theory, Diagnostics diagnostics) {
        this.config = config;
        this.theory = theory;
        this.theoryErrors = new TheoryErrors(config, theory);
        this.diagnostics = diagnostics;
        this.allResolved = config.places().mapOrNothing("parameters");
        resolveParameters();
    }

    private void resolveParameters() {
        Map<String, String> taken = new LinkedHashMap<>();
        for (ParameterConfig parameter : config.parameters().values()) {
            TheoryParameter known = find(parameter.name(), parameter.location(), parameter.path());
            if (known == null) {
                allResolved = false;
                continue;
            }
            String other = taken.put(known.name(), parameter.name());
            if (other != null) {
                diagnostics.error(
                        parameter.location(),
                        parameter.path(),
                        "'" + other + "' and '" + parameter.name() + "' are the same parameter",
                        "",
                        "keep one");
            }
            if (parameter.fixed() != null) {
                fixed.put(known.name(), parameter.fixed());
            } else if (known.kind() == TheoryParameter.Kind.NUISANCE) {
                constrained.put(parameter.name(), nuisance(parameter.name(), known, parameter));
            } else {
                interest.put(parameter.name(), free(parameter.name(), known, parameter));
            }
        }
    }

    private @Nullable TheoryParameter find(String name, Location location, String path) {
        Optional<TheoryParameter> known = theory.parameter(name);
        if (known.isEmpty() && theory.matched(name).isPresent()) {
            diagnostics.error(
                    location,
                    path,
                    "'" + name + "' is given by the model, it is no parameter",
                    "the formula " + theory.matched(name).get(),
                    "use the parameters of the model");
        } else if (known.isEmpty()) {
            diagnostics.error(
                    location,
                    path,
                    "no parameter named '" + name + "' in the theory of this fit",
                    "",
                    DidYouMean.suggestOrList(name, theory.parameterNames()));
        }
        return known.orElse(null);
    }

    private static FreeParameter free(String name, TheoryParameter known, @Nullable ParameterConfig config) {
        double standard = known.defaultValue();
        Bounds bounds = Bounds.UNBOUNDED;
        if (config != null && config.range() != null) {
            bounds = config.range();
        } else if (known.range().isPresent()) {
            bounds = new Bounds(known.range().get().low(), known.range().get().high());
        }
        Double start = config == null ? null : config.start();
        FreeParameter.Constraint constraint = null;
        if (config != null && config.constraint() != null) {
            constraint = new FreeParameter.Constraint(
                    config.constraint().central(), config.constraint().sigma());
        } else if (known.constraint().isPresent()) {
            constraint = new FreeParameter.Constraint(
                    known.constraint().get().central(), known.constraint().get().sigma());
        }
        return new FreeParameter(name, known.name(), standard, start == null ? standard : start, bounds, constraint);
    }

    private FreeParameter nuisance(String name, TheoryParameter known, @Nullable ParameterConfig parameter) {
        FreeParameter nuisance = free(name, known, parameter);
        if (nuisance.constraint() == null && parameter != null) {
            diagnostics.error(
                    parameter.location(),
                    parameter.path(),
                    "a free nuisance parameter needs a constraint",
                    "",
                    "add 'constraint: 0 ± 1'");
        }
        return nuisance;
    }

    /** The task with its names resolved, or null if there was an error. */
    @Nullable
    ResolvedTask resolve(TaskConfig task, Selected selected) {
        int before = diagnostics.errorCount();
        Map<String, Double> at = at(task);
        List<FreeParameter> parameters = notHeld(ofTask(task), task, "parameters", at);
        List<FreeParameter> nuisances = notHeld(nuisances(task), task, "nuisances", at);
        Map<String, Double> held = new LinkedHashMap<>(fixed);
        held.putAll(at);
        List<FreeParameter> unnamed = unnamed(task, selected, List.of(parameters, nuisances), held);
        List<FreeParameter> linearised = unnamed;
        if (theoryErrors.frees(task)) {
            nuisances = Stream.concat(nuisances.stream(), unnamed.stream()).toList();
            linearised = List.of();
        }
        requireRanges(task, parameters);
        requireObservables(task);
        boolean free = task.type().hasParameters();
        if (free
                && parameters.isEmpty()
                && task.type() != TaskConfig.Type.CURVE
                && diagnostics.errorCount() == before
                && allResolved) {
            diagnostics.error(
                    task.location(), task.path(), "no free parameter", "", "add 'parameters: {NAME: {range: …}}'");
        }
        refuseTooMany(task, parameters.size() + nuisances.size());
        if (diagnostics.errorCount() == before) {
            new OptionsCheck(config, theory, diagnostics).check(task, parameters, nuisances, selected);
        }
        if (allResolved) {
            new PublishedCheck(config, interest.keySet(), diagnostics).check(task);
        }
        if (!task.type().needs(TaskConfig.Needs.NO_PARAMETERS)) {
            bindDry(task, selected);
        }
        if (diagnostics.errorCount() > before) {
            return null;
        }
        return new ResolvedTask(
                task,
                theory,
                selected.measurements(),
                selected.correlations(),
                selected.replacements(),
                parameters,
                nuisances,
                linearised,
                selected.epochs(),
                held,
                standard(held));
    }

    private Map<String, Double> standard(Map<String, Double> held) {
        Map<String, Double> standard = new LinkedHashMap<>(held);
        interest.values().forEach(parameter -> standard.remove(parameter.theoryName()));
        return standard;
    }

    /** Nuisance parameters that nobody names; none where the task leaves them at their central values. */
    private List<FreeParameter> unnamed(
            TaskConfig task, Selected selected, List<List<FreeParameter>> named, Map<String, Double> held) {
        if (task.type().needs(TaskConfig.Needs.NO_PARAMETERS) || task.type() == TaskConfig.Type.ALLOWED) {
            return List.of();
        }
        List<TheoryParameter> found =
                theoryErrors.unnamed(task, selected.measurements(), TheoryErrors.names(named, held.keySet()));
        TheoryUncertainty way = theoryErrors.way(task);
        if (way == null && !task.type().needs(TaskConfig.Needs.NO_DATA)) {
            String silence = TheoryErrors.silence(found, theory);
            if (!silence.isEmpty()) {
                notes.add(silence);
            }
        }
        List<FreeParameter> parameters = new ArrayList<>();
        if (way != null && way != TheoryUncertainty.NONE) {
            found.forEach(parameter -> parameters.add(free(parameter.name(), parameter, null)));
        }
        return List.copyOf(parameters);
    }

    /** Sentences about the fit. */
    Set<String> notes() {
        return notes;
    }

    /** Memory and time of a fit grow with the square and the third power of the number of its parameters. */
    private void refuseTooMany(TaskConfig task, int together) {
        if (task.type().needs(TaskConfig.Needs.TOGETHER) && together > MAX_TOGETHER) {
            diagnostics.error(
                    task.location(),
                    task.path(),
                    "a fit must not vary more than " + MAX_TOGETHER + " parameters together",
                    String.valueOf(together),
                    "name fewer under 'parameters' of the task");
        }
    }

    /**
     * Reports unknown observables, unit mismatches and results that make no term. A packed measurement is not the user's to
     * mend: its problems stand at the task that takes it.
     */
    private void bindDry(TaskConfig task, Selected selected) {
        Diagnostics found = new Diagnostics();
        Likelihood.bind(
                selected.measurements(),
                selected.correlations(),
                theory,
                ParameterSet.of(List.of()),
                Map.of(),
                List.of(),
                found);
        for (Diagnostic d : found.sorted()) {
            if (!d.location().file().startsWith(MeasurementLibrary.FOLDER + "/")) {
                diagnostics.addAll(List.of(d));
            } else if (ofPackedFiles.add(d)) {
                String remedy = d.remedy().isEmpty() ? "" : d.remedy() + " – ";
                diagnostics.error(
                        task.location(),
                        task.path(),
                        "'" + d.path() + "' cannot enter: " + d.rule(),
                        d.found(),
                        remedy + "it stands at " + d.location());
            }
        }
    }

    /** The values at which the task holds parameters, by the theory's names. */
    private Map<String, Double> at(TaskConfig task) {
        Map<String, Double> values = new LinkedHashMap<>();
        for (Map.Entry<String, Double> at : task.at().entrySet()) {
            Place place = place(task, "at", at.getKey());
            TheoryParameter known = find(at.getKey(), place.location(), place.path());
            if (!Double.isFinite(at.getValue())) {
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "must be a finite number",
                        at.getValue().toString(),
                        "");
            } else if (known != null) {
                values.put(known.name(), at.getValue());
            }
        }
        return values;
    }

    /** A task does not vary what it holds; one that names a parameter for both is refused. */
    private List<FreeParameter> notHeld(
            List<FreeParameter> parameters, TaskConfig task, String key, Map<String, Double> at) {
        List<FreeParameter> free = new ArrayList<>();
        List<String> named = key.equals("nuisances") ? task.nuisances() : named(task);
        for (FreeParameter parameter : parameters) {
            if (!at.containsKey(parameter.theoryName())) {
                free.add(parameter);
            } else if (named.contains(parameter.name())) {
                Place place = place(task, task.type() == TaskConfig.Type.CURVE ? "x" : key, parameter.name());
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "a task cannot vary '" + parameter.name() + "' and hold it too",
                        "",
                        "remove it here or under 'at'");
            }
        }
        return List.copyOf(free);
    }

    private List<FreeParameter> ofTask(TaskConfig task) {
        if (!task.type().hasParameters()) {
            return List.of();
        }
        refuseParametersOfCurve(task);
        List<String> named = named(task);
        if (named.isEmpty()) {
            return List.copyOf(interest.values());
        }
        List<FreeParameter> chosen = new ArrayList<>();
        for (String name : new LinkedHashSet<>(named)) {
            FreeParameter parameter = interest.get(name);
            if (name.isEmpty()) {
                continue; // a missing key is reported where it should stand
            }
            if (parameter == null) {
                Place place = place(task, task.type() == TaskConfig.Type.CURVE ? "x" : "parameters", name);
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "'" + name + "' is no free parameter of this fit",
                        "",
                        DidYouMean.suggestOrList(name, interest.keySet()));
            } else {
                chosen.add(parameter);
            }
        }
        return List.copyOf(chosen);
    }

    /** The parameters of interest that a task names; empty: it takes all of the fit. */
    private static List<String> named(TaskConfig task) {
        return task.options() instanceof TaskOptions.Curve curve ? List.of(curve.x()) : task.parameters();
    }

    private void refuseParametersOfCurve(TaskConfig task) {
        if (task.type() == TaskConfig.Type.CURVE && !task.parameters().isEmpty()) {
            Place place = place(task, "parameters", task.parameters().get(0));
            diagnostics.error(
                    place.location(),
                    place.path(),
                    "a curve varies its x alone",
                    "",
                    "remove 'parameters'; values of others stand under 'at'");
        }
    }

    private List<FreeParameter> nuisances(TaskConfig task) {
        Map<String, FreeParameter> all = new LinkedHashMap<>(constrained);
        Set<String> names = new LinkedHashSet<>(config.nuisances());
        names.addAll(task.nuisances());
        for (String name : names) {
            if (all.containsKey(name)) {
                continue;
            }
            Place place = place(task, "nuisances", name);
            TheoryParameter known = find(name, place.location(), place.path());
            if (known == null) {
                continue;
            }
            FreeParameter nuisance = free(name, known, null);
            if (known.kind() != TheoryParameter.Kind.NUISANCE || nuisance.constraint() == null) {
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "'" + name + "' is no nuisance parameter with a constraint",
                        "",
                        "list it under 'parameters'");
            }
            all.put(name, nuisance);
        }
        return List.copyOf(all.values());
    }

    private void requireRanges(TaskConfig task, List<FreeParameter> parameters) {
        boolean searches = task.starts() > 0 || !task.levels().isEmpty();
        boolean needed = task.type().needs(TaskConfig.Needs.RANGES)
                || (task.type().needs(TaskConfig.Needs.RANGES_TO_SEARCH) && searches);
        for (FreeParameter parameter : parameters) {
            ParameterConfig written = config.parameters().get(parameter.name());
            boolean readable = written == null || written.readable();
            if (needed && !parameter.bounds().isFinite() && readable && withoutRange.add(parameter.name())) {
                Location location = written == null ? task.location() : written.location();
                diagnostics.error(
                        location,
                        "parameters." + parameter.name(),
                        "task '" + task.id() + "' needs a range",
                        "none",
                        "write it like {range: \"-40:40\"}");
            }
        }
    }

    /** Where a name of a task stands: in the task's own list, in that of the fit, or else at the task. */
    private Place place(TaskConfig task, String key, String name) {
        Place ofFit = config.places().of(key, name, new Place(task.location(), task.path()));
        return config.places().of(task.path() + "." + key, name, ofFit);
    }

    private void requireObservables(TaskConfig task) {
        for (String name : task.observables()) {
            if (theory.observable(name).isEmpty()) {
                Place place = place(task, "observables", name);
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "no prediction named '" + name + "' in the theory of this fit",
                        "",
                        DidYouMean.suggestOrList(name, theory.observableNames()));
            }
        }
    }
}
