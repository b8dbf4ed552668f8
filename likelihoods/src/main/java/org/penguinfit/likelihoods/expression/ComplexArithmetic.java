package org.penguinfit.likelihoods.expression;

/** Complex arithmetic as real operations of a graph. */
final class ComplexArithmetic {
    private final Graph graph;
    private final int zero;

    ComplexArithmetic(Graph graph) {
        this.graph = graph;
        this.zero = graph.constant(0);
    }

    ComplexNode real(int node) {
        return new ComplexNode(node, zero);
    }

    ComplexNode number(double value) {
        return real(graph.constant(value));
    }

    boolean isReal(ComplexNode z) {
        return z.im() == zero;
    }

    ComplexNode add(ComplexNode z, ComplexNode w) {
        return new ComplexNode(graph.add(z.re(), w.re()), graph.add(z.im(), w.im()));
    }

    ComplexNode subtract(ComplexNode z, ComplexNode w) {
        return new ComplexNode(graph.subtract(z.re(), w.re()), graph.subtract(z.im(), w.im()));
    }

    ComplexNode negate(ComplexNode z) {
        return new ComplexNode(graph.negate(z.re()), graph.negate(z.im()));
    }

    ComplexNode conjugate(ComplexNode z) {
        return new ComplexNode(z.re(), graph.negate(z.im()));
    }

    ComplexNode multiply(ComplexNode z, ComplexNode w) {
        int re = graph.subtract(graph.multiply(z.re(), w.re()), graph.multiply(z.im(), w.im()));
        int im = graph.add(graph.multiply(z.re(), w.im()), graph.multiply(z.im(), w.re()));
        return new ComplexNode(re, im);
    }

    ComplexNode divide(ComplexNode z, ComplexNode w) {
        if (isReal(w)) {
            if (isReal(z)) {
                return real(graph.divide(z.re(), w.re())); // also by zero, where 0/0 would be an imaginary part
            }
            return new ComplexNode(graph.divide(z.re(), w.re()), graph.divide(z.im(), w.re()));
        }
        ComplexNode numerator = multiply(z, conjugate(w));
        int denominator = abs2(w);
        return new ComplexNode(graph.divide(numerator.re(), denominator), graph.divide(numerator.im(), denominator));
    }

    int abs2(ComplexNode z) {
        return graph.add(graph.power(z.re(), 2.0), graph.power(z.im(), 2.0));
    }

    int abs(ComplexNode z) {
        return graph.hypot(z.re(), z.im());
    }

    ComplexNode exp(ComplexNode z) {
        int modulus = graph.unary(Operation.EXP, z.re());
        int cos = graph.unary(Operation.COS, z.im());
        int sin = graph.unary(Operation.SIN, z.im());
        return new ComplexNode(graph.multiply(modulus, cos), graph.multiply(modulus, sin));
    }

    /** z to an integer power, by squaring. */
    ComplexNode power(ComplexNode z, int exponent) {
        ComplexNode result = number(1);
        ComplexNode square = z;
        for (int n = Math.abs(exponent); n > 0; n >>= 1) {
            if ((n & 1) == 1) {
                result = multiply(result, square);
            }
            if (n > 1) {
                square = multiply(square, square);
            }
        }
        return exponent < 0 ? divide(number(1), result) : result;
    }
}
