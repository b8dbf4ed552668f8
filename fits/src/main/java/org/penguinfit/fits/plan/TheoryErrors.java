package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.config.TheoryUncertainty;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryParameter;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;

/** Which nuisance parameters of the theory, named by nobody, a task frees or turns into a covariance. */
final class TheoryErrors {
    private final FitConfig config;
    private final Theory theory;

    TheoryErrors(FitConfig config, Theory theory) {
        this.config = config;
        this.theory = theory;
    }

    /** How the uncertainties of predictions enter a task; null if neither task nor fit says so. */
    @Nullable
    TheoryUncertainty way(TaskConfig task) {
        return task.theoryUncertainty() == null ? config.theoryUncertainty() : task.theoryUncertainty();
    }

    /** True if they enter as free nuisance parameters: also where a task has no data to whose covariance to add one. */
    boolean frees(TaskConfig task) {
        TheoryUncertainty way = way(task);
        return way == TheoryUncertainty.NUISANCE
                || (way == TheoryUncertainty.COVARIANCE && task.type().needs(TaskConfig.Needs.NO_DATA));
    }

    /**
     * Nuisance parameters that the predictions of a task depend on and that nobody names, in the order of the theory.
     *
     * @param taken the theory's names of parameters with another role
     */
    List<TheoryParameter> unnamed(TaskConfig task, List<Measurement> measurements, Set<String> taken) {
        List<TheoryParameter> candidates = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : theory.parameters()) {
            if (parameter.kind() == TheoryParameter.Kind.NUISANCE
                    && parameter.constraint().isPresent()
                    && !taken.contains(parameter.name())) {
                candidates.add(parameter);
                names.add(parameter.name());
            }
        }
        List<String> observables = observables(task, measurements);
        if (candidates.isEmpty() || observables.isEmpty()) {
            return List.of();
        }
        boolean[] used = new boolean[candidates.size()];
        PredictionVector bound = theory.bind(observables, withInterest(names), Map.of());
        for (int k = 0; k < observables.size(); k++) {
            for (int i : bound.support(k)) {
                if (i < used.length) {
                    used[i] = true;
                }
            }
        }
        List<TheoryParameter> found = new ArrayList<>();
        for (int i = 0; i < used.length; i++) {
            if (used[i]) {
                found.add(candidates.get(i));
            }
        }
        return found;
    }

    /** Parameters of the fit behind them: an uncertainty may multiply what vanishes at the Standard Model point. */
    private List<String> withInterest(List<String> nuisances) {
        Set<String> all = new LinkedHashSet<>(nuisances);
        for (String name : config.parameters().keySet()) {
            Optional<TheoryParameter> known = theory.parameter(name);
            known.ifPresent(parameter -> all.add(parameter.name()));
        }
        return List.copyOf(all);
    }

    private List<String> observables(TaskConfig task, List<Measurement> measurements) {
        Set<String> names = new LinkedHashSet<>(task.observables());
        for (Measurement measurement : measurements) {
            for (ObservableId id : measurement.observables()) {
                names.add(id.toString());
            }
        }
        names.removeIf(name -> theory.observable(name).isEmpty()); // reported elsewhere
        return List.copyOf(names);
    }

    /**
     * The covariance of predictions at the Standard Model point: J diag(σ²) Jᵀ with the slopes J by nuisance parameters.
     *
     * @param observables names of the predictions
     * @param nuisances the parameters behind the covariance, with their constraints
     * @param held values of parameters that the task holds
     */
    static double[][] covariance(
            Theory theory, List<String> observables, List<FreeParameter> nuisances, Map<String, Double> held) {
        int m = observables.size();
        int n = nuisances.size();
        List<String> names = new ArrayList<>();
        double[] central = new double[n];
        double[] sigma = new double[n];
        for (int i = 0; i < n; i++) {
            names.add(nuisances.get(i).theoryName());
            FreeParameter.Constraint constraint = nuisances.get(i).constraint();
            central[i] = constraint == null ? nuisances.get(i).standard() : constraint.central();
            sigma[i] = constraint == null ? 0 : constraint.sigma();
        }
        double[] jacobian = new double[m * n];
        theory.bind(observables, names, new LinkedHashMap<>(held))
                .evaluator()
                .valuesAndGradients(central, new double[m], jacobian);
        double[][] covariance = new double[m][m];
        for (int k = 0; k < m; k++) {
            for (int l = 0; l <= k; l++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += jacobian[k * n + i] * sigma[i] * jacobian[l * n + i] * sigma[i];
                }
                covariance[k][l] = sum;
                covariance[l][k] = sum;
            }
        }
        return covariance;
    }

    /** A sentence about uncertainties that a task leaves out without saying so; empty if there is none. */
    static String silence(List<TheoryParameter> unnamed, Theory theory) {
        for (TheoryParameter parameter : unnamed) {
            if (theory.isTableUncertainty(parameter.name())) {
                return "the uncertainties of the predictions do not enter: the fit does not say 'theory-uncertainty'";
            }
        }
        return "";
    }

    /** The theory's names of all parameters with a role. */
    static Set<String> names(List<List<FreeParameter>> groups, Set<String> held) {
        Set<String> names = new LinkedHashSet<>(held);
        groups.forEach(group -> group.forEach(parameter -> names.add(parameter.theoryName())));
        return names;
    }
}
