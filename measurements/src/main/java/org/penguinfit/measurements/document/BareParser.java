package org.penguinfit.measurements.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The YAML or JSON parser alone, without places, checks and records: the least that reading a file can cost, with which
 * the loading benchmark compares.
 */
public final class BareParser {
    private BareParser() {}

    /**
     * Runs over all tokens of a file and looks at the text of each.
     *
     * @param bytes UTF-8 text of one document without a syntax error
     * @param name JSON if it ends with {@code .json}, else YAML
     * @return the number of characters in all keys and values
     */
    public static long characters(byte[] bytes, String name) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        long characters = 0;
        try (JsonParser parser = new DocumentParser(name, new Diagnostics()).open(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                characters += token.isStructStart() || token.isStructEnd() ? 0 : parser.getTextLength();
            }
        }
        return characters;
    }
}
