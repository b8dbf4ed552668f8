package org.penguinfit.core.propagation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;

/** σ² = gᵀVg and its budget, by hand. */
class LinearPropagationTest {
    /** Rounding of a few operations. */
    private static final double ROUNDING = 1e-14;

    /** σ = (1, 2, 3), correlation of the first two ½, third independent. */
    private static final CovarianceMatrix COVARIANCE = CovarianceMatrix.of(
                    new double[][] {{1, 1, 0}, {1, 4, 0}, {0, 0, 9}})
            .orElseThrow();

    private static final ParameterUncertainty PARAMETERS = ParameterUncertainty.of(new double[] {1, 1, 1}, COVARIANCE);

    @Test
    void theBudgetOfEachParameterAndItsCorrelatedPartsAddUpToTheVariance() {
        LinearPrediction found = LinearPropagation.of(new double[] {6}, new double[] {2, -1, 1}, PARAMETERS)
                .predictions(SourceGroups.eachParameter(List.of("a", "b", "c")))
                .get(0);
        // 4·1 + 1·4 + 1·9 + 2·(2·(−1)·1) = 13
        assertThat(found.sigma()).isCloseTo(Math.sqrt(13), within(ROUNDING));
        assertThat(found.budget().sigmaOf("a")).isCloseTo(2, within(ROUNDING));
        assertThat(found.budget().sigmaOf("b")).isCloseTo(2, within(ROUNDING));
        assertThat(found.budget().sigmaOf("c")).isCloseTo(3, within(ROUNDING));
        assertThat(found.budget().correlated()).containsExactly(new VarianceBudget.CorrelatedPart("a", "b", -4));
    }

    @Test
    void aGroupHoldsTheCorrelationsWithinItAndTheRestIsNamed() {
        SourceGroups sources = new SourceGroups(List.of(new SourceGroups.Group("form factors", List.of(0, 1))));
        LinearPrediction found = LinearPropagation.of(new double[] {6}, new double[] {2, -1, 1}, PARAMETERS)
                .predictions(sources)
                .get(0);
        assertThat(found.budget().sigmaOf("form factors")).isCloseTo(2, within(ROUNDING)); // 4 + 4 − 4
        assertThat(found.budget().sigmaOf(SourceGroups.REST)).isCloseTo(3, within(ROUNDING));
        assertThat(found.budget().correlated()).isEmpty();
    }

    @Test
    void predictionsOfTheSameParametersAreCorrelated() {
        LinearPropagation linear =
                LinearPropagation.of(new double[] {0, 0}, new double[] {1, 0, 1, 0, 1, -1}, PARAMETERS);
        assertThat(linear.covariance(0, 1)).isCloseTo(1 - 9, within(ROUNDING));
        assertThat(linear.covariance(0, 0)).isCloseTo(10, within(ROUNDING));
    }

    @Test
    void aParameterWithoutUncertaintyDoesNotContribute() {
        ParameterUncertainty known = new ParameterUncertainty(
                Vector.of(1, 1),
                List.of(1),
                CovarianceMatrix.of(new double[][] {{4}}).orElseThrow());
        LinearPrediction found = LinearPropagation.of(new double[] {1}, new double[] {100, 3}, known)
                .predictions(SourceGroups.eachParameter(List.of("exact", "b")))
                .get(0);
        assertThat(found.sigma()).isCloseTo(6, within(ROUNDING));
        assertThat(found.budget().sigmaOf("exact")).isZero();
    }

    @Test
    void aDerivativeThatIsOnlyRoundingCountsAsZero() {
        LinearPrediction found = LinearPropagation.of(new double[] {1}, new double[] {1e-13, 0, 0}, PARAMETERS)
                .predictions(new SourceGroups(List.of()))
                .get(0);
        assertThat(found.sigma()).isZero();
    }

    @Test
    void aParameterInTwoSourcesIsRefused() {
        assertThatThrownBy(() -> new SourceGroups(
                        List.of(new SourceGroups.Group("a", List.of(0, 1)), new SourceGroups.Group("b", List.of(1)))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("parameter 1 belongs to two sources");
    }
}
