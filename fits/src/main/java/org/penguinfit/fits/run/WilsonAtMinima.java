package org.penguinfit.fits.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryParameter;
import org.penguinfit.likelihoods.theory.WilsonValue;

/** Adds to each minimum the Wilson coefficients there, of couplings and masses those that the matching yields. */
final class WilsonAtMinima {
    private WilsonAtMinima() {}

    static TaskResult addTo(TaskResult result, ResolvedTask task) {
        List<MinimumFound> minima = new ArrayList<>();
        for (MinimumFound minimum : result.minima()) {
            minima.add(minimum.withWilson(coefficients(minimum, task)));
        }
        return minima.isEmpty() ? result : result.withMinima(minima, result.fit());
    }

    /** Those that differ from 0: what a file does not name is 0. */
    private static List<WilsonValue> coefficients(MinimumFound minimum, ResolvedTask task) {
        List<WilsonValue> found = new ArrayList<>();
        for (WilsonValue value : task.theory().coefficients(point(minimum, task))) {
            if (value.re() != 0 || value.im() != 0) {
                found.add(value);
            }
        }
        return found;
    }

    private static Map<String, Double> point(MinimumFound minimum, ResolvedTask task) {
        Map<String, Double> point = new LinkedHashMap<>();
        task.fixed().forEach((name, value) -> put(point, task.theory(), name, value));
        List<FreeParameter> free = new ArrayList<>(task.interest());
        free.addAll(task.nuisances());
        for (FreeParameter parameter : free) {
            Double value = minimum.parameters().get(parameter.name());
            put(point, task.theory(), parameter.theoryName(), value == null ? parameter.standard() : value);
        }
        return point;
    }

    private static void put(Map<String, Double> point, Theory theory, String name, double value) {
        theory.parameter(name).map(TheoryParameter::name).ifPresent(known -> point.put(known, value));
    }
}
