package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.theory.TheoryObservable;

/**
 * The observables that a task lists as functions of its free parameters.
 *
 * @param names the observables, at least one
 * @param units their units, empty where there is none
 * @param vector the predictions, in the order of the names
 */
record ObservablePredictions(List<String> names, List<String> units, PredictionVector vector) {
    ObservablePredictions {
        names = List.copyOf(names);
        units = List.copyOf(units);
    }

    /** Of a task, all parameters that are not free at the values that the task holds. */
    static ObservablePredictions of(ResolvedTask task, List<FreeParameter> free) {
        List<String> names = List.copyOf(new LinkedHashSet<>(task.config().observables()));
        List<String> theoryNames = new ArrayList<>();
        for (FreeParameter parameter : free) {
            theoryNames.add(parameter.theoryName());
        }
        Map<String, Double> held = new LinkedHashMap<>(task.fixed());
        held.keySet().removeAll(theoryNames);
        List<String> units = new ArrayList<>();
        for (String name : names) {
            units.add(task.theory().observable(name).map(TheoryObservable::unit).orElse(""));
        }
        return new ObservablePredictions(names, units, task.theory().bind(names, theoryNames, held));
    }

    /** Values and derivatives at a point. */
    void evaluate(double[] theta, double[] mu, double[] jacobian) {
        vector.evaluator().valuesAndGradients(theta, mu, jacobian);
    }

    /** The values alone, for one thread. */
    PredictionFunction function() {
        PredictionVector.Evaluator evaluator = vector.evaluator();
        return new PredictionFunction() {
            @Override
            public int size() {
                return names.size();
            }

            @Override
            public void evaluate(double[] theta, double[] predictions) {
                evaluator.values(theta, predictions);
            }
        };
    }
}
