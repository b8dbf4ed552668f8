package org.penguinfit.fits.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.penguinfit.fits.config.TaskConfig;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.fits.result.TaskResult;
import org.penguinfit.fits.result.TaskResult.MinimumFound;
import org.penguinfit.fits.result.json.JsonText;
import org.penguinfit.likelihoods.theory.WilsonValue;

/**
 * wcxf/: the Wilson coefficients at each minimum in the exchange format WCxf (J. Aebischer et al., arXiv:1712.05298), new
 * physics alone, for flavio, smelli, wilson and others. Coefficients that no WCxf basis has stand in the metadata.
 */
final class WcxfReportWriter implements ReportWriter {
    private static final String FOLDER = "wcxf/";
    private static final String END = ".wcxf.json";
    private static final Pattern BASIS = Pattern.compile("(\\S+)/(\\S+) at (\\S+) GeV");

    @Override
    public String table() {
        return "wcxf";
    }

    @Override
    public Map<String, String> files(FitResult result) {
        Map<String, String> files = new LinkedHashMap<>();
        for (TaskResult task : result.tasks()) {
            boolean fitted = task.type() != TaskConfig.Type.ALLOWED; // its sets come from hard cuts
            for (int k = 0; fitted && k < task.minima().size(); k++) {
                minimum(result, task, k, files);
            }
        }
        return files;
    }

    @Override
    public String stale() {
        return FOLDER + "*" + END;
    }

    /** One file for each basis; nearly always there is one. */
    private static void minimum(FitResult result, TaskResult task, int k, Map<String, String> files) {
        Set<String> bases = new LinkedHashSet<>();
        task.minima().get(k).wilson().stream()
                .filter(WcxfReportWriter::isFinite)
                .forEach(v -> bases.add(v.basis()));
        for (String basis : bases) {
            Matcher words = BASIS.matcher(basis);
            if (words.matches()) {
                String more = bases.size() == 1 ? "" : "-" + words.group(1) + "-" + words.group(2);
                String name = task.id().replaceAll("[^A-Za-z0-9._+-]+", "_") + "-" + (k + 1) + more;
                files.put(FOLDER + name + END, JsonText.of(json -> write(json, result, task, k, words)));
            }
        }
    }

    private static boolean isFinite(WilsonValue value) {
        return Double.isFinite(value.re()) && Double.isFinite(value.im());
    }

    private static void write(JsonGenerator json, FitResult result, TaskResult task, int k, Matcher basis)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("eft", basis.group(1));
        json.writeStringField("basis", basis.group(2));
        json.writeNumberField("scale", Double.parseDouble(basis.group(3)));
        json.writeObjectFieldStart("values");
        for (WilsonValue value : task.minima().get(k).wilson()) {
            if (value.basis().equals(basis.group()) && isFinite(value)) {
                value(json, value);
            }
        }
        json.writeEndObject();
        metadata(json, result, task, k);
        json.writeEndObject();
    }

    /** A real number, or a map of parts. */
    private static void value(JsonGenerator json, WilsonValue value) throws IOException {
        if (value.im() == 0) {
            json.writeNumberField(value.name(), value.re());
            return;
        }
        json.writeObjectFieldStart(value.name());
        json.writeNumberField("Re", value.re());
        json.writeNumberField("Im", value.im());
        json.writeEndObject();
    }

    private static void metadata(JsonGenerator json, FitResult result, TaskResult task, int k) throws IOException {
        MinimumFound minimum = task.minima().get(k);
        json.writeObjectFieldStart("metadata");
        json.writeStringField("generator", "Penguinfit " + result.version());
        json.writeStringField(
                "description", "minimum " + (k + 1) + " of task " + task.id() + " of the fit " + result.fit());
        json.writeStringField("title", task.heading().title());
        JsonText.number(json, "chi2", minimum.chi2());
        json.writeObjectFieldStart("parameters outside the basis");
        Set<String> inside = new LinkedHashSet<>(names(minimum.wilson()));
        for (Map.Entry<String, Double> parameter : minimum.parameters().entrySet()) {
            if (parameter.getValue() != 0 && !inside.contains(parameter.getKey())) {
                JsonText.number(json, parameter.getKey(), parameter.getValue());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /** Names of coefficients and of their parts, as parameters have them. */
    private static List<String> names(List<WilsonValue> values) {
        return values.stream()
                .filter(WcxfReportWriter::isFinite)
                .flatMap(
                        value -> List.of(value.name(), "Re(" + value.name() + ")", "Im(" + value.name() + ")").stream())
                .toList();
    }
}
