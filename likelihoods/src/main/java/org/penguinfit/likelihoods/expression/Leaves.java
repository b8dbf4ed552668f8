package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.penguinfit.likelihoods.expression.Expression.Operand;

/** Replaces the leaves of a formula: names, numbers, polynomials and sums over indices. */
public final class Leaves {
    private Leaves() {}

    /** The formula with each leaf replaced by what {@code leaf} makes of it. */
    public static Expression replace(Expression e, UnaryOperator<Expression> leaf) {
        if (e instanceof Expression.Negation n) {
            return new Expression.Negation(n.offset(), replace(n.operand(), leaf));
        }
        if (e instanceof Expression.Addition a) {
            return new Expression.Addition(a.offset(), replace(a.operands(), leaf));
        }
        if (e instanceof Expression.Product p) {
            return new Expression.Product(p.offset(), replace(p.operands(), leaf));
        }
        if (e instanceof Expression.Power p) {
            return new Expression.Power(p.offset(), replace(p.base(), leaf), replace(p.exponent(), leaf));
        }
        if (e instanceof Expression.Call call) {
            List<Expression> arguments = new ArrayList<>();
            for (Expression argument : call.arguments()) {
                arguments.add(replace(argument, leaf));
            }
            return new Expression.Call(call.offset(), call.function(), arguments);
        }
        return leaf.apply(e);
    }

    private static List<Operand> replace(List<Operand> operands, UnaryOperator<Expression> leaf) {
        List<Operand> result = new ArrayList<>();
        for (Operand operand : operands) {
            result.add(new Operand(operand.inverse(), replace(operand.expression(), leaf)));
        }
        return result;
    }
}
