package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.exchange.flavio.FlavioImport;
import org.penguinfit.measurements.exchange.flavio.FlavioWriter;
import org.penguinfit.measurements.exchange.hepdata.HepImport;
import org.penguinfit.measurements.exchange.hepdata.HepSelection;
import org.penguinfit.measurements.exchange.hepdata.HepWriter;
import org.penguinfit.measurements.exchange.own.MeasurementWriter;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;
import org.penguinfit.measurements.yaml.Yaml;

/** Written and read again, every number is the same double. */
class RoundTripTest {
    private static List<Measurement> read(Exported exported) {
        String text = Objects.requireNonNull(exported.files().get(""));
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> all = MeasurementLoader.load(
                Objects.requireNonNull(
                        MeasurementFile.parse(text.getBytes(StandardCharsets.UTF_8), "out.yaml", diagnostics)),
                diagnostics);
        assertThat(diagnostics.sorted().stream().map(Diagnostic::toString)).isEmpty();
        return all;
    }

    private static List<Measurement> library() {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> all = MeasurementLibrary.load(diagnostics).measurements();
        assertThat(diagnostics.hasErrors()).isFalse();
        return all;
    }

    private static void assertSame(List<Measurement> again, List<Measurement> all) {
        assertThat(again).hasSameSizeAs(all);
        for (int i = 0; i < all.size(); i++) {
            Measurement a = again.get(i);
            Measurement b = all.get(i);
            assertThat(SameResults.of(a.results(), b.results())).as(b.name()).isTrue();
            assertThat(a.name()).isEqualTo(b.name());
            assertThat(a.source()).isEqualTo(b.source());
            assertThat(List.of(a.date(), a.status(), a.process(), a.tags(), a.verified(), a.extraction(), a.dataset()))
                    .isEqualTo(List.of(
                            b.date(), b.status(), b.process(), b.tags(), b.verified(), b.extraction(), b.dataset()));
            assertThat(List.of(a.supersedes(), a.components(), a.derivedFrom(), a.overlaps(), a.independentOf()))
                    .isEqualTo(
                            List.of(b.supersedes(), b.components(), b.derivedFrom(), b.overlaps(), b.independentOf()));
        }
    }

    @Test
    void theLibraryIsTheSameAfterOurOwnFormat() {
        Exported exported = MeasurementWriter.write(library());
        assertThat(exported.leftOut()).isEmpty();
        assertSame(read(exported), library());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomMeasurementsAreTheSameAfterOurOwnFormat(long seed) {
        List<Measurement> all = new RandomMeasurements(seed).list(100);
        Exported exported = MeasurementWriter.write(all);
        assertThat(exported.leftOut()).isEmpty();
        assertSame(read(exported), all);
    }

    @Test
    void correlationsBetweenMeasurementsAreWritten() {
        String text = Yaml.HEADER + """
                A: {values: [{name: X, q2: 1, value: 1 ± 1 (stat) ± 2 (syst)}]}
                B: {values: {X: 1 ± 1 (stat) ± 2 (syst), Y: 1 ± 1}}
                C: {values: {Z: 1 ± 1}}
                cross-correlations:
                  - {between: [A, {measurement: B, observable: X}], source: {stat: 0.25, syst: 1}}
                  - {among: [A, C, {measurement: B, observable: Y}], rho: 0.1}
                """;
        Diagnostics diagnostics = new Diagnostics();
        LocatedDocument document = Objects.requireNonNull(
                MeasurementFile.parse(text.getBytes(StandardCharsets.UTF_8), "in.yaml", diagnostics));
        Imported imported = FlavioImport.read(document, diagnostics);
        String written = MeasurementWriter.write(imported.measurements(), imported.correlations())
                .files()
                .get("");
        List<CrossCorrelation> again = MeasurementLoader.crossCorrelations(
                Objects.requireNonNull(MeasurementFile.parse(
                        Objects.requireNonNull(written).getBytes(StandardCharsets.UTF_8), "out.yaml", diagnostics)),
                diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(again).hasSize(2);
        assertThat(again.get(0).rho()).isEqualTo(Map.of("stat", 0.25, "syst", 1.0));
        assertThat(again.get(1).members())
                .extracting(CrossCorrelation.Member::measurement)
                .containsExactly("A", "C", "B");
        assertThat(FlavioWriter.write(imported.measurements())
                        .losing(imported.correlations())
                        .losses())
                .extracting(LeftOut::reason)
                .contains("correlation with C, B");
    }

    @Test
    void theLibraryIsTheSameAfterFlavio() {
        assertSameButForLosses(library());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void randomMeasurementsAreTheSameAfterFlavio(long seed) {
        assertSameButForLosses(new RandomMeasurements(seed).list(100));
    }

    @Test
    void theLibraryIsTheSameAfterHepData(@TempDir Path folder) throws IOException {
        assertSameAfterHepData(library(), folder);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void randomMeasurementsAreTheSameAfterHepData(long seed, @TempDir Path folder) throws IOException {
        assertSameAfterHepData(new RandomMeasurements(seed).list(50), folder);
    }

    /** Every result that is a number with errors, a limit or a block comes back with its labels; only rules of limits are lost. */
    private static void assertSameAfterHepData(List<Measurement> all, Path folder) throws IOException {
        Exported exported = HepWriter.write(all);
        for (Map.Entry<String, String> file : exported.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Diagnostics diagnostics = new Diagnostics();
        Imported imported = HepImport.read(folder, HepSelection.NONE, diagnostics);
        assertThat(diagnostics.sorted().stream().map(Diagnostic::toString)).isEmpty();
        assertThat(imported.leftOut()).isEmpty();
        assertThat(imported.measurements()).hasSize(exported.written());
        for (Measurement a : imported.measurements()) {
            Measurement b = all.stream()
                    .filter(m -> m.name().equals(a.name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(a.source().inspire()).isEqualTo(b.source().inspire());
            for (PublishedResult is : a.results()) {
                PublishedResult was = b.results().stream()
                        .filter(r -> r.observables().equals(is.observables()))
                        .findFirst()
                        .orElseThrow();
                assertThat(SameResults.of(List.of(is), List.of(known(was))))
                        .as(b.name())
                        .isTrue();
            }
        }
    }

    /** The result as a table can hold it: a limit by the default rule, unequal sides by the default method, no ratio. */
    private static PublishedResult known(PublishedResult result) {
        if (!(result instanceof SingleResult s)) {
            return result;
        }
        PublishedValue value = s.value();
        if (value instanceof UpperLimit l) {
            value = UpperLimit.halfGaussian(l.limit(), l.level());
        } else if (value instanceof AsymmetricValue a) {
            value = AsymmetricValue.of(a.central(), a.uncertainties());
        }
        return new SingleResult(s.observable(), value, s.quotation(), Optional.empty());
    }

    /** What is not listed as lost is the same; a method that flavio does not have is lost, and its numbers stay. */
    private static void assertSameButForLosses(List<Measurement> all) {
        Exported exported = FlavioWriter.write(all);
        List<Measurement> again = read(exported);
        assertThat(exported.leftOut())
                .allMatch(
                        l -> l.reason().contains("withdrawn") || l.reason().endsWith("no such distribution"),
                        "only what was withdrawn, or has no distribution");
        List<Measurement> expected = new ArrayList<>(all);
        List<String> dropped =
                exported.leftOut().stream().map(LeftOut::measurement).toList();
        expected.removeIf(m -> dropped.contains(m.name()));
        assertThat(again).extracting(Measurement::name).containsAll(names(expected));
        for (Measurement b : expected) {
            Measurement a = again.stream()
                    .filter(m -> m.name().equals(b.name()))
                    .findFirst()
                    .orElseThrow();
            List<String> losses = exported.losses().stream()
                    .filter(l -> l.measurement().equals(b.name()))
                    .map(LeftOut::reason)
                    .toList();
            assertSameNumbers(a, b, String.join(", ", losses));
        }
    }

    private static List<String> names(List<Measurement> all) {
        return all.stream().map(Measurement::name).toList();
    }

    private static void assertSameNumbers(Measurement a, Measurement b, String losses) {
        assertThat(a.results()).hasSameSizeAs(b.results());
        for (int i = 0; i < a.results().size(); i++) {
            PublishedResult was = b.results().get(i);
            PublishedResult is = a.results().get(i);
            if (was instanceof TabulatedResult) {
                assertThat(SameResults.of(List.of(is), List.of(was))).isTrue();
                continue;
            }
            if (was instanceof CorrelatedResult x && is instanceof CorrelatedResult y) {
                assertThat(y.observables()).isEqualTo(x.observables());
                assertThat(y.centralValues()).isEqualTo(x.centralValues());
                assertThat(y.covariance()).isEqualTo(x.covariance());
                continue;
            }
            SingleResult x = (SingleResult) was;
            SingleResult y = (SingleResult) is;
            assertThat(y.observable()).isEqualTo(x.observable());
            boolean rewritten = losses.contains("rule")
                    || losses.contains("facts")
                    || losses.contains("method")
                    || losses.contains("unit ps^-1");
            PublishedValue expected = ValueText.withoutLabels(x.value());
            if (expected instanceof ValueRange range && y.value() instanceof ValueRange found) {
                // flavio's dictionary has centre and half range, of which the ends come within one rounding
                assertThat(found.lo())
                        .isCloseTo(range.lo(), within(Math.ulp(range.hi() - range.lo()) + Math.ulp(range.lo())));
                assertThat(found.hi())
                        .isCloseTo(range.hi(), within(Math.ulp(range.hi() - range.lo()) + Math.ulp(range.hi())));
            } else if (!rewritten) {
                assertThat(y.value()).as(b.name()).isEqualTo(expected);
            }
        }
    }
}
