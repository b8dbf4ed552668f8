package org.penguinfit.measurements.yaml;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.MeasurementSet;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.document.Diagnostic;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads YAML texts of tests. */
public final class Yaml {
    /** The header of our own files, with its line break. */
    public static final String HEADER = "\"@metadata@\": {schema: measurements/1}\n";

    private Yaml() {}

    /** Measurements of a text without any finding. */
    public static List<Measurement> load(String text) {
        Diagnostics diagnostics = new Diagnostics();
        List<Measurement> measurements = load(text, diagnostics);
        if (!diagnostics.sorted().isEmpty()) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
        return measurements;
    }

    public static List<Measurement> load(String text, Diagnostics diagnostics) {
        return load(text, "test.yaml", diagnostics);
    }

    public static List<Measurement> load(String text, String file, Diagnostics diagnostics) {
        LocatedDocument document = LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), file, diagnostics);
        return document == null ? List.of() : MeasurementLoader.load(document, diagnostics);
    }

    /** A set of the measurements of one text without any finding. */
    public static MeasurementSet set(String text) {
        Diagnostics diagnostics = new Diagnostics();
        MeasurementSet set = set(text, diagnostics);
        if (!diagnostics.sorted().isEmpty()) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
        return set;
    }

    /** A set of the measurements of one text and of the correlations between them. */
    public static MeasurementSet set(String text, Diagnostics diagnostics) {
        LocatedDocument document =
                LocatedDocument.parse(text.getBytes(StandardCharsets.UTF_8), "test.yaml", diagnostics);
        if (document == null) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
        return MeasurementSet.of(MeasurementLoader.load(document, diagnostics), diagnostics)
                .withCorrelations(MeasurementLoader.crossCorrelations(document, diagnostics), diagnostics);
    }

    /** A value string, written as a literal scalar so that YAML changes nothing. */
    public static PublishedValue value(String string) {
        Diagnostics diagnostics = new Diagnostics();
        PublishedValue value = ValueString.read(scalar(string), diagnostics);
        if (value == null || diagnostics.hasErrors()) {
            throw new AssertionError(string + ": " + diagnostics.sorted());
        }
        return value;
    }

    /** What is wrong with a value string, with the column counted from 1 within the string. */
    public static List<String> problems(String string) {
        Diagnostics diagnostics = new Diagnostics();
        ValueString.read(scalar(string), diagnostics);
        return diagnostics.sorted().stream()
                .map(d -> d.location().column() - 2 + " " + d.rule())
                .toList();
    }

    private static ScalarNode scalar(String string) {
        Diagnostics diagnostics = new Diagnostics();
        byte[] bytes = ("v: |-\n  " + string + "\n").getBytes(StandardCharsets.UTF_8);
        LocatedDocument document = LocatedDocument.parse(bytes, "test.yaml", diagnostics);
        if (document == null || !(document.root().get("v") instanceof ScalarNode scalar)) {
            throw new AssertionError(diagnostics.sorted().toString());
        }
        return scalar;
    }

    /** Findings as text. */
    public static List<String> texts(Diagnostics diagnostics) {
        return diagnostics.sorted().stream().map(Diagnostic::toString).toList();
    }
}
