package org.penguinfit.measurements.exchange.text;

import java.util.LinkedHashMap;
import java.util.Map;
import org.penguinfit.measurements.ObservableId;

/** Observables as items of files. */
public final class ObservableText {
    private ObservableText() {}

    /** {@code {name: …, q2min: …, q2max: …}}, to which more keys may be added. */
    public static Map<String, Object> item(ObservableId observable) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("name", observable.name());
        for (ObservableId.Argument argument : observable.arguments()) {
            item.put(argument.name(), argument.value());
        }
        return item;
    }
}
