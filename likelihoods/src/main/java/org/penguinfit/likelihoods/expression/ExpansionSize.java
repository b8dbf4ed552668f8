package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.likelihoods.expression.Expression.IndexRange;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;

/**
 * How many operations a formula becomes when its sums are written out, for all combinations of its own labels. Other formulas
 * that it uses count as one name: each is written out once, however often it is used.
 */
final class ExpansionSize {
    private final Scope scope;

    ExpansionSize(Scope scope) {
        this.scope = scope;
    }

    /** Number of operations; a product of many sums may be far beyond every memory. */
    double of(Formula formula) {
        List<IndexSet> sets = new ArrayList<>();
        for (IndexVariable index : formula.indices()) {
            sets.add(index.set());
        }
        return LabelCombinations.count(sets) * of(formula.body());
    }

    private double of(Expression e) {
        if (e instanceof Expression.Literal || e instanceof Expression.Name) {
            return 1;
        }
        if (e instanceof Expression.Negation negation) {
            return 1 + of(negation.operand());
        }
        if (e instanceof Expression.Addition addition) {
            return ofOperands(addition.operands());
        }
        if (e instanceof Expression.Product product) {
            return ofOperands(product.operands());
        }
        if (e instanceof Expression.Power power) {
            return 1 + of(power.base()) + of(power.exponent());
        }
        if (e instanceof Expression.Call call) {
            double size = 1;
            for (Expression argument : call.arguments()) {
                size += of(argument);
            }
            return size;
        }
        if (e instanceof Expression.Sum sum) {
            return terms(sum) * (1 + of(sum.body()));
        }
        if (e instanceof Expression.Polynomial polynomial) {
            double size = 0;
            for (Expression.Term term : polynomial.terms()) {
                size += 1 + term.factors().size();
            }
            return size;
        }
        throw new IllegalStateException("no size of " + e.getClass().getSimpleName() + "; add it here");
    }

    private double ofOperands(List<Operand> operands) {
        double size = 0;
        for (Operand operand : operands) {
            size += 1 + of(operand.expression());
        }
        return size;
    }

    /** Terms that its conditions leave out count too: each is looked at. */
    private double terms(Expression.Sum sum) {
        double terms = 1;
        for (IndexRange range : sum.ranges()) {
            IndexSet set = scope.set(range.set());
            terms *= set == null ? 1 : set.labels().size();
        }
        return terms;
    }
}
