package org.penguinfit.measurements.exchange.eos;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;

/**
 * An uncertainty {@code {hi, lo}} of EOS, in which both may be 0 and the sign of {@code lo} varies from file to file.
 *
 * @param hi upper side, ≥ 0
 * @param lo lower side, ≥ 0
 */
record Sides(double hi, double lo) {
    /** The sides at a key that must be there; null after a diagnostic. */
    static @Nullable Sides read(Fields entry, String key, Diagnostics diagnostics) {
        MapNode map = entry.requiredNode(key) == null ? null : entry.map(key);
        if (map == null) {
            return null;
        }
        Fields fields = new Fields(map, diagnostics);
        Double hi = fields.requiredNumber("hi");
        Double lo = fields.requiredNumber("lo");
        fields.refuseUnknownKeys();
        if (hi != null && hi < 0) {
            diagnostics.error(map, "the upper side must be >= 0", hi.toString(), "");
            return null;
        }
        return hi == null || lo == null ? null : new Sides(hi, Math.abs(lo));
    }

    /**
     * A value with statistical and systematic sides. A source of which one side alone is 0 cannot stand alone; then both are
     * added in quadrature, which is how they enter −2 ln L anyway.
     *
     * @return null if a side of the total is 0
     */
    static @Nullable PublishedValue value(double mean, Sides stat, Sides syst) {
        double hi = Math.hypot(stat.hi, syst.hi);
        double lo = Math.hypot(stat.lo, syst.lo);
        if (!(hi > 0 && lo > 0)) {
            return null;
        }
        List<Uncertainty> sources = new ArrayList<>();
        if (stat.isOneSided() || syst.isOneSided()) {
            sources.add(new Uncertainty(hi, lo, ""));
        } else {
            stat.addTo(sources, "stat");
            syst.addTo(sources, "syst");
        }
        return AsymmetricValue.of(mean, sources);
    }

    private boolean isOneSided() {
        return (hi > 0) != (lo > 0);
    }

    private void addTo(List<Uncertainty> sources, String label) {
        if (hi > 0) {
            sources.add(new Uncertainty(hi, lo, label));
        }
    }
}
