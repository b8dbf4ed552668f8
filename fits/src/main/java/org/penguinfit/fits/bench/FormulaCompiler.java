package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.ExpressionChecker;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.ExpressionProblem;
import org.penguinfit.likelihoods.expression.ParameterBinding;
import org.penguinfit.likelihoods.expression.PredictionCompiler;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.Scope;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.Variable;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Node;

/**
 * The formulas of benchmark files in the formula language. They differ from it in three ways: {@code arctan} is {@code atan};
 * a formula may be followed by {@code , name=definition} with remarks in parentheses behind a blank; and {@code
 * atan2(y,x)/(2*pi)} there means the angle in turns on the branch (−1/4, 3/4].
 */
final class FormulaCompiler {
    /** A definition behind a formula, up to a remark. */
    private static final Pattern DEFINITION = Pattern.compile("([A-Za-z_]\\w*)=(.+?)(?: \\(.*)?");

    private static final Pattern TURNS = Pattern.compile("atan2\\((\\w+),(\\w+)\\)/\\(2\\*pi\\)");

    private FormulaCompiler() {}

    /**
     * The text in the formula language.
     *
     * <p>The angle from the positive y axis is 2 atan(−x/(r + y)), so that from the x axis, in turns, it is 1/4 + atan(−x/(r
     * + y))/π: smooth but on the negative y axis, where the branch (−1/4, 3/4] is cut, too; there it is no number.
     */
    static String adapt(String text) {
        String[] parts = text.replace("arctan(", "atan(").split(", ", -1);
        String formula = parts[0];
        for (int i = 1; i < parts.length; i++) {
            Matcher definition = DEFINITION.matcher(parts[i]);
            if (definition.matches()) {
                String body = TURNS.matcher(definition.group(2)).replaceAll("0.25+atan(-$2/(sqrt($2^2+$1^2)+$1))/pi");
                formula = formula.replaceAll(
                        "\\b" + definition.group(1) + "\\b", Matcher.quoteReplacement("(" + body + ")"));
            }
        }
        return formula;
    }

    /**
     * A function of parameters.
     *
     * @param at the text, for its place
     * @return a vector of one prediction, or null if the text is no formula of these parameters
     */
    static @Nullable PredictionVector function(Node at, String text, List<String> parameters, Diagnostics diagnostics) {
        return compile(at, List.of(adapt(text)), parameters, Map.of(), diagnostics);
    }

    /**
     * A model at given values of {@code x}.
     *
     * @return one prediction per value, or null if the text is no formula of the parameters and x
     */
    static @Nullable PredictionVector model(
            Node at, String text, List<String> parameters, double[] x, Diagnostics diagnostics) {
        List<String> texts = new ArrayList<>();
        Map<String, Double> values = new HashMap<>();
        String adapted = adapt(text);
        for (int k = 0; k < x.length; k++) {
            texts.add(adapted.replaceAll("\\bx\\b", "x_" + k));
            values.put("x_" + k, x[k]);
        }
        return compile(at, texts, parameters, values, diagnostics);
    }

    private static @Nullable PredictionVector compile(
            Node at, List<String> texts, List<String> free, Map<String, Double> fixed, Diagnostics diagnostics) {
        Scope scope = new Scope();
        for (String name : free) {
            scope.add(name, new Variable(name, Optional.empty()));
        }
        for (String name : fixed.keySet()) {
            scope.add(name, new Variable(name, Optional.empty()));
        }
        List<ExpressionProblem> problems = new ArrayList<>();
        List<Formula> formulas = new ArrayList<>();
        ExpressionChecker checker = new ExpressionChecker(scope, (formula, problem) -> problems.add(problem));
        for (String text : texts) {
            Expression body = ExpressionParser.parse(text, problems::add);
            if (body != null) {
                Formula formula = new Formula(at.path(), List.of(), body, Demand.REAL);
                checker.check(formula);
                formulas.add(formula);
            }
            if (!problems.isEmpty()) {
                ExpressionProblem first = problems.get(0);
                diagnostics.error(at, first.rule(), first.found(), first.remedy());
                return null;
            }
        }
        return PredictionCompiler.compile(formulas, scope, new ParameterBinding(free, fixed));
    }
}
