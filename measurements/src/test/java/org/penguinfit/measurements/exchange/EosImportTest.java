package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.ForeignFile;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.exchange.eos.EosImport;
import org.penguinfit.measurements.exchange.eos.EosReferences;

/** Constraints of EOS: what its documentation of the formats and its C++ classes (eos/constraint.cc) say about each type. */
class EosImportTest {
    /** A few roundings of double arithmetic. */
    private static final double ROUNDING = 1e-14;

    private final Diagnostics diagnostics = new Diagnostics();

    private static MapNode root(String text, Diagnostics diagnostics) {
        ForeignFile file = ForeignFile.parse(text.getBytes(StandardCharsets.UTF_8), "eos.yaml", diagnostics);
        return (MapNode) Objects.requireNonNull(file).documents().get(0);
    }

    private Imported read(String text) {
        return EosImport.read(root(text, diagnostics), EosReferences.none(), diagnostics);
    }

    private PublishedValue value(String text) {
        Imported imported = read(text);
        assertThat(findings()).isEmpty();
        return ((SingleResult) imported.measurements().get(0).results().get(0)).value();
    }

    private CorrelatedResult block(String text) {
        Imported imported = read(text);
        assertThat(findings()).isEmpty();
        return (CorrelatedResult) imported.measurements().get(0).results().get(0);
    }

    private List<String> findings() {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }

    /** The entry of ATLAS 2018 as EOS ships it. */
    @Test
    void aGaussianKeepsItsSidesAndItsObservableWithOptions() {
        Imported imported = read("""
                "@metadata@": {authors: [A]}
                B^0_s->mu^+mu^-::BR@ATLAS:2018A:
                  type: 'Gaussian'
                  observable: 'B_q->ll::BR@Untagged'
                  kinematics: {q2_min: 1.0, q2_max: 6}
                  options: {q: 's', l: 'mu'}
                  mean: +2.8e-09
                  sigma-stat: {hi: +8.0e-10, lo: -7.0e-10}
                  sigma-sys: {hi: +0.0e+00, lo: +0.0e+00}
                """);
        assertThat(findings()).isEmpty();
        Measurement m = imported.measurements().get(0);
        SingleResult result = (SingleResult) m.results().get(0);
        assertThat(m.name()).isEqualTo("B^0_s->mu^+mu^-::BR@ATLAS:2018A");
        assertThat(m.source().experiments()).containsExactly("ATLAS");
        assertThat(result.observable()).hasToString("B_q->ll::BR@Untagged;l=mu,q=s[q2_min=1,q2_max=6]");
        assertThat(result.value())
                .isEqualTo(AsymmetricValue.of(2.8e-9, List.of(new Uncertainty(8e-10, 7e-10, "stat"))));
    }

    private static String gaussian(String stat, String sys) {
        return "A::B@X:2020A: {type: Gaussian, observable: 'A::B', kinematics: {}, options: {}, mean: 1, sigma-stat: "
                + stat + ", sigma-sys: " + sys + "}\n";
    }

    /** σ₊ = √(3² + 4²) = 5, σ₋ = 2: a source with a lower side alone cannot stand alone. */
    @Test
    void aSourceWithOneSideIsAddedToTheOther() {
        assertThat(value(gaussian("{hi: 3, lo: 2}", "{hi: 4, lo: 0}")))
                .isEqualTo(AsymmetricValue.of(1, List.of(new Uncertainty(5, 2, ""))));
    }

    @Test
    void equalSidesOfAllSourcesAreAGaussian() {
        assertThat(value(gaussian("{hi: 3, lo: 3}", "{hi: 4, lo: -4}")))
                .isEqualTo(new GaussianValue(
                        1, List.of(Uncertainty.symmetric(3, "stat"), Uncertainty.symmetric(4, "syst"))));
    }

    @Test
    void aSideOfZeroIsAnError() {
        read(gaussian("{hi: 1, lo: 0}", "{hi: 1, lo: 0}"));
        assertThat(findings()).singleElement().asString().contains("an uncertainty must be > 0");
    }

    /** V = (max(2, 1)² + 1.5², max(3, 4)² + 0) = (6.25, 16), so C₁₂ = 0.5·2.5·4 = 5. */
    @Test
    void aMultivariateGaussianIsSymmetrisedUpwards() {
        CorrelatedResult block = block("""
                A::B@X:2020A:
                  type: MultivariateGaussian
                  observables: ['A::B', 'A::C;l=mu']
                  kinematics: [{q2: 1}, {}]
                  options: [{}, {q: s}]
                  means: [1, 2]
                  sigma-stat-hi: [2, 3]
                  sigma-stat-lo: [1, -4]
                  sigma-sys: [1.5, 0]
                  correlations: [[1, 0.5], [0.5, 1]]
                  dof: 2
                """);
        assertThat(block.observables()).extracting(Object::toString).containsExactly("A::B[q2=1]", "A::C;l=mu,q=s");
        assertThat(block.covariance().toRowMajor()).containsExactly(new double[] {6.25, 5, 5, 16}, within(ROUNDING));
        assertThat(block.components().get(0).uncertainties())
                .containsExactly(Uncertainty.symmetric(2, "stat"), Uncertainty.symmetric(1.5, "syst"));
    }

    @Test
    void aCovarianceIsTakenAsItStands() {
        CorrelatedResult block = block("""
                A::B@X:2020A:
                  type: MultivariateGaussian(Covariance)
                  observables: ['A::B', 'A::C']
                  kinematics: [{}, {}]
                  options: [{}, {}]
                  means: [1, 2]
                  covariance: [[4, 1], [1, 9]]
                """);
        assertThat(block.covariance().toRowMajor()).containsExactly(4, 1, 1, 9);
        assertThat(block.centralValues()).containsExactly(1, 2);
    }

    /** Sum s = p₁ + p₂ = 3 ± 2 and difference d = 1 ± 1, independent: p = (2, 1), C = ¼((5, 3), (3, 5)). */
    @Test
    void aResponseIsSolvedForTheObservables() {
        CorrelatedResult block = block("""
                A::B@X:2020A:
                  type: MultivariateGaussian(Covariance)
                  observables: ['A::B', 'A::C']
                  kinematics: [{}, {}]
                  options: [{}, {}]
                  means: [3, 1]
                  covariance: [[4, 0], [0, 1]]
                  response: [[1, 1], [1, -1]]
                """);
        assertThat(block.centralValues()).containsExactly(new double[] {2, 1}, within(ROUNDING));
        assertThat(block.covariance().toRowMajor())
                .containsExactly(new double[] {1.25, 0.75, 0.75, 1.25}, within(ROUNDING));
    }

    /** Two measurements 1 ± 1 and 3 ± 1 of one observable: 2 ± 1/√2. */
    @Test
    void moreMeansThanObservablesGiveTheirAverage() {
        CorrelatedResult block = block("""
                A::B@X:2020A:
                  type: MultivariateGaussian(Covariance)
                  observables: ['A::B']
                  kinematics: [{}]
                  options: [{}]
                  means: [1, 3]
                  covariance: [[1, 0], [0, 1]]
                  response: [[1], [1]]
                """);
        assertThat(block.centralValues()[0]).isCloseTo(2, within(ROUNDING));
        assertThat(block.covariance().get(0, 0)).isCloseTo(0.5, within(ROUNDING));
    }

    @Test
    void aBoundOnOneObservableIsOneAndOnASumIsListed() {
        Imported imported = read("""
                b->c::Bound[0^+]:
                  type: UniformBound
                  observables: ['b->c::Bound[0^+]@CLN']
                  kinematics: [{}]
                  options: [{}]
                  bound: +1.0
                  uncertainty: +0.0130561
                b->u::MesonicBound[1^-_V]:
                  type: UniformBound
                  observables: ['B_u^*::Saturation[1^-_V]', 'B->pipi::Saturation[1^-_V]']
                  kinematics: [{}, {}]
                  options: [{}, {C: '+-'}]
                  bound: +1.0
                  uncertainty: +0.05
                """);
        assertThat(((SingleResult) imported.measurements().get(0).results().get(0)).value())
                .isEqualTo(new UpperBound(1, 0.0130561));
        assertThat(imported.leftOut())
                .extracting(LeftOut::toString)
                .containsExactly("eos.yaml:9:3 'b->u::MesonicBound[1^-_V]': a bound on the sum of 2 observables");
    }

    @Test
    void amorosoAndLogGammaAreThemselves() {
        String entry = "observable: 'A::B', kinematics: {}, options: {}";
        assertThat(value("A::B@CMS:2013B: {type: Amoroso, " + entry
                        + ", physical-limit: 0, theta: 1.985963346e-9, alpha: 2.7971996021, beta: 2.0218845762}\n"))
                .isEqualTo(new AmorosoValue(0, 1.985963346e-9, 2.7971996021, 2.0218845762));
        // e^z − z is e + 1/e away from its minimum alike at z = −1 and at z = 0.7506
        assertThat(value("A::B@X:2020A: {type: LogGamma, " + entry
                        + ", mode: 3, sigma: {hi: 0.7506, lo: 1}, alpha: 1, lambda: 1}\n"))
                .isEqualTo(new LogGammaValue(3, 1, 1));
        read("A::B@X:2020B: {type: LogGamma, " + entry + ", mode: 3, sigma: {hi: 1, lo: 1}, alpha: 1, lambda: 1}\n");
        assertThat(findings()).singleElement().asString().contains("equal");
    }

    @Test
    void aMixtureIsListed() {
        Imported imported = read("A::B@X:2020A: {type: Mixture, observables: ['A::B'], kinematics: [{}], options: [{}],"
                + " components: [{means: [1], covariance: [[1]]}], weights: [1],"
                + " 'test statistics': {sigma: [1], densities: [1]}}\n");
        assertThat(findings()).isEmpty();
        assertThat(imported.measurements()).isEmpty();
        assertThat(imported.leftOut()).singleElement().asString().contains("a mixture of Gaussians");
    }

    @Test
    void referencesBecomeInspireKeysWhereTheListHasThem() {
        String list = """
                AAGW:2001A: {authors: A and others, title: T, inspire-id: Asatrian:2001de, eprint: {archive: arXiv, id: hep-ph/0109140}}
                """;
        MapNode entry = root(
                gaussian("{hi: 1, lo: 1}", "{hi: 0, lo: 0}")
                        .replace("}\n", ", references: ['AAGW:2001A', 'X:2020A']}\n"),
                diagnostics);
        Imported imported =
                EosImport.read(entry, EosReferences.read(root(list, diagnostics), diagnostics), diagnostics);
        Measurement m = imported.measurements().get(0);
        assertThat(m.source().inspire()).containsExactly("Asatrian:2001de");
        assertThat(m.source().arxiv()).containsExactly("hep-ph/0109140");
        assertThat(m.source().description()).isEqualTo("EOS references: X:2020A");
    }
}
