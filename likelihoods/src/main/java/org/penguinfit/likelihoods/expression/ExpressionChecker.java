package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Symbol.Application;
import org.penguinfit.likelihoods.expression.Symbol.Demand;
import org.penguinfit.likelihoods.expression.Symbol.Family;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.IndexVariable;
import org.penguinfit.likelihoods.expression.Symbol.Variable;
import org.penguinfit.measurements.document.DidYouMean;

/**
 * Finds everything that is wrong with formulas before any is evaluated: unknown names, functions and indices, wrong
 * counts, definitions that go in a circle, division by zero, complex values where real ones are needed. Each formula is
 * checked once, however often it is used; so an indexed definition that needs itself at other indices counts as a circle too.
 */
public final class ExpressionChecker {
    /** Nesting of formulas and of the definitions they use, together; guards the stack. */
    static final int MAX_HEIGHT = 400;

    /**
     * Operations of all formulas together, sums written out; guards memory and patience. Two million take about two seconds
     * to compile; the largest theory of ours has some hundreds.
     */
    static final int MAX_OPERATIONS = 2_000_000;

    /** Takes the problems. */
    @FunctionalInterface
    public interface Sink {
        /**
         * Takes one problem.
         *
         * @param formula the formula whose text is concerned
         */
        void report(Formula formula, ExpressionProblem problem);
    }

    private final Scope scope;
    private final Sink sink;
    private final IndexChecker indexChecker;
    private final Map<Formula, Shape> done = new HashMap<>();
    private final List<Formula> open = new ArrayList<>();
    private final ExpansionSize expansion;
    private double operations;
    private int depth;

    public ExpressionChecker(Scope scope, Sink sink) {
        this.scope = scope;
        this.sink = sink;
        this.expansion = new ExpansionSize(scope);
        this.indexChecker = new IndexChecker(scope, this::report);
    }

    /** Checks a formula and all it uses. */
    public void check(Formula formula) {
        shapeOf(formula);
    }

    private Shape shapeOf(Formula formula) {
        Shape known = done.get(formula);
        if (known != null) {
            return known;
        }
        open.add(formula);
        IndexScope indices = null;
        for (IndexVariable index : formula.indices()) {
            indices = new IndexScope(index.variable(), index.set(), indices);
        }
        Shape shape = demand(formula, shape(formula.body(), indices));
        refuseTooLarge(formula);
        open.remove(open.size() - 1);
        done.put(formula, shape);
        return shape;
    }

    private Shape demand(Formula formula, Shape shape) {
        if (formula.demand() == Demand.REAL && shape.complex()) {
            report(0, "value must be real", "a complex one", "wrap it in re(…), im(…) or abs2(…)");
            return Shape.BROKEN;
        }
        if (formula.demand() == Demand.CONSTANT && shape.varying()) {
            report(0, "a constant must not depend on a parameter", "", "write it under 'definitions'");
            return Shape.BROKEN;
        }
        if (formula.demand() == Demand.CONSTANT && shape.known() && !Double.isFinite(shape.value())) {
            report(0, "a constant must be finite", String.valueOf(shape.value()), "");
            return Shape.BROKEN;
        }
        return shape;
    }

    /** Reports the formula that exceeds the limit, and none after it. */
    private void refuseTooLarge(Formula formula) {
        double size = expansion.of(formula);
        boolean before = operations > MAX_OPERATIONS;
        operations += size;
        if (!before && operations > MAX_OPERATIONS) {
            report(
                    0,
                    "the formulas must not have more than " + MAX_OPERATIONS + " operations, sums written out",
                    String.format(Locale.ROOT, "%.3g in this one", size),
                    "use fewer indices or smaller sets of flavours");
        }
    }

    private void report(int offset, String rule, String found, String remedy) {
        sink.report(open.get(open.size() - 1), new ExpressionProblem(offset, rule, found, remedy));
    }

    private Shape shape(Expression e, @Nullable IndexScope indices) {
        if (++depth > MAX_HEIGHT) {
            depth--;
            return tooDeep(e.offset());
        }
        Shape shape = part(e, indices).higher();
        depth--;
        return shape.height() > MAX_HEIGHT ? tooDeep(e.offset()) : shape;
    }

    private Shape tooDeep(int offset) {
        report(offset, "definitions must not nest deeper than " + MAX_HEIGHT, "a deeper chain", "join some of them");
        return Shape.BROKEN;
    }

    private Shape part(Expression e, @Nullable IndexScope indices) {
        if (e instanceof Expression.Literal literal) {
            return Shape.number(literal.value(), 0);
        }
        if (e instanceof Expression.Name name) {
            return name(name, indices);
        }
        if (e instanceof Expression.Negation negation) {
            Shape operand = shape(negation.operand(), indices);
            return operand.with(operand, -operand.value());
        }
        if (e instanceof Expression.Addition addition) {
            return addition(addition.operands(), indices);
        }
        if (e instanceof Expression.Product product) {
            return product(product.operands(), indices);
        }
        if (e instanceof Expression.Power power) {
            return power(
                    power.offset(),
                    power.exponent().offset(),
                    shape(power.base(), indices),
                    shape(power.exponent(), indices));
        }
        if (e instanceof Expression.Call call) {
            return call(call, indices);
        }
        if (e instanceof Expression.Sum sum) {
            IndexScope inner = indexChecker.enter(sum, indices);
            Shape body = shape(sum.body(), inner);
            return Shape.unknown(body.complex(), body.varying(), body.height());
        }
        if (e instanceof Expression.Polynomial polynomial) {
            return polynomial(polynomial);
        }
        throw new IllegalStateException("no check for " + e.getClass().getSimpleName() + "; add it here");
    }

    /** Real, whatever its factors are: each factor is a part of one. */
    private Shape polynomial(Expression.Polynomial polynomial) {
        int height = 0;
        boolean varying = false;
        for (String name : names(polynomial)) {
            Symbol symbol = scope.symbol(name);
            if (symbol instanceof Application application) {
                height = Math.max(
                        height, use(application.formula(), polynomial.offset()).height());
            } else if (!(symbol instanceof Variable)) {
                report(
                        polynomial.offset(),
                        "'" + name + "' must be a coefficient or parameter without indices",
                        "",
                        "");
                return Shape.BROKEN;
            }
            varying = true;
        }
        return Shape.unknown(false, varying, height);
    }

    private static Set<String> names(Expression.Polynomial polynomial) {
        Set<String> names = new LinkedHashSet<>();
        for (Expression.Term term : polynomial.terms()) {
            for (Expression.Factor factor : term.factors()) {
                names.add(factor.name());
            }
        }
        return names;
    }

    private Shape addition(List<Operand> operands, @Nullable IndexScope indices) {
        Shape total = Shape.number(0, 0);
        for (Operand operand : operands) {
            Shape next = shape(operand.expression(), indices);
            total = total.with(next, total.value() + (operand.inverse() ? -next.value() : next.value()));
        }
        return total;
    }

    private Shape product(List<Operand> operands, @Nullable IndexScope indices) {
        Shape total = Shape.number(1, 0);
        for (Operand operand : operands) {
            Shape next = shape(operand.expression(), indices);
            if (operand.inverse() && next.isKnown(0)) {
                report(operand.expression().offset(), "must not divide by zero", "", "");
                next = Shape.BROKEN;
            }
            total = total.with(next, operand.inverse() ? total.value() / next.value() : total.value() * next.value());
        }
        return total;
    }

    private Shape power(int offset, int exponentOffset, Shape base, Shape exponent) {
        if (exponent.complex()) {
            report(exponentOffset, "an exponent must be real", "a complex one", "wrap it in re(…) or abs(…)");
            return Shape.BROKEN;
        }
        if (base.complex() && !(exponent.known() && Lowering.isSmallInteger(exponent.value()))) {
            report(
                    exponentOffset,
                    "a complex number may be raised only to an integer from -" + Lowering.MAX_COMPLEX_POWER + " to "
                            + Lowering.MAX_COMPLEX_POWER,
                    exponent.known() ? Double.toString(exponent.value()) : "a power that is no such number",
                    "");
            return Shape.BROKEN;
        }
        if (base.isKnown(0) && exponent.known() && exponent.value() < 0) {
            report(offset, "must not divide by zero", "", "");
            return Shape.BROKEN;
        }
        double number = Math.pow(base.value(), exponent.value());
        if (base.known() && exponent.known() && Double.isNaN(number)) {
            report(offset, "a broken power of a negative number is not real", Double.toString(base.value()), "");
            return Shape.BROKEN;
        }
        return base.with(exponent, number);
    }

    private Shape call(Expression.Call call, @Nullable IndexScope indices) {
        List<Shape> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(shape(argument, indices));
        }
        Function function = Function.of(call.function());
        if (function == null) {
            report(
                    call.offset(),
                    "unknown function '" + call.function() + "'",
                    "",
                    DidYouMean.suggestOrList(call.function(), Function.names()));
            return Shape.BROKEN;
        }
        if (!function.takes(arguments.size())) {
            report(call.offset(), call.function() + " takes " + function.arity(), String.valueOf(arguments.size()), "");
            return Shape.BROKEN;
        }
        if (!function.takesComplex()) {
            for (int i = 0; i < arguments.size(); i++) {
                if (arguments.get(i).complex()) {
                    report(
                            call.arguments().get(i).offset(),
                            call.function() + " takes real arguments",
                            "a complex one",
                            "wrap it in re(…), im(…) or abs(…)");
                    return Shape.BROKEN;
                }
            }
        }
        return value(call, function, arguments);
    }

    private Shape value(Expression.Call call, Function function, List<Shape> arguments) {
        Shape first = arguments.get(0);
        if (function == Function.POW) {
            return power(call.offset(), call.arguments().get(1).offset(), first, arguments.get(1));
        }
        if (first.known()
                && ((function == Function.LOG && first.value() <= 0)
                        || (function == Function.SQRT && first.value() < 0))) {
            report(
                    call.arguments().get(0).offset(),
                    call.function() + " takes a number " + (function == Function.LOG ? "> 0" : ">= 0"),
                    Double.toString(first.value()),
                    "");
            return Shape.BROKEN;
        }
        Shape joined = first;
        for (Shape argument : arguments) {
            joined = joined.with(argument, 0);
        }
        boolean complex = function.isComplex(first.complex());
        Operation operation = function.operation();
        if (joined.known() && operation != null) {
            return Shape.number(operation.value(first.value(), 0, 0), joined.height());
        }
        return Shape.unknown(complex, joined.varying(), joined.height());
    }

    private Shape name(Expression.Name name, @Nullable IndexScope indices) {
        if (name.quoted()) {
            Formula observable = scope.observable(name.name());
            if (observable == null) {
                report(
                        name.offset(),
                        "unknown observable '" + name.name() + "'",
                        "",
                        DidYouMean.suggestOrList(name.name(), scope.observableNames()));
                return Shape.BROKEN;
            }
            return use(observable, name.offset());
        }
        Symbol symbol = scope.symbol(name.name());
        if (symbol == null) {
            return plain(name, indices);
        }
        if (symbol instanceof Family family) {
            return family(family, name, indices);
        }
        if (symbol instanceof Formula formula) {
            List<IndexSet> sets = new ArrayList<>();
            for (IndexVariable index : formula.indices()) {
                sets.add(index.set());
            }
            return indexChecker.fits(name, sets, indices) ? use(formula, name.offset()) : Shape.BROKEN;
        }
        if (!indexChecker.fits(name, List.of(), indices)) {
            return Shape.BROKEN;
        }
        if (symbol instanceof Application application) {
            return use(application.formula(), name.offset());
        }
        return Shape.unknown(symbol instanceof Variable v && v.imaginary().isPresent(), true, 0);
    }

    /** A name that stands in no list: pi, or an error. */
    private Shape plain(Expression.Name name, @Nullable IndexScope indices) {
        if (name.name().equals("pi") && name.indices().isEmpty()) {
            return Shape.number(Math.PI, 0);
        }
        if (Function.of(name.name()) != null) {
            report(name.offset(), "function '" + name.name() + "' needs its arguments in ( )", "", "");
        } else if (IndexScope.find(indices, name.name()) != null) {
            report(name.offset(), "'" + name.name() + "' is an index, not a number", "", "");
        } else {
            report(
                    name.offset(),
                    "unknown name '" + name.name() + "'",
                    "",
                    DidYouMean.suggestOrList(name.name(), scope.names()));
        }
        return Shape.BROKEN;
    }

    private Shape family(Family family, Expression.Name name, @Nullable IndexScope indices) {
        if (!indexChecker.fits(name, family.sets(), indices)) {
            return Shape.BROKEN;
        }
        int height = 0;
        for (List<String> labels : indexChecker.possible(name, family.sets(), indices)) {
            if (family.members().get(labels) instanceof Application application) {
                height = Math.max(
                        height, use(application.formula(), name.offset()).height());
            }
        }
        return Shape.unknown(family.complex(), true, height);
    }

    /** The shape of a formula that is used here; one that is being checked already uses itself. */
    private Shape use(Formula formula, int offset) {
        int first = open.indexOf(formula);
        if (first < 0) {
            return shapeOf(formula);
        }
        StringBuilder circle = new StringBuilder();
        for (Formula member : open.subList(first, open.size())) {
            circle.append(member.name()).append(" -> ");
        }
        circle.append(formula.name());
        report(offset, "definitions must not go in a circle", circle.toString(), "");
        return Shape.BROKEN;
    }
}
