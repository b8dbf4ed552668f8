package org.penguinfit.likelihoods.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Location;

class LikelihoodTermsTest {
    private static final Quotation QUOTATION = new Quotation("words", "", 1, Location.wholeFile("test.yaml"));

    private static final List<Uncertainty> SIDES = List.of(new Uncertainty(0.5, 0.4, "stat"));

    private static final UpperLimit HALF = UpperLimit.halfGaussian(2.7, 0.9);
    private static final UpperLimit CENTRAL =
            new UpperLimit(2.7, 0.9, LimitMethod.GAUSSIAN_FROM_CENTRAL, LimitFacts.central(1.3, false));
    private static final UpperLimit HARD = HALF.with(LimitMethod.STEP);
    private static final UpperLimit SOFT = new UpperLimit(2.7, 0.9, LimitMethod.STEP, LimitFacts.wall(0.5));

    /** Every kind of published number, and the term that its documentation names. */
    private static final Map<PublishedValue, LikelihoodTerm> TERMS = new HashMap<>(Map.of(
            GaussianValue.of(2, 3),
            new GaussianTerm(2, 3),
            asymmetric(AsymmetricMethod.SPLIT),
            new AsymmetricGaussianTerm.Split(2, 0.5, 0.4),
            asymmetric(AsymmetricMethod.LINEAR_SIGMA),
            new AsymmetricGaussianTerm.LinearSigma(2, 0.5, 0.4),
            asymmetric(AsymmetricMethod.LINEAR_VARIANCE),
            new AsymmetricGaussianTerm.LinearVariance(2, 0.5, 0.4),
            HALF,
            HalfGaussianTerm.of(2.7, 0.9),
            CENTRAL,
            GaussianFromCentralTerm.of(2.7, 0.9, 1.3, false),
            HARD,
            StepTerm.hard(2.7),
            SOFT,
            new StepTerm(2.7, 0.5),
            new ValueRange(1, 2),
            new RangeTerm(1, 2),
            new LogNormalValue(3, 2),
            new LogNormalTerm(3, 2)));

    static {
        TERMS.put(new UpperBound(3, 0.5), new StepTerm(3, 0.5));
        TERMS.put(new HalfNormalValue(3, -1), new HalfNormalTerm(3, -1));
        TERMS.put(new DiscreteRange(1, 4, OptionalDouble.empty()), new RangeTerm(1, 4));
    }

    private static AsymmetricValue asymmetric(AsymmetricMethod method) {
        return new AsymmetricValue(2, SIDES, method);
    }

    private static SingleResult single(PublishedValue value) {
        return new SingleResult(ObservableId.of("X"), value, QUOTATION, Optional.empty());
    }

    private static CorrelatedResult correlated(double sigma, double rho) {
        Component x = new Component(ObservableId.of("X"), 1, SIDES, QUOTATION);
        Component y = new Component(ObservableId.of("Y"), 5, List.of(Uncertainty.symmetric(sigma, "")), QUOTATION);
        double product = 0.5 * 0.4; // flavio's variance of unequal sides
        double mixed = rho * Math.sqrt(product) * sigma;
        return new CorrelatedResult(
                List.of(x, y), Covariance.of(2, new double[] {product, mixed, mixed, sigma * sigma}), QUOTATION);
    }

    @Test
    void everyPublishedNumberBecomesTheTermItSays() {
        TERMS.forEach((value, term) -> assertThat(LikelihoodTerms.of(value)).isEqualTo(term));
    }

    @Test
    void everyKindOfPublishedNumberAndOfLimitHasATerm() {
        Set<Class<?>> values = new HashSet<>(Set.of(ExactValue.class)); // makes none, see below
        Set<LimitMethod> methods = new HashSet<>();
        List<PublishedValue> all = new ArrayList<>(TERMS.keySet());
        all.addAll(CurveExamples.values());
        for (PublishedValue value : all) {
            values.add(value.getClass());
            if (value instanceof UpperLimit limit) {
                methods.add(limit.method());
            }
        }
        assertThat(values).containsExactlyInAnyOrder(PublishedValue.class.getPermittedSubclasses());
        assertThat(methods).containsExactlyInAnyOrder(LimitMethod.values());
    }

    @ParameterizedTest
    @EnumSource(AsymmetricMethod.class)
    void everyAsymmetricMethodHasATerm(AsymmetricMethod method) {
        assertThat(TERMS).containsKey(asymmetric(method));
    }

    @Test
    void everyKindOfPublishedResultHasATerm() {
        assertThat(PublishedResult.class.getPermittedSubclasses())
                .containsExactlyInAnyOrder(
                        SingleResult.class, CorrelatedResult.class, TabulatedResult.class, JoinedResult.class);
        Diagnostics diagnostics = new Diagnostics();
        assertThat(LikelihoodTerms.of("test", single(GaussianValue.of(2, 3)), diagnostics))
                .isEqualTo(new GaussianTerm(2, 3));
        assertThat(LikelihoodTerms.of("test", correlated(3, 0.25), diagnostics))
                .isInstanceOf(MultivariateGaussianTerm.class);
        assertThat(LikelihoodTerms.of("test", CurveExamples.grid(false), diagnostics))
                .isInstanceOf(GridTerm.class);
        assertThat(diagnostics.sorted()).isEmpty();
    }

    /** The correlation is that of the file, and the sides stay those of the component. */
    @Test
    void aCorrelatedResultKeepsItsUnequalSides() {
        LikelihoodTerm term =
                Objects.requireNonNull(LikelihoodTerms.of("test", correlated(3, 0.25), new Diagnostics()));
        assertThat(term.pull(new double[] {1.5, 5}, 0)).isEqualTo(-1);
        assertThat(term.pull(new double[] {0.6, 8}, 0)).isEqualTo(1);
        assertThat(term.pull(new double[] {0.6, 8}, 1)).isEqualTo(-1);
        double oneDeviationEach = 2 * (1 - 0.25) / (1 - 0.25 * 0.25); // (z1² − 2ρ z1 z2 + z2²)/(1 − ρ²)
        double rounding = 1e-14;
        assertThat(term.value(new double[] {1.5, 8})).isCloseTo(oneDeviationEach, within(rounding));
    }

    @Test
    void aResultThatMakesNoTermIsADiagnosticAtItsPlace() {
        Diagnostics diagnostics = new Diagnostics();
        assertThat(LikelihoodTerms.of("exact one", single(new ExactValue(3)), diagnostics))
                .isNull();
        UpperLimit weak = new UpperLimit(2.7, 0.4, LimitMethod.GAUSSIAN_FROM_CENTRAL, CENTRAL.facts());
        assertThat(LikelihoodTerms.of("weak limit", single(weak), diagnostics)).isNull();
        assertThat(LikelihoodTerms.of("block", correlated(3, 1.5), diagnostics)).isNull();
        assertThat(diagnostics.sorted())
                .extracting(d -> d.location() + " " + d.path() + ": " + d.rule())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .isEqualTo("test.yaml exact one: a value without uncertainty makes no likelihood term;"
                                        + " write it like 1.1 ± 0.4 e-5"),
                        text -> assertThat(text)
                                .isEqualTo("test.yaml weak limit: confidence level: must be above 0.5 for a limit above"
                                        + " the central value, found 0.4"),
                        text -> assertThat(text)
                                .startsWith("test.yaml block: covariance: must be positive definite, the smallest"
                                        + " eigenvalue of its correlation matrix is -0."));
    }

    static List<TermExamples.Example> examples() {
        return TermExamples.all();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyTermHasWordsForAReport(TermExamples.Example example) {
        if (example.isTabulated()) {
            assertThat(LikelihoodTerms.rule(example.term())).isNotBlank();
            assertThat(LikelihoodTerms.assumption(example.term())).isNotBlank();
            return;
        }
        Map<Class<?>, String> words = Map.of(
                GaussianTerm.class, "Gaussian",
                AsymmetricGaussianTerm.Split.class, "asymmetric Gaussian, split",
                AsymmetricGaussianTerm.LinearSigma.class, "asymmetric Gaussian, linear sigma",
                AsymmetricGaussianTerm.LinearVariance.class, "asymmetric Gaussian, linear variance",
                HalfGaussianTerm.class, "half-Gaussian, σ = ",
                GaussianFromCentralTerm.class, "Gaussian from central value",
                StepTerm.class, "step",
                RangeTerm.class, "uniform range",
                LogNormalTerm.class, "log-normal",
                MultivariateGaussianTerm.class, "Gaussian of ");
        assertThat(LikelihoodTerms.assumption(example.term())).isNotBlank();
        if (example.term() instanceof HalfNormalTerm) {
            assertThat(LikelihoodTerms.rule(example.term())).startsWith("half-normal");
            return;
        }
        assertThat(LikelihoodTerms.rule(example.term()))
                .contains(Objects.requireNonNull(words.get(example.term().getClass())));
    }

    @Test
    void theWordsSayWhetherABlockIsAsymmetricAndALimitBounded() {
        double[] one = {1, 1};
        double[] two = {2, 1};
        double[][] rho = {{1, 0.5}, {0.5, 1}};
        assertThat(LikelihoodTerms.rule(MultivariateGaussianTerm.of(one, one, one, rho)))
                .isEqualTo("correlated Gaussian of 2");
        assertThat(LikelihoodTerms.rule(MultivariateGaussianTerm.of(one, two, one, rho)))
                .isEqualTo("correlated asymmetric Gaussian of 2");
        assertThat(LikelihoodTerms.rule(GaussianFromCentralTerm.of(4, 0.9, 1, true)))
                .startsWith("Gaussian from central value, bounded, σ = ");
    }

    @Test
    void theWordsOfALimitSayItsWidth() {
        assertThat(LikelihoodTerms.rule(HalfGaussianTerm.of(2.7e-5, 0.9))).isEqualTo("half-Gaussian, σ = 1.641e-05");
    }
}
