package org.penguinfit.fits.run;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.penguinfit.fits.plan.FitPlan;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.Names.Name;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.likelihoods.theory.Theory;

/** Finds out how the theory writes the parameters and observables that stand anywhere in the results of the tasks. */
final class NamesUsed {
    private final Set<String> words = new LinkedHashSet<>();

    private NamesUsed() {}

    static Names of(FitPlan plan, List<TaskResult> tasks) {
        NamesUsed used = new NamesUsed();
        tasks.forEach(used::task);
        Theory theory = plan.theory();
        Map<String, Name> parameters = new LinkedHashMap<>();
        Map<String, Name> observables = new LinkedHashMap<>();
        Map<String, String> own = theoryNames(plan);
        for (String word : used.words) {
            theory.parameter(own.getOrDefault(word, word))
                    .ifPresent(p -> parameters.put(word, name(p.name(), p.tex(), p.unit())));
            theory.observable(word).ifPresent(o -> observables.put(word, name(o.name(), o.tex(), o.unit())));
        }
        return new Names(parameters, observables);
    }

    private static Map<String, String> theoryNames(FitPlan plan) {
        Map<String, String> names = new LinkedHashMap<>();
        for (ResolvedTask task : plan.tasks()) {
            for (List<FreeParameter> some : List.of(task.interest(), task.nuisances(), task.linearised())) {
                some.forEach(parameter -> names.put(parameter.name(), parameter.theoryName()));
            }
        }
        return names;
    }

    /** A theory file without LaTeX gives the name instead, which is no formula. */
    private static Name name(String name, String tex, String unit) {
        return new Name(tex.equals(name) ? "" : tex, unit);
    }

    private void task(TaskResult task) {
        task.minima().forEach(minimum -> words.addAll(minimum.parameters().keySet()));
        words.addAll(task.intervals().keySet());
        task.data().forEach(datum -> words.addAll(datum.observables()));
        task.pulls().forEach(pull -> words.add(pull.observable()));
        task.predictions().forEach((name, prediction) -> {
            words.add(name);
            words.addAll(prediction.budget().keySet());
        });
        task.blocks().forEach(this::block);
    }

    private void block(ResultBlock block) {
        if (block instanceof ResultBlock.Figures figures) {
            figures.figures().forEach(figure -> {
                words.add(figure.key());
                words.add(figure.label());
                words.add(String.valueOf(figure.text()));
            });
        } else if (block instanceof ResultBlock.Table table) {
            table.columns().forEach(column -> {
                words.add(column.key());
                words.add(column.label());
            });
            table.rows()
                    .forEach(row -> row.forEach(cell -> {
                        if (cell instanceof String text) {
                            words.add(text);
                        }
                    }));
        } else if (block instanceof ResultBlock.Curves curves) {
            words.add(curves.x());
            words.add(curves.y());
        }
    }
}
