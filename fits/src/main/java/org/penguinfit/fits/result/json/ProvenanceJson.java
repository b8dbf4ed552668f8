package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.penguinfit.fits.result.Provenance;

/** The block {@code provenance} of results.json: where every number came from. */
final class ProvenanceJson {
    private ProvenanceJson() {}

    static void write(JsonGenerator json, Provenance provenance) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeArrayFieldStart("numbers");
        for (Provenance.SourcedNumber number : provenance.numbers()) {
            number(json, number);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("theory");
        for (Provenance.TheoryFile file : provenance.theory()) {
            json.writeStartObject();
            json.writeStringField("file", file.file());
            json.writeStringField("sha256", file.sha256());
            JsonText.textOrNull(json, "reference", file.reference());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("bibliography");
        json.writeStringField("file", Provenance.References.FILE);
        JsonText.texts(json, "keys", provenance.bibliography().keys());
        JsonText.texts(json, "missing", provenance.bibliography().missing());
        json.writeStringField("text", provenance.bibliography().text());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, Provenance.SourcedNumber number) throws IOException {
        json.writeStartObject();
        json.writeStringField("measurement", number.measurement());
        json.writeStringField("observable", number.observable());
        json.writeStringField("published", number.published());
        json.writeStringField("file", number.file());
        json.writeStringField("key", number.key());
        json.writeNumberField("line", number.line());
        json.writeNumberField("column", number.column());
        json.writeStringField("sha256", number.sha256());
        JsonText.texts(json, "texkeys", number.texkeys());
        JsonText.texts(json, "arxiv", number.arxiv());
        JsonText.textOrNull(json, "where", number.where());
        json.writeBooleanField("verified", number.verified());
        JsonText.texts(json, "tasks", number.tasks());
        json.writeEndObject();
    }
}
