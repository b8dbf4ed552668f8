package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.propagation.SourceGroups;
import org.penguinfit.fits.config.FitConfig;
import org.penguinfit.fits.config.Places.Place;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.DidYouMean;

/** Checks the sources of uncertainty that a task names for its budget against the nuisance parameters that it frees. */
final class SourcesCheck {
    private final FitConfig config;
    private final Diagnostics diagnostics;

    SourcesCheck(FitConfig config, Diagnostics diagnostics) {
        this.config = config;
        this.diagnostics = diagnostics;
    }

    void check(TaskConfig task, Map<String, List<String>> sources, List<FreeParameter> nuisances) {
        List<String> known = new ArrayList<>();
        nuisances.forEach(nuisance -> known.add(nuisance.name()));
        Map<String, String> taken = new LinkedHashMap<>();
        for (Map.Entry<String, List<String>> source : sources.entrySet()) {
            checkName(task, source);
            for (String parameter : source.getValue()) {
                Place place = config.places()
                        .of(task.path() + ".sources." + source.getKey(), parameter, place(task, source.getKey()));
                String other = taken.putIfAbsent(parameter, source.getKey());
                if (other != null) {
                    report(place, "'" + parameter + "' belongs to the source '" + other + "' already", "", "keep one");
                } else if (!known.contains(parameter)) {
                    report(
                            place,
                            "'" + parameter + "' is no nuisance parameter that this task frees",
                            "",
                            DidYouMean.suggestOrList(parameter, known));
                }
            }
        }
    }

    private void checkName(TaskConfig task, Map.Entry<String, List<String>> source) {
        Place place = place(task, source.getKey());
        if (source.getKey().equals(SourceGroups.REST)) {
            report(place, "the source of all that belongs to no other is called so", "", "give it another name");
        }
        if (source.getKey().isBlank()) {
            report(place, "a source needs a name", "", "");
        }
        if (source.getValue().isEmpty()) {
            report(place, "a source needs a nuisance parameter", "none", "write 'NAME: [PARAMETER…]'");
        }
    }

    private Place place(TaskConfig task, String source) {
        return config.places().of(task.path() + ".sources", source, new Place(task.location(), task.path()));
    }

    private void report(Place place, String rule, String found, String remedy) {
        diagnostics.error(place.location(), place.path(), rule, found, remedy);
    }
}
