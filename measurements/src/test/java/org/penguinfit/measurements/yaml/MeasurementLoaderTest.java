package org.penguinfit.measurements.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.Dataset;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.RatioToSm;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostics;

class MeasurementLoaderTest {
    /** Two roundings of products of numbers near 1. */
    private static final double ROUNDING = 1e-14;

    private static Measurement only(String text) {
        List<Measurement> all = Yaml.load(text);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static PublishedValue value(String item) {
        PublishedResult result =
                only(Yaml.HEADER + "A: {values: {X: " + item + "}}\n").results().get(0);
        return ((SingleResult) result).value();
    }

    private static CorrelatedResult block(String text) {
        return (CorrelatedResult) only(Yaml.HEADER + text).results().get(0);
    }

    @Test
    void theProcessOfTheHeaderIsThatOfEveryEntryWithoutOne() {
        List<Measurement> all = Yaml.load("""
                "@metadata@": {schema: measurements/1, process: mixing}
                A: {values: {X: 1 ± 1}}
                B: {process: other, values: {X: 1 ± 1}}
                """);
        assertThat(all).extracting(Measurement::process).containsExactly("mixing", "other");
        assertThat(only("A: {values: {X: 1 ± 1}}").process()).isEmpty();
    }

    @Test
    void everyKeyOfAnEntryArrivesInItsRecord() {
        Measurement m = only(Yaml.HEADER + """
                Belle II BKnunu 2021:
                  experiment: [Belle II, Belle]
                  inspire: Belle-II:2021rof
                  arxiv: "2104.12624"
                  doi: 10.1103/PhysRevLett.127.181802
                  hepdata: ins1860766
                  pdgid: S041
                  url: https://example.org
                  description: inclusive tag
                  date: 2021-04-26
                  status: preprint
                  supersedes: [old]
                  components: [a, b]
                  derived-from: c
                  process: b-to-s-nu-nu
                  overlaps: [d]
                  independent-of: [e, f]
                  tags: [rare]
                  verified: false
                  extraction: {where: Table 1, by: AB, checked-by: [CD]}
                  dataset: {lumi: 63 /fb, sqrts: 10.58 GeV}
                  values: {BR(B+->Knunu): 1.9 ± 1.5 e-5}
                """);
        assertThat(m.name()).isEqualTo("Belle II BKnunu 2021");
        assertThat(m.source().experiments()).containsExactly("Belle II", "Belle");
        assertThat(m.source().inspire()).containsExactly("Belle-II:2021rof");
        assertThat(m.source().arxiv()).containsExactly("2104.12624");
        assertThat(m.source().doi()).containsExactly("10.1103/PhysRevLett.127.181802");
        assertThat(m.source().hepdata()).isEqualTo("ins1860766");
        assertThat(m.source().pdgid()).isEqualTo("S041");
        assertThat(m.source().url()).isEqualTo("https://example.org");
        assertThat(m.source().description()).isEqualTo("inclusive tag");
        assertThat(m.date()).contains(LocalDate.of(2021, 4, 26));
        assertThat(m.status()).isEqualTo(Status.PREPRINT);
        assertThat(m.supersedes()).containsExactly("old");
        assertThat(m.components()).containsExactly("a", "b");
        assertThat(m.process()).isEqualTo("b-to-s-nu-nu");
        assertThat(m.overlaps()).containsExactly("d");
        assertThat(m.independentOf()).containsExactly("e", "f");
        assertThat(m.derivedFrom()).containsExactly("c");
        assertThat(m.tags()).containsExactly("rare");
        assertThat(m.verified()).isFalse();
        assertThat(m.extraction()).isEqualTo(new Extraction("Table 1", "AB", List.of("CD")));
        assertThat(m.dataset()).isEqualTo(new Dataset("63 /fb", "10.58 GeV"));
        assertThat(m.observables()).containsExactly(ObservableId.of("BR(B+->Knunu)"));
        assertThat(m.location()).hasToString("test.yaml:2:1");
        assertThat(m.results().get(0).quotation().text()).isEqualTo("1.9 ± 1.5 e-5");
        assertThat(m.results().get(0).quotation().location()).hasToString("test.yaml:23:27");
    }

    @Test
    void aMonthCountsFromItsLastDay() {
        assertThat(only(Yaml.HEADER + "A: {date: 2020-02, values: {X: 1 ± 1}}").date())
                .contains(LocalDate.of(2020, 2, 29));
    }

    @Test
    void argumentsAreKeptInOneOrderHoweverTheyAreWritten() {
        Measurement m = only(Yaml.HEADER + """
                A:
                  values:
                    - {name: <FL>(B0->K*mumu), q2max: 6.0, q2min: 1.1, value: 0.69 ± 0.04}
                    - {name: <FL>(B0->K*mumu), q2min: 15, q2max: 19, value: 0.34 ± 0.04}
                """);
        assertThat(m.observables())
                .containsExactly(
                        new ObservableId(
                                "<FL>(B0->K*mumu)", List.of(new Argument("q2min", 1.1), new Argument("q2max", 6))),
                        new ObservableId(
                                "<FL>(B0->K*mumu)", List.of(new Argument("q2min", 15), new Argument("q2max", 19))));
        assertThat(m.observables().get(0)).hasToString("<FL>(B0->K*mumu)[q2min=1.1,q2max=6]");
    }

    @Test
    void scaleAndUnitOfAValueAreApplied() {
        SingleResult result = (SingleResult) only(Yaml.HEADER + """
                        A:
                          values:
                            - {name: DeltaM_s, value: 17.765 ± 0.006, unit: GeV, scale: 0.5}
                        """).results().get(0);
        assertThat(result.value()).isEqualTo(GaussianValue.of(17.765 * 0.5, 0.006 * 0.5));
        assertThat(result.quotation().unit()).isEqualTo("GeV");
        assertThat(result.quotation().scale()).isEqualTo(0.5);
    }

    @Test
    void aRatioSaysToWhichPredictionItWasTaken() {
        SingleResult result = (SingleResult) only(Yaml.HEADER + """
                        A:
                          values:
                            - name: R_BKnunu
                              value: 2.5 ± 1.0
                              ratio:
                                numerator: BR(B+->Knunu)
                                sm: {value: 4.4e-6, sigma: 0.7e-6, inspire: Straub:2018kue}
                                sm-uncertainty: nuisance
                        """).results().get(0);
        assertThat(result.ratio())
                .contains(new RatioToSm(
                        "BR(B+->Knunu)", 4.4e-6, 0.7e-6, List.of("Straub:2018kue"), RatioToSm.SmUncertainty.NUISANCE));
    }

    @Test
    void distributionDictionariesBecomeValues() {
        assertThat(value("{distribution: normal, central_value: 1, standard_deviation: '1e-1'}"))
                .isEqualTo(GaussianValue.of(1, 0.1));
        assertThat(
                        value(
                                "{distribution: asymmetric_normal, central_value: 2.3, right_deviation: 0.5, left_deviation: 0.4}"))
                .isEqualTo(new AsymmetricValue(2.3, List.of(new Uncertainty(0.5, 0.4, "")), AsymmetricMethod.SPLIT));
        assertThat(value("{distribution: gaussian_upper_limit, limit: 2.7e-5, confidence_level: 0.9}"))
                .isEqualTo(UpperLimit.halfGaussian(2.7e-5, 0.9));
        assertThat(value("{distribution: uniform, central_value: 2, half_range: 1}"))
                .isEqualTo(new ValueRange(1, 3));
        assertThat(value("{distribution: log_normal, central_value: -3, factor: 2}"))
                .isEqualTo(new LogNormalValue(-3, 2));
        assertThat(value("{distribution: delta, central_value: 3}")).isEqualTo(new ExactValue(3));
        assertThat(value("[{distribution: normal, central_value: 1, standard_deviation: 3}, 1 ± 4]"))
                .isInstanceOfSatisfying(
                        GaussianValue.class, v -> assertThat(v.sigma()).isCloseTo(5, within(ROUNDING)));
    }

    /** erf(1/√2) = 0.682689492137085897 (mpmath, 30 digits): a half-normal of width σ lies below σ with this probability. */
    @Test
    void aHalfNormalIsALimitAtOneSigma() {
        assertThat(value("{distribution: half_normal, central_value: 0, standard_deviation: 2e-5}"))
                .isEqualTo(new HalfNormalValue(0, 2e-5));
    }

    @Test
    void likelihoodBlocksBecomeValues() {
        assertThat(value("{likelihood: {type: gaussian, central: 2.5, sigma: 1.0}}"))
                .isEqualTo(GaussianValue.of(2.5, 1));
        assertThat(value("{likelihood: {type: gaussian, central: 2, stat: 0.1, syst: [0.2, 0.3]}}"))
                .isEqualTo(new GaussianValue(
                        2,
                        List.of(
                                Uncertainty.symmetric(0.1, "stat"),
                                Uncertainty.symmetric(0.2, "syst"),
                                Uncertainty.symmetric(0.3, "syst"))));
        assertThat(value("{likelihood: {type: asymmetric, central: 2, plus: 1, minus: 2, method: linear-variance}}"))
                .isEqualTo(
                        new AsymmetricValue(2, List.of(new Uncertainty(1, 2, "")), AsymmetricMethod.LINEAR_VARIANCE));
    }

    @Test
    void theRuleOfALimitIsKept() {
        String limit = "{likelihood: {type: upper-limit, limit: 2.7, cl: 90%, ";
        assertThat(value("{likelihood: {type: upper-limit, limit: 2.7, cl: 0.90}}"))
                .isEqualTo(UpperLimit.halfGaussian(2.7, 0.9));
        assertThat(value(limit + "method: half-gaussian}}")).isEqualTo(UpperLimit.halfGaussian(2.7, 0.9));
        assertThat(value(limit + "method: gaussian-from-central, central: 1, bounded: true}}"))
                .isEqualTo(new UpperLimit(2.7, 0.9, LimitMethod.GAUSSIAN_FROM_CENTRAL, LimitFacts.central(1, true)));
        assertThat(value(limit + "method: step}}"))
                .isEqualTo(UpperLimit.halfGaussian(2.7, 0.9).with(LimitMethod.STEP));
        assertThat(value(limit + "method: step, wall: 0.1}, scale: 2}"))
                .isEqualTo(new UpperLimit(5.4, 0.9, LimitMethod.STEP, LimitFacts.wall(0.2)));
    }

    @Test
    void everyDistributionOfFlavioArrivesWithItsOwnNumbers() {
        EventCounts counts = new EventCounts(
                OptionalDouble.of(6), OptionalDouble.of(2.9), OptionalDouble.empty(), OptionalDouble.empty());
        assertThat(value("{distribution: half_normal, central_value: 3, standard_deviation: -2}"))
                .isEqualTo(new HalfNormalValue(3, -2));
        assertThat(value("{distribution: discrete_uniform, lowest_value: 1, highest_value: 4}"))
                .isEqualTo(new DiscreteRange(1, 4, OptionalDouble.empty()));
        assertThat(value("{distribution: gamma, a: 3, loc: -1, scale: 2}"))
                .isEqualTo(new GammaValue(3, -1, 2, false, OptionalDouble.empty()));
        assertThat(value("{distribution: gamma_positive, a: 3, loc: -1, scale: 2}"))
                .isEqualTo(new GammaValue(3, -1, 2, true, OptionalDouble.empty()));
        assertThat(value("{distribution: general_gamma_positive, a: 3, loc: -1, scale: 2,"
                        + " gaussian_standard_deviation: 0.5}"))
                .isEqualTo(new GammaValue(3, -1, 2, true, OptionalDouble.of(0.5)));
        assertThat(value("{distribution: gamma_counting_process, counts_total: 6, counts_background: 2.9}"))
                .isEqualTo(new CountingProcess(1, counts));
        assertThat(value("{distribution: general_gamma_counting_process, scale_factor: 2, counts_total: 6,"
                        + " counts_background: 2.9, background_std: 0.7}"))
                .isEqualTo(new CountingProcess(2, counts.withBackgroundSigma(0.7)));
        assertThat(value("{distribution: gamma_upper_limit, limit: 1, confidence_level: 0.9, counts_total: 6,"
                        + " counts_background: 2.9}"))
                .isEqualTo(new UpperLimit(1, 0.9, LimitMethod.GAMMA, LimitFacts.counts(counts)));
        assertThat(value("{distribution: general_gamma_upper_limit, limit: 1, confidence_level: 0.9, counts_total: 6,"
                        + " counts_background: 2.9, background_variance: 0.7}"))
                .isEqualTo(
                        new UpperLimit(1, 0.9, LimitMethod.GAMMA, LimitFacts.counts(counts.withBackgroundSigma(0.7))));
        assertThat(value("{distribution: numerical, x: [1, 2, 4], y: [0, 3, 1], central_value: 2}"))
                .isEqualTo(new TabulatedValue(
                        Tabulation.density(List.of(1.0, 2.0, 4.0), List.of(0.0, 3.0, 1.0)), OptionalDouble.of(2)));
        assertThat(value("{distribution: gaussian_kde, data: [1, 2, 4], bandwidth: 0.5, n_bins: 7}"))
                .isEqualTo(new SampledValue(
                        List.of(1.0, 2.0, 4.0), OptionalDouble.of(0.5), Optional.empty(), OptionalInt.of(7)));
        assertThat(value("{distribution: kernel_density_estimate, data: [1, 2],"
                        + " kernel: {distribution: normal, central_value: 0, standard_deviation: 2}}"))
                .isEqualTo(new SampledValue(
                        List.of(1.0, 2.0),
                        OptionalDouble.empty(),
                        Optional.of(GaussianValue.of(0, 2)),
                        OptionalInt.empty()));
        assertThat(value("[{distribution: uniform, central_value: 2, half_range: 1}, 2 ± 0.5]"))
                .isEqualTo(new ConvolvedValue(2, List.of(new ValueRange(1, 3), GaussianValue.of(2, 0.5))));
    }

    @Test
    void aTableOfSeveralObservablesArrivesWithItsGrid() {
        PublishedResult flavio = only(Yaml.HEADER + """
                A:
                  observables: [X, Y]
                  values: {distribution: multivariate_numerical, xi: [[0, 1], [0, 2]], y: [[1, 2, 3], [4, 5, 6]]}
                """).results().get(0);
        TabulatedResult grid = (TabulatedResult) flavio;
        assertThat(grid.axes()).containsExactly(List.of(0.0, 1.0), List.of(0.0, 1.0, 2.0));
        assertThat(grid.values()).containsExactly(1.0, 2.0, 3.0, 4.0, 5.0, 6.0);
        PublishedResult ours = only(Yaml.HEADER + """
                A:
                  values:
                    - likelihood:
                        type: table2d
                        observables: [X, Y]
                        axes: [[0, 1], [0, 2]]
                        values: [[1, 2, 3], [4, 5, 6]]
                        quantity: chi2
                      scale: 2
                """).results().get(0);
        assertThat(((TabulatedResult) ours).axes()).containsExactly(List.of(0.0, 2.0), List.of(0.0, 2.0, 4.0));
        assertThat(((TabulatedResult) ours).quantity()).isEqualTo(Quantity.CHI2);
    }

    @Test
    void countingAndTablesAreLikelihoodBlocks() {
        assertThat(
                        value(
                                "{likelihood: {type: counting, n: 3, b: 2, b-sigma: 0.5, sensitivity: 1e5, treatment: marginal}}"))
                .isEqualTo(new CountingValue(
                        EventCounts.of(3, 2).withBackgroundSigma(0.5), 1e5, CountingValue.Treatment.MARGINAL));
        assertThat(value("{likelihood: {type: table, points: [[0, 1], [1, 0.2]], quantity: dlnl, interpolation: linear,"
                        + " outside: exclude}}"))
                .isEqualTo(new TabulatedValue(
                        new Tabulation(
                                List.of(0.0, 1.0),
                                List.of(1.0, 0.2),
                                Quantity.DLNL,
                                true,
                                true,
                                OptionalDouble.empty(),
                                List.of()),
                        OptionalDouble.empty()));
        UpperLimit limit = (UpperLimit) value("{likelihood: {type: upper-limit, limit: 1, cl: 90%, method: cls-table,"
                + " table: {points: [[0, 0.9, 0.5], [1, 0.2, 0.6]], quantity: cls}}}");
        assertThat(limit.facts().table().orElseThrow().clb()).containsExactly(0.5, 0.6);
    }

    /** So that a fit can choose another rule than the file. */
    @Test
    void theFactsBesideALimitAreKeptWhateverItsRule() {
        EventCounts counts = new EventCounts(
                OptionalDouble.of(13), OptionalDouble.empty(), OptionalDouble.of(-2), OptionalDouble.of(1.8));
        LimitFacts facts = new LimitFacts(
                OptionalDouble.of(0.4), true, Optional.of(counts), Optional.empty(), OptionalDouble.empty());
        String beside = "counts: {total: 13, signal: -2.0, background-sigma: 1.8}, central: 0.4, bounded: true}}";
        for (String method : List.of("half-gaussian", "gaussian-from-central", "gamma", "step")) {
            LimitMethod rule = LimitMethod.of(method).orElseThrow();
            assertThat(value("{likelihood: {type: upper-limit, limit: 1.8, cl: 90%, method: " + method + ", " + beside))
                    .isEqualTo(new UpperLimit(1.8, 0.9, rule, facts));
        }
    }

    /** The same 2×2 block (σ = 2 and 3, ρ = 0.25, so cov = 1.5) in each of its spellings. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{values: {X: 1 ± 2, Y: 5 ± 3}, correlation: 0.25}",
                "{values: {X: 1 ± 2, Y: 5 ± 3}, correlation: [[1, 0.25], [0.25, 1]]}",
                "{values: {X: 1 ± 2, Y: 5 ± 3}, correlation: [[1, 0.25], [1]]}",
                "{values: {X: 1 ± 2, Y: 5 ± 3}, correlations: {total: 0.25}}",
                "{values: {X: 1 ± 2 (stat), Y: 5 ± 3 (stat)}, correlations: {statistical: 0.25}}",
                "{observables: [X, Y], values: {distribution: multivariate_normal, central_value: [1, 5], covariance: [[4, 1.5], [1.5, 9]]}}",
                "{observables: [X, {name: Y}], values: {distribution: multivariate_normal, central_value: [1, 5], standard_deviation: [2, 3], correlation: [[1, 0.25], [1]]}}",
                "{values: [{likelihood: {type: multivariate-gaussian, observables: [X, Y], means: [1, 5], covariance: [[4, 1.5], [9]]}}]}",
                "{values: [{likelihood: {type: multivariate-gaussian, observables: [X, Y], means: [0.5, 2.5], sigmas: [1, 1.5], correlation: 0.25}, scale: 2}]}",
                "{values: [{likelihood: {type: multivariate-gaussian, observables: [X, Y], means: [1, 5], sigmas: {stat: [2, 3]}, correlations: {stat: 0.25}}}]}"
            })
    void everySpellingOfABlockIsTheSameBlock(String entry) {
        CorrelatedResult block = block("A: " + entry + "\n");
        assertThat(block.observables()).containsExactly(ObservableId.of("X"), ObservableId.of("Y"));
        assertThat(block.centralValues()).containsExactly(1, 5);
        assertThat(block.covariance().toRowMajor()).containsExactly(new double[] {4, 1.5, 1.5, 9}, within(ROUNDING));
        assertThat(block.covariance().correlation(0, 1)).isCloseTo(0.25, within(ROUNDING));
        assertThat(block.isAsymmetric()).isFalse();
    }

    /** stat: σ = 3, 4, ρ = 0.5; syst: σ = 1, 2, ρ = 1. So C = [[9+1, 6+2], [8, 16+4]]. */
    @Test
    void matricesOfSeveralSourcesAddUp() {
        CorrelatedResult block = block("""
                A:
                  values: {X: 1 ± 3 (stat) ± 1 (syst), Y: 5 ± 4 (stat) ± 2 (syst)}
                  correlations: {stat: [[1, 0.5], [0.5, 1]], syst: 1}
                """);
        assertThat(block.covariance().toRowMajor()).containsExactly(new double[] {10, 8, 8, 20}, within(ROUNDING));
        assertThat(block.components().get(1).uncertainties())
                .containsExactly(Uncertainty.symmetric(4, "stat"), Uncertainty.symmetric(2, "syst"));
    }

    /** Variance σ₊σ₋ = 2·8 = 16 (flavio's rule), so cov = 0.5·4·1 = 2; the sides stay as printed. */
    @Test
    void asymmetricErrorsStayAsymmetricInABlock() {
        CorrelatedResult block = block("A: {values: {X: 1 +2 -8, Y: 5 ± 1}, correlation: 0.5}\n");
        assertThat(block.covariance().toRowMajor()).containsExactly(new double[] {16, 2, 2, 1}, within(ROUNDING));
        assertThat(block.isAsymmetric()).isTrue();
        assertThat(block.components().get(0).total()).isEqualTo(new Uncertainty(2, 8, ""));
    }

    /** Two blocks of one vector are a convolution: covariances add. */
    @Test
    void severalBlocksOfOneVectorAdd() {
        CorrelatedResult block = block("""
                A:
                  observables: [X, Y]
                  values:
                    - {distribution: multivariate_normal, central_value: [1, 5], covariance: [[4, 1], [1, 9]]}
                    - {distribution: multivariate_normal, central_value: [1, 5], covariance: [[1, -1], [-1, 2]]}
                """);
        assertThat(block.covariance().toRowMajor()).containsExactly(5, 0, 0, 11);
    }

    @Test
    void aFileWithoutOurHeaderIsReadAsFlaviosWithWarnings() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> all = Yaml.load("""
                My result:
                  experiment: Belle II
                  inspire: Someone:2030abc
                  comment: unknown to flavio and to us
                  values:
                    BR(B+->Knunu): 2.3 ± 0.5 + 0.5 - 0.4 e-5
                My binned result:
                  values:
                  - {name: <FL>(B0->K*mumu), q2min: 1.1, q2max: 6.0, value: 0.6 ± 0.04}
                  - {name: <FL>(B0->K*mumu), q2min: 1.1, q2max: 6.0, value: 0.7 ± 0.04}
                """, diagnostics);
        assertThat(diagnostics.hasErrors()).isFalse();
        assertThat(Yaml.texts(diagnostics)).hasSize(2).allMatch(text -> text.contains(": warning: "));
        assertThat(all).hasSize(2);
        assertThat(all.get(0).date()).isEqualTo(Optional.empty());
        assertThat(all.get(0).results().get(0).quotation().text()).isEqualTo("2.3 ± 0.5 + 0.5 - 0.4 e-5");
        // the later of two equal observables counts, as in flavio
        assertThat(all.get(1).results())
                .singleElement()
                .isInstanceOfSatisfying(
                        SingleResult.class, r -> assertThat(r.value()).isEqualTo(GaussianValue.of(0.7, 0.04)));
    }

    @Test
    void aBrokenEntryDoesNotHideTheOthers() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> all =
                Yaml.load(Yaml.HEADER + "A: {values: {X: 1 ±}}\nB: {values: {X: 1 ± 1}}\n", diagnostics);
        assertThat(all).extracting(Measurement::name).containsExactly("B");
        assertThat(diagnostics.errorCount()).isEqualTo(1);
    }
}
