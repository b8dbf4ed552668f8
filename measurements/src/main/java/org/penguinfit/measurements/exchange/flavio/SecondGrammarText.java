package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.exchange.text.DistributionText;
import org.penguinfit.measurements.exchange.text.GridText;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The results of a measurement as {@code constraints} of flavio's second grammar. */
final class SecondGrammarText {
    private SecondGrammarText() {}

    /** The list; nothing if a result has no distribution. */
    static Optional<List<Object>> constraints(List<PublishedResult> results) {
        List<Object> constraints = new ArrayList<>();
        for (PublishedResult result : results) {
            Map<String, Object> constraint = new LinkedHashMap<>();
            if (result instanceof SingleResult single) {
                List<Map<String, Object>> dictionaries = DistributionText.of(single.value());
                Optional<String> string = FirstGrammar.string(single);
                if (single.observable().arguments().isEmpty() && string.isPresent()) {
                    constraint.put(single.observable().name(), string.get());
                } else if (dictionaries.isEmpty()) {
                    return Optional.empty();
                } else {
                    constraint.put("observables", new Flow(List.of(byPlace(single.observable()))));
                    constraint.put("values", new Flow(dictionaries.size() == 1 ? dictionaries.get(0) : dictionaries));
                }
            } else {
                Optional<Map<String, Object>> joint = result instanceof CorrelatedResult block
                        ? Optional.of(FirstGrammar.multivariate(block))
                        : GridText.distribution((TabulatedResult) result);
                if (joint.isEmpty()) {
                    return Optional.empty();
                }
                constraint.put(
                        "observables",
                        new Flow(result.observables().stream()
                                .map(SecondGrammarText::byPlace)
                                .toList()));
                constraint.put("values", new Flow(joint.get()));
            }
            constraints.add(constraint);
        }
        return Optional.of(constraints);
    }

    private static Object byPlace(ObservableId observable) {
        if (observable.arguments().isEmpty()) {
            return observable.name();
        }
        List<Object> list = new ArrayList<>(List.of(observable.name()));
        for (ObservableId.Argument argument : observable.arguments()) {
            list.add(argument.value());
        }
        return list;
    }
}
