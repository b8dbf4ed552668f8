package org.penguinfit.fits.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheoryParameter;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Checks the named points of a task: parameters of the theory, each once, none that the task frees. */
final class PointsCheck {
    private final FitConfig config;
    private final Theory theory;
    private final Diagnostics diagnostics;

    PointsCheck(FitConfig config, Theory theory, Diagnostics diagnostics) {
        this.config = config;
        this.theory = theory;
        this.diagnostics = diagnostics;
    }

    void check(TaskConfig task, Map<String, Map<String, Double>> points, List<FreeParameter> nuisances) {
        Set<String> freed = new HashSet<>();
        nuisances.forEach(nuisance -> freed.add(nuisance.theoryName()));
        points.forEach((name, values) -> check(task, name, values, freed));
    }

    private void check(TaskConfig task, String point, Map<String, Double> values, Set<String> freed) {
        Map<String, String> taken = new HashMap<>();
        for (String name : values.keySet()) {
            Optional<TheoryParameter> known = theory.parameter(name);
            if (known.isEmpty()) {
                reportUnknown(task, point, name);
                continue;
            }
            String other = taken.putIfAbsent(known.get().name(), name);
            if (other != null) {
                report(task, point, name, "'" + other + "' and '" + name + "' are the same parameter", "keep one");
            }
            if (freed.contains(known.get().name())) {
                report(
                        task,
                        point,
                        name,
                        "a task cannot free '" + name + "' and give it a value too",
                        "remove it here or under 'nuisances'");
            }
        }
    }

    private void reportUnknown(TaskConfig task, String point, String name) {
        Optional<String> formula = theory.matched(name);
        if (formula.isPresent()) {
            report(
                    task,
                    point,
                    name,
                    "'" + name + "' is given by the model, it is no parameter",
                    "use the parameters of the model: " + formula.get());
        } else {
            report(
                    task,
                    point,
                    name,
                    "no parameter named '" + name + "' in the theory of this fit",
                    DidYouMean.suggestOrList(name, theory.parameterNames()));
        }
    }

    private void report(TaskConfig task, String point, String name, String rule, String remedy) {
        Place place = config.places()
                .of(task.path() + ".points." + point, name, new Place(task.location(), task.path() + ".points"));
        diagnostics.error(place.location(), place.path(), rule, "", remedy);
    }
}
