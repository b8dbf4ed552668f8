package org.penguinfit.likelihoods.expression;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.expression.Expression.Condition;
import org.penguinfit.likelihoods.expression.Expression.Index;
import org.penguinfit.likelihoods.expression.Expression.IndexRange;
import org.penguinfit.likelihoods.expression.Expression.Operand;
import org.penguinfit.likelihoods.expression.Symbol.Application;
import org.penguinfit.likelihoods.expression.Symbol.Family;
import org.penguinfit.likelihoods.expression.Symbol.Formula;
import org.penguinfit.likelihoods.expression.Symbol.Variable;

/** Turns checked formulas into nodes of a graph; each formula once per combination of its labels. */
final class Lowering {
    /** Complex powers are products; more factors than these are no physics formula. */
    static final int MAX_COMPLEX_POWER = 64;

    /** A bound index, as a chain from the innermost outwards. */
    private record Label(
            String variable, String label, @Nullable Label outer) {
        static String resolve(@Nullable Label labels, String index) {
            for (Label l = labels; l != null; l = l.outer) {
                if (l.variable.equals(index)) {
                    return l.label;
                }
            }
            return index;
        }
    }

    /** Equality by hand: the generated one of a record costs start-up time. */
    private record Use(Formula formula, List<String> labels) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Use use && formula == use.formula && labels.equals(use.labels);
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(formula) * 31 + labels.hashCode();
        }
    }

    private final Scope scope;
    private final ParameterBinding parameters;
    private final Graph graph;
    private final ComplexArithmetic arithmetic;
    private final Map<Use, ComplexNode> done = new HashMap<>();
    /** Polynomials of tables, by identity: several observables may share one. */
    private final IdentityHashMap<Expression.Polynomial, ComplexNode> tabulated = new IdentityHashMap<>();

    Lowering(Scope scope, ParameterBinding parameters, Graph graph) {
        this.scope = scope;
        this.parameters = parameters;
        this.graph = graph;
        this.arithmetic = new ComplexArithmetic(graph);
    }

    static boolean isSmallInteger(double exponent) {
        return exponent == Math.rint(exponent) && Math.abs(exponent) <= MAX_COMPLEX_POWER;
    }

    /** The node of a real scalar formula. */
    int real(Formula formula) {
        ComplexNode node = formula(formula, List.of());
        if (!arithmetic.isReal(node)) {
            throw new IllegalArgumentException("formula '" + formula.name() + "' is complex; it was not checked");
        }
        return node.re();
    }

    private ComplexNode formula(Formula formula, List<String> labels) {
        Use use = new Use(formula, labels);
        ComplexNode known = done.get(use);
        if (known != null) {
            return known;
        }
        Label bound = null;
        for (int i = 0; i < labels.size(); i++) {
            bound = new Label(formula.indices().get(i).variable(), labels.get(i), bound);
        }
        ComplexNode node = lower(formula.body(), bound);
        done.put(use, node);
        return node;
    }

    private ComplexNode lower(Expression e, @Nullable Label labels) {
        if (e instanceof Expression.Literal literal) {
            return arithmetic.number(literal.value());
        }
        if (e instanceof Expression.Name name) {
            return name(name, labels);
        }
        if (e instanceof Expression.Negation negation) {
            return arithmetic.negate(lower(negation.operand(), labels));
        }
        if (e instanceof Expression.Addition addition) {
            ComplexNode total = arithmetic.number(0);
            for (Operand operand : addition.operands()) {
                ComplexNode next = lower(operand.expression(), labels);
                total = operand.inverse() ? arithmetic.subtract(total, next) : arithmetic.add(total, next);
            }
            return total;
        }
        if (e instanceof Expression.Product product) {
            ComplexNode total = arithmetic.number(1);
            for (Operand operand : product.operands()) {
                ComplexNode next = lower(operand.expression(), labels);
                total = operand.inverse() ? arithmetic.divide(total, next) : arithmetic.multiply(total, next);
            }
            return total;
        }
        if (e instanceof Expression.Power power) {
            return power(lower(power.base(), labels), lower(power.exponent(), labels));
        }
        if (e instanceof Expression.Call call) {
            return call(call, labels);
        }
        if (e instanceof Expression.Sum sum) {
            return sum(sum, 0, labels, arithmetic.number(0));
        }
        if (e instanceof Expression.Polynomial polynomial) {
            ComplexNode known = tabulated.get(polynomial);
            ComplexNode node = known == null ? polynomial(polynomial) : known;
            tabulated.put(polynomial, node);
            return node;
        }
        throw new IllegalStateException("no lowering of " + e.getClass().getSimpleName() + "; add it here");
    }

    private ComplexNode polynomial(Expression.Polynomial polynomial) {
        int total = graph.constant(0);
        for (Expression.Term term : polynomial.terms()) {
            int product = graph.constant(1);
            for (Expression.Factor factor : term.factors()) {
                Symbol symbol = scope.symbol(factor.name());
                if (symbol == null) {
                    throw unchecked(factor.name());
                }
                ComplexNode value = symbol(symbol, List.of());
                product = graph.multiply(product, factor.imaginary() ? value.im() : value.re());
            }
            total = graph.add(total, graph.multiply(graph.constant(term.coefficient()), product));
        }
        return arithmetic.real(total);
    }

    private ComplexNode power(ComplexNode base, ComplexNode exponent) {
        if (arithmetic.isReal(base)) {
            return arithmetic.real(graph.powerOfNodes(base.re(), exponent.re()));
        }
        return arithmetic.power(base, (int) graph.number(exponent.re()));
    }

    private ComplexNode sum(Expression.Sum sum, int depth, @Nullable Label labels, ComplexNode soFar) {
        if (depth == sum.ranges().size()) {
            for (Condition condition : sum.conditions()) {
                if (!holds(condition, sum, labels)) {
                    return soFar;
                }
            }
            return arithmetic.add(soFar, lower(sum.body(), labels));
        }
        IndexRange range = sum.ranges().get(depth);
        ComplexNode total = soFar;
        for (String label : set(range.set()).labels()) {
            total = sum(sum, depth + 1, new Label(range.variable(), label, labels), total);
        }
        return total;
    }

    private IndexSet set(String name) {
        IndexSet set = scope.set(name);
        if (set == null) {
            throw unchecked(name);
        }
        return set;
    }

    private boolean holds(Condition condition, Expression.Sum sum, @Nullable Label labels) {
        String left = Label.resolve(labels, condition.left().name());
        String right = Label.resolve(labels, condition.right().name());
        return switch (condition.comparison()) {
            case EQUAL -> left.equals(right);
            case DIFFERENT -> !left.equals(right);
            case BEFORE -> order(condition, sum, left, right) < 0;
            case AFTER -> order(condition, sum, left, right) > 0;
        };
    }

    /** Sign of the order of two labels in the set of the first range of the sum that holds both. */
    private int order(Condition condition, Expression.Sum sum, String left, String right) {
        for (IndexRange range : sum.ranges()) {
            List<String> labels = set(range.set()).labels();
            if (labels.contains(left) && labels.contains(right)) {
                return Integer.compare(labels.indexOf(left), labels.indexOf(right));
            }
        }
        throw unchecked(condition.left().name());
    }

    private ComplexNode call(Expression.Call call, @Nullable Label labels) {
        Function function = Function.of(call.function());
        if (function == null) {
            throw unchecked(call.function());
        }
        ComplexNode first = lower(call.arguments().get(0), labels);
        return switch (function) {
            case RE -> arithmetic.real(first.re());
            case IM -> arithmetic.real(first.im());
            case CONJ -> arithmetic.conjugate(first);
            case ABS2 -> arithmetic.real(arithmetic.abs2(first));
            case ABS -> arithmetic.real(arithmetic.abs(first));
            case EXP -> arithmetic.isReal(first) ? unary(Operation.EXP, first) : arithmetic.exp(first);
            case POW -> power(first, lower(call.arguments().get(1), labels));
            case COMPLEX ->
                new ComplexNode(
                        first.re(), lower(call.arguments().get(1), labels).re());
            case MIN -> extremum(Operation.MIN, first, call, labels);
            case MAX -> extremum(Operation.MAX, first, call, labels);
            default -> {
                Operation operation = function.operation();
                if (operation == null) {
                    throw new IllegalStateException("no lowering of " + call.function() + "; add it here");
                }
                yield unary(operation, first);
            }
        };
    }

    private ComplexNode unary(Operation operation, ComplexNode argument) {
        return arithmetic.real(graph.unary(operation, argument.re()));
    }

    private ComplexNode extremum(Operation operation, ComplexNode first, Expression.Call call, @Nullable Label labels) {
        int best = first.re();
        for (Expression argument : call.arguments().subList(1, call.arguments().size())) {
            best = graph.binary(operation, best, lower(argument, labels).re());
        }
        return arithmetic.real(best);
    }

    private ComplexNode name(Expression.Name name, @Nullable Label labels) {
        if (name.quoted()) {
            Formula observable = scope.observable(name.name());
            if (observable == null) {
                throw unchecked(name.name());
            }
            return formula(observable, List.of());
        }
        Symbol symbol = scope.symbol(name.name());
        if (symbol == null) {
            if (name.name().equals("pi")) {
                return arithmetic.number(Math.PI);
            }
            throw unchecked(name.name());
        }
        String[] resolved = new String[name.indices().size()];
        int slot = 0;
        for (Index index : name.indices()) {
            resolved[slot++] = Label.resolve(labels, index.name());
        }
        return symbol(symbol, List.of(resolved));
    }

    private ComplexNode symbol(Symbol symbol, List<String> labels) {
        if (symbol instanceof Variable variable) {
            int re = parameters.node(variable.real(), graph);
            int im = variable.imaginary().isPresent()
                    ? parameters.node(variable.imaginary().get(), graph)
                    : graph.constant(0);
            return new ComplexNode(re, im);
        }
        if (symbol instanceof Family family) {
            Symbol member = family.members().get(labels);
            if (member == null) {
                throw unchecked(family.name() + labels);
            }
            return symbol(member, List.of());
        }
        if (symbol instanceof Application application) {
            return formula(application.formula(), application.labels());
        }
        if (symbol instanceof Formula formula) {
            return formula(formula, labels);
        }
        throw new IllegalStateException("no lowering of " + symbol + "; add it here");
    }

    private static IllegalArgumentException unchecked(String name) {
        return new IllegalArgumentException("'" + name + "' is unknown; the formula was not checked");
    }
}
