package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads what stands for one value: a string, a distribution dictionary, a list of those, or a likelihood block. */
final class ValueReader {
    private final Reading reading;

    ValueReader(Reading reading) {
        this.reading = reading;
    }

    /** {@code source} is what stands under {@code value} or {@code likelihood} of the item. */
    @Nullable
    PublishedValue valueOrLikelihood(Fields item, Node source) {
        boolean isLikelihood = item.map().get("likelihood") == source;
        return isLikelihood ? new LikelihoodReader(reading).read(source) : value(source);
    }

    @Nullable
    PublishedValue value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return ValueString.read(scalar, reading.diagnostics());
        }
        if (node instanceof MapNode map) {
            return new DistributionReader(reading).read(map);
        }
        return convolved((ListNode) node);
    }

    /** Several distributions of one centre stand for independent sources of uncertainty. */
    private @Nullable PublishedValue convolved(ListNode list) {
        int before = reading.diagnostics().errorCount();
        List<PublishedValue> parts = new ArrayList<>();
        Double central = null;
        boolean complete = true;
        for (Node item : list.items()) {
            PublishedValue value = value(item);
            Double here = value == null ? null : centre(value);
            if (value != null && here == null) {
                reading.unsupported(
                        item, "a distribution without a stated centre cannot be combined", item.describe(), "");
            } else if (here != null && central != null && !central.equals(here)) {
                reading.error(item, "distributions of one value must have one centre", here.toString(), "");
            }
            complete &= here != null;
            if (value != null && here != null) {
                central = here;
                parts.add(value);
            }
        }
        if (list.items().isEmpty()) {
            reading.error(list, "needs at least one distribution", list.describe(), "");
        }
        return central == null || !complete || reading.diagnostics().errorCount() > before
                ? null
                : together(central, parts);
    }

    /** Gaussian and asymmetric uncertainties in quadrature, anything else as a convolution. */
    private static PublishedValue together(double central, List<PublishedValue> parts) {
        List<Uncertainty> uncertainties = new ArrayList<>();
        boolean gaussian = true;
        for (PublishedValue part : parts) {
            gaussian &= central(part) != null;
            uncertainties.addAll(uncertainties(part));
        }
        if (parts.size() == 1) {
            return parts.get(0);
        }
        return gaussian ? AsymmetricValue.of(central, uncertainties) : new ConvolvedValue(central, parts);
    }

    /** What a distribution calls its central value; null if it does not say. */
    private static @Nullable Double centre(PublishedValue value) {
        if (value instanceof ValueRange r) {
            return (r.lo() + r.hi()) / 2;
        }
        if (value instanceof LogNormalValue l) {
            return l.median();
        }
        if (value instanceof HalfNormalValue h) {
            return h.mode();
        }
        if (value instanceof TabulatedValue t) {
            return t.central().isPresent() ? Double.valueOf(t.central().getAsDouble()) : null;
        }
        return central(value);
    }

    /** Central value of a Gaussian or asymmetric value, else null. */
    static @Nullable Double central(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return g.central();
        }
        return value instanceof AsymmetricValue a ? a.central() : null;
    }

    /** Uncertainties of a Gaussian or asymmetric value, else none. */
    static List<Uncertainty> uncertainties(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return g.uncertainties();
        }
        return value instanceof AsymmetricValue a ? a.uncertainties() : List.of();
    }
}
