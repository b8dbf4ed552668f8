package org.penguinfit.measurements.exchange.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.exchange.text.DistributionText;

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
        } else if (value instanceof CountingValue c) {
            counting(c, block);
        } else if (value instanceof TabulatedValue t && DistributionText.of(t).isEmpty()) {
            block.put("type", "table");
            block.putAll(table(t.table()));
            t.central().ifPresent(central -> block.put("central", central));
        } else if (value instanceof LogGammaValue g) {
            block.put("type", "log-gamma");
            block.put("mode", g.mode());
            block.put("lambda", g.lambda());
            block.put("alpha", g.alpha());
        }
    }

    private static void counting(CountingValue value, Map<String, Object> block) {
        block.put("type", "counting");
        block.put("n", value.counts().n());
        block.put("b", value.counts().b());
        value.counts().backgroundSigma().ifPresent(sigma -> block.put("b-sigma", sigma));
        block.put("sensitivity", value.sensitivity());
        block.put("treatment", value.treatment().key());
    }

    private static Map<String, Object> table(Tabulation table) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < table.x().size(); i++) {
            List<Object> point =
                    new ArrayList<>(List.of(table.x().get(i), table.y().get(i)));
            if (!table.clb().isEmpty()) {
                point.add(table.clb().get(i));
            }
            points.add(point);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("points", points);
        map.put("quantity", table.quantity().key());
        map.put("interpolation", table.linear() ? "linear" : "cubic");
        map.put("outside", table.excludedOutside() ? "exclude" : "extrapolate-quadratic");
        table.assumedClb().ifPresent(clb -> map.put("assume-clb", clb));
        return map;
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
        facts.table().ifPresent(table -> block.put("table", table(table)));
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
