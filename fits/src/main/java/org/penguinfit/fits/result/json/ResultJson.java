package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.json.PictureJson;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.Names;
import org.penguinfit.fits.result.TaskResult;

/**
 * Writes results.json, the stable contract {@code penguinfit/results/1} that scripts, plots and {@link ResultReader} read.
 * Numbers at full precision.
 */
public final class ResultJson {
    /** Name of the file. */
    public static final String FILE = "results.json";

    /** The contract's name; its JSON Schema is packed as {@code schema/results-1.json}. */
    static final String SCHEMA = "penguinfit/results/1";

    private ResultJson() {}

    /** The whole text; the same result gives the same bytes. */
    public static String of(FitResult result) {
        return JsonText.of(json -> fit(new JsonNumbers(json), result));
    }

    private static void fit(JsonNumbers numbers, FitResult result) throws IOException {
        JsonGenerator json = numbers.json();
        json.writeStartObject();
        heading(json, result);
        measurements(json, result);
        JsonText.texts(json, "citations", result.citations());
        JsonText.texts(json, "notes", result.notes());
        ProvenanceJson.write(json, result.provenance());
        names(json, result.names());
        json.writeObjectFieldStart("tasks");
        for (TaskResult task : result.tasks()) {
            json.writeFieldName(task.id());
            new TaskJson(numbers).write(task);
        }
        json.writeEndObject();
        if (!result.pictures().isEmpty()) {
            pictures(json, result.pictures());
        }
        infinite(json, numbers.infinite());
        json.writeEndObject();
    }

    private static void heading(JsonGenerator json, FitResult result) throws IOException {
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("fit", result.fit());
        JsonText.textOrNull(json, "title", result.title());
        JsonText.textOrNull(json, "reference", result.reference());
        JsonText.textOrNull(json, "variant", result.variant());
        JsonText.textOrNull(json, "asOf", result.asOf());
        json.writeNumberField("seed", result.seed());
        json.writeStringField("version", result.version());
        JsonText.texts(json, "tables", result.tables());
        json.writeObjectFieldStart("inputs");
        for (Map.Entry<String, String> input : result.inputs().entrySet()) {
            json.writeStringField(input.getKey(), input.getValue());
        }
        json.writeEndObject();
    }

    private static void measurements(JsonGenerator json, FitResult result) throws IOException {
        json.writeObjectFieldStart("measurements");
        JsonText.texts(json, "used", result.used());
        json.writeArrayFieldStart("skipped");
        for (FitResult.Skip skip : result.skipped()) {
            json.writeStartObject();
            json.writeStringField("name", skip.name());
            json.writeStringField("reason", skip.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, Names names) throws IOException {
        json.writeObjectFieldStart("names");
        names(json, "parameters", names.parameters());
        names(json, "observables", names.observables());
        json.writeEndObject();
    }

    private static void names(JsonGenerator json, String key, Map<String, Names.Name> names) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, Names.Name> name : names.entrySet()) {
            json.writeObjectFieldStart(name.getKey());
            JsonText.textOrNull(json, "tex", name.getValue().tex());
            json.writeStringField("unit", name.getValue().unit());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Only in results that have pictures. */
    private static void pictures(JsonGenerator json, List<FitResult.Picture> pictures) throws IOException {
        json.writeObjectFieldStart("plots");
        for (FitResult.Picture picture : pictures) {
            json.writeObjectFieldStart(picture.name());
            json.writeStringField("task", picture.task());
            json.writeArrayFieldStart("format");
            for (Format format : picture.formats()) {
                json.writeString(format.extension());
            }
            json.writeEndArray();
            json.writeFieldName("figure");
            PictureJson.write(json, picture.figure());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** Only in results that have infinite numbers. */
    private static void infinite(JsonGenerator json, Map<String, String> places) throws IOException {
        if (places.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("infinite");
        for (Map.Entry<String, String> place : places.entrySet()) {
            json.writeStringField(place.getKey(), place.getValue());
        }
        json.writeEndObject();
    }
}
