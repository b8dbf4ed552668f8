package org.penguinfit.likelihoods.theory;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.likelihoods.expression.Expression;
import org.penguinfit.likelihoods.expression.ExpressionParser;
import org.penguinfit.likelihoods.expression.ParameterBinding;
import org.penguinfit.likelihoods.expression.PredictionCompiler;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.Scope;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;

/** Evaluates Wilson coefficients where every parameter has a value: each as the formulas {@code re(C)} and {@code im(C)}. */
final class WilsonPoint {
    private record Member(WilsonFamily family, String name) {}

    private final Scope scope;
    private final ParameterBinding values;

    WilsonPoint(Scope scope, ParameterBinding values) {
        this.scope = scope;
        this.values = values;
    }

    /** The members of the families that a WCxf basis has. */
    List<WilsonValue> of(List<WilsonFamily> families) {
        List<Member> members = new ArrayList<>();
        List<Formula> formulas = new ArrayList<>();
        for (WilsonFamily family : families) {
            for (List<String> labels : family.basis().isEmpty() ? List.<List<String>>of() : family.members()) {
                String bracket = family.bracketName(labels);
                members.add(new Member(family, family.memberName(labels)));
                formulas.add(formula("re(" + bracket + ")"));
                formulas.add(formula("im(" + bracket + ")"));
            }
        }
        double[] parts = evaluate(formulas);
        List<WilsonValue> found = new ArrayList<>();
        for (int k = 0; k < members.size(); k++) {
            Member member = members.get(k);
            found.add(new WilsonValue(member.family().basis(), member.name(), parts[2 * k], parts[2 * k + 1]));
        }
        return found;
    }

    private static Formula formula(String text) {
        Expression body = ExpressionParser.parse(text, problem -> {
            throw new IllegalArgumentException("no name of a coefficient: " + text);
        });
        if (body == null) {
            throw new IllegalArgumentException("no name of a coefficient: " + text);
        }
        return new Formula(text, List.of(), body, Demand.REAL);
    }

    private double[] evaluate(List<Formula> formulas) {
        double[] parts = new double[formulas.size()];
        if (parts.length > 0) {
            PredictionVector compiled = PredictionCompiler.compile(formulas, scope, values);
            compiled.evaluator().values(new double[0], parts);
        }
        return parts;
    }
}
