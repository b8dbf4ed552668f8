package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.penguinfit.fits.result.Provenance;

/** The block {@code provenance} of results.json: where every number came from. */
final class JsonProvenance {
    private JsonProvenance() {}

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
            ResultsJsonWriter.textOrNull(json, "reference", file.reference());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("bibliography");
        json.writeStringField("file", new BibliographyWriter().fileName());
        ResultsJsonWriter.texts(json, "keys", provenance.bibliography().keys());
        ResultsJsonWriter.texts(json, "missing", provenance.bibliography().missing());
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
        ResultsJsonWriter.texts(json, "texkeys", number.texkeys());
        ResultsJsonWriter.texts(json, "arxiv", number.arxiv());
        ResultsJsonWriter.textOrNull(json, "where", number.where());
        json.writeBooleanField("verified", number.verified());
        ResultsJsonWriter.texts(json, "tasks", number.tasks());
        json.writeEndObject();
    }
}
