package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CrossCorrelation;
import org.penguinfit.measurements.CrossCorrelation.Member;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/**
 * Reads {@code cross-correlations}: items such as {@code {between: [A, B], rho: 0.3}}, {@code {between: [A, B], source: {syst:
 * 0.5}}} and {@code {among: [A, B, C], source: syst, rho: 1}}.
 */
final class CrossCorrelationReader {
    private static final List<String> MEMBER_KEYS = List.of("measurement", "observable");

    private final Reading reading;

    CrossCorrelationReader(Reading reading) {
        this.reading = reading;
    }

    List<CrossCorrelation> read(Node node) {
        List<CrossCorrelation> correlations = new ArrayList<>();
        if (!(node instanceof ListNode list)) {
            reading.error(
                    node, "must be a list of correlations", node.describe(), "write '- {between: [A, B], rho: 0.3}'");
            return correlations;
        }
        for (Node item : list.items()) {
            Fields fields = Fields.of(item, reading.diagnostics());
            CrossCorrelation correlation = fields == null ? null : item(item, fields);
            if (correlation != null) {
                correlations.add(correlation);
            }
        }
        return correlations;
    }

    private @Nullable CrossCorrelation item(Node item, Fields fields) {
        int before = reading.diagnostics().errorCount();
        List<Member> members = new ArrayList<>();
        boolean pair = fields.has("between");
        List<Node> nodes = new ArrayList<>(fields.items("between"));
        nodes.addAll(fields.items("among"));
        nodes.forEach(node -> addMember(node, members));
        if (pair == fields.has("among") || nodes.size() < 2 || (pair && nodes.size() > 2)) {
            reading.error(
                    item,
                    "a correlation needs two results under 'between', or two or more under 'among'",
                    nodes.isEmpty() ? "none" : String.valueOf(nodes.size()),
                    "");
        }
        Map<String, Double> rho = rho(item, fields);
        reading.finish(fields);
        return reading.diagnostics().errorCount() > before
                ? null
                : new CrossCorrelation(members, rho, item.location(), item.path());
    }

    private Map<String, Double> rho(Node item, Fields fields) {
        Map<String, Double> rho = new LinkedHashMap<>();
        Node source = fields.node("source");
        if (source instanceof MapNode map) {
            if (fields.has("rho")) {
                reading.error(source, "the numbers stand under 'source' already", "'rho' beside it", "remove 'rho'");
            }
            for (MapNode.Entry entry : map.entries().values()) {
                Double number = correlation(entry.value());
                if (number != null) {
                    rho.put(UncertaintyLabels.canonical(entry.key()), number);
                }
            }
            if (map.entries().isEmpty()) {
                reading.error(source, "must name a source", "none", "write {syst: 0.5}");
            }
            refuseTotalBesideOthers(source, rho);
            return rho;
        }
        Node number = fields.node("rho");
        if (number == null) {
            reading.error(item, "key 'rho' is missing", "", "add 'rho: …', or numbers by source: 'source: {syst: …}'");
            return rho;
        }
        String label = source == null ? CrossCorrelation.TOTAL : Fields.asText(source, reading.diagnostics());
        Double value = correlation(number);
        if (label != null && value != null) {
            rho.put(UncertaintyLabels.canonical(label), value);
        }
        return rho;
    }

    private void refuseTotalBesideOthers(Node source, Map<String, Double> rho) {
        if (rho.containsKey(CrossCorrelation.TOTAL) && rho.size() > 1) {
            reading.error(source, "'total' excludes numbers of single sources", "both", "");
        }
    }

    private @Nullable Double correlation(Node node) {
        Double number = Fields.asNumber(node, reading.diagnostics());
        if (number != null && !(Math.abs(number) <= 1)) {
            reading.error(node, "a correlation must lie between -1 and 1", node.describe(), "");
            return null;
        }
        return number;
    }

    private void addMember(Node node, List<Member> members) {
        if (node instanceof MapNode map) {
            int before = reading.diagnostics().errorCount();
            Fields fields = new Fields(map, reading.diagnostics());
            String name = fields.requiredText("measurement");
            Optional<ObservableId> observable = observable(fields);
            reading.finish(fields);
            if (name != null && reading.diagnostics().errorCount() == before) {
                members.add(new Member(name, observable, node.location(), node.path()));
            }
            return;
        }
        String name = Fields.asText(node, reading.diagnostics());
        if (name != null) {
            members.add(new Member(name, Optional.empty(), node.location(), node.path()));
        }
    }

    private Optional<ObservableId> observable(Fields fields) {
        String name = fields.text("observable");
        List<Argument> arguments = new ArrayList<>();
        for (MapNode.Entry entry : fields.map().entries().values()) {
            boolean isArgument = !MEMBER_KEYS.contains(entry.key())
                    && DidYouMean.nearest(entry.key(), MEMBER_KEYS).isEmpty();
            if (isArgument && name != null) {
                fields.alsoKnown(entry.key());
                Double value = Fields.asNumber(entry.value(), reading.diagnostics());
                if (value != null) {
                    arguments.add(new Argument(entry.key(), value));
                }
            }
        }
        return name == null || name.isBlank() ? Optional.empty() : Optional.of(new ObservableId(name, arguments));
    }
}
