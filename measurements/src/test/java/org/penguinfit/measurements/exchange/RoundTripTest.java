package org.penguinfit.measurements.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.exchange.flavio.FlavioWriter;
import org.penguinfit.measurements.exchange.own.MeasurementWriter;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLibrary;
import org.penguinfit.measurements.yaml.MeasurementLoader;

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
    void dump() throws Exception {
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/g/lib.yml"), FlavioWriter.write(library()).files().get(""));
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/g/rnd.yml"), FlavioWriter.write(new RandomMeasurements(11).list(30)).files().get(""));
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/g/own.yaml"), MeasurementWriter.write(library()).files().get(""));
        java.nio.file.Files.writeString(java.nio.file.Path.of("/tmp/g/ownrnd.yaml"), MeasurementWriter.write(new RandomMeasurements(11).list(30)).files().get(""));
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

    /** What is not listed as lost is the same; a method that flavio does not have is lost, and its numbers stay. */
    private static void assertSameButForLosses(List<Measurement> all) {
        Exported exported = FlavioWriter.write(all);
        List<Measurement> again = read(exported);
        assertThat(exported.leftOut()).allMatch(l -> l.reason().contains("withdrawn"), "only what was withdrawn");
        List<Measurement> expected = new ArrayList<>(all);
        List<String> dropped = exported.leftOut().stream().map(LeftOut::measurement).toList();
        expected.removeIf(m -> dropped.contains(m.name()));
        assertThat(again).extracting(Measurement::name).containsAll(names(expected));
        for (Measurement b : expected) {
            Measurement a = again.stream().filter(m -> m.name().equals(b.name())).findFirst().orElseThrow();
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
            if (was instanceof CorrelatedResult x && is instanceof CorrelatedResult y) {
                assertThat(y.observables()).isEqualTo(x.observables());
                assertThat(y.centralValues()).isEqualTo(x.centralValues());
                assertThat(y.covariance()).isEqualTo(x.covariance());
                continue;
            }
            SingleResult x = (SingleResult) was;
            SingleResult y = (SingleResult) is;
            assertThat(y.observable()).isEqualTo(x.observable());
            boolean rewritten = losses.contains("rule") || losses.contains("facts") || losses.contains("method")
                    || losses.contains("unit ps^-1");
            PublishedValue expected = ValueText.withoutLabels(x.value());
            if (!rewritten) {
                assertThat(y.value()).as(b.name()).isEqualTo(expected);
            }
        }
    }
}
