package org.penguinfit.likelihoods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.GaussianTerm;
import org.penguinfit.likelihoods.term.HalfGaussianTerm;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.likelihoods.term.StepTerm;

class LikelihoodModelTest {
    private static final double ROUNDING = 1e-11;

    private static final double[] THETA = {0.3, -0.2, 0.1, 0.4};

    private static Likelihood everyKind() {
        return CompiledObjectiveTest.problem(new Random(11), THETA.length, 30, 1);
    }

    private static double[] draw(LikelihoodModel model, long toy) {
        double[] data = new double[model.dataSize()];
        model.draw(THETA, RandomStreams.of(1).stream(toy), data);
        return data;
    }

    @Test
    void theObservedDataAreTheCentralValuesThenTheConstraints() {
        ParameterSet x = ParameterSet.of(List.of(Parameter.of("x", 0)));
        PolynomialPredictions predictions = PolynomialPredictions.of(
                1, List.of(SparsePolynomial.builder().add(1, 0).build()));
        Likelihood likelihood = Likelihood.of(
                x,
                predictions,
                List.of(
                        BoundTerm.of("a", List.of("X"), List.of(0), new GaussianTerm(3, 1)),
                        BoundTerm.of(
                                "b",
                                List.of("X", "X"),
                                List.of(0, 0),
                                MultivariateGaussianTerm.of(new double[] {4, 5}, new double[][] {{1, 0.5}, {0.5, 1}})),
                        BoundTerm.of("c", List.of("X"), List.of(0), new StepTerm(7, 1))),
                List.of(new ParameterConstraint(0, 6, 2)));
        LikelihoodModel model = LikelihoodModel.of(likelihood);
        double[] data = new double[model.dataSize()];
        model.observed(data);
        assertThat(data).containsExactly(3, 4, 5, 7, 6);
    }

    /** All terms that are random; a limit with a soft wall stays where it is. */
    @Test
    void asimovDataHaveTheirMinimumAtTheirPoint() {
        Likelihood all = everyKind();
        List<BoundTerm> random = all.terms().stream()
                .filter(bound -> !(bound.term() instanceof StepTerm))
                .toList();
        LikelihoodModel model =
                LikelihoodModel.of(Likelihood.of(all.parameters(), all.predictions(), random, all.constraints()));
        double[] data = new double[model.dataSize()];
        model.asimov(THETA, data);
        LikelihoodObjective objective = model.objective();
        objective.useData(data);
        double[] gradient = new double[THETA.length];
        assertThat(objective.valueAndGradient(THETA, gradient)).isCloseTo(0, within(ROUNDING));
        assertThat(gradient).containsExactly(new double[THETA.length], within(ROUNDING));
    }

    /** The plain objective of a likelihood that was built with the data as its measurements. */
    @Test
    void exchangedDataGiveTheLikelihoodOfThoseData() {
        Likelihood likelihood = everyKind();
        LikelihoodModel model = LikelihoodModel.of(likelihood);
        LikelihoodObjective objective = model.objective();
        Random random = new Random(12);
        for (int toy = 0; toy < 20; toy++) {
            double[] data = draw(model, toy);
            objective.useData(data);
            PlainObjective plain = rebuilt(likelihood, data).plainObjective();
            double[] theta = random.doubles(THETA.length, -0.5, 0.5).toArray();
            double[] gradient = new double[THETA.length];
            double[] expected = new double[THETA.length];
            double value = plain.valueAndGradient(theta, expected);
            assertThat(objective.valueAndGradient(theta, gradient)).isCloseTo(value, within(ROUNDING * value));
            assertThat(gradient).containsExactly(expected, within(ROUNDING * Math.max(1, value)));
        }
        double[] observed = new double[model.dataSize()];
        model.observed(observed);
        objective.useData(observed);
        assertThat(objective.value(THETA)).isEqualTo(model.objective().value(THETA));
    }

    private static Likelihood rebuilt(Likelihood likelihood, double[] data) {
        List<BoundTerm> terms = new ArrayList<>();
        int at = 0;
        for (BoundTerm bound : likelihood.terms()) {
            int d = bound.term().dimension();
            terms.add(BoundTerm.of(
                    bound.measurement(),
                    bound.observables(),
                    bound.predictions(),
                    bound.term().withData(Arrays.copyOfRange(data, at, at + d))));
            at += d;
        }
        List<ParameterConstraint> constraints = new ArrayList<>();
        for (ParameterConstraint c : likelihood.constraints()) {
            constraints.add(new ParameterConstraint(c.parameter(), data[at++], c.sigma()));
        }
        return Likelihood.of(likelihood.parameters(), likelihood.predictions(), terms, constraints);
    }

    @Test
    void limitsMayStayAsPublishedWithoutMovingOtherData() {
        Likelihood likelihood = everyKind();
        double[] moving = draw(LikelihoodModel.of(likelihood), 3);
        double[] staying = draw(LikelihoodModel.of(likelihood).withPublishedLimits(), 3);
        int at = 0;
        for (BoundTerm bound : likelihood.terms()) {
            if (bound.term().isLimit()) {
                assertThat(staying[at]).isEqualTo(bound.term().central(0));
                assertThat(bound.term() instanceof HalfGaussianTerm && moving[at] == 0)
                        .isFalse();
                moving[at] = staying[at];
            }
            at += bound.term().dimension();
        }
        assertThat(staying).isEqualTo(moving);
    }

    @Test
    void aToyIsTheSameWheneverItIsDrawn() {
        LikelihoodModel model = LikelihoodModel.of(everyKind());
        double[] first = draw(model, 7);
        draw(model, 8);
        assertThat(draw(model, 7)).isEqualTo(first);
        assertThat(draw(model, 8)).isNotEqualTo(first);
    }

    /** χ² of the truth over toys of a likelihood of n Gaussian data: mean n, variance 2n. */
    @Test
    void theTruthHasTheChiSquareOfItsToys() {
        Likelihood likelihood = BenchProblem.resource("wc6.json");
        LikelihoodModel model = LikelihoodModel.of(likelihood);
        LikelihoodObjective objective = model.objective();
        double[] theta = {1, -0.5, -0.7, -0.3, -0.8, 1};
        double[] data = new double[model.dataSize()];
        int toys = 20_000;
        double sum = 0;
        for (int toy = 0; toy < toys; toy++) {
            model.draw(theta, RandomStreams.of(2).stream(toy), data);
            objective.useData(data);
            sum += objective.value(theta);
        }
        assertThat(sum / toys).isCloseTo(40, within(5 * Math.sqrt(2 * 40.0 / toys)));
    }
}
