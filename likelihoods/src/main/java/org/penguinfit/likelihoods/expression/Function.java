package org.penguinfit.likelihoods.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The functions of the formula language. */
enum Function {
    ABS(1, 1, true),
    ABS2(1, 1, true),
    RE(1, 1, true),
    IM(1, 1, true),
    CONJ(1, 1, true),
    COMPLEX(2, 2, false),
    POW(2, 2, true),
    MIN(2, Integer.MAX_VALUE, false),
    MAX(2, Integer.MAX_VALUE, false),
    EXP(1, 1, true),
    SQRT(1, 1, false),
    LOG(1, 1, false),
    SIN(1, 1, false),
    COS(1, 1, false),
    TAN(1, 1, false),
    ASIN(1, 1, false),
    ACOS(1, 1, false),
    ATAN(1, 1, false),
    SINH(1, 1, false),
    COSH(1, 1, false),
    TANH(1, 1, false);

    private final int least;
    private final int most;
    private final boolean takesComplex;

    Function(int least, int most, boolean takesComplex) {
        this.least = least;
        this.most = most;
        this.takesComplex = takesComplex;
    }

    /** As written in a formula. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    boolean takesComplex() {
        return takesComplex;
    }

    /** Such as {@code 1 argument}. */
    String arity() {
        String count = most == least ? String.valueOf(least) : "at least " + least;
        return count + (most == 1 ? " argument" : " arguments");
    }

    /** True if the value is complex when the first argument is, or not. */
    boolean isComplex(boolean complexArgument) {
        return switch (this) {
            case COMPLEX -> true;
            case CONJ, POW, EXP -> complexArgument;
            default -> false;
        };
    }

    /** The real operation of a function of one real argument that is one operation, else null. */
    @Nullable
    Operation operation() {
        return switch (this) {
            case ABS -> Operation.ABS;
            case EXP -> Operation.EXP;
            case SQRT -> Operation.SQRT;
            case LOG -> Operation.LOG;
            case SIN -> Operation.SIN;
            case COS -> Operation.COS;
            case TAN -> Operation.TAN;
            case ASIN -> Operation.ASIN;
            case ACOS -> Operation.ACOS;
            case ATAN -> Operation.ATAN;
            case SINH -> Operation.SINH;
            case COSH -> Operation.COSH;
            case TANH -> Operation.TANH;
            default -> null;
        };
    }

    /** The function of that name, or null. */
    static @Nullable Function of(String text) {
        for (Function function : values()) {
            if (function.text().equals(text)) {
                return function;
            }
        }
        return null;
    }

    static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Function function : values()) {
            names.add(function.text());
        }
        names.add("sum");
        return names;
    }
}
