package org.penguinfit.fits.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.fits.bench.LikelihoodAnswer.ExactSets;
import org.penguinfit.fits.bench.LikelihoodAnswer.ToySums;
import org.penguinfit.fits.result.Version;

/** An answer as one JSON object; the keys of a likelihood problem are those of the reference answers. */
public final class BenchReport {
    /** Name of the layout. */
    public static final String SCHEMA = "penguinfit/bench/1";

    private final JsonGenerator json;

    private BenchReport(JsonGenerator json) {
        this.json = json;
    }

    /** The text of an answer. */
    public static String of(BenchProblem problem, BenchAnswer answer) {
        StringWriter text = new StringWriter();
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build();
        try (JsonGenerator json = factory.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            new BenchReport(json).write(problem, answer);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text + "\n";
    }

    private void write(BenchProblem problem, BenchAnswer answer) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        json.writeStringField("problem", problem.name());
        json.writeStringField("version", Version.current());
        json.writeStringField("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        if (answer instanceof LikelihoodAnswer likelihood) {
            likelihood(likelihood);
        } else if (answer instanceof MinimisationAnswer tests) {
            minimisations(tests);
        } else if (answer instanceof NistAnswer sets) {
            nist(sets);
        } else {
            throw new IllegalStateException("no layout for " + answer.getClass().getSimpleName() + "; add it here");
        }
        json.writeEndObject();
    }

    private void likelihood(LikelihoodAnswer answer) throws IOException {
        json.writeArrayFieldStart("parameters");
        for (String name : answer.parameters()) {
            json.writeString(name);
        }
        json.writeEndArray();
        json.writeStringField(
                "search",
                "multi-start: " + answer.starts() + " starts, " + answer.failedStarts() + " failed; not certified");
        json.writeArrayFieldStart("minima");
        for (Minimum minimum : answer.minima()) {
            minimum(minimum);
        }
        json.writeEndArray();
        Minimum best = answer.minima().get(0);
        uncertainties(best, answer.parameters().size());
        ends("minos", answer.ends());
        sets("profile_intervals_global", answer.sets());
        json.writeObjectFieldStart("scan_par0");
        numbers("t", answer.profile().x());
        numbers("chi2", answer.profile().value());
        json.writeEndObject();
        if (answer.toys().isPresent()) {
            toys(answer.toys().get());
        }
        if (answer.exact().isPresent()) {
            exact(answer.exact().get());
        }
        timings(answer.timings());
    }

    private void minimum(Minimum minimum) throws IOException {
        json.writeStartObject();
        json.writeNumberField("chi2", minimum.value());
        numbers("x", minimum.point());
        status(minimum.status());
        number("edm", minimum.edm());
        evaluations(minimum.evaluations());
        json.writeEndObject();
    }

    private void uncertainties(Minimum best, int n) throws IOException {
        json.writeArrayFieldStart("hesse_sigma");
        for (int i = 0; i < n; i++) {
            number(best.uncertainty(i).orElse(Double.NaN));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("correlation");
        for (int i = 0; i < n; i++) {
            json.writeStartArray();
            for (int j = 0; j < n; j++) {
                number(best.correlation(i, j).orElse(Double.NaN));
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private void ends(String key, Map<String, List<Interval>> ends) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, List<Interval>> level : ends.entrySet()) {
            json.writeArrayFieldStart(level.getKey());
            for (Interval interval : level.getValue()) {
                interval(interval);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void sets(String key, Map<String, List<IntervalSet>> sets) throws IOException {
        json.writeObjectFieldStart(key);
        for (Map.Entry<String, List<IntervalSet>> level : sets.entrySet()) {
            json.writeArrayFieldStart(level.getKey());
            for (IntervalSet set : level.getValue()) {
                set(set);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void set(IntervalSet set) throws IOException {
        json.writeStartArray();
        for (Interval segment : set.segments()) {
            interval(segment);
        }
        json.writeEndArray();
    }

    private void interval(Interval interval) throws IOException {
        json.writeStartArray();
        number(interval.lower());
        number(interval.upper());
        json.writeEndArray();
    }

    private void toys(ToySums toys) throws IOException {
        json.writeNumberField("toys_local_chi2_from_start_sum", toys.localSum());
        json.writeArrayFieldStart("toys_first10");
        for (double value : toys.first()) {
            number(value);
        }
        json.writeEndArray();
        json.writeNumberField("toys_global_chi2_sum", toys.globalSum());
        json.writeNumberField("toys_where_start0_misses_global_by_1e-6", toys.missed());
        json.writeNumberField("toys_failed", toys.failures());
    }

    private void exact(ExactSets exact) throws IOException {
        json.writeArrayFieldStart("exact_minima");
        for (Vector minimum : exact.minima()) {
            json.writeArray(minimum.toArray(), 0, minimum.size());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("intervals_relative_to_global_min");
        for (Map.Entry<String, IntervalSet> level : exact.sets().entrySet()) {
            json.writeFieldName(level.getKey());
            set(level.getValue());
        }
        json.writeEndObject();
    }

    private void minimisations(MinimisationAnswer answer) throws IOException {
        json.writeArrayFieldStart("runs");
        for (MinimisationAnswer.Run run : answer.runs()) {
            json.writeStartObject();
            json.writeStringField("test", run.test());
            json.writeStringField("minimizer", run.minimizer());
            numbers("start", run.start());
            numbers("x", run.end());
            number("f", run.value());
            status(run.status());
            number("edm", run.edm());
            json.writeStringField("verdict", key(run.verdict()));
            json.writeBooleanField("global", run.global());
            evaluations(run.evaluations());
            timings(List.of(run.timing()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void nist(NistAnswer answer) throws IOException {
        json.writeArrayFieldStart("runs");
        for (NistAnswer.Run run : answer.runs()) {
            json.writeStartObject();
            json.writeStringField("set", run.set());
            json.writeNumberField("start", run.start());
            json.writeStringField("minimizer", run.minimizer());
            status(run.status());
            json.writeObjectFieldStart("certified_digits");
            json.writeNumberField("par", run.parameterDigits());
            json.writeNumberField("sd", run.sigmaDigits());
            json.writeNumberField("rss", run.rssDigits());
            json.writeEndObject();
            numbers("x", run.parameters());
            numbers("sd", run.sigmas());
            number("rss", run.rss());
            evaluations(run.evaluations());
            timings(List.of(run.timing()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void timings(List<Timing> timings) throws IOException {
        json.writeObjectFieldStart("nanoseconds");
        for (Timing timing : timings) {
            json.writeObjectFieldStart(timing.work());
            json.writeNumberField("median", timing.nanoseconds());
            json.writeNumberField("mad", timing.spread());
            json.writeNumberField("repetitions", timing.repetitions());
            json.writeNumberField("calls", timing.calls());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void evaluations(EvaluationCount count) throws IOException {
        json.writeObjectFieldStart("evaluations");
        json.writeNumberField("values", count.values());
        json.writeNumberField("gradients", count.gradients());
        json.writeNumberField("hessians", count.hessians());
        json.writeEndObject();
    }

    private void status(Enum<?> status) throws IOException {
        json.writeStringField("status", key(status));
    }

    /** {@code at-limit} of AT_LIMIT. */
    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void numbers(String key, Vector numbers) throws IOException {
        json.writeArrayFieldStart(key);
        for (int i = 0; i < numbers.size(); i++) {
            number(numbers.get(i));
        }
        json.writeEndArray();
    }

    private void number(String key, double value) throws IOException {
        json.writeFieldName(key);
        number(value);
    }

    /** JSON has no infinity; an unknown or infinite number is null, never a sentinel. */
    private void number(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            json.writeNull();
        }
    }
}
