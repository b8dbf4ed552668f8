package org.penguinfit.likelihoods.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DerivativesTest {
    private static final long SEED = 5;
    /** Largest step of the differences: functions here vary on a scale of about 0.3. */
    private static final double STEP = 2e-3;

    @Test
    void agreeWithCentralDifferencesForRandomFormulasOfEveryOperatorAndFunction() {
        RandomFormula formulas = new RandomFormula(SEED);
        Random random = new Random(SEED);
        for (int shape = 0; shape < RandomFormula.shapeCount(); shape++) {
            for (int depth = 1; depth <= 3; depth++) {
                String text = formulas.of(shape, depth);
                double[] theta = {0.4 + random.nextDouble(), -1 + random.nextDouble(), 0.2 + random.nextDouble()};
                DerivativeContract.check(text, Formulas.of("x", "y", "z").compile(text), theta, STEP);
            }
        }
    }

    @Test
    void agreeForSeveralObservablesThatShareParts() {
        PredictionVector predictions = Formulas.of("x", "y", "z")
                .compile(
                        "exp(x*y)", "x^2 + y*z", "sin(exp(x*y) + z)", "3", "(1 + 0.16*z)*(4 - 0.4*x + 0.03*x^2 + y^2)");
        DerivativeContract.check("shared parts", predictions, new double[] {0.7, -0.4, 1.2}, STEP);
    }

    @Test
    void agreeWhereDirectionsAreParametersBecauseLeavesAreMore() {
        PredictionVector predictions = Formulas.of("x", "y").compile("sin(x + y)*cos(x - y)*exp(2*x + y)*atan(x*y)");
        DerivativeContract.check("more leaves than parameters", predictions, new double[] {0.7, -0.4}, STEP);
    }

    @Test
    void areOneSidedAtKinksAsDocumented() {
        double[] gradient = new double[10];
        PredictionVector kinks =
                Formulas.of("x", "y").compile("abs(x)", "min(x, y)", "max(x, y)", "abs(complex(x, y))", "exp(abs(x))");
        double[] hessians = new double[20];
        kinks.evaluator().valuesGradientsAndHessians(new double[] {0, 0}, new double[5], gradient, hessians);
        assertThat(gradient).containsExactly(1, 0, 1, 0, 1, 0, 1, 1, 1, 0);
        assertThat(hessians).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    }

    @Test
    void showNotANumberOutsideTheDomain() {
        double[] mu = new double[2];
        double[] gradient = new double[2];
        PredictionVector outside = Formulas.of("x").compile("log(x)", "1/x");
        outside.evaluator().valuesAndGradients(new double[] {-1}, mu, gradient);
        assertThat(mu[0]).isNaN();
        outside.evaluator().values(new double[] {0}, mu);
        assertThat(mu).containsExactly(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @Test
    void ofAnUnusedInfiniteDirectionDoNotSpoilTheOthers() {
        double[] gradient = new double[2];
        PredictionVector root = Formulas.of("x", "y").compile("y + 0*x + sqrt(x)*x");
        root.evaluator().valuesAndGradients(new double[] {0, 3}, new double[1], gradient);
        assertThat(gradient[1]).isEqualTo(1);
    }
}
