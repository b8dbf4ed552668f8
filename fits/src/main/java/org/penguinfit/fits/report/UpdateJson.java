package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.result.json.JsonText;
import org.penguinfit.fits.update.CurvePair;
import org.penguinfit.fits.update.MeasurementChange;
import org.penguinfit.fits.update.ParameterChange;
import org.penguinfit.fits.update.TaskChange;
import org.penguinfit.fits.update.UpdateResult;

/** update.json, the contract {@code penguinfit/update/1}. Numbers at full precision, null where there is none. */
public final class UpdateJson {
    /** The contract's name; its JSON Schema is packed as {@code schema/update-1.json}. */
    static final String SCHEMA = "penguinfit/update/1";

    private UpdateJson() {}

    /** The whole text; the same update gives the same bytes. */
    public static String of(UpdateResult update) {
        return JsonText.of(json -> write(json, update));
    }

    private static void write(JsonGenerator json, UpdateResult update) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("fit", update.after().fit());
        JsonText.texts(json, "with", update.with());
        JsonText.textOrNull(json, "asOf", update.after().asOf());
        json.writeNumberField("seed", update.after().seed());
        json.writeStringField("version", update.after().version());
        json.writeArrayFieldStart("measurements");
        for (MeasurementChange change : update.changes()) {
            json.writeStartObject();
            json.writeStringField("name", change.name());
            json.writeStringField("change", change.kind().key());
            json.writeStringField("reason", change.reason());
            JsonText.texts(json, "published", change.published());
            json.writeStringField("file", change.file());
            JsonText.texts(json, "tasks", change.tasks());
            json.writeEndObject();
        }
        json.writeEndArray();
        JsonText.texts(json, "unchanged", update.unchanged());
        JsonText.texts(json, "notes", update.notes());
        json.writeObjectFieldStart("tasks");
        for (TaskChange task : update.tasks()) {
            task(json, task);
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void task(JsonGenerator json, TaskChange task) throws IOException {
        json.writeObjectFieldStart(task.id());
        json.writeStringField("type", task.after().type().key());
        json.writeObjectFieldStart("status");
        json.writeStringField("before", task.before().status().key());
        json.writeStringField("after", task.after().status().key());
        json.writeEndObject();
        json.writeObjectFieldStart("parameters");
        for (ParameterChange parameter : task.parameters()) {
            parameter(json, parameter);
        }
        json.writeEndObject();
        json.writeObjectFieldStart("goodness");
        goodness(json, "before", task.before().fit());
        goodness(json, "after", task.after().fit());
        json.writeEndObject();
        figures(json, task);
        predictions(json, task);
        curves(json, task);
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, ParameterChange parameter) throws IOException {
        json.writeObjectFieldStart(parameter.name());
        best(json, "before", parameter.before());
        best(json, "after", parameter.after());
        JsonText.number(json, "shift", parameter.shift().orElse(Double.NaN));
        JsonText.number(json, "shiftInSigma", parameter.shiftInSigma().orElse(Double.NaN));
        json.writeObjectFieldStart("intervals");
        for (Map.Entry<String, ParameterChange.Sets> level :
                parameter.intervals().entrySet()) {
            json.writeObjectFieldStart(level.getKey());
            set(json, "before", level.getValue().before());
            set(json, "after", level.getValue().after());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void best(JsonGenerator json, String key, Optional<ParameterChange.BestValue> best)
            throws IOException {
        if (best.isEmpty()) {
            json.writeNullField(key);
            return;
        }
        json.writeObjectFieldStart(key);
        JsonText.number(json, "value", best.get().value());
        JsonText.number(json, "uncertainty", best.get().sigma().orElse(Double.NaN));
        json.writeNumberField("minima", best.get().minima());
        json.writeEndObject();
    }

    private static void set(JsonGenerator json, String key, IntervalSet set) throws IOException {
        json.writeArrayFieldStart(key);
        for (Interval segment : set.segments()) {
            json.writeArray(new double[] {segment.lower(), segment.upper()}, 0, 2);
        }
        json.writeEndArray();
    }

    private static void goodness(JsonGenerator json, String key, @Nullable Goodness fit) throws IOException {
        if (fit == null) {
            json.writeNullField(key);
            return;
        }
        json.writeObjectFieldStart(key);
        JsonText.number(json, "chi2", fit.chi2());
        json.writeNumberField("ndof", fit.ndof());
        JsonText.number(json, "pValue", fit.pValue() == null ? Double.NaN : fit.pValue());
        JsonText.number(json, "chi2SM", fit.chi2Sm());
        JsonText.number(json, "pullSM", fit.pullSm());
        json.writeEndObject();
    }

    private static void figures(JsonGenerator json, TaskChange task) throws IOException {
        json.writeArrayFieldStart("figures");
        for (TaskChange.FigureChange figure : task.figures()) {
            json.writeStartObject();
            json.writeStringField("block", figure.block());
            json.writeStringField("key", figure.key());
            JsonText.number(json, "before", figure.before());
            JsonText.number(json, "after", figure.after());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void predictions(JsonGenerator json, TaskChange task) throws IOException {
        Set<String> names = new LinkedHashSet<>(task.before().predictions().keySet());
        names.addAll(task.after().predictions().keySet());
        json.writeObjectFieldStart("predictions");
        for (String name : names) {
            json.writeObjectFieldStart(name);
            prediction(json, "before", task.before(), name);
            prediction(json, "after", task.after(), name);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void prediction(JsonGenerator json, String key, TaskResult result, String name) throws IOException {
        PredictionFound found = result.predictions().get(name);
        if (found == null) {
            json.writeNullField(key);
            return;
        }
        json.writeObjectFieldStart(key);
        JsonText.number(json, "value", found.value());
        JsonText.number(json, "uncertainty", found.uncertainty() == null ? Double.NaN : found.uncertainty());
        json.writeEndObject();
    }

    private static void curves(JsonGenerator json, TaskChange task) throws IOException {
        json.writeObjectFieldStart("curves");
        for (CurvePair pair : task.curves()) {
            json.writeObjectFieldStart(pair.parameter());
            curve(json, "before", pair.before());
            curve(json, "after", pair.after());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void curve(JsonGenerator json, String key, CurvePair.Curve curve) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeFieldName("x");
        json.writeArray(curve.x().toArray(), 0, curve.x().size());
        json.writeFieldName("deltaChi2");
        json.writeArray(curve.deltaChi2().toArray(), 0, curve.deltaChi2().size());
        json.writeEndObject();
    }
}
