package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.Variable;

/** Compiles texts for tests: real inputs by their names, and complex inputs with parts {@code NAME} and {@code Im(NAME)}. */
final class Formulas {
    private final Scope scope = new Scope();
    private final List<String> free;
    private final Map<String, Double> fixed;

    Formulas(List<String> free, Map<String, Double> fixed) {
        this.free = free;
        this.fixed = fixed;
        scope.add(new IndexSet("nu", List.of("e", "mu", "tau")));
        for (List<String> names : List.of(free, List.copyOf(fixed.keySet()))) {
            for (String name : names) {
                boolean complex = free.contains("Im(" + name + ")") || fixed.containsKey("Im(" + name + ")");
                scope.add(name, new Variable(name, complex ? Optional.of("Im(" + name + ")") : Optional.empty()));
            }
        }
    }

    static Formulas of(String... free) {
        return new Formulas(List.of(free), Map.of());
    }

    Scope scope() {
        return scope;
    }

    PredictionVector compile(String... texts) {
        List<Formula> formulas = new ArrayList<>();
        List<ExpressionProblem> problems = new ArrayList<>();
        for (String text : texts) {
            Expression body = ExpressionParser.parse(text, problems::add);
            if (body != null) {
                Formula formula = new Formula("f" + formulas.size(), List.of(), body, Demand.REAL);
                new ExpressionChecker(scope, (f, problem) -> problems.add(problem)).check(formula);
                formulas.add(formula);
            }
        }
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return PredictionCompiler.compile(formulas, scope, new ParameterBinding(free, fixed));
    }

    double value(String text, double... theta) {
        double[] mu = new double[1];
        compile(text).evaluator().values(theta, mu);
        return mu[0];
    }

    /** Everything wrong with a text. */
    List<ExpressionProblem> problems(String text) {
        List<ExpressionProblem> problems = new ArrayList<>();
        Expression body = ExpressionParser.parse(text, problems::add);
        if (body != null) {
            Formula formula = new Formula("f", List.of(), body, Demand.REAL);
            new ExpressionChecker(scope, (f, problem) -> problems.add(problem)).check(formula);
        }
        return problems;
    }
}
