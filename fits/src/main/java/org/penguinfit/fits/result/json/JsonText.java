package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** JSON as text: indented, and the same bytes everywhere. */
public final class JsonText {
    private JsonText() {}

    /** What writes the one value of a text. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void write(JsonGenerator json) throws IOException;
    }

    /** The text, ending with a line break. */
    public static String of(Content content) {
        StringWriter text = new StringWriter();
        // The fast writer gives the shortest digits on every JDK; Double.toString does so only from JDK 19 on.
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        try (JsonGenerator json = factory.createGenerator(text)) {
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(lines));
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    /** A list of texts. */
    public static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** JSON has no infinity; an unknown or infinite number is null, never a sentinel. */
    public static void number(JsonGenerator json, String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }

    /** A text; null if it is empty. */
    public static void textOrNull(JsonGenerator json, String key, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, text);
        }
    }
}
