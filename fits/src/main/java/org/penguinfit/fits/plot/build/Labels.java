package org.penguinfit.fits.plot.build;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.plot.Axis;
import org.penguinfit.fits.plot.NameTex;
import org.penguinfit.fits.plot.Tex;
import org.penguinfit.likelihoods.theory.TheoryObservable;

/** How theory files write parameters and observables, for axes and legends. */
final class Labels {
    /** Begin of the names of nuisance parameters for the uncertainties of tables. */
    private static final String THEORY = "theory(";

    private record Name(String latex, String unit) {}

    private final Map<String, Name> parameters = new LinkedHashMap<>();
    private final Map<String, Name> observables = new LinkedHashMap<>();

    private Labels() {}

    static Labels of(FitPlan plan) {
        Labels labels = new Labels();
        for (ResolvedTask task : plan.tasks()) {
            task.interest().forEach(parameter -> labels.add(plan, parameter));
            task.nuisances().forEach(parameter -> labels.add(plan, parameter));
        }
        for (TheoryObservable observable : plan.theory().observables()) {
            Name name = new Name(latex(observable.tex(), observable.name()), Tex.unit(observable.unit()));
            labels.observables.put(observable.name(), name);
        }
        return labels;
    }

    private void add(FitPlan plan, FreeParameter parameter) {
        plan.theory()
                .parameter(parameter.theoryName())
                .ifPresent(known -> parameters.put(
                        parameter.name(), new Name(latex(known.tex(), known.name()), Tex.unit(known.unit()))));
    }

    /** A theory file without LaTeX gives the name instead, which is no formula unless it is a single letter. */
    private static String latex(String tex, String name) {
        return tex.equals(name) && name.length() > 1 ? NameTex.text(name) : Tex.math(tex);
    }

    /** A nuisance parameter of a prediction's own uncertainty, {@code theory(NAME)}, is told by what it belongs to. */
    String parameter(String name) {
        Name known = parameters.get(name);
        if (name.startsWith(THEORY) && name.endsWith(")")) {
            return "theory of " + observable(name.substring(THEORY.length(), name.length() - 1));
        }
        return known == null ? NameTex.text(name) : known.latex();
    }

    /** Of a parameter or, if there is none of this name, of a prediction. */
    Axis axis(String name) {
        Name known = parameters.getOrDefault(name, observables.get(name));
        return known == null ? Axis.linear(NameTex.text(name), "") : Axis.linear(known.latex(), known.unit());
    }

    String observable(String name) {
        Name known = observables.get(name);
        return known == null ? NameTex.text(name) : known.latex();
    }
}
