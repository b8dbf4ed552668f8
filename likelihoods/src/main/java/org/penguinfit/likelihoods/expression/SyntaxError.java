package org.penguinfit.likelihoods.expression;

/** Carries the first syntax error of a formula out of the recursive descent; never leaves the package. */
final class SyntaxError extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ExpressionProblem problem;

    SyntaxError(int offset, String rule, String found, String remedy) {
        super(rule, null, false, false);
        this.problem = new ExpressionProblem(offset, rule, found, remedy);
    }

    ExpressionProblem problem() {
        return problem;
    }
}
