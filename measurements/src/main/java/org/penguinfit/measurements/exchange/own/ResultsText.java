package org.penguinfit.measurements.exchange.own;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.RatioToSm;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.exchange.text.CorrelationText;
import org.penguinfit.measurements.exchange.text.DistributionText;
import org.penguinfit.measurements.exchange.text.GridText;
import org.penguinfit.measurements.exchange.text.ObservableText;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The keys of an entry that hold its results, in several ways, the most readable first. */
final class ResultsText {
    private ResultsText() {}

    static List<Map<String, Object>> candidates(List<PublishedResult> results) {
        List<Map<String, Object>> candidates = new ArrayList<>();
        if (results.size() == 1 && results.get(0) instanceof CorrelatedResult block) {
            Optional<List<List<Double>>> triangle = CorrelationText.triangle(block);
            for (boolean quoted : new boolean[] {true, false}) {
                triangle.ifPresent(rows -> candidates.add(joint(block, quoted, "correlation", rows)));
            }
            List<List<Double>> covariance = CorrelationText.covariance(block.covariance());
            for (boolean quoted : new boolean[] {true, false}) {
                candidates.add(joint(block, quoted, "covariance", covariance));
            }
        } else {
            candidates.add(separate(results, true));
            candidates.add(separate(results, false));
        }
        return candidates;
    }

    /** Items with one matrix for all of them. */
    private static Map<String, Object> joint(
            CorrelatedResult block, boolean quoted, String key, List<List<Double>> rows) {
        List<Object> items = new ArrayList<>();
        for (Component c : block.components()) {
            Map<String, Object> item = ObservableText.item(c.observable());
            if (quoted && isOneValue(c)) {
                quoted(item, c.quotation());
            } else {
                item.put("value", ValueText.of(c.central(), c.uncertainties(), true));
                putUnit(item, c.quotation());
            }
            items.add(new Flow(item));
        }
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("values", items);
        keys.put(key, flowRows(rows));
        return keys;
    }

    /** A component of a block is quoted by the whole block, not by a value string. */
    private static boolean isOneValue(Component c) {
        return ValueText.read(c.quotation().text()).isPresent();
    }

    private static Map<String, Object> separate(List<PublishedResult> results, boolean quoted) {
        List<Object> items = new ArrayList<>();
        Map<String, Object> plain = new LinkedHashMap<>();
        for (PublishedResult result : results) {
            Map<String, Object> item = result instanceof SingleResult single
                    ? single(single, quoted)
                    : result instanceof CorrelatedResult block ? block(block) : grid((TabulatedResult) result);
            items.add(new Flow(item));
            if (item.size() == 2 && item.containsKey("name") && item.containsKey("value")) {
                plain.put(String.valueOf(item.get("name")), item.getOrDefault("value", ""));
            }
        }
        return Map.of("values", plain.size() == results.size() ? plain : items);
    }

    private static Map<String, Object> single(SingleResult result, boolean quoted) {
        Map<String, Object> item = ObservableText.item(result.observable());
        Optional<String> text = ValueText.of(result.value(), true);
        if (quoted && says(result)) {
            quoted(item, result.quotation());
        } else if (text.isPresent()) {
            item.put("value", text.get());
            putUnit(item, result.quotation());
        } else {
            Map<String, Object> likelihood = LikelihoodText.of(result.value());
            List<Map<String, Object>> distributions = DistributionText.of(result.value());
            if (!likelihood.isEmpty()) {
                item.put("likelihood", likelihood);
            } else {
                item.put("value", distributions.size() == 1 ? distributions.get(0) : distributions);
            }
            putUnit(item, result.quotation());
        }
        result.ratio().ifPresent(ratio -> item.put("ratio", ratio(ratio)));
        return item;
    }

    /** True if the words of the file, times its scale, say the value to the last digit. */
    private static boolean says(SingleResult result) {
        double scale = result.quotation().scale();
        return ValueText.read(result.quotation().text())
                .map(value -> scale == 1 ? value : value.scaled(scale))
                .filter(result.value()::equals)
                .isPresent();
    }

    private static Map<String, Object> block(CorrelatedResult block) {
        List<Object> observables = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        for (Component c : block.components()) {
            observables.add(
                    c.observable().arguments().isEmpty() ? c.observable().name() : ObservableText.item(c.observable()));
            values.add(ValueText.of(c.central(), c.uncertainties(), true));
        }
        Map<String, Object> likelihood = new LinkedHashMap<>();
        likelihood.put("type", "multivariate-gaussian");
        likelihood.put("observables", observables);
        likelihood.put("values", values);
        likelihood.put("covariance", CorrelationText.covariance(block.covariance()));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("likelihood", likelihood);
        putUnit(item, block.quotation());
        return item;
    }

    private static Map<String, Object> grid(TabulatedResult grid) {
        List<Object> observables = new ArrayList<>();
        grid.observables().forEach(o -> observables.add(o.arguments().isEmpty() ? o.name() : ObservableText.item(o)));
        Map<String, Object> likelihood = new LinkedHashMap<>();
        likelihood.put("type", "table2d");
        likelihood.put("observables", observables);
        likelihood.put("axes", grid.axes());
        likelihood.put("values", GridText.nested(grid));
        likelihood.put("quantity", grid.quantity().key());
        likelihood.put("interpolation", grid.linear() ? "linear" : "cubic");
        grid.central().ifPresent(central -> likelihood.put("central", central));
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("likelihood", likelihood);
        putUnit(item, grid.quotation());
        return item;
    }

    private static void quoted(Map<String, Object> item, Quotation quotation) {
        item.put("value", quotation.text());
        if (quotation.scale() != 1) {
            item.put("scale", quotation.scale());
        }
        putUnit(item, quotation);
    }

    private static void putUnit(Map<String, Object> item, Quotation quotation) {
        if (!quotation.unit().isEmpty()) {
            item.put("unit", quotation.unit());
        }
    }

    private static Map<String, Object> ratio(RatioToSm ratio) {
        Map<String, Object> sm = new LinkedHashMap<>();
        sm.put("value", ratio.smValue());
        sm.put("sigma", ratio.smSigma());
        if (!ratio.inspire().isEmpty()) {
            sm.put("inspire", ratio.inspire());
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("numerator", ratio.numerator());
        map.put("sm", sm);
        map.put("sm-uncertainty", ratio.smUncertainty().key());
        return map;
    }

    private static List<Object> flowRows(List<List<Double>> rows) {
        List<Object> lines = new ArrayList<>();
        for (List<Double> row : rows) {
            lines.add(new Flow(row));
        }
        return lines;
    }
}
