package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes numbers. One that is not finite becomes null, as scripts expect; of an infinite one the place and the sign are
 * kept, so that a report can be written again from the file.
 */
final class JsonNumbers {
    private final JsonGenerator json;
    private final Map<String, String> infinite = new LinkedHashMap<>();

    JsonNumbers(JsonGenerator json) {
        this.json = json;
    }

    JsonGenerator json() {
        return json;
    }

    /** Places (JSON Pointer, RFC 6901) of infinite numbers → {@code inf} or {@code -inf}. */
    Map<String, String> infinite() {
        return infinite;
    }

    void field(String key, double value) throws IOException {
        json.writeFieldName(key);
        item(value);
    }

    void item(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
            return;
        }
        json.writeNull();
        if (!Double.isNaN(value)) {
            infinite.put(json.getOutputContext().pathAsPointer().toString(), value > 0 ? "inf" : "-inf");
        }
    }

    void map(String key, Map<String, Double> numbers) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            field(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }
}
