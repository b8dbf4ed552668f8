package org.penguinfit.measurements.exchange.eos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.penguinfit.measurements.Source;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;

/** EOS's list of references: what its ids, such as {@code AAGW:2001A}, are called elsewhere. */
public final class EosReferences {
    private static final Map<String, String> EXPERIMENTS = experiments();

    private final Map<String, String> inspire = new LinkedHashMap<>();
    private final Map<String, String> arxiv = new LinkedHashMap<>();

    private EosReferences() {}

    /** No list at hand: ids stay ids. */
    public static EosReferences none() {
        return new EosReferences();
    }

    /** The list of a file {@code references.yaml}: {@code ID: {inspire-id, eprint: {archive, id}}}. */
    public static EosReferences read(MapNode root, Diagnostics diagnostics) {
        EosReferences references = new EosReferences();
        for (Entry entry : root.entries().values()) {
            Fields fields = entry.key().equals("@metadata@") ? null : Fields.of(entry.value(), diagnostics);
            if (fields != null) {
                references.add(entry.key(), fields, diagnostics);
            }
        }
        return references;
    }

    private void add(String id, Fields fields, Diagnostics diagnostics) {
        String key = fields.text("inspire-id");
        if (key != null) {
            inspire.put(id, key);
        }
        MapNode eprint = fields.map("eprint");
        Fields inner = eprint == null ? null : new Fields(eprint, diagnostics);
        String archive = inner == null ? null : inner.text("archive");
        String number = inner == null ? null : inner.text("id");
        if (number != null && (archive == null || archive.equals("arXiv"))) {
            arxiv.put(id, number);
        }
    }

    /** Where a constraint comes from: its references, and the experiments that the suffix of its name names. */
    Source source(QualifiedName name, List<String> ids) {
        List<String> keys = new ArrayList<>();
        List<String> eprints = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String id : ids) {
            if (inspire.containsKey(id)) {
                keys.add(inspire.getOrDefault(id, ""));
            } else {
                unknown.add(id);
            }
            if (arxiv.containsKey(id)) {
                eprints.add(arxiv.getOrDefault(id, ""));
            }
        }
        String description = unknown.isEmpty() ? "" : "EOS references: " + String.join(", ", unknown);
        return new Source(experiments(name.suffix()), keys, eprints, List.of(), "", "", "", description);
    }

    /** {@code CMS+LHCb:2014A} names CMS and LHCb; {@code BSZ:2015A} names authors, no experiment. */
    private static List<String> experiments(String suffix) {
        int colon = suffix.indexOf(':');
        List<String> found = new ArrayList<>();
        for (String word : (colon < 0 ? suffix : suffix.substring(0, colon)).split("\\+", -1)) {
            String experiment = EXPERIMENTS.get(word);
            if (experiment == null) {
                return List.of();
            }
            found.add(experiment);
        }
        return found;
    }

    private static Map<String, String> experiments() {
        Map<String, String> known = new TreeMap<>();
        for (String name :
                List.of("ATLAS", "CMS", "LHCb", "Belle", "BaBar", "CLEO", "CDF", "D0", "HFLAV", "PDG", "KLOE")) {
            known.put(name, name);
        }
        known.put("Belle-II", "Belle II");
        known.put("BelleII", "Belle II");
        known.put("HFAG", "HFLAV");
        known.put("BES-III", "BESIII");
        return Map.copyOf(known);
    }
}
