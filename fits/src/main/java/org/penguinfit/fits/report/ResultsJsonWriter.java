package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.fits.plot.Format;
import org.penguinfit.fits.plot.json.PictureJson;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.result.TaskResult.PullFound;

/** results.json, the stable contract {@code penguinfit/results/1} that scripts and plots read. Numbers at full precision. */
final class ResultsJsonWriter implements TextFileWriter {
    /** The contract's name; its JSON Schema is packed as {@code schema/results-1.json}. */
    static final String SCHEMA = "penguinfit/results/1";

    @Override
    public String table() {
        return "";
    }

    @Override
    public String fileName() {
        return "results.json";
    }

    @Override
    public String write(FitResult result) {
        return JsonText.of(json -> fit(json, result));
    }

    private static void fit(JsonGenerator json, FitResult result) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("fit", result.fit());
        textOrNull(json, "variant", result.variant());
        textOrNull(json, "asOf", result.asOf());
        json.writeNumberField("seed", result.seed());
        json.writeStringField("version", result.version());
        json.writeObjectFieldStart("inputs");
        for (Map.Entry<String, String> input : result.inputs().entrySet()) {
            json.writeStringField(input.getKey(), input.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("measurements");
        texts(json, "used", result.used());
        json.writeArrayFieldStart("skipped");
        for (FitResult.Skip skip : result.skipped()) {
            json.writeStartObject();
            json.writeStringField("name", skip.name());
            json.writeStringField("reason", skip.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        texts(json, "citations", result.citations());
        JsonProvenance.write(json, result.provenance());
        json.writeObjectFieldStart("tasks");
        for (TaskResult task : result.tasks()) {
            json.writeFieldName(task.id());
            task(json, task);
        }
        json.writeEndObject();
        if (!result.pictures().isEmpty()) {
            pictures(json, result.pictures());
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

    private static void task(JsonGenerator json, TaskResult task) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", task.type().key());
        json.writeStringField("status", task.status().key());
        json.writeArrayFieldStart("minima");
        for (MinimumFound minimum : task.minima()) {
            minimum(json, minimum);
        }
        json.writeEndArray();
        Goodness fit = task.fit();
        if (fit != null) {
            json.writeNumberField("chi2", fit.chi2());
            json.writeNumberField("ndof", fit.ndof());
            if (fit.pValue() == null) {
                json.writeNullField("pValue");
            } else {
                json.writeNumberField("pValue", fit.pValue());
            }
            number(json, "chi2SM", fit.chi2Sm());
            number(json, "pullSM", fit.pullSm());
        }
        intervals(json, task.intervals());
        pulls(json, task.pulls());
        predictions(json, task.predictions());
        for (ResultBlock block : task.blocks()) {
            JsonBlocks.write(json, block);
        }
        json.writeEndObject();
    }

    private static void minimum(JsonGenerator json, MinimumFound minimum) throws IOException {
        json.writeStartObject();
        if (minimum.varied() != null) {
            json.writeStringField("varied", minimum.varied());
        }
        numbers(json, "parameters", minimum.parameters());
        json.writeNumberField("chi2", minimum.chi2());
        json.writeNumberField("deltaChi2", minimum.deltaChi2());
        numbers(json, "uncertainties", minimum.uncertainties());
        CovarianceMatrix covariance = minimum.covariance();
        if (covariance != null) {
            json.writeArrayFieldStart("covariance");
            for (double[] row : covariance.toArray()) {
                json.writeArray(row, 0, row.length);
            }
            json.writeEndArray();
        }
        json.writeStringField("covarianceState", word(minimum.covarianceState()));
        number(json, "edm", minimum.edm());
        json.writeEndObject();
    }

    private static String word(CovarianceState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void intervals(JsonGenerator json, Map<String, Map<String, IntervalSet>> intervals)
            throws IOException {
        json.writeObjectFieldStart("intervals");
        for (Map.Entry<String, Map<String, IntervalSet>> parameter : intervals.entrySet()) {
            json.writeObjectFieldStart(parameter.getKey());
            for (Map.Entry<String, IntervalSet> level : parameter.getValue().entrySet()) {
                json.writeArrayFieldStart(level.getKey());
                for (Interval segment : level.getValue().segments()) {
                    json.writeArray(new double[] {segment.lower(), segment.upper()}, 0, 2);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void pulls(JsonGenerator json, List<PullFound> pulls) throws IOException {
        json.writeArrayFieldStart("pulls");
        for (PullFound pull : pulls) {
            json.writeStartObject();
            json.writeStringField("measurement", pull.measurement());
            json.writeStringField("observable", pull.observable());
            json.writeNumberField("measured", pull.measured());
            number(json, "predicted", pull.predicted());
            number(json, "pull", pull.pull());
            number(json, "chi2", pull.chi2());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void predictions(JsonGenerator json, Map<String, PredictionFound> predictions) throws IOException {
        json.writeObjectFieldStart("predictions");
        for (Map.Entry<String, PredictionFound> entry : predictions.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            PredictionFound prediction = entry.getValue();
            number(json, "value", prediction.value());
            if (prediction.uncertainty() != null) {
                number(json, "uncertainty", prediction.uncertainty());
            }
            numbers(json, "budget", prediction.budget());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void texts(JsonGenerator json, String key, List<String> texts) throws IOException {
        json.writeArrayFieldStart(key);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void numbers(JsonGenerator json, String key, Map<String, Double> numbers) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            number(json, entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    /** JSON has no infinity; an unknown or infinite number is null, never a sentinel. */
    static void number(JsonGenerator json, String key, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(key, value);
        } else {
            json.writeNullField(key);
        }
    }

    static void textOrNull(JsonGenerator json, String key, String text) throws IOException {
        if (text.isEmpty()) {
            json.writeNullField(key);
        } else {
            json.writeStringField(key, text);
        }
    }
}
