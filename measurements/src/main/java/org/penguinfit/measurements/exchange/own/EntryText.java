package org.penguinfit.measurements.exchange.own;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.penguinfit.measurements.Dataset;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.exchange.text.YamlText.Flow;

/** The keys of an entry that say where a measurement comes from, in the order of the format's description. */
final class EntryText {
    private EntryText() {}

    static Map<String, Object> of(Measurement m) {
        Map<String, Object> entry = new LinkedHashMap<>();
        source(m.source(), entry);
        m.date().ifPresent(date -> entry.put("date", date.toString()));
        if (m.status() != Status.PUBLISHED) {
            entry.put("status", m.status().key());
        }
        put(entry, "process", m.process());
        put(entry, "supersedes", m.supersedes());
        put(entry, "components", m.components());
        put(entry, "derived-from", m.derivedFrom());
        put(entry, "overlaps", m.overlaps());
        put(entry, "independent-of", m.independentOf());
        put(entry, "tags", m.tags());
        if (!m.verified()) {
            entry.put("verified", false);
        }
        extraction(m.extraction(), entry);
        dataset(m.dataset(), entry);
        return entry;
    }

    private static void source(Source s, Map<String, Object> entry) {
        put(entry, "experiment", s.experiments());
        put(entry, "inspire", s.inspire());
        put(entry, "arxiv", s.arxiv());
        put(entry, "doi", s.doi());
        put(entry, "hepdata", s.hepdata());
        put(entry, "pdgid", s.pdgid());
        put(entry, "url", s.url());
        put(entry, "description", s.description());
    }

    private static void extraction(Extraction e, Map<String, Object> entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "where", e.where());
        put(map, "by", e.by());
        put(map, "checked-by", e.checkedBy());
        if (!map.isEmpty()) {
            entry.put("extraction", map);
        }
    }

    private static void dataset(Dataset d, Map<String, Object> entry) {
        Map<String, Object> map = new LinkedHashMap<>();
        put(map, "lumi", d.luminosity());
        put(map, "sqrts", d.energy());
        if (!map.isEmpty()) {
            entry.put("dataset", map);
        }
    }

    private static void put(Map<String, Object> map, String key, String text) {
        if (!text.isEmpty()) {
            map.put(key, text);
        }
    }

    /** A list of one is written as the one. */
    private static void put(Map<String, Object> map, String key, List<String> texts) {
        if (texts.size() == 1) {
            map.put(key, texts.get(0));
        } else if (!texts.isEmpty()) {
            map.put(key, new Flow(texts));
        }
    }
}
