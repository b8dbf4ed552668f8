package org.penguinfit.measurements.exchange.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;

/** A value as an explicit {@code likelihood} block. */
final class LikelihoodText {
    private LikelihoodText() {}

    /** The block; empty for a kind of value that has only a value string. */
    static Map<String, Object> of(PublishedValue value) {
        Map<String, Object> block = new LinkedHashMap<>();
        if (value instanceof GaussianValue g) {
            gaussian(g, block);
        } else if (value instanceof AsymmetricValue a) {
            asymmetric(a, block);
        } else if (value instanceof UpperLimit l) {
            limit(l, block);
        } else {
            rare(value, block);
        }
        return block;
    }

    private static void rare(PublishedValue value, Map<String, Object> block) {
        if (value instanceof UpperBound b) {
            block.put("type", "bound");
            block.put("bound", b.bound());
            block.put("width", b.width());
        } else if (value instanceof AmorosoValue a) {
            block.put("type", "amoroso");
            block.put("physical-limit", a.lowerEnd());
            block.put("theta", a.scale());
            block.put("alpha", a.alpha());
            block.put("beta", a.beta());
        } else if (value instanceof LogGammaValue g) {
            block.put("type", "log-gamma");
            block.put("mode", g.mode());
            block.put("lambda", g.lambda());
            block.put("alpha", g.alpha());
        }
    }

    private static void gaussian(GaussianValue value, Map<String, Object> block) {
        block.put("type", "gaussian");
        block.put("central", value.central());
        for (Uncertainty u : value.uncertainties()) {
            String key = u.label().isEmpty() ? "sigma" : u.label();
            List<Object> sigmas = new ArrayList<>(block.get(key) instanceof List<?> known ? known : List.of());
            sigmas.add(u.plus());
            block.put(key, sigmas);
        }
    }

    private static void asymmetric(AsymmetricValue value, Map<String, Object> block) {
        block.put("type", "asymmetric");
        block.put("central", value.central());
        block.put("plus", value.uncertainties().stream().map(Uncertainty::plus).toList());
        block.put(
                "minus", value.uncertainties().stream().map(Uncertainty::minus).toList());
        block.put("method", value.method().key());
    }

    private static void limit(UpperLimit value, Map<String, Object> block) {
        block.put("type", "upper-limit");
        block.put("limit", value.limit());
        block.put("cl", value.level());
        block.put("method", value.method().key());
        LimitFacts facts = value.facts();
        facts.central().ifPresent(central -> block.put("central", central));
        if (facts.bounded()) {
            block.put("bounded", true);
        }
        facts.counts().ifPresent(counts -> block.put("counts", counts(counts)));
        facts.wall().ifPresent(wall -> block.put("wall", wall));
    }

    private static Map<String, Object> counts(EventCounts counts) {
        Map<String, Object> map = new LinkedHashMap<>();
        counts.total().ifPresent(n -> map.put("total", n));
        counts.background().ifPresent(b -> map.put("background", b));
        counts.signal().ifPresent(n -> map.put("signal", n));
        counts.backgroundSigma().ifPresent(sigma -> map.put("background-sigma", sigma));
        return map;
    }
}
