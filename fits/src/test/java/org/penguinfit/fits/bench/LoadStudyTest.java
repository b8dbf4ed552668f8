package org.penguinfit.fits.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.yaml.MeasurementFile;
import org.penguinfit.measurements.yaml.MeasurementLoader;

class LoadStudyTest {
    @TempDir
    private Path folder;

    @Test
    void everySizeIsARowOfTheTableAndNoFileIsLeft() throws IOException {
        List<String> phases = new ArrayList<>();
        List<String> lines = new LoadStudy(LoadStudy.FEWEST, 1, folder, 0)
                .markdown(phases::add)
                .lines()
                .toList();
        assertThat(lines).hasSize(19);
        assertThat(lines.get(0)).startsWith("Shipped library: ");
        assertThat(lines.get(5)).startsWith("| 10 | 1 | ");
        assertThat(lines.get(11)).startsWith("| 640 | 1 | ");
        assertThat(lines.get(18)).startsWith("| 640 | 7 | ");
        assertThat(phases).hasSize(15).contains("640 measurements in one file", "640 measurements in many files");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aGeneratedFileIsTheSameForTheSameSeed() {
        assertThat(GeneratedMeasurements.file(1, 0, 50)).isEqualTo(GeneratedMeasurements.file(1, 0, 50));
        assertThat(GeneratedMeasurements.file(1, 0, 50)).isNotEqualTo(GeneratedMeasurements.file(2, 0, 50));
    }

    /** Of 20 results 2 supersede, one is derived and one an average: what the check for double counting works on. */
    @Test
    void generatedMeasurementsAreGoodAndRelated() {
        Diagnostics diagnostics = new Diagnostics();
        byte[] bytes = GeneratedMeasurements.file(3, 0, 2000).getBytes(StandardCharsets.UTF_8);
        LocatedDocument document = MeasurementFile.parse(bytes, "generated.yaml", diagnostics);
        List<Measurement> measurements = MeasurementLoader.load(Objects.requireNonNull(document), diagnostics);
        MeasurementSet set = MeasurementSet.of(measurements, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(set.all()).hasSize(2000);
        List<Measurement> used = set.inForce(Optional.empty()).used();
        assertThat(used).hasSizeBetween(1700, 1900);
        assertThat(set.doubleCounting(used)).hasSizeGreaterThan(300);
    }
}
