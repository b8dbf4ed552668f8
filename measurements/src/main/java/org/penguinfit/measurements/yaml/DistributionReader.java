package org.penguinfit.measurements.yaml;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads flavio's distribution dictionaries of one number, {@code {distribution: normal, central_value: …, …}}. */
final class DistributionReader {
    static final String MULTIVARIATE_NORMAL = "multivariate_normal";

    static final String MULTIVARIATE_NUMERICAL = "multivariate_numerical";

    private static final List<String> READ = List.of(
            "delta",
            "normal",
            "asymmetric_normal",
            "half_normal",
            "gaussian_upper_limit",
            "uniform",
            "discrete_uniform",
            "log_normal",
            "gamma",
            "gamma_positive",
            "gamma_counting_process",
            "gamma_upper_limit",
            "general_gamma_positive",
            "general_gamma_counting_process",
            "general_gamma_upper_limit",
            "numerical",
            "kernel_density_estimate",
            "gaussian_kde",
            MULTIVARIATE_NORMAL,
            MULTIVARIATE_NUMERICAL);

    private final Reading reading;

    DistributionReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    PublishedValue read(MapNode map) {
        Fields fields = new Fields(map, reading.diagnostics());
        Node name = fields.requiredNode("distribution");
        String distribution = name == null ? null : Fields.asText(name, reading.diagnostics());
        if (name == null || distribution == null) {
            return null;
        }
        if (!READ.contains(distribution)) {
            refuse(name, distribution, reading);
            return null;
        }
        if (distribution.startsWith("multivariate")) {
            reading.error(name, "needs several observables", name.describe(), "list them under 'observables'");
            return null;
        }
        int before = reading.diagnostics().errorCount();
        PublishedValue value = value(distribution, fields);
        reading.finish(fields);
        return reading.diagnostics().errorCount() == before ? value : null;
    }

    /** Says that a distribution is unknown. */
    static void refuse(Node at, String distribution, Reading reading) {
        reading.error(at, "unknown distribution", at.describe(), DidYouMean.suggestOrList(distribution, READ));
    }

    /** The same for a block of several observables. */
    static void refuseJoint(Node at, String distribution, Reading reading) {
        if (READ.contains(distribution)) {
            reading.error(at, "describes one observable, not several", at.describe(), "write " + MULTIVARIATE_NORMAL);
        } else {
            refuse(at, distribution, reading);
        }
    }

    private @Nullable PublishedValue value(String distribution, Fields fields) {
        return switch (distribution) {
            case "delta" -> delta(fields);
            case "normal" -> normal(fields);
            case "asymmetric_normal" -> asymmetric(fields);
            case "half_normal" -> halfNormal(fields);
            case "gaussian_upper_limit" -> limit(fields);
            case "uniform" -> uniform(fields);
            case "discrete_uniform" -> discrete(fields);
            case "log_normal" -> logNormal(fields);
            case "numerical" -> new TableReader(reading).numerical(fields);
            case "kernel_density_estimate", "gaussian_kde" -> new SampleReader(reading).read(fields);
            default -> new GammaReader(reading).read(distribution, fields);
        };
    }

    private static @Nullable ExactValue delta(Fields fields) {
        Double value = fields.requiredNumber("central_value");
        return value == null ? null : new ExactValue(value);
    }

    private static @Nullable GaussianValue normal(Fields fields) {
        Double central = fields.requiredNumber("central_value");
        Double sigma = fields.requiredPositive("standard_deviation");
        return central == null || sigma == null ? null : GaussianValue.of(central, sigma);
    }

    private static @Nullable PublishedValue asymmetric(Fields fields) {
        Double central = fields.requiredNumber("central_value");
        Double plus = fields.requiredPositive("right_deviation");
        Double minus = fields.requiredPositive("left_deviation");
        return central == null || plus == null || minus == null
                ? null
                : AsymmetricValue.of(central, List.of(new Uncertainty(plus, minus, "")));
    }

    private @Nullable HalfNormalValue halfNormal(Fields fields) {
        Double central = fields.requiredNumber("central_value");
        Double sigma = fields.requiredNumber("standard_deviation");
        Node sigmaAt = fields.node("standard_deviation");
        if (sigma != null && sigma == 0 && sigmaAt != null) {
            reading.error(sigmaAt, "must not be 0", sigmaAt.describe(), "");
            return null;
        }
        return central == null || sigma == null ? null : new HalfNormalValue(central, sigma);
    }

    private @Nullable DiscreteRange discrete(Fields fields) {
        Double lowest = fields.requiredNumber("lowest_value");
        Double highest = fields.requiredNumber("highest_value");
        Double central = fields.number("central_value");
        if (lowest == null || highest == null) {
            return null;
        }
        if (!(lowest < highest)) {
            reading.error(fields.map(), "the lowest value must lie below the highest", lowest + ", " + highest, "");
            return null;
        }
        return new DiscreteRange(
                lowest, highest, central == null ? OptionalDouble.empty() : OptionalDouble.of(central));
    }

    private @Nullable UpperLimit limit(Fields fields) {
        Double limit = fields.requiredPositive("limit");
        Node node = fields.requiredNode("confidence_level");
        Double level = node == null ? null : ConfidenceLevels.read(node, reading.diagnostics());
        return limit == null || level == null ? null : UpperLimit.halfGaussian(limit, level);
    }

    private static @Nullable ValueRange uniform(Fields fields) {
        Double centre = fields.requiredNumber("central_value");
        Double half = fields.requiredPositive("half_range");
        return centre == null || half == null ? null : new ValueRange(centre - half, centre + half);
    }

    private @Nullable LogNormalValue logNormal(Fields fields) {
        Double median = fields.requiredNumber("central_value");
        Double factor = fields.requiredNumber("factor");
        if (median != null && median == 0) {
            reading.error(fields.map(), "the median of a log-normal must not be 0", "0", "");
        }
        if (factor != null && !(factor > 1)) {
            reading.error(fields.map(), "the factor of a log-normal must be > 1", factor.toString(), "");
        }
        if (median == null || factor == null || median == 0 || !(factor > 1)) {
            return null;
        }
        return new LogNormalValue(median, factor);
    }
}
