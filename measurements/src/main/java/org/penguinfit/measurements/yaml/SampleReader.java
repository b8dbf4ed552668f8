package org.penguinfit.measurements.yaml;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads flavio's {@code gaussian_kde} and {@code kernel_density_estimate}. */
final class SampleReader {
    private final Reading reading;

    SampleReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    SampledValue read(Fields fields) {
        int before = reading.diagnostics().errorCount();
        Node at = fields.requiredNode("data");
        List<Double> data = fields.numbers("data");
        Double bandwidth = fields.positive("bandwidth");
        Node kernelAt = fields.node("kernel");
        PublishedValue kernel = kernelAt == null ? null : new ValueReader(reading).value(kernelAt);
        Double bins = fields.positive("n_bins");
        if (at != null && data.stream().distinct().count() < 2) {
            reading.error(at, "a sample needs two different numbers", at.describe(), "");
        }
        if (kernelAt != null && bandwidth != null) {
            reading.error(kernelAt, "'kernel' and 'bandwidth' exclude each other", "both", "");
        }
        if (reading.diagnostics().errorCount() > before) {
            return null;
        }
        return new SampledValue(
                data,
                bandwidth == null ? OptionalDouble.empty() : OptionalDouble.of(bandwidth),
                Optional.ofNullable(kernel),
                bins == null ? OptionalInt.empty() : OptionalInt.of((int) Math.max(1, Math.rint(bins))));
    }
}
