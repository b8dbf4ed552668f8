package org.penguinfit.measurements.exchange.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/** A value as flavio's distribution dictionaries: one, or several for its independent sources of uncertainty. */
public final class DistributionText {
    private DistributionText() {}

    /** The dictionaries; empty if flavio has no distribution for the value. */
    public static List<Map<String, Object>> of(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return sources(g.central(), g.uncertainties());
        }
        if (value instanceof AsymmetricValue a && a.method() == AsymmetricMethod.SPLIT) {
            return sources(a.central(), a.uncertainties());
        }
        if (value instanceof ConvolvedValue c) {
            List<Map<String, Object>> all = new ArrayList<>();
            for (PublishedValue part : c.parts()) {
                List<Map<String, Object>> own = of(part);
                if (own.isEmpty()) {
                    return List.of();
                }
                all.addAll(own);
            }
            return all;
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
        if (value instanceof HalfNormalValue h) {
            return Optional.of(named("half_normal", "central_value", h.mode(), "standard_deviation", h.sigma()));
        }
        if (value instanceof ExactValue e) {
            return Optional.of(named("delta", "central_value", e.value()));
        }
        return rare(value);
    }

    private static Optional<Map<String, Object>> rare(PublishedValue value) {
        if (value instanceof DiscreteRange d) {
            Map<String, Object> map =
                    named("discrete_uniform", "lowest_value", d.lowest(), "highest_value", d.highest());
            d.central().ifPresent(central -> map.put("central_value", central));
            return Optional.of(map);
        }
        if (value instanceof GammaValue g) {
            return Optional.of(gamma(g));
        }
        if (value instanceof CountingProcess c) {
            boolean general = c.counts().backgroundSigma().isPresent();
            Map<String, Object> map = named(
                    general ? "general_gamma_counting_process" : "gamma_counting_process", "scale_factor", c.scale());
            putCounts(map, c.counts());
            return Optional.of(map);
        }
        if (value instanceof TabulatedValue t
                && t.table().equals(Tabulation.density(t.table().x(), t.table().y()))) {
            Map<String, Object> map =
                    named("numerical", "x", t.table().x(), "y", t.table().y());
            t.central().ifPresent(central -> map.put("central_value", central));
            return Optional.of(map);
        }
        return value instanceof SampledValue s ? sample(s) : Optional.empty();
    }

    private static Optional<Map<String, Object>> sample(SampledValue sample) {
        List<Map<String, Object>> kernels =
                sample.kernel().map(DistributionText::of).orElse(List.of());
        if (sample.kernel().isPresent() && kernels.size() != 1) {
            return Optional.empty();
        }
        Map<String, Object> map =
                named(kernels.isEmpty() ? "gaussian_kde" : "kernel_density_estimate", "data", sample.data());
        kernels.forEach(kernel -> map.put("kernel", kernel));
        sample.bandwidth().ifPresent(width -> map.put("bandwidth", width));
        sample.bins().ifPresent(bins -> map.put("n_bins", bins));
        return Optional.of(map);
    }

    private static Map<String, Object> gamma(GammaValue g) {
        boolean general = g.gaussianSigma().isPresent();
        String name = general ? "general_gamma_positive" : g.positive() ? "gamma_positive" : "gamma";
        Map<String, Object> map = named(name, "a", g.shape(), "loc", g.location(), "scale", g.scale());
        g.gaussianSigma().ifPresent(sigma -> map.put("gaussian_standard_deviation", sigma));
        return map;
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

    /** A rule that flavio does not know leaves the published limit, which flavio takes as half a Gaussian. */
    private static Map<String, Object> limit(UpperLimit limit) {
        Optional<EventCounts> counts = limit.facts().counts();
        if (limit.method() != LimitMethod.GAMMA || counts.isEmpty()) {
            return named("gaussian_upper_limit", "limit", limit.limit(), "confidence_level", limit.level());
        }
        boolean general = counts.get().backgroundSigma().isPresent();
        String name = general ? "general_gamma_upper_limit" : "gamma_upper_limit";
        Map<String, Object> map = named(name, "limit", limit.limit(), "confidence_level", limit.level());
        putCounts(map, counts.get());
        return map;
    }

    private static void putCounts(Map<String, Object> map, EventCounts counts) {
        counts.total().ifPresent(n -> map.put("counts_total", n));
        counts.background().ifPresent(b -> map.put("counts_background", b));
        counts.signal().ifPresent(s -> map.put("counts_signal", s));
        counts.backgroundSigma().ifPresent(sigma -> map.put("background_std", sigma));
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
