package org.penguinfit.measurements;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A number known by a sample of its distribution, smoothed: flavio's {@code gaussian_kde} and {@code kernel_density_estimate}.
 *
 * @param data the sample, at least two
 * @param bandwidth standard deviation of a Gaussian kernel, &gt; 0; without it, and without a kernel, N^−1/5 times the standard
 *     deviation of the sample
 * @param kernel another kernel, with its centre at 0
 * @param bins of the histogram that is smoothed; without it the smaller of 1000 and N
 */
public record SampledValue(
        List<Double> data, OptionalDouble bandwidth, Optional<PublishedValue> kernel, OptionalInt bins)
        implements PublishedValue {
    public SampledValue {
        data = List.copyOf(data);
        Require.that(data.stream().distinct().count() > 1, "a sample needs two different numbers");
        data.forEach(x -> Require.finite(x, "sample"));
        bandwidth.ifPresent(b -> Require.positive(b, "bandwidth"));
        Require.that(bandwidth.isEmpty() || kernel.isEmpty(), "a kernel has its own width");
        Require.that(bins.orElse(1) >= 1, "a histogram needs a bin");
    }

    @Override
    public SampledValue scaled(double factor) {
        return new SampledValue(
                data.stream().map(x -> x * factor).toList(),
                bandwidth.isPresent() ? OptionalDouble.of(bandwidth.getAsDouble() * factor) : bandwidth,
                kernel.map(k -> k.scaled(factor)),
                bins);
    }
}
