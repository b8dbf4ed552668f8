package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FuzzTest {
    private static final String[] PIECES = {
        "x",
        "C",
        "2",
        "0",
        "-",
        "+",
        "*",
        "/",
        "^",
        "(",
        ")",
        ",",
        "[",
        "]",
        "i",
        "nu",
        "in",
        "if",
        ":",
        "sum(",
        "abs(",
        "re(",
        "conj(",
        "complex(",
        "sqrt(",
        "log(",
        "min(",
        "\"",
        "e",
        "==",
        "<",
        "pi",
        ".5",
        "1e3",
        " ",
        "sum(i in nu: ",
        "abs2(C)",
        "x*x",
        "(x + 1)",
        "im(C)",
        "pow(",
        "3"
    };

    private static final int TEXTS = 60_000;

    @Test
    void anyTextIsEitherRefusedWithAPlaceInsideItOrCompiled() {
        Random random = new Random(11);
        Formulas formulas = Formulas.of("x", "C", "Im(C)");
        int compiled = 0;
        for (int n = 0; n < TEXTS; n++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(9); k >= 0; k--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            List<ExpressionProblem> problems = formulas.problems(text.toString());
            for (ExpressionProblem problem : problems) {
                assertThat(problem.offset()).as(text.toString()).isBetween(0, text.length());
                assertThat(problem.rule()).isNotEmpty();
            }
            if (problems.isEmpty()) {
                compiled++;
                PredictionVector p = formulas.compile(text.toString());
                double[] theta = {0.3, 0.4, 0.5};
                p.evaluator().valuesGradientsAndHessians(theta, new double[1], new double[3], new double[9]);
                assertThat(p.slice(0, 0, theta).isPresent() || !p.isQuadratic(0))
                        .isTrue();
            }
        }
        assertThat(compiled).isBetween(TEXTS / 50, TEXTS / 2); // both ways are taken often
    }
}
