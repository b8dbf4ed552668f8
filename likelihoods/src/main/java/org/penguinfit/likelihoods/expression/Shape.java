package org.penguinfit.likelihoods.expression;

/**
 * What is known of an expression before any parameter has a value.
 *
 * @param complex true if the value may be complex
 * @param varying true if it depends on a parameter
 * @param known true if it is a real number that can be told already
 * @param value that number, else 0
 * @param height longest chain of nested parts, those of the definitions used counted
 */
record Shape(boolean complex, boolean varying, boolean known, double value, int height) {
    /** Stands for an expression that has an error already: fits everywhere, so that one error is reported once. */
    static final Shape BROKEN = new Shape(false, false, false, 0, 0);

    static Shape number(double value, int height) {
        return new Shape(false, false, true, value, height);
    }

    static Shape unknown(boolean complex, boolean varying, int height) {
        return new Shape(complex, varying, false, 0, height);
    }

    boolean isKnown(double number) {
        return known && value == number;
    }

    Shape higher() {
        return new Shape(complex, varying, known, value, height + 1);
    }

    /** Combines two parts; the number is given by the caller and used only if both are known. */
    Shape with(Shape other, double number) {
        boolean both = known && other.known;
        return new Shape(
                complex || other.complex,
                varying || other.varying,
                both,
                both ? number : 0,
                Math.max(height, other.height));
    }
}
