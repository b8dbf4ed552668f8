package org.penguinfit.fits.plot.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.likelihoods.theory.TheoryObservable;

/** How theory files write parameters and observables, for axes and legends. */
final class Labels {
    private record Name(String latex, String unit) {}

    private final Map<String, Name> parameters = new LinkedHashMap<>();
    private final Map<String, String> observables = new LinkedHashMap<>();

    private Labels() {}

    static Labels of(FitPlan plan) {
        Labels labels = new Labels();
        for (ResolvedTask task : plan.tasks()) {
            task.interest().forEach(parameter -> labels.add(plan, parameter));
            task.nuisances().forEach(parameter -> labels.add(plan, parameter));
        }
        for (TheoryObservable observable : plan.theory().observables()) {
            labels.observables.put(observable.name(), latex(observable.tex(), observable.name()));
        }
        return labels;
    }

    private void add(FitPlan plan, FreeParameter parameter) {
        plan.theory()
                .parameter(parameter.theoryName())
                .ifPresent(known -> parameters.put(
                        parameter.name(), new Name(latex(known.tex(), known.name()), Tex.unit(known.unit()))));
    }

    /** A theory file without LaTeX gives the name instead, which is no formula. */
    private static String latex(String tex, String name) {
        return tex.equals(name) ? Tex.text(name) : Tex.math(tex);
    }

    String parameter(String name) {
        Name known = parameters.get(name);
        return known == null ? Tex.text(name) : known.latex();
    }

    Axis axis(String parameter) {
        Name known = parameters.get(parameter);
        return Axis.linear(parameter(parameter), known == null ? "" : known.unit());
    }

    String observable(String name) {
        String known = observables.get(name);
        return known == null ? Tex.text(name) : known;
    }
}
