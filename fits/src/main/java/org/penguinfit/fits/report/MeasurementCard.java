package org.penguinfit.fits.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.penguinfit.fits.browse.Catalogue;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CrossCorrelations.ResultKey;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedText;
import org.penguinfit.measurements.document.Diagnostics;

/** All that is known of one measurement: what its file says, who names it, where it stands. */
public final class MeasurementCard {
    private final Catalogue catalogue;
    private final Measurement m;
    private final Map<String, List<String>> lines = new LinkedHashMap<>();

    private MeasurementCard(Catalogue catalogue, Measurement measurement) {
        this.catalogue = catalogue;
        this.m = measurement;
    }

    /** For a terminal. */
    public static String of(Catalogue catalogue, Measurement measurement, Optional<LocalDate> asOf) {
        return new MeasurementCard(catalogue, measurement).text(asOf);
    }

    private String text(Optional<LocalDate> asOf) {
        put("experiment", m.source().experiments());
        put("process", m.process());
        put("date", m.date().map(LocalDate::toString).orElse(""));
        put("status", m.status().key() + (m.verified() ? "" : ", not verified against its source"));
        put("in force", catalogue.set().reasonOut(m.name(), asOf, Set.of()).orElse("yes"));
        put("description", m.source().description());
        put("inspire", m.source().inspire());
        put("arXiv", m.source().arxiv());
        put("doi", m.source().doi());
        put("hepdata", m.source().hepdata());
        put("pdgid", m.source().pdgid());
        put("url", m.source().url());
        put("data", (m.dataset().luminosity() + " " + m.dataset().energy()).strip());
        put("numbers from", m.extraction().where());
        put("copied by", m.extraction().by());
        put("checked by", m.extraction().checkedBy());
        put("tags", m.tags());
        relations();
        String file = m.location().file();
        put("file", file + ", line " + m.location().line());
        put("sha256", catalogue.digests().getOrDefault(file, ""));
        StringBuilder text = new StringBuilder(m.name()).append('\n');
        lines.forEach((key, values) -> text.append(String.format("  %-15s %s%n", key, String.join(", ", values))));
        text.append('\n');
        m.results().forEach(result -> result(result, text));
        crossCorrelations(text);
        return text.toString().replace("\r\n", "\n");
    }

    private void put(String key, String value) {
        if (!value.isEmpty()) {
            lines.put(key, List.of(value));
        }
    }

    private void put(String key, List<String> values) {
        if (!values.isEmpty()) {
            lines.put(key, values);
        }
    }

    private void relations() {
        List<String> supersededBy = new ArrayList<>();
        List<String> usedBy = new ArrayList<>();
        List<String> sourceOf = new ArrayList<>();
        List<String> overlaps = new ArrayList<>(m.overlaps());
        List<String> independent = new ArrayList<>(m.independentOf());
        for (Measurement other : catalogue.set().all()) {
            addIfNamed(other.supersedes(), other, supersededBy);
            addIfNamed(other.components(), other, usedBy);
            addIfNamed(other.derivedFrom(), other, sourceOf);
            addIfNamed(other.overlaps(), other, overlaps);
            addIfNamed(other.independentOf(), other, independent);
        }
        put("supersedes", m.supersedes());
        put("superseded by", supersededBy);
        put("components", m.components());
        put("in averages", usedBy);
        put("derived from", m.derivedFrom());
        put("source of", sourceOf);
        put("shares data", overlaps);
        put("independent of", independent);
    }

    private void addIfNamed(List<String> names, Measurement other, List<String> found) {
        if (names.contains(m.name()) && !found.contains(other.name())) {
            found.add(other.name());
        }
    }

    private void result(PublishedResult result, StringBuilder text) {
        List<String> texts = PublishedText.of(result);
        for (int k = 0; k < texts.size(); k++) {
            String unit = result.quotation().unit();
            text.append("  ")
                    .append(result.observables().get(k))
                    .append(" = ".repeat(texts.get(k).startsWith("<") ? 0 : 1))
                    .append(texts.get(k).startsWith("<") ? " " : "")
                    .append(texts.get(k))
                    .append(unit.isEmpty() ? "" : " " + unit)
                    .append('\n');
        }
        LikelihoodTerm term = LikelihoodTerms.of(m.name(), result, new Diagnostics());
        if (term == null) {
            text.append("    makes no likelihood term\n");
            return;
        }
        text.append("    likelihood: ").append(LikelihoodTerms.rule(term)).append('\n');
        text.append("    ").append(TermFormula.of(term)).append('\n');
        if (result instanceof CorrelatedResult block) {
            matrix(block, text);
        }
    }

    private static void matrix(CorrelatedResult block, StringBuilder text) {
        text.append("    correlation\n");
        int n = block.components().size();
        for (int i = 0; i < n; i++) {
            List<String> row = new ArrayList<>();
            for (int j = 0; j <= i; j++) {
                row.add(PdgRounding.plain(block.covariance().correlation(i, j), 4));
            }
            text.append("      ").append(String.join("  ", row)).append('\n');
        }
    }

    private void crossCorrelations(StringBuilder text) {
        if (catalogue.set().correlations().isEmpty()) {
            return;
        }
        List<String> found = new ArrayList<>();
        for (ObservableId own : m.observables()) {
            ResultKey key = new ResultKey(m.name(), own.toString());
            for (ResultKey other : catalogue.set().correlations().partners(key)) {
                catalogue
                        .set()
                        .correlations()
                        .between(key, other)
                        .forEach((source, rho) -> found.add("  "
                                + own + " with '" + other.measurement() + "' " + other.observable() + ": " + source
                                + " "
                                + PdgRounding.plain(rho, 4)));
            }
        }
        if (!found.isEmpty()) {
            text.append("\n  correlations with others\n");
            found.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
