package org.penguinfit.likelihoods.expression;

/**
 * One word of a formula.
 *
 * @param text as written; without the quotes of a quoted name
 * @param value the number of a NUMBER, else 0
 */
record Token(Kind kind, int offset, String text, double value) {
    enum Kind {
        NUMBER,
        NAME,
        QUOTED,
        SYMBOL,
        END
    }

    boolean is(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }

    /** A contextual keyword: {@code in}, {@code if}, {@code and}. */
    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    String describe() {
        return switch (kind) {
            case END -> "the end";
            case QUOTED -> "\"" + text + "\"";
            default -> "'" + text + "'";
        };
    }
}
