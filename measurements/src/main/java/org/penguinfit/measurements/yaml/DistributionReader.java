package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
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

    private static final List<String> READ = List.of(
            "delta",
            "normal",
            "asymmetric_normal",
            "half_normal",
            "gaussian_upper_limit",
            "uniform",
            "log_normal",
            MULTIVARIATE_NORMAL);
    private static final List<String> NOT_YET = List.of(
            "discrete_uniform",
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
            "multivariate_numerical");

    /** Probability of ±1 standard deviation, erf(1/√2): the half-normal of width σ is a limit of σ at this level. */
    static final double ONE_SIGMA = 0.6826894921370859;

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
        if (distribution.equals(MULTIVARIATE_NORMAL)) {
            reading.error(name, "needs several observables", name.describe(), "list them under 'observables'");
            return null;
        }
        int before = reading.diagnostics().errorCount();
        PublishedValue value = value(distribution, fields);
        reading.finish(fields);
        return reading.diagnostics().errorCount() == before ? value : null;
    }

    /** Says whether a distribution is unknown or known but not read yet. */
    static void refuse(Node at, String distribution, Reading reading) {
        if (NOT_YET.contains(distribution)) {
            reading.unsupported(
                    at,
                    "the distribution '" + distribution + "' is not supported yet",
                    "",
                    "read today: " + Reading.join(READ));
            return;
        }
        List<String> known = new ArrayList<>(READ);
        known.addAll(NOT_YET);
        reading.error(at, "unknown distribution", at.describe(), DidYouMean.suggestOrList(distribution, known));
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
            case "log_normal" -> logNormal(fields);
            default -> throw new IllegalStateException("no reader for " + distribution);
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

    private @Nullable UpperLimit halfNormal(Fields fields) {
        Double central = fields.requiredNumber("central_value");
        Double sigma = fields.requiredNumber("standard_deviation");
        Node centralAt = fields.node("central_value");
        Node sigmaAt = fields.node("standard_deviation");
        if (central != null && central != 0 && centralAt != null) {
            reading.unsupported(centralAt, "a half-normal away from 0 is not supported yet", centralAt.describe(), "");
            return null;
        }
        if (sigma != null && !(sigma > 0) && sigmaAt != null) {
            reading.unsupported(sigmaAt, "lower limits are not supported", sigmaAt.describe(), "");
            return null;
        }
        return central == null || sigma == null ? null : UpperLimit.halfGaussian(sigma, ONE_SIGMA);
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
