package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.fits.browse.MeasurementAverage;
import org.penguinfit.likelihoods.average.JointAverage;
import org.penguinfit.likelihoods.average.ObservableAverage;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Selection.Skipped;

/** An average as JSON, numbers at full precision. */
public final class AverageJson {
    private AverageJson() {}

    /** One object. */
    public static String of(MeasurementAverage average) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            names(
                    json,
                    "used",
                    average.chosen().measurements().stream()
                            .map(Measurement::name)
                            .toList());
            json.writeArrayFieldStart("skipped");
            for (Skipped skip : average.chosen().skipped()) {
                json.writeStartObject();
                json.writeStringField("name", skip.name());
                json.writeStringField("reason", skip.reason());
                json.writeEndObject();
            }
            json.writeEndArray();
            if (average.single().isPresent()) {
                single(json, average.single().get());
            } else if (average.joint().isPresent()) {
                joint(json, average.joint().get());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text takes everything
        }
        return text.append('\n').toString();
    }

    private static void names(JsonGenerator json, String key, List<String> names) throws IOException {
        json.writeArrayFieldStart(key);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void single(JsonGenerator json, ObservableAverage average) throws IOException {
        names(json, "observables", List.of(average.observable()));
        json.writeStringField("unit", average.unit());
        json.writeFieldName("inputs");
        AverageText.inputs(average).json(json);
        if (average.linear().isPresent()) {
            linear(json, average.linear().get());
        }
        if (average.value().isPresent()) {
            json.writeObjectFieldStart("likelihood");
            json.writeNumberField("value", average.value().get());
            goodness(json, average.fit().orElseThrow());
            json.writeObjectFieldStart("sets");
            for (Map.Entry<String, IntervalSet> set : AverageText.sets(average).entrySet()) {
                json.writeArrayFieldStart(set.getKey());
                for (Interval segment : set.getValue().segments()) {
                    json.writeArray(new double[] {segment.lower(), segment.upper()}, 0, 2);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
            json.writeEndObject();
        }
    }

    private static void joint(JsonGenerator json, JointAverage average) throws IOException {
        names(json, "observables", average.observables());
        json.writeFieldName("inputs");
        AverageText.inputs(average).json(json);
        linear(json, average.linear());
        if (average.best().isPresent()) {
            json.writeObjectFieldStart("likelihood");
            json.writeFieldName("values");
            double[] best = average.best().get().point().toArray();
            json.writeArray(best, 0, best.length);
            goodness(json, average.fit().orElseThrow());
            json.writeEndObject();
        }
    }

    private static void linear(JsonGenerator json, BlueAverage linear) throws IOException {
        json.writeObjectFieldStart("linear");
        int n = linear.estimates().size();
        double[] sigmas = new double[n];
        double[] correlations = new double[n * n];
        for (int q = 0; q < n; q++) {
            sigmas[q] = linear.covariance().sigma(q);
            for (int p = 0; p < n; p++) {
                correlations[q * n + p] = p == q ? 1 : linear.covariance().correlation(q, p);
            }
        }
        json.writeFieldName("values");
        json.writeArray(linear.estimates().toArray(), 0, n);
        json.writeFieldName("sigmas");
        json.writeArray(sigmas, 0, n);
        json.writeArrayFieldStart("correlation");
        for (int q = 0; q < n; q++) {
            json.writeArray(correlations, q * n, n);
        }
        json.writeEndArray();
        goodness(json, linear.fit());
        if (linear.scaleFactor().isPresent()) {
            json.writeNumberField("scaleFactor", linear.scaleFactor().get().value());
        }
        json.writeEndObject();
    }

    private static void goodness(JsonGenerator json, GoodnessOfFit fit) throws IOException {
        json.writeNumberField("chi2", fit.chiSquare());
        json.writeNumberField("ndof", fit.dof());
        if (fit.dof() > 0) {
            json.writeNumberField("pValue", fit.pValue().value());
        }
    }
}
