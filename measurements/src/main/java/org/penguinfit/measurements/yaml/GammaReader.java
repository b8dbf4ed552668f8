package org.penguinfit.measurements.yaml;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads flavio's distributions that come from the gamma distribution. */
final class GammaReader {
    private final Reading reading;

    GammaReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    PublishedValue read(String distribution, Fields fields) {
        return switch (distribution) {
            case "gamma" -> gamma(fields, false, OptionalDouble.empty());
            case "gamma_positive" -> gamma(fields, true, OptionalDouble.empty());
            case "general_gamma_positive" -> general(fields);
            case "gamma_counting_process" -> process(fields, null);
            case "general_gamma_counting_process" -> process(fields, backgroundSigma(fields));
            case "gamma_upper_limit" -> limit(fields, null);
            case "general_gamma_upper_limit" -> limit(fields, backgroundSigma(fields));
            default -> throw new IllegalStateException("no reader for " + distribution);
        };
    }

    private @Nullable PublishedValue general(Fields fields) {
        Double sigma = atLeastZero(fields, "gaussian_standard_deviation");
        return gamma(fields, true, OptionalDouble.of(sigma == null ? 0 : sigma));
    }

    private @Nullable GammaValue gamma(Fields fields, boolean positive, OptionalDouble sigma) {
        Double shape = fields.requiredNumber("a");
        Double location = fields.requiredNumber("loc");
        Double scale = fields.requiredPositive("scale");
        Node shapeAt = fields.node("a");
        Node locationAt = fields.node("loc");
        if (shape != null && !(shape >= 1) && shapeAt != null) {
            reading.unsupported(shapeAt, "a gamma needs a >= 1, below it has no finite mode", shapeAt.describe(), "");
            return null;
        }
        if (location != null && location > 0 && locationAt != null) {
            reading.error(locationAt, "must be <= 0", locationAt.describe(), "");
            return null;
        }
        return shape == null || location == null || scale == null
                ? null
                : new GammaValue(shape, location, scale, positive, sigma);
    }

    private @Nullable CountingProcess process(Fields fields, @Nullable Double sigma) {
        Double scale = fields.positive("scale_factor");
        EventCounts counts = new CountsReader(reading).flavio(fields, sigma);
        return counts == null ? null : new CountingProcess(scale == null ? 1 : scale, counts);
    }

    private @Nullable UpperLimit limit(Fields fields, @Nullable Double sigma) {
        Double limit = fields.requiredPositive("limit");
        Node node = fields.requiredNode("confidence_level");
        Double level = node == null ? null : ConfidenceLevels.read(node, reading.diagnostics());
        EventCounts counts = new CountsReader(reading).flavio(fields, sigma);
        return limit == null || level == null || counts == null
                ? null
                : new UpperLimit(limit, level, LimitMethod.GAMMA, LimitFacts.counts(counts));
    }

    /** Also under its old name; 0 means none. */
    private @Nullable Double backgroundSigma(Fields fields) {
        String key = fields.has("background_std") ? "background_std" : "background_variance";
        Double sigma = atLeastZero(fields, key);
        fields.alsoKnown("background_std");
        return sigma == null || sigma == 0 ? null : sigma;
    }

    private @Nullable Double atLeastZero(Fields fields, String key) {
        Double number = fields.number(key);
        Node at = fields.node(key);
        if (number != null && number < 0 && at != null) {
            reading.error(at, "must be >= 0", at.describe(), "");
            return null;
        }
        return number;
    }
}
