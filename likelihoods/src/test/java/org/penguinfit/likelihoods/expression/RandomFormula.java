package org.penguinfit.likelihoods.expression;

import java.util.Random;

/** Random smooth formulas of x, y, z that use every operator and function within its domain. */
final class RandomFormula {
    private static final String[] SHAPES = {
        "(A + B)",
        "(A - B)",
        "A*B",
        "A/(3 + sin(B))",
        "-A",
        "A^2",
        "A^3",
        "(3 + sin(A))^-1",
        "(2 + sin(A))^0.7",
        "(2 + sin(A))^sin(B)",
        "pow(2 + cos(A), B)",
        "abs(A)",
        "abs2(A)",
        "min(A, B)",
        "max(A, B, 0.31)",
        "sqrt(2 + A^2)",
        "exp(sin(A))",
        "log(1.5 + cos(A))",
        "sin(A)",
        "cos(A)",
        "tan(0.6*sin(A))",
        "asin(0.6*sin(A))",
        "acos(0.6*cos(A))",
        "atan(A)",
        "sinh(sin(A))",
        "cosh(sin(A))",
        "tanh(A)",
        "abs(complex(A, 1.5 + sin(B)))",
        "re(complex(A, B)/complex(2 + sin(A), B))",
        "im(exp(complex(sin(A), B)))",
        "abs2(complex(A, B) + 1)",
        "re(complex(A, B)^3)",
        "im(conj(complex(A, B))*complex(x, 2))",
        "re(complex(A, 3)^-2)",
        "sum(iN in nu, jN in nu if iN < jN: A*B)",
        "(1 + A)*(2 - B)*x",
        "sqrt(abs(complex(A, 0.7)))",
        "A/2 + B/pi",
    };
    private static final String[] LEAVES = {"x", "y", "z", "0.75", "x*y", "(x + 2*z)", "1.5"};

    private final Random random;
    private int sums;

    RandomFormula(long seed) {
        this.random = new Random(seed);
    }

    static int shapeCount() {
        return SHAPES.length;
    }

    /** A formula whose outermost part has the given shape. */
    String of(int shape, int depth) {
        String text = SHAPES[shape].replace("N", String.valueOf(++sums)); // each sum has its own indices
        return text.replace("A", part(depth - 1)).replace("B", part(depth - 1));
    }

    private String part(int depth) {
        if (depth == 0) {
            return LEAVES[random.nextInt(LEAVES.length)];
        }
        return "(" + of(random.nextInt(SHAPES.length), depth) + ")";
    }
}
