package org.penguinfit.likelihoods.expression;

/**
 * The real operations of a compiled formula, with their values and first and second partial derivatives. At a kink the
 * derivative is one-sided: |x| at 0 has the derivative +1 from the right, the smaller or larger of two equal numbers that
 * of the first, the modulus of a complex number at 0 the partial derivatives (1, 1) from the right; second derivatives are
 * 0 there.
 */
enum Operation {
    CONSTANT,
    INPUT,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    /** x to a constant power. */
    POWER,
    /** x to a varying power. */
    GENERAL_POWER,
    /** √(x² + y²) without overflow: the modulus of a complex number. */
    HYPOT,
    MIN,
    MAX,
    ABS,
    SQRT,
    EXP,
    LOG,
    SIN,
    COS,
    TAN,
    ASIN,
    ACOS,
    ATAN,
    SINH,
    COSH,
    TANH;

    /** Numbers written by {@link #partials}: ∂x, ∂y, ∂x∂x, ∂x∂y, ∂y∂y. */
    static final int PARTIALS = 5;

    boolean isBinary() {
        return compareTo(ADD) >= 0 && compareTo(MAX) <= 0 && this != POWER;
    }

    /** True if the order of the operands changes neither value nor derivatives. */
    boolean isCommutative() {
        return this == ADD || this == MULTIPLY || this == HYPOT;
    }

    /**
     * The value; NaN or infinite outside the domain.
     *
     * @param y second operand of a binary operation, else ignored
     * @param exponent of {@link #POWER}, else ignored
     */
    double value(double x, double y, double exponent) {
        return switch (this) {
            case ADD -> x + y;
            case SUBTRACT -> x - y;
            case MULTIPLY -> x * y;
            case DIVIDE -> x / y;
            case POWER -> power(x, exponent);
            case GENERAL_POWER -> Math.pow(x, y);
            case HYPOT -> Math.hypot(x, y);
            case MIN -> Math.min(x, y);
            case MAX -> Math.max(x, y);
            case ABS -> Math.abs(x);
            case SQRT -> Math.sqrt(x);
            case EXP -> Math.exp(x);
            case LOG -> Math.log(x);
            case SIN -> Math.sin(x);
            case COS -> Math.cos(x);
            case TAN -> Math.tan(x);
            case ASIN -> Math.asin(x);
            case ACOS -> Math.acos(x);
            case ATAN -> Math.atan(x);
            case SINH -> Math.sinh(x);
            case COSH -> Math.cosh(x);
            case TANH -> Math.tanh(x);
            case CONSTANT, INPUT -> throw new IllegalArgumentException(this + " has no operands");
        };
    }

    private static double power(double x, double exponent) {
        if (exponent == 2) {
            return x * x;
        }
        return exponent == 3 ? x * x * x : Math.pow(x, exponent);
    }

    /**
     * Writes the five partial derivatives; those of a second operand that is not there are 0.
     *
     * @param v the value at x, y
     * @param out written at {@code at} to {@code at + 4}
     */
    void partials(double x, double y, double exponent, double v, double[] out, int at) {
        switch (this) {
            case ADD -> write(out, at, 1, 1, 0, 0, 0);
            case SUBTRACT -> write(out, at, 1, -1, 0, 0, 0);
            case MULTIPLY -> write(out, at, y, x, 0, 1, 0);
            case DIVIDE -> write(out, at, 1 / y, -v / y, 0, -1 / (y * y), 2 * v / (y * y));
            case POWER -> {
                double second = times(exponent * (exponent - 1), power(x, exponent - 2));
                unary(out, at, exponent * power(x, exponent - 1), second);
            }
            case GENERAL_POWER -> generalPower(x, y, v, out, at);
            case HYPOT -> hypot(x, y, v, out, at);
            case MIN -> write(out, at, x <= y ? 1 : 0, x <= y ? 0 : 1, 0, 0, 0);
            case MAX -> write(out, at, x >= y ? 1 : 0, x >= y ? 0 : 1, 0, 0, 0);
            case ABS -> unary(out, at, x >= 0 ? 1 : -1, 0);
            case SQRT -> unary(out, at, 0.5 / v, -0.25 / (x * v));
            case EXP -> unary(out, at, v, v);
            case LOG -> unary(out, at, 1 / x, -1 / (x * x));
            case SIN -> unary(out, at, Math.cos(x), -v);
            case COS -> unary(out, at, -Math.sin(x), -v);
            case TAN -> unary(out, at, 1 + v * v, 2 * v * (1 + v * v));
            case ASIN -> arc(x, 1, out, at);
            case ACOS -> arc(x, -1, out, at);
            case ATAN -> unary(out, at, 1 / (1 + x * x), -2 * x / ((1 + x * x) * (1 + x * x)));
            case SINH -> unary(out, at, Math.cosh(x), v);
            case COSH -> unary(out, at, Math.sinh(x), v);
            case TANH -> unary(out, at, 1 - v * v, -2 * v * (1 - v * v));
            case CONSTANT, INPUT -> throw new IllegalArgumentException(this + " has no operands");
        }
    }

    private static void generalPower(double x, double y, double v, double[] out, int at) {
        boolean atZero = x == 0 && y > 0; // x^y ln x → 0 there
        double log = atZero ? 0 : Math.log(x);
        double slope = Math.pow(x, y - 1);
        double mixed = slope * (1 + y * log);
        write(out, at, y * slope, v * log, times(y * (y - 1), Math.pow(x, y - 2)), mixed, v * log * log);
    }

    private static void hypot(double x, double y, double v, double[] out, int at) {
        if (v == 0) {
            write(out, at, 1, 1, 0, 0, 0);
            return;
        }
        double c = x / v;
        double s = y / v;
        write(out, at, c, s, s * s / v, -c * s / v, c * c / v);
    }

    private static void arc(double x, double sign, double[] out, int at) {
        double root = Math.sqrt((1 - x) * (1 + x));
        unary(out, at, sign / root, sign * x / (root * root * root));
    }

    /** A product that is 0 if a factor is exactly 0, also beside an infinite one: that direction does not move. */
    static double times(double a, double b) {
        return a == 0 || b == 0 ? 0 : a * b;
    }

    private static void unary(double[] out, int at, double first, double second) {
        write(out, at, first, 0, second, 0, 0);
    }

    private static void write(double[] out, int at, double x, double y, double xx, double xy, double yy) {
        out[at] = x;
        out[at + 1] = y;
        out[at + 2] = xx;
        out[at + 3] = xy;
        out[at + 4] = yy;
    }
}
