package org.penguinfit.likelihoods.expression;

import java.util.List;

/**
 * A parsed formula. Sums and products are flat lists, so that a formula of many terms is wide, not deep; offsets count
 * characters of the text from 0.
 */
public sealed interface Expression {
    /** Where the part starts in the text, or where its operator stands. */
    int offset();

    /** A number as written. */
    record Literal(int offset, double value) implements Expression {}

    /**
     * A constant, parameter, coefficient, definition or observable.
     *
     * @param indices empty for a scalar
     * @param quoted true for {@code "BR(B+->Knunu)"}, which always means an observable
     */
    record Name(int offset, String name, List<Index> indices, boolean quoted) implements Expression {
        public Name {
            indices = List.copyOf(indices);
        }
    }

    /** {@code -x}; binds weaker than a power, so {@code -2^2} is −4. */
    record Negation(int offset, Expression operand) implements Expression {}

    /** {@code a + b - c}. */
    record Addition(int offset, List<Operand> operands) implements Expression {
        public Addition {
            operands = List.copyOf(operands);
        }
    }

    /** {@code a * b / c}, from left to right. */
    record Product(int offset, List<Operand> operands) implements Expression {
        public Product {
            operands = List.copyOf(operands);
        }
    }

    /** {@code base^exponent}; right-associative. */
    record Power(int offset, Expression base, Expression exponent) implements Expression {}

    /** A function with its arguments; whether it exists and takes that many is for the checker to say. */
    record Call(int offset, String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code sum(i in nu, j in nu if i != j: body)}; the conditions are joined by {@code and}. */
    record Sum(int offset, List<IndexRange> ranges, List<Condition> conditions, Expression body) implements Expression {
        public Sum {
            ranges = List.copyOf(ranges);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * A polynomial given by its coefficients, as tables of predictions have it; no formula parses to one.
     *
     * @param terms the terms, of which several may have the same factors
     */
    record Polynomial(int offset, List<Term> terms) implements Expression {
        public Polynomial {
            terms = List.copyOf(terms);
        }
    }

    /**
     * One term of a polynomial.
     *
     * @param coefficient finite
     * @param factors what it multiplies; empty for the constant, the same one twice for a square
     */
    record Term(double coefficient, List<Factor> factors) {
        public Term {
            factors = List.copyOf(factors);
        }
    }

    /**
     * The real or imaginary part of a coefficient or parameter without indices.
     *
     * @param name of any characters
     */
    record Factor(String name, boolean imaginary) {}

    /**
     * One member of a sum or product.
     *
     * @param inverse true if it is subtracted or divided by
     */
    record Operand(boolean inverse, Expression expression) {}

    /** An index in brackets: a variable of a sum, or a label of an index set. */
    record Index(int offset, String name) {}

    /** {@code variable in set}. */
    record IndexRange(int offset, String variable, int setOffset, String set) {}

    /** A condition on two indices; order is the order of the labels in their index set. */
    record Condition(Index left, Comparison comparison, Index right) {}

    /** How two indices are compared. */
    enum Comparison {
        EQUAL,
        DIFFERENT,
        BEFORE,
        AFTER
    }
}
