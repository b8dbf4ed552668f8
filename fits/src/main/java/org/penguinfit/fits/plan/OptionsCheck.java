package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.config.PriorText;
import org.penguinfit.fits.config.RangeText;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TaskOptions;
import org.penguinfit.likelihoods.average.AverageCorrelations;
import org.penguinfit.likelihoods.average.AverageInput;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Checks the options of a task against its parameters: their number, and the names in hypothesis, truth and priors. */
final class OptionsCheck {
    /** Toys of a task: some 100 bytes each while they run, and a few microseconds to many milliseconds. */
    private static final long MAX_TOYS_IN_ALL = 20_000_000;

    /** A Feldman–Cousins grid in more parameters costs more toys than anybody has. */
    private static final int MAX_GRID_PARAMETERS = 2;

    private static final double HALF = 0.5;

    /** Every point that passes is kept and written. */
    private static final int MAX_SCAN_POINTS = 10_000_000;

    /** Points times draws times observables of a curve, each a microsecond or less. */
    private static final long MAX_DRAWS_OF_CURVE = 1_000_000_000;

    /** Draws that are kept in memory, 8 bytes each, until their quantiles are found. */
    private static final long MAX_DRAWS_KEPT = 20_000_000;

    private final FitConfig config;
    private final Theory theory;
    private final Diagnostics diagnostics;

    OptionsCheck(FitConfig config, Theory theory, Diagnostics diagnostics) {
        this.config = config;
        this.theory = theory;
        this.diagnostics = diagnostics;
    }

    void check(TaskConfig task, List<FreeParameter> interest, List<FreeParameter> nuisances, Selected selected) {
        if (task.type().needs(TaskConfig.Needs.TWO_PARAMETERS) && interest.size() < 2) {
            number(task, "needs at least two parameters of interest", interest.size());
        }
        if (task.type() == TaskConfig.Type.FELDMAN_COUSINS && interest.size() > MAX_GRID_PARAMETERS) {
            number(task, "must have one or two parameters of interest", interest.size());
        }
        if (task.type() == TaskConfig.Type.IMPACTS && nuisances.isEmpty()) {
            number(task, "needs a nuisance parameter to study", 0);
        }
        if (task.type() == TaskConfig.Type.LIMIT) {
            requireLimitLevels(task);
        }
        List<String> names = names(interest);
        List<String> all = new ArrayList<>(names);
        all.addAll(names(nuisances));
        TaskOptions options = task.options();
        if (options instanceof TaskOptions.Predict predict) {
            new SourcesCheck(config, diagnostics).check(task, predict.sources(), nuisances);
            new PointsCheck(config, theory, diagnostics).check(task, predict.points(), nuisances);
            requireCentralInside(task, predict.draws(), nuisances);
            int points = Math.max(1, predict.points().size());
            refuseTooManyDraws(task, predict.draws(), points, MAX_DRAWS_KEPT, "lower 'draws'");
        } else if (options instanceof TaskOptions.Curve curve) {
            new SourcesCheck(config, diagnostics).check(task, curve.sources(), nuisances);
            requireCentralInside(task, curve.draws(), nuisances);
            refuseTooManyDraws(task, curve.draws(), 1, MAX_DRAWS_KEPT, "lower 'draws'");
            refuseTooManyDraws(task, curve.draws(), curve.number(), MAX_DRAWS_OF_CURVE, "lower 'draws' or 'number'");
        } else if (options instanceof TaskOptions.Scan scan) {
            requirePredictions(task, "cuts", scan.cuts().keySet());
            refuseTooManyPoints(task, scan, interest.size());
        } else if (options instanceof TaskOptions.Region region) {
            requirePredictions(task, "cuts", region.cuts().keySet());
            List<String> axes = new ArrayList<>(List.of(region.x(), region.y()));
            axes.removeAll(names);
            requirePredictions(task, "x", axes);
        } else if (options instanceof TaskOptions.Significance significance) {
            requireNames(task, "hypothesis", significance.hypothesis().keySet(), names);
            requireInside(task, "hypothesis", significance.hypothesis(), interest);
            refuseTooManyToys(task, 1, 1, significance.toys());
        } else if (options instanceof TaskOptions.Coverage coverage) {
            requireNames(task, "truth", coverage.truth().keySet(), all);
            requireInside(task, "truth", coverage.truth(), interest);
            requireInside(task, "truth", coverage.truth(), nuisances);
            requireRangesFromZero(task, coverage, interest);
            refuseTooManyToys(task, 1, 1, coverage.toys());
        } else if (options instanceof TaskOptions.Goodness goodness) {
            refuseTooManyToys(task, 1, 1, goodness.toys());
        } else if (options instanceof TaskOptions.FeldmanCousins grid) {
            refuseTooManyToys(task, grid.points(), interest.size(), grid.toys());
        } else if (options instanceof TaskOptions.Posterior posterior) {
            requireNames(task, "priors", posterior.priors().keySet(), all);
            requireSupport(task, posterior, interest);
            requireSupport(task, posterior, nuisances);
        } else if (options instanceof TaskOptions.Average average) {
            requireMeasured(task, average, selected.measurements());
            requireAverage(task, average, selected);
        }
    }

    /** Monte Carlo draws around the central values of the constraints. */
    private void requireCentralInside(TaskConfig task, int draws, List<FreeParameter> nuisances) {
        for (FreeParameter nuisance : nuisances) {
            if (draws > 0 && !nuisance.bounds().contains(nuisance.central())) {
                Place place = place(task, "nuisances", nuisance.name());
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "the central value of '" + nuisance.name() + "' must lie in its range "
                                + RangeText.of(nuisance.bounds()),
                        String.valueOf(nuisance.central()),
                        "widen the range, or leave 'draws' out");
            }
        }
    }

    private void refuseTooManyDraws(TaskConfig task, int draws, int points, long most, String remedy) {
        long all = (long) draws * points * Math.max(1, task.observables().size());
        if (all > most) {
            diagnostics.error(
                    task.location(),
                    task.path(),
                    "must not draw more than " + most + " predictions" + (most == MAX_DRAWS_KEPT ? " at a time" : ""),
                    String.valueOf(all),
                    remedy);
        }
    }

    private void requirePredictions(TaskConfig task, String key, Collection<String> used) {
        for (String name : used) {
            if (theory.observable(name).isEmpty()) {
                Place place = place(task, key, name);
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "no prediction named '" + name + "' in the theory of this fit",
                        "",
                        DidYouMean.suggestOrList(name, theory.observableNames()));
            }
        }
    }

    private void refuseTooManyPoints(TaskConfig task, TaskOptions.Scan scan, int parameters) {
        double points = scan.points().equals("grid") ? Math.pow(scan.number(), parameters) : scan.number();
        if (points > MAX_SCAN_POINTS) {
            diagnostics.error(
                    task.location(),
                    task.path(),
                    "a scan must not have more than " + MAX_SCAN_POINTS + " points",
                    String.format(java.util.Locale.ROOT, "%.3g", points),
                    "lower 'number', or write 'sampling: sobol'");
        }
    }

    private void number(TaskConfig task, String rule, int found) {
        diagnostics.error(
                task.location(),
                task.path(),
                "a task of type " + task.type().key() + " " + rule,
                String.valueOf(found),
                "name them under 'parameters' or 'nuisances' of the task");
    }

    /** A one-sided limit of 50 % or less lies on the other side of the best value. */
    private void requireLimitLevels(TaskConfig task) {
        for (Level level : task.levels()) {
            if (!(level.level().probability() > HALF)) {
                diagnostics.error(
                        task.location(),
                        task.path() + ".levels",
                        "a one-sided limit needs a confidence level above 50%",
                        level.label(),
                        "write it like 90% or 95%");
            }
        }
    }

    private static List<String> names(List<FreeParameter> parameters) {
        List<String> names = new ArrayList<>();
        for (FreeParameter parameter : parameters) {
            names.add(parameter.name());
        }
        return names;
    }

    private void requireNames(TaskConfig task, String key, Collection<String> used, List<String> known) {
        for (String name : used) {
            if (!known.contains(name)) {
                Place place = place(task, key, name);
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "'" + name + "' is no free parameter of this task",
                        "",
                        DidYouMean.suggestOrList(name, known));
            }
        }
    }

    /** Every parameter of the task, named or at its default, must have a value that it can take. */
    private void requireInside(
            TaskConfig task, String key, Map<String, Double> values, List<FreeParameter> parameters) {
        for (FreeParameter parameter : parameters) {
            Double named = values.get(parameter.name());
            FreeParameter.Constraint constraint = parameter.constraint();
            double standard = constraint != null && key.equals("truth") ? constraint.central() : parameter.standard();
            double value = named == null ? standard : named;
            if (!parameter.bounds().contains(value)) {
                Place place = place(task, key, parameter.name());
                diagnostics.error(
                        place.location(),
                        place.path(),
                        (named == null ? "the default of '" + parameter.name() + "' " : "") + "must lie in the range "
                                + RangeText.of(parameter.bounds()),
                        String.valueOf(value),
                        named == null ? "give its value under '" + key + "'" : "");
            }
        }
    }

    private void refuseTooManyToys(TaskConfig task, long points, int axes, long toys) {
        long all = (axes > 1 ? points * points : points) * toys;
        if (all > MAX_TOYS_IN_ALL) {
            diagnostics.error(
                    task.location(),
                    task.path(),
                    "a task must not need more than " + MAX_TOYS_IN_ALL + " toys in all",
                    String.valueOf(all),
                    axes > 1 || points > 1 ? "fewer 'points' or 'toys'" : "fewer 'toys'");
        }
    }

    /** CLs is made for a signal that cannot be negative; where the task names no methods it is left out, with a note. */
    private void requireRangesFromZero(TaskConfig task, TaskOptions.Coverage coverage, List<FreeParameter> interest) {
        if (!coverage.methods().contains("cls") || coverage.methods().equals(TaskOptions.Coverage.METHODS)) {
            return;
        }
        for (FreeParameter parameter : interest) {
            if (parameter.bounds().lower() != 0) {
                Place place = place(task, "methods", "cls");
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "method cls needs a parameter whose range starts at 0",
                        parameter.name() + " in " + RangeText.of(parameter.bounds()),
                        "change the range, or leave cls out");
            }
        }
    }

    /** A log-normal quantity is positive. */
    private void requireSupport(TaskConfig task, TaskOptions.Posterior posterior, List<FreeParameter> parameters) {
        for (FreeParameter parameter : parameters) {
            PriorText prior = posterior.priors().get(parameter.name());
            if (prior != null
                    && prior.kind().equals("log-normal")
                    && !(parameter.bounds().upper() > 0)) {
                Place place = place(task, "priors", parameter.name());
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "a log-normal prior needs a range that reaches above 0",
                        RangeText.of(parameter.bounds()),
                        "");
            }
        }
    }

    /** An average needs no prediction, but a measurement. */
    private void requireMeasured(TaskConfig task, TaskOptions.Average average, List<Measurement> measurements) {
        Set<String> measured = new TreeSet<>();
        for (Measurement measurement : measurements) {
            for (PublishedResult result : measurement.results()) {
                for (ObservableId observable : result.observables()) {
                    measured.add(observable.toString());
                }
            }
        }
        if (!measurements.isEmpty() && !average.observable().isEmpty() && !measured.contains(average.observable())) {
            Place place = place(task, "observable", average.observable());
            diagnostics.error(
                    place.location(),
                    place.path(),
                    "no selected measurement of '" + average.observable() + "'",
                    "",
                    DidYouMean.suggestOrList(average.observable(), measured));
        }
    }

    /** Results that make no average are reported here, before anything runs; so are correlations that no result has. */
    private void requireAverage(TaskConfig task, TaskOptions.Average options, Selected selected) {
        boolean inside = true;
        for (Map.Entry<String, Double> correlation : options.correlations().entrySet()) {
            if (!(Math.abs(correlation.getValue()) <= 1)) {
                Place place = place(task, "correlations", correlation.getKey());
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "must lie between -1 and 1",
                        correlation.getValue().toString(),
                        "");
                inside = false;
            }
        }
        if (!inside) {
            return;
        }
        ObservableAverage average = ObservableAverage.of(
                selected.measurements(),
                options.observable(),
                new AverageCorrelations(options.correlations(), selected.correlations()),
                diagnostics);
        if (average == null) {
            return;
        }
        Set<String> sources = new TreeSet<>();
        for (AverageInput input : average.estimates()) {
            sources.addAll(input.sources().keySet());
        }
        for (String source : options.correlations().keySet()) {
            if (!sources.contains(source)) {
                Place place = place(task, "correlations", source);
                diagnostics.error(
                        place.location(),
                        place.path(),
                        "no measurement of '" + options.observable() + "' has a source of uncertainty '" + source + "'",
                        "",
                        DidYouMean.suggestOrList(source, sources));
            }
        }
    }

    private Place place(TaskConfig task, String key, String name) {
        return config.places().of(task.path() + "." + key, name, new Place(task.location(), task.path()));
    }
}
