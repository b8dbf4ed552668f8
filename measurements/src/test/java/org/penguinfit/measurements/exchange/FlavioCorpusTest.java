package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.exchange.flavio.FlavioImport;
import org.penguinfit.measurements.exchange.flavio.FlavioWriter;
import org.penguinfit.measurements.exchange.own.MeasurementWriter;
import org.penguinfit.measurements.yaml.MeasurementFile;

/**
 * A file with every shape, string and dictionary of flavio's grammar, as flavio 2.7's reader has it (flavio/measurements.py,
 * flavio/_parse_errors.py); the expected numbers are those of the text, or closed forms beside them.
 */
class FlavioCorpusTest {
    private static final Path FOLDER = Path.of("src/test/resources/exchange");

    /** A few roundings of double arithmetic. */
    private static final double ROUNDING = 1e-15;

    private final Diagnostics diagnostics = new Diagnostics();
    private Imported corpus = Imported.NOTHING;

    @BeforeEach
    void readCorpus() {
        corpus = read(Path.of("flavio.yml"));
    }

    private Imported read(Path file) {
        LocatedDocument document = MeasurementFile.read(FOLDER.resolve(file), file.toString(), diagnostics);
        return FlavioImport.read(Objects.requireNonNull(document), diagnostics);
    }

    private Measurement measurement(String name) {
        return corpus.measurements().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private PublishedValue value(String measurement, String observable) {
        for (PublishedResult result : measurement(measurement).results()) {
            if (result instanceof SingleResult single
                    && single.observable().toString().equals(observable)) {
                return single.value();
            }
        }
        throw new AssertionError(observable);
    }

    private CorrelatedResult block(String measurement) {
        return (CorrelatedResult) measurement(measurement).results().get(0);
    }

    private static PublishedValue asymmetric(double central, Uncertainty... sources) {
        return AsymmetricValue.of(central, List.of(sources));
    }

    private static Uncertainty sides(double plus, double minus) {
        return new Uncertainty(plus, minus, "");
    }

    @Test
    void everyKindOfStringIsRead() {
        Map<String, PublishedValue> expected = Map.ofEntries(
                Map.entry("both", asymmetric(2.3e-5, sides(0.5e-5, 0.5e-5), sides(0.5e-5, 0.4e-5))),
                Map.entry("bracketed", asymmetric(1.31e-3, sides(0.66e-3, 0.61e-3), sides(0.35e-3, 0.25e-3))),
                Map.entry("digits", asymmetric(1.67e-2, sides(3e-4, 3e-4), sides(1e-4, 1e-4))),
                Map.entry("digits close", GaussianValue.of(17.82e-2, 4e-4)),
                Map.entry("decimal digits", GaussianValue.of(1.67, 0.3)),
                Map.entry("tex", GaussianValue.of(42.1e-6, 1.8e-6)),
                Map.entry("plus minus", GaussianValue.of(3.6e-5, 0.5e-5)),
                Map.entry("typographic minus", GaussianValue.of(-0.15, 0.22)),
                Map.entry("asymmetric first", asymmetric(0.255, sides(0.032, 0.032), sides(0.007, 0.007))),
                Map.entry("power with bracket", GaussianValue.of(1.09e-4, 0.24e-4)),
                Map.entry("limit", UpperLimit.halfGaussian(0.98e-6, 0.9)),
                Map.entry("limit in percent", UpperLimit.halfGaussian(7, 0.95)),
                Map.entry("range", new ValueRange(0, 2e-5)),
                Map.entry("log normal", new LogNormalValue(3e-3, 2)),
                Map.entry("exact", new ExactValue(1e-5)),
                Map.entry("typographic exact", new ExactValue(-2.5)),
                Map.entry("y", GaussianValue.of(1, 2)));
        expected.forEach(
                (name, value) -> assertThat(value("Strings", name)).as(name).isEqualTo(value));
        assertThat(measurement("Strings").results()).hasSameSizeAs(expected.keySet());
    }

    @Test
    void everyDictionaryOfOneNumberIsRead() {
        assertThat(value("Dictionaries", "normal")).isEqualTo(GaussianValue.of(1e-5, 2e-6));
        assertThat(value("Dictionaries", "delta")).isEqualTo(new ExactValue(3));
        assertThat(value("Dictionaries", "asymmetric")).isEqualTo(asymmetric(2.3, sides(0.5, 0.4)));
        assertThat(value("Dictionaries", "uniform")).isEqualTo(new ValueRange(0.75, 1.25));
        assertThat(value("Dictionaries", "lognormal")).isEqualTo(new LogNormalValue(-3, 2));
        assertThat(value("Dictionaries", "limit")).isEqualTo(UpperLimit.halfGaussian(2.7e-5, 0.9));
        GaussianValue convolved = (GaussianValue) value("Dictionaries", "convolved");
        assertThat(convolved.sigma()).isEqualTo(5);
    }

    /** The dictionaries that make other curves than those of value strings; their densities are tested with the terms. */
    @Test
    void everyOtherDictionaryIsRead() {
        EventCounts counts = new EventCounts(
                OptionalDouble.empty(), OptionalDouble.of(15), OptionalDouble.of(-2), OptionalDouble.of(1.8));
        assertThat(value("More dictionaries", "general counting")).isEqualTo(new CountingProcess(1e-6, counts));
        assertThat(value("More dictionaries", "gamma"))
                .isEqualTo(new GammaValue(4, -1.5, 0.5, false, OptionalDouble.empty()));
        assertThat(value("More dictionaries", "general gamma"))
                .isEqualTo(new GammaValue(56, -38.8, 1e-6, true, OptionalDouble.of(1.8)));
        assertThat(((UpperLimit) value("More dictionaries", "general limit"))
                        .facts()
                        .counts()
                        .orElseThrow()
                        .b())
                .isEqualTo(55 - 16.2);
        assertThat(measurement("More dictionaries").results()).hasSize(12);
        assertThat(measurement("On a grid").results().get(0))
                .isInstanceOfSatisfying(
                        TabulatedResult.class,
                        grid -> assertThat(grid.values()).containsExactly(0.5, 1.0, 0.25, 1.0, 2.0, 1.0));
    }

    @Test
    void argumentsBelongToTheObservable() {
        assertThat(measurement("Bins").observables())
                .extracting(Object::toString)
                .containsExactly(
                        "<dBR/dq2>(B0->K*mumu)[q2min=1.1,q2max=6]",
                        "<FL>(B0->K*mumu)[q2min=1.1,q2max=6]",
                        "dBR/dq2(B0->K*mumu)[q2=2.5]");
    }

    /** Variances 1, 1·4 and 9 with ρ = ¼: asymmetric sides count as their product. */
    @Test
    void oneCorrelationHoldsForAllPairs() {
        assertThat(block("One number for all").covariance().toRowMajor())
                .containsExactly(new double[] {1, 0.5, 0.75, 0.5, 4, 1.5, 0.75, 1.5, 9}, within(ROUNDING));
    }

    @Test
    void matricesMayBeTrianglesOrRowsWithNothingBelow() {
        assertThat(block("Triangle").covariance().toRowMajor())
                .containsExactly(new double[] {1, 0, 1.5, 0, 4, 1.5, 1.5, 1.5, 9}, within(ROUNDING));
        assertThat(block("Full rows below the diagonal empty").covariance().toRowMajor())
                .containsExactly(new double[] {1, 0.6, 0.6, 4}, within(ROUNDING));
    }

    /** C₁₂ = −0.1·4e-10·0.02; of two blocks the covariances add. */
    @Test
    void jointBlocksAreRead() {
        assertThat(block("Joint").covariance().get(0, 1)).isCloseTo(-8e-13, within(1e-27));
        assertThat(block("Joint convolved").covariance().toRowMajor()).containsExactly(4, 0.5, 0.5, 9);
    }

    @Test
    void massDifferencesBecomeInversePicoseconds() {
        GaussianValue dms = (GaussianValue) value("Masses in GeV", "DeltaM_s");
        assertThat(dms.central()).isCloseTo(17.757, within(0.5e-15 / 6.582119569e-13));
    }

    @Test
    void anchorsAndMergeKeysAreResolved() {
        assertThat(value("Alias", "X1")).isEqualTo(GaussianValue.of(1, 1));
        assertThat(measurement("Alias").source().experiments()).containsExactly("Belle");
        assertThat(measurement("Alias").source().inspire()).containsExactly("A:2020abc");
    }

    @Test
    void whatNothingHereRepresentsIsListedWithItsPlace() {
        assertThat(value("Not for us", "X2")).isEqualTo(GaussianValue.of(5, 1));
        assertThat(corpus.leftOut()).extracting(LeftOut::measurement).containsOnly("Not for us");
        assertThat(corpus.leftOut()).extracting(LeftOut::place).containsExactly("flavio.yml:119:34");
    }

    /** The matrix with empty rows below its diagonal is not symmetric as written, of which a reader should know. */
    @Test
    void onlyDoubtsAreReported() {
        assertThat(diagnostics.sorted().stream().map(Diagnostic::toString))
                .singleElement()
                .asString()
                .startsWith(
                        "flavio.yml:85:28 Full rows below the diagonal empty.correlation[1][0]: warning: the matrix must be symmetric");
    }

    @Test
    void theSecondGrammarIsRead() {
        List<Measurement> all = read(Path.of("second.yml")).measurements();
        assertThat(all).extracting(Measurement::name).containsExactly("Written by flavio", "W pairs");
        assertThat(all.get(1).observables())
                .extracting(Object::toString)
                .containsExactly("R(ee->WW)[E=189]", "<dR/dtheta>(ee->WW)[E=182.66,thetamin=0,thetamax=0.2]");
        assertThat(((CorrelatedResult) all.get(0).results().get(1)).covariance().get(0, 1))
                .isEqualTo(1e-11);
    }

    /** flavio → ours → flavio, and ours in between read again: the same doubles at every stage. */
    @ParameterizedTest
    @ValueSource(strings = {"flavio.yml", "second.yml"})
    void nothingChangesOnTheWayThereAndBack(String file) {
        List<Measurement> first = read(Path.of(file)).measurements();
        List<Measurement> ours = again(MeasurementWriter.write(first));
        Exported exported = FlavioWriter.write(ours);
        assertThat(exported.leftOut()).isEmpty();
        List<Measurement> last = again(exported);
        assertThat(last).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(SameResults.of(ours.get(i).results(), first.get(i).results()))
                    .as(first.get(i).name())
                    .isTrue();
            assertThat(SameResults.of(distributions(last.get(i)), distributions(first.get(i))))
                    .as(first.get(i).name())
                    .isTrue();
            assertThat(last.get(i).source()).isEqualTo(first.get(i).source());
        }
    }

    /** The results with one source per component of a block: a covariance in flavio's file says no more than the total. */
    private static List<PublishedResult> distributions(Measurement m) {
        List<PublishedResult> results = new ArrayList<>();
        for (PublishedResult result : m.results()) {
            if (result instanceof CorrelatedResult block) {
                List<Component> components = new ArrayList<>();
                for (int i = 0; i < block.components().size(); i++) {
                    Component c = block.components().get(i);
                    Uncertainty sigma = Uncertainty.symmetric(block.covariance().sigma(i), "");
                    components.add(new Component(c.observable(), c.central(), List.of(sigma), c.quotation()));
                }
                results.add(new CorrelatedResult(components, block.covariance(), block.quotation()));
            } else {
                results.add(result);
            }
        }
        return results;
    }

    private static List<Measurement> again(Exported exported) {
        byte[] bytes = Objects.requireNonNull(exported.files().get("")).getBytes(StandardCharsets.UTF_8);
        Diagnostics findings = new Diagnostics();
        LocatedDocument document = Objects.requireNonNull(MeasurementFile.parse(bytes, "again.yaml", findings));
        Imported imported = FlavioImport.read(document, findings);
        assertThat(findings.sorted().stream().map(Diagnostic::toString)).isEmpty();
        return imported.measurements();
    }
}
