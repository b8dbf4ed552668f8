package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.ParameterBinding;
import org.penguinfit.likelihoods.expression.PredictionCompiler;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.Scope;
import org.penguinfit.likelihoods.expression.Symbol.Formula;

/**
 * Observables as functions of named parameters, as read from one or more theory files and checked. Immutable; compiles
 * only what {@link #bind} asks for.
 */
public final class Theory {
    private final Scope scope;
    private final List<TheorySource> documents;
    private final List<TheoryParameter> parameters;
    private final Map<String, TheoryParameter> byName = new HashMap<>();
    private final Map<String, TheoryObservable> observables = new LinkedHashMap<>();
    private final Map<String, String> matched;
    private final Set<String> tableUncertainties;
    private final List<WilsonFamily> families;

    /**
     * @param tableUncertainties nuisance parameters that come from polynomial tables
     * @param matched names and aliases of coefficients that a model defines → the formula's name
     * @param families all Wilson coefficients
     */
    Theory(
            Scope scope,
            List<TheorySource> documents,
            List<TheoryParameter> parameters,
            List<TheoryObservable> observables,
            Map<String, String> matched,
            Set<String> tableUncertainties,
            List<WilsonFamily> families) {
        this.scope = scope;
        this.documents = List.copyOf(documents);
        this.parameters = List.copyOf(parameters);
        this.matched = Map.copyOf(matched);
        this.tableUncertainties = Set.copyOf(tableUncertainties);
        this.families = List.copyOf(families);
        for (TheoryParameter parameter : parameters) {
            byName.put(parameter.name(), parameter);
            for (String alias : parameter.aliases()) {
                byName.put(alias, parameter);
            }
        }
        for (TheoryObservable observable : observables) {
            this.observables.put(observable.name(), observable);
        }
    }

    /** The files read, imported ones included, in the order of reading. */
    public List<TheorySource> documents() {
        return documents;
    }

    /** The publications behind files and observables, each once. */
    public List<String> references() {
        Set<String> references = new LinkedHashSet<>();
        for (TheorySource document : documents) {
            references.add(document.reference());
        }
        for (TheoryObservable observable : observables.values()) {
            references.add(observable.reference());
        }
        references.remove("");
        return List.copyOf(references);
    }

    /** All real parameters: Wilson coefficients that no model defines, then model and nuisance parameters. */
    public List<TheoryParameter> parameters() {
        return parameters;
    }

    /** A parameter by its name or an alias; blanks inside brackets do not matter. */
    public Optional<TheoryParameter> parameter(String nameOrAlias) {
        return Optional.ofNullable(find(nameOrAlias));
    }

    private @Nullable TheoryParameter find(String nameOrAlias) {
        TheoryParameter found = byName.get(nameOrAlias);
        return found == null && nameOrAlias.indexOf(' ') >= 0 ? byName.get(nameOrAlias.replace(" ", "")) : found;
    }

    /** True if a nuisance parameter is a direction of the uncertainties of polynomial tables. */
    public boolean isTableUncertainty(String name) {
        return tableUncertainties.contains(name);
    }

    /** If a model defines this coefficient, what its file calls it, such as {@code CLp[tau,tau]}; it is no parameter then. */
    public Optional<String> matched(String nameOrAlias) {
        String found = matched.get(nameOrAlias);
        return Optional.ofNullable(found == null ? matched.get(nameOrAlias.replace(" ", "")) : found);
    }

    /** All observables, in file order. */
    public List<TheoryObservable> observables() {
        return List.copyOf(observables.values());
    }

    /** Names of all observables, in file order. */
    public List<String> observableNames() {
        return List.copyOf(observables.keySet());
    }

    /** Canonical names of all parameters. */
    public List<String> parameterNames() {
        List<String> names = new ArrayList<>();
        for (TheoryParameter parameter : parameters) {
            names.add(parameter.name());
        }
        return names;
    }

    /** An observable by its name. */
    public Optional<TheoryObservable> observable(String name) {
        return Optional.ofNullable(observables.get(name));
    }

    /**
     * Compiles observables as functions of the free parameters. All other parameters stand at the value given, else at
     * their default, and are folded into the result.
     *
     * @param wanted names of observables; they become 0 … m−1
     * @param free names or aliases of parameters; they become θ_0 … θ_{n−1}
     * @param fixed name or alias → finite value
     * @throws IllegalArgumentException if a name is unknown, or a parameter is named twice
     */
    public PredictionVector bind(List<String> wanted, List<String> free, Map<String, Double> fixed) {
        Set<String> named = new LinkedHashSet<>();
        List<String> freeNames = new ArrayList<>();
        for (String name : free) {
            freeNames.add(canonical(name, named));
        }
        Map<String, Double> values = new HashMap<>();
        for (TheoryParameter parameter : parameters) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        for (Map.Entry<String, Double> entry : fixed.entrySet()) {
            if (!Double.isFinite(entry.getValue())) {
                throw new IllegalArgumentException("parameter '" + entry.getKey() + "' must be fixed at a number");
            }
            values.put(canonical(entry.getKey(), named), entry.getValue());
        }
        return PredictionCompiler.compile(formulas(wanted), scope, new ParameterBinding(freeNames, values));
    }

    /**
     * The Wilson coefficients that have a name in a WCxf basis, at a point, also those that a model gives as formulas.
     *
     * @param point name or alias of a parameter → finite value; all others stand at their defaults
     * @return in file order
     * @throws IllegalArgumentException if a name is unknown
     */
    public List<WilsonValue> coefficients(Map<String, Double> point) {
        Map<String, Double> values = new HashMap<>();
        for (TheoryParameter parameter : parameters) {
            values.put(parameter.name(), parameter.defaultValue());
        }
        Set<String> named = new LinkedHashSet<>();
        point.forEach((name, value) -> values.put(canonical(name, named), value));
        return new WilsonPoint(scope, new ParameterBinding(List.of(), values)).of(families);
    }

    private String canonical(String name, Set<String> named) {
        TheoryParameter parameter = find(name);
        if (parameter == null) {
            throw new IllegalArgumentException("no parameter named '" + name + "'");
        }
        if (!named.add(parameter.name())) {
            throw new IllegalArgumentException("parameter '" + parameter.name() + "' is named twice");
        }
        return parameter.name();
    }

    private List<Formula> formulas(List<String> wanted) {
        List<Formula> formulas = new ArrayList<>();
        for (String name : wanted) {
            Formula formula = scope.observable(name);
            if (formula == null) {
                throw new IllegalArgumentException("no observable named '" + name + "'");
            }
            formulas.add(formula);
        }
        return formulas;
    }
}
