package org.penguinfit.measurements.yaml;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;

/** Reads {@code likelihood: {type: upper-limit, limit, cl, method, …}}. */
final class LimitReader {
    private static final List<String> METHODS = List.of("half-gaussian", "gaussian-from-central", "step");
    private static final List<String> NOT_YET = List.of("gamma", "cls-table");

    private final Reading reading;

    LimitReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    UpperLimit read(Fields fields) {
        Double limit = fields.requiredPositive("limit");
        Node cl = fields.requiredNode("cl");
        Double level = cl == null ? null : ConfidenceLevels.read(cl, reading.diagnostics());
        String word = reading.choice(fields, "method", "half-gaussian", METHODS, NOT_YET);
        if (word == null) {
            fields.alsoKnown("central", "bounded", "wall");
            return null;
        }
        LimitMethod method = switch (word) {
            case "step" -> step(fields);
            case "gaussian-from-central" -> fromCentral(fields, limit);
            default -> new LimitMethod.HalfGaussian();
        };
        return limit == null || level == null || method == null ? null : new UpperLimit(limit, level, method);
    }

    private static LimitMethod.Step step(Fields fields) {
        Double wall = fields.positive("wall");
        return new LimitMethod.Step(wall == null ? OptionalDouble.empty() : OptionalDouble.of(wall));
    }

    private LimitMethod.@Nullable GaussianFromCentral fromCentral(Fields fields, @Nullable Double limit) {
        Double central = fields.requiredNumber("central");
        boolean bounded = fields.flag("bounded", false);
        Node at = fields.node("central");
        if (at != null && central != null && limit != null && !(central < limit)) {
            reading.error(at, "the central value must lie below the limit", at.describe(), "");
            return null;
        }
        return central == null ? null : new LimitMethod.GaussianFromCentral(central, bounded);
    }
}
