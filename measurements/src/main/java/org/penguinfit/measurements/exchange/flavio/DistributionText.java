package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/** A value as flavio's distribution dictionaries: one, or several for its independent sources of uncertainty. */
final class DistributionText {
    private DistributionText() {}

    /** The dictionaries; empty if flavio has no distribution for the value. */
    static List<Map<String, Object>> of(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return sources(g.central(), g.uncertainties());
        }
        if (value instanceof AsymmetricValue a) {
            return sources(a.central(), a.uncertainties());
        }
        return one(value).map(List::of).orElse(List.of());
    }

    private static Optional<Map<String, Object>> one(PublishedValue value) {
        if (value instanceof UpperLimit l) {
            return Optional.of(limit(l));
        }
        if (value instanceof LogNormalValue l) {
            return Optional.of(named("log_normal", "central_value", l.median(), "factor", l.factor()));
        }
        if (value instanceof ValueRange r) {
            return Optional.of(uniform(r));
        }
        return value instanceof ExactValue e
                ? Optional.of(named("delta", "central_value", e.value()))
                : Optional.empty();
    }

    /** Centre and half range of which the ends come out as they were, if there are such numbers within an ulp. */
    private static Map<String, Object> uniform(ValueRange range) {
        double centre = range.lo() / 2 + range.hi() / 2;
        double half = range.hi() / 2 - range.lo() / 2;
        for (double c : new double[] {centre, Math.nextUp(centre), Math.nextDown(centre)}) {
            for (double h : new double[] {half, Math.nextUp(half), Math.nextDown(half)}) {
                if (c - h == range.lo() && c + h == range.hi()) {
                    return named("uniform", "central_value", c, "half_range", h);
                }
            }
        }
        return named("uniform", "central_value", centre, "half_range", half);
    }

    private static List<Map<String, Object>> sources(double central, List<Uncertainty> uncertainties) {
        List<Map<String, Object>> list = new ArrayList<>();
        for (Uncertainty u : uncertainties) {
            list.add(
                    u.isSymmetric()
                            ? named("normal", "central_value", central, "standard_deviation", u.plus())
                            : named(
                                    "asymmetric_normal",
                                    "central_value",
                                    central,
                                    "right_deviation",
                                    u.plus(),
                                    "left_deviation",
                                    u.minus()));
        }
        return list;
    }

    /** A rule that flavio does not know leaves the published limit, which flavio takes as half a Gaussian. */
    private static Map<String, Object> limit(UpperLimit limit) {
        Optional<EventCounts> counts = limit.facts().counts();
        if (limit.method() != LimitMethod.GAMMA || counts.isEmpty()) {
            return named("gaussian_upper_limit", "limit", limit.limit(), "confidence_level", limit.level());
        }
        boolean general = counts.get().backgroundSigma().isPresent();
        String name = general ? "general_gamma_upper_limit" : "gamma_upper_limit";
        Map<String, Object> map = named(name, "limit", limit.limit(), "confidence_level", limit.level());
        counts.get().total().ifPresent(n -> map.put("counts_total", n));
        counts.get().background().ifPresent(b -> map.put("counts_background", b));
        counts.get().signal().ifPresent(s -> map.put("counts_signal", s));
        counts.get().backgroundSigma().ifPresent(sigma -> map.put("background_std", sigma));
        return map;
    }

    private static Map<String, Object> named(String name, Object... keysAndNumbers) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("distribution", name);
        for (int i = 0; i < keysAndNumbers.length; i += 2) {
            map.put(String.valueOf(keysAndNumbers[i]), keysAndNumbers[i + 1]);
        }
        return map;
    }
}
