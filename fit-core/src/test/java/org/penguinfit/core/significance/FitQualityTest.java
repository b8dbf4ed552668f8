package org.penguinfit.core.significance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.toy.DataFit;

/** p-values, goodness of fit, pulls and impacts. */
class FitQualityTest {
    private static final Offset<Double> NUMERICAL = within(1e-9);

    /** Two nuisance parameters, 0 ± 1, shift a mean by 0.8 and by −0.3; σ = 0.5. */
    private static final LinearGaussian MODEL = new LinearGaussian(
            ParameterSet.of(List.of(Parameter.of("mu", 0.0), Parameter.of("small", 0.0), Parameter.of("large", 0.0))),
            new double[][] {{1.0, -0.3, 0.8}, {0.0, 1.0, 0.0}, {0.0, 0.0, 1.0}},
            new double[] {0.5, 1.0, 1.0},
            new double[] {2.0, 0.0, 0.0});

    /** Closed forms: exp(−Δ/2) for two parameters; n σ for n² with one. Three parameters: scipy 1.17.1, chi2.sf(8, 3). */
    @ParameterizedTest
    @CsvSource({"9, 1, 0.0026997960632601866", "6, 2, 0.049787068367863944", "8, 3, 0.04601170568923141"})
    void wilksPValues(double delta, int dof, double expected) {
        assertThat(PValue.wilks(delta, dof).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void significancesInvertPValues() {
        assertThat(PValue.ofSignificance(5.0).significance()).isCloseTo(5.0, NUMERICAL);
        assertThat(PValue.ofTwoSidedSignificance(5.0).twoSidedSignificance()).isCloseTo(5.0, NUMERICAL);
        assertThat(new PointPull(9.0, 1).significance()).isEqualTo(3.0);
        assertThat(new PointPull(11.829158081900795, 2).significance()).isCloseTo(3.0, NUMERICAL); // −2 ln(tail of 3 σ)
    }

    @Test
    void aFitWithoutDegreesOfFreedomHasNoPValue() {
        GoodnessOfFit fit = GoodnessOfFit.of(3.0, 1.0, 5, 5);
        assertThat(fit).isEqualTo(new GoodnessOfFit(2.0, 0));
        assertThatThrownBy(fit::pValue).isInstanceOf(IllegalStateException.class);
        assertThat(GoodnessOfFit.of(7.0, 1.0, 5, 3).pValue().value()).isCloseTo(Math.exp(-3.0), NUMERICAL);
    }

    /** Two measurements of one mean with σ = 1 and 2: the variance of the pull is 1 only with σ_exp² − σ_fit². */
    @Test
    void pullsOfMeasurementsInTheFitHaveUnitVariance() {
        double fitVariance = 1.0 / (1.0 + 0.25);
        double plain = 0.0;
        double reduced = 0.0;
        int toys = 20_000;
        RandomStreams streams = RandomStreams.of(11);
        LinearGaussian model = new LinearGaussian(
                ParameterSet.of(List.of(Parameter.of("mu", 0.0))),
                new double[][] {{1.0}, {1.0}},
                new double[] {1.0, 2.0},
                new double[] {0.0, 0.0});
        double[] data = new double[2];
        for (int toy = 0; toy < toys; toy++) {
            model.draw(new double[] {0.7}, streams.stream(toy), data);
            double fitted = fitVariance * (data[0] + 0.25 * data[1]);
            plain += square(Pull.Kind.MEASUREMENT_PLAIN, data[0], fitted, Math.sqrt(fitVariance));
            reduced += square(Pull.Kind.MEASUREMENT_IN_FIT, data[0], fitted, Math.sqrt(fitVariance));
        }
        double error = 5.0 * Math.sqrt(2.0 / toys); // five standard errors of a mean of χ² variables
        assertThat(reduced / toys).isCloseTo(1.0, within(error));
        assertThat(plain / toys).isCloseTo(1.0 - fitVariance, within(error));
    }

    private static double square(Pull.Kind kind, double measured, double fitted, double sigmaFit) {
        double pull = Pull.ofMeasurement(kind, measured, fitted, 1.0, sigmaFit)
                .value()
                .orElseThrow();
        return pull * pull;
    }

    @Test
    void pullsSayWhichTheyAre() {
        assertThat(Pull.ofMeasurement(Pull.Kind.MEASUREMENT_NOT_IN_FIT, 5.0, 0.0, 3.0, 4.0)
                        .value())
                .hasValue(1.0);
        assertThat(Pull.ofConstraint(Pull.Kind.CONSTRAINT_PLAIN, 0.5, 0.0, 1.0, 0.8)
                        .value())
                .hasValue(0.5);
        assertThat(Pull.ofConstraint(Pull.Kind.CONSTRAINT_REDUCED, 0.6, 0.0, 1.0, 0.8)
                        .value())
                .hasValueCloseTo(1.0, NUMERICAL);
        assertThat(Pull.ofMeasurement(Pull.Kind.MEASUREMENT_IN_FIT, 5.0, 5.0, 1.0, 1.0)
                        .value())
                .isEmpty();
        assertThatThrownBy(() -> Pull.ofConstraint(Pull.Kind.MEASUREMENT_PLAIN, 0.0, 0.0, 1.0, 0.5))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** In d = μ − 0.3 ν₁ + 0.8 ν₂ the estimate moves by −(shift): +0.3 for ν₁ up, −0.8 for ν₂ up. */
    @Test
    void impactsAreTheShiftsOfRefittedParametersAndRankBySize() {
        Impacts impacts = new Impacts(MODEL.parameters(), List.of(0), Vector.of(2.0, 0.0, 0.0));
        List<Impacts.Displacement> displacements =
                List.of(new Impacts.Displacement(1, 1.0), new Impacts.Displacement(2, 1.0));
        List<Impact> found = impacts.of("impacts", displacements, MODEL::objective, ParallelWork.on(2));
        assertThat(found.get(0).up().orElseThrow().get(0)).isCloseTo(0.3, NUMERICAL);
        assertThat(found.get(0).down().orElseThrow().get(0)).isCloseTo(-0.3, NUMERICAL);
        assertThat(found.get(1).up().orElseThrow().get(0)).isCloseTo(-0.8, NUMERICAL);
        assertThat(Impacts.ranking(found, 0)).extracting(Impact::nuisance).containsExactly(2, 1);
    }

    /** Δχ² of μ = 0: 2²/(0.5² + 0.3² + 0.8²). */
    @Test
    void pullOfAPointProfilesTheNuisanceParameters() {
        PointPull pull = PointPull.of(DataFit.of(MODEL, List.of(0), List.of()).ratio(), 0.0);
        assertThat(pull.deltaChiSquare()).isCloseTo(4.0 / 0.98, NUMERICAL);
        assertThat(pull.significance()).isCloseTo(2.0 / Math.sqrt(0.98), NUMERICAL);
    }
}
