package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.ParameterConstraint;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.measurements.CrossCorrelations;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.InvalidInputException;

/**
 * A task whose names are all resolved; nothing in it can fail on bad input any more.
 *
 * @param config the task
 * @param theory predictions
 * @param measurements data in force
 * @param correlations between the measurements
 * @param notes sentences about the selection
 * @param interest parameters of interest
 * @param nuisances nuisance parameters, each with its constraint
 * @param linearised nuisance parameters that enter as a covariance of the predictions at the Standard Model point
 * @param epochs of a task of type {@code evolution}: what was in force on each day
 * @param fixed values of all parameters that the config fixes or the task holds, by the theory's names
 * @param standard the same at the Standard Model point, where parameters of interest of the fit that the task holds stand at
 *     their defaults
 */
public record ResolvedTask(
        TaskConfig config,
        Theory theory,
        List<Measurement> measurements,
        CrossCorrelations correlations,
        List<String> notes,
        List<FreeParameter> interest,
        List<FreeParameter> nuisances,
        List<FreeParameter> linearised,
        List<Epoch> epochs,
        Map<String, Double> fixed,
        Map<String, Double> standard) {

    /** The same data and parameters under another task. */
    public ResolvedTask with(TaskConfig other) {
        return copy(other, measurements, interest, fixed);
    }

    /** The same with other parameters of interest; the rest stand at their defaults. */
    public ResolvedTask with(List<FreeParameter> others) {
        return copy(config, measurements, others, fixed);
    }

    /** The same with other data in force. */
    public ResolvedTask withMeasurements(List<Measurement> others) {
        return copy(config, others, interest, fixed);
    }

    /** The same with parameters of interest of the fit at their defaults where the task holds them elsewhere. */
    public ResolvedTask atStandardModel() {
        return copy(config, measurements, interest, standard);
    }

    private ResolvedTask copy(
            TaskConfig task, List<Measurement> data, List<FreeParameter> free, Map<String, Double> held) {
        return new ResolvedTask(
                task, theory, data, correlations, notes, free, nuisances, linearised, epochs, held, standard);
    }

    /** The likelihood with some parameters of interest and all nuisance parameters free, in this order. */
    public Likelihood bind(List<FreeParameter> freeInterest) {
        List<FreeParameter> free = new ArrayList<>(freeInterest);
        free.addAll(nuisances);
        return bind(free, fixed);
    }

    private Likelihood bind(List<FreeParameter> free, Map<String, Double> held) {
        List<Parameter> parameters = new ArrayList<>();
        List<ParameterConstraint> constraints = new ArrayList<>();
        for (FreeParameter parameter : free) {
            FreeParameter.Constraint constraint = parameter.constraint();
            if (constraint != null) {
                constraints.add(new ParameterConstraint(parameters.size(), constraint.central(), constraint.sigma()));
            }
            parameters.add(parameter.toParameter());
        }
        Diagnostics diagnostics = new Diagnostics();
        Likelihood likelihood = Likelihood.bind(
                measurements, correlations, theory, ParameterSet.of(parameters), held, constraints, diagnostics);
        if (likelihood == null) {
            throw new InvalidInputException(diagnostics.sorted());
        }
        return linearised.isEmpty()
                ? likelihood
                : likelihood.withTheoryCovariance(
                        TheoryErrors.covariance(theory, likelihood.observables(), linearised, fixed));
    }

    /** Values of all parameters of the task at their defaults, by the names of the config. */
    public Map<String, Double> standardPoint() {
        Map<String, Double> point = new LinkedHashMap<>();
        for (FreeParameter parameter : interest) {
            point.put(parameter.name(), parameter.standard());
        }
        return point;
    }

    /** The confidence levels of the task. */
    public List<ConfidenceLevel> levels() {
        List<ConfidenceLevel> levels = new ArrayList<>();
        for (Level level : config.levels()) {
            levels.add(level.level());
        }
        return levels;
    }

    /** Δχ² of the levels for one parameter, by Wilks' theorem. */
    public List<Double> thresholds() {
        List<Double> thresholds = new ArrayList<>();
        for (ConfidenceLevel level : levels()) {
            thresholds.add(DeltaChiSquare.threshold(level, 1));
        }
        return thresholds;
    }
}
