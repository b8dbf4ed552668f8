package org.penguinfit.fits.result.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.minimize.CovarianceState;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.config.TaskConfig.Published;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.DatumUsed;
import org.penguinfit.fits.result.TaskResult.Goodness;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.TaskResult.PredictionFound;
import org.penguinfit.fits.result.TaskResult.PullFound;
import org.penguinfit.likelihoods.theory.WilsonValue;

/** Writes one task of results.json. */
final class TaskJson {
    private final JsonNumbers numbers;
    private final JsonGenerator json;

    TaskJson(JsonNumbers numbers) {
        this.numbers = numbers;
        this.json = numbers.json();
    }

    void write(TaskResult task) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", task.type().key());
        json.writeStringField("status", task.status().key());
        json.writeStringField("title", task.heading().title());
        JsonText.texts(
                json,
                "levels",
                task.heading().levels().stream().map(Level::label).toList());
        published(task.heading().published());
        data(task.data());
        JsonText.texts(json, "notes", task.notes());
        json.writeArrayFieldStart("minima");
        for (MinimumFound minimum : task.minima()) {
            minimum(minimum);
        }
        json.writeEndArray();
        Goodness fit = task.fit();
        if (fit != null) {
            goodness(fit);
        }
        intervals(task.intervals());
        JsonText.texts(json, "clipped", task.clipped());
        pulls(task.pulls());
        predictions(task.predictions());
        new BlockJson(numbers).write(task.blocks());
        json.writeEndObject();
    }

    private void published(@Nullable Published published) throws IOException {
        if (published == null) {
            json.writeNullField("published");
            return;
        }
        json.writeObjectFieldStart("published");
        json.writeStringField("where", published.where());
        texts("intervals", published.intervals());
        texts("values", published.values());
        numbers.map("to", published.steps());
        JsonText.textOrNull(json, "corrected", published.corrected());
        texts("as", published.correctedNames());
        JsonText.textOrNull(json, "remark", published.remark());
        json.writeEndObject();
    }

    private void texts(String key, Map<String, String> texts) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            json.writeStringField(entry.getKey(), entry.getValue());
        }
        json.writeEndObject();
    }

    private void data(List<DatumUsed> data) throws IOException {
        json.writeArrayFieldStart("data");
        for (DatumUsed datum : data) {
            json.writeStartObject();
            json.writeStringField("measurement", datum.measurement());
            JsonText.texts(json, "observables", datum.observables());
            json.writeStringField("published", datum.published());
            json.writeStringField("rule", datum.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void goodness(Goodness fit) throws IOException {
        numbers.field("chi2", fit.chi2());
        json.writeNumberField("ndof", fit.ndof());
        numbers.field("pValue", fit.pValue() == null ? Double.NaN : fit.pValue());
        numbers.field("chi2SM", fit.chi2Sm());
        numbers.field("pullSM", fit.pullSm());
    }

    private void minimum(MinimumFound minimum) throws IOException {
        json.writeStartObject();
        if (minimum.varied() != null) {
            json.writeStringField("varied", minimum.varied());
        }
        numbers.map("parameters", minimum.parameters());
        numbers.field("chi2", minimum.chi2());
        numbers.field("deltaChi2", minimum.deltaChi2());
        numbers.map("uncertainties", minimum.uncertainties());
        CovarianceMatrix covariance = minimum.covariance();
        if (covariance != null) {
            json.writeArrayFieldStart("covariance");
            for (double[] row : covariance.toArray()) {
                json.writeArray(row, 0, row.length);
            }
            json.writeEndArray();
        }
        json.writeStringField("covarianceState", word(minimum.covarianceState()));
        numbers.field("edm", minimum.edm());
        JsonText.texts(json, "atLimit", minimum.atLimit());
        wilson(minimum.wilson());
        json.writeEndObject();
    }

    static String word(CovarianceState state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Basis → name → parts, coefficients of one basis behind each other. */
    private void wilson(List<WilsonValue> values) throws IOException {
        json.writeObjectFieldStart("wilson");
        for (String basis : values.stream().map(WilsonValue::basis).distinct().toList()) {
            json.writeObjectFieldStart(basis);
            for (WilsonValue value : values) {
                if (value.basis().equals(basis)) {
                    json.writeObjectFieldStart(value.name());
                    numbers.field("Re", value.re());
                    numbers.field("Im", value.im());
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void intervals(Map<String, Map<String, IntervalSet>> intervals) throws IOException {
        json.writeObjectFieldStart("intervals");
        for (Map.Entry<String, Map<String, IntervalSet>> parameter : intervals.entrySet()) {
            json.writeObjectFieldStart(parameter.getKey());
            for (Map.Entry<String, IntervalSet> level : parameter.getValue().entrySet()) {
                json.writeArrayFieldStart(level.getKey());
                for (Interval segment : level.getValue().segments()) {
                    json.writeStartArray();
                    numbers.item(segment.lower());
                    numbers.item(segment.upper());
                    json.writeEndArray();
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void pulls(List<PullFound> pulls) throws IOException {
        json.writeArrayFieldStart("pulls");
        for (PullFound pull : pulls) {
            json.writeStartObject();
            json.writeStringField("measurement", pull.measurement());
            json.writeStringField("observable", pull.observable());
            numbers.field("measured", pull.measured());
            numbers.field("predicted", pull.predicted());
            numbers.field("pull", pull.pull());
            numbers.field("chi2", pull.chi2());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void predictions(Map<String, PredictionFound> predictions) throws IOException {
        json.writeObjectFieldStart("predictions");
        for (Map.Entry<String, PredictionFound> entry : predictions.entrySet()) {
            json.writeObjectFieldStart(entry.getKey());
            PredictionFound prediction = entry.getValue();
            numbers.field("value", prediction.value());
            if (prediction.uncertainty() != null) {
                numbers.field("uncertainty", prediction.uncertainty());
            }
            numbers.map("budget", prediction.budget());
            json.writeStringField("unit", prediction.unit());
            json.writeEndObject();
        }
        json.writeEndObject();
    }
}
