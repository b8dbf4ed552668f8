package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads {@code likelihood: {type: upper-limit, limit, cl, method, …}}: the rule, and the facts that stand beside it. */
final class LimitReader {
    private final Reading reading;

    LimitReader(Reading reading) {
        this.reading = reading;
    }

    @Nullable
    UpperLimit read(Fields fields) {
        int before = reading.diagnostics().errorCount();
        Double limit = fields.requiredPositive("limit");
        Node cl = fields.requiredNode("cl");
        Double level = cl == null ? null : ConfidenceLevels.read(cl, reading.diagnostics());
        LimitMethod method = method(fields);
        LimitFacts facts = facts(fields, limit);
        if (method != null) {
            facts.missing(method).ifPresent(key -> missing(fields, key, method, facts));
        }
        if (limit == null
                || level == null
                || method == null
                || reading.diagnostics().errorCount() > before) {
            return null;
        }
        return new UpperLimit(limit, level, method, facts);
    }

    private void missing(Fields fields, String key, LimitMethod method, LimitFacts facts) {
        Node there = fields.node(key);
        if (there == null) {
            fields.requiredNode(key);
        } else if (key.equals("table") && facts.table().isPresent()) {
            String wanted = method == LimitMethod.CLS_TABLE ? "cls or clsb" : "dlnl, m2dlnl, chi2, pdf or one-minus-cl";
            reading.error(there, "the method '" + method.key() + "' needs a table of " + wanted, "", "");
        }
    }

    private @Nullable LimitMethod method(Fields fields) {
        List<String> keys = new ArrayList<>();
        for (LimitMethod method : LimitMethod.values()) {
            keys.add(method.key());
        }
        String word = reading.choice(fields, "method", LimitMethod.HALF_GAUSSIAN.key(), keys, List.of());
        return word == null ? null : LimitMethod.of(word).orElse(null);
    }

    private LimitFacts facts(Fields fields, @Nullable Double limit) {
        Double central = fields.number("central");
        Node at = fields.node("central");
        if (at != null && central != null && limit != null && !(central < limit)) {
            reading.error(at, "the central value must lie below the limit", at.describe(), "");
        }
        boolean bounded = fields.flag("bounded", false);
        Double wall = fields.positive("wall");
        Node table = fields.node("table");
        Optional<Tabulation> tabulation =
                table == null ? Optional.empty() : Optional.ofNullable(new TableReader(reading).nested(table));
        return new LimitFacts(optional(central), bounded, counts(fields), tabulation, optional(wall));
    }

    private Optional<EventCounts> counts(Fields fields) {
        MapNode map = fields.map("counts");
        if (map == null) {
            return Optional.empty();
        }
        Fields counts = new Fields(map, reading.diagnostics());
        EventCounts read = new CountsReader(reading).ours(counts);
        reading.finish(counts);
        return Optional.ofNullable(read);
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
