package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.exchange.text.CorrelationText;
import org.penguinfit.measurements.exchange.text.DistributionText;
import org.penguinfit.measurements.exchange.text.GridText;
import org.penguinfit.measurements.exchange.text.ObservableText;
import org.penguinfit.measurements.exchange.text.ValueText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The results of a measurement in flavio's first grammar: independent values, or one block of correlated ones. */
final class FirstGrammar {
    private FirstGrammar() {}

    /** The keys {@code values}, {@code observables}, {@code correlation}; nothing if the grammar has no room for the results. */
    static Optional<Map<String, Object>> entry(List<PublishedResult> results) {
        if (results.size() == 1 && results.get(0) instanceof CorrelatedResult block) {
            return Optional.of(block(block));
        }
        if (results.size() == 1 && results.get(0) instanceof TabulatedResult grid) {
            return GridText.distribution(grid).map(map -> joint(grid.observables(), map));
        }
        if (!results.stream().allMatch(SingleResult.class::isInstance)) {
            return Optional.empty();
        }
        boolean plain = results.stream()
                .allMatch(r -> ((SingleResult) r).observable().arguments().isEmpty());
        Map<String, Object> byName = new LinkedHashMap<>();
        List<Object> items = new ArrayList<>();
        for (PublishedResult result : results) {
            SingleResult single = (SingleResult) result;
            List<Map<String, Object>> dictionaries = DistributionText.of(single.value());
            Optional<String> string = string(single);
            if (string.isEmpty() && dictionaries.size() > 1 && !plain) {
                return Optional.empty(); // a list of dictionaries may only stand in a map of values
            }
            Object value = string.isPresent()
                    ? string.get()
                    : new Flow(dictionaries.size() == 1 ? dictionaries.get(0) : dictionaries);
            byName.put(single.observable().name(), value);
            Map<String, Object> item = ObservableText.item(single.observable());
            item.put("value", value);
            items.add(new Flow(item));
        }
        return Optional.of(Map.of("values", plain ? byName : items));
    }

    /** The value string that flavio reads to the same value: the words of the file if they are such, else one of ours. */
    static Optional<String> string(SingleResult result) {
        PublishedValue value = result.value();
        String quoted = result.quotation().text();
        double scale = result.quotation().scale();
        boolean says = FlavioString.isUnderstood(quoted)
                && scale == 1
                && ValueText.read(quoted).filter(value::equals).isPresent();
        return says ? Optional.of(quoted) : ValueText.of(value, false).filter(FlavioString::isUnderstood);
    }

    /** The words of the file for one component if flavio reads them to the same numbers, else ours. */
    private static String string(Component c) {
        PublishedValue value = AsymmetricValue.of(c.central(), c.uncertainties());
        boolean says = FlavioString.isUnderstood(c.quotation().text())
                && c.quotation().scale() == 1
                && ValueText.read(c.quotation().text()).filter(value::equals).isPresent();
        return says ? c.quotation().text() : ValueText.of(c.central(), c.uncertainties(), false);
    }

    private static Map<String, Object> block(CorrelatedResult block) {
        Optional<List<List<Double>>> triangle = CorrelationText.triangle(block);
        List<Object> items = new ArrayList<>();
        boolean readable = triangle.isPresent();
        for (Component c : block.components()) {
            String text = string(c);
            readable &= FlavioString.isUnderstood(text);
            Map<String, Object> item = ObservableText.item(c.observable());
            item.put("value", text);
            items.add(new Flow(item));
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        if (readable) {
            List<Object> rows = new ArrayList<>();
            triangle.orElseThrow().forEach(row -> rows.add(new Flow(row)));
            entry.put("values", items);
            entry.put("correlation", rows);
        } else {
            entry.putAll(joint(block.observables(), multivariate(block)));
        }
        return entry;
    }

    private static Map<String, Object> joint(List<ObservableId> observables, Map<String, Object> distribution) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("observables", observables.stream().map(FirstGrammar::bare).toList());
        entry.put("values", new Flow(distribution));
        return entry;
    }

    /** {@code {distribution: multivariate_normal, …}} with all digits of the covariance. */
    static Map<String, Object> multivariate(CorrelatedResult block) {
        List<Double> centres = new ArrayList<>();
        for (double central : block.centralValues()) {
            centres.add(central);
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("distribution", "multivariate_normal");
        map.put("central_value", centres);
        map.put("covariance", CorrelationText.covariance(block.covariance()));
        return map;
    }

    private static Object bare(ObservableId observable) {
        return observable.arguments().isEmpty() ? observable.name() : new Flow(ObservableText.item(observable));
    }
}
