package org.penguinfit.measurements.exchange.eos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/**
 * Observables of a constraint: EOS's name with all options is the name here, such as
 * {@code B_q->ll::BR@Untagged;l=mu,q=s}, its kinematics are the arguments, under EOS's names.
 */
final class EosObservables {
    private final Diagnostics diagnostics;

    EosObservables(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@code observable}, {@code kinematics} and {@code options} of one number; null after a diagnostic. */
    @Nullable
    ObservableId one(Fields entry) {
        Node observable = entry.requiredNode("observable");
        Node kinematics = entry.requiredNode("kinematics");
        Node options = entry.requiredNode("options");
        return observable == null || kinematics == null || options == null
                ? null
                : observable(observable, kinematics, options);
    }

    /** {@code observables}, {@code kinematics} and {@code options} as lists of equal length; null after a diagnostic. */
    @Nullable
    List<ObservableId> several(Fields entry) {
        List<Node> names = list(entry, "observables");
        List<Node> kinematics = list(entry, "kinematics");
        List<Node> options = list(entry, "options");
        if (names == null || kinematics == null || options == null) {
            return null;
        }
        if (names.size() != kinematics.size() || names.size() != options.size() || names.isEmpty()) {
            diagnostics.error(
                    entry.map(),
                    "'observables', 'kinematics' and 'options' must be equally long",
                    names.size() + ", " + kinematics.size() + " and " + options.size(),
                    "");
            return null;
        }
        List<ObservableId> observables = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ObservableId observable = observable(names.get(i), kinematics.get(i), options.get(i));
            if (observable != null) {
                observables.add(observable);
            }
        }
        return observables.size() == names.size() ? observables : null;
    }

    private @Nullable List<Node> list(Fields entry, String key) {
        Node node = entry.requiredNode(key);
        if (node == null || node instanceof ListNode) {
            return node == null ? null : ((ListNode) node).items();
        }
        diagnostics.error(node, "must be a list", node.describe(), "");
        return null;
    }

    private @Nullable ObservableId observable(Node name, Node kinematics, Node options) {
        int before = diagnostics.errorCount();
        String text = Fields.asText(name, diagnostics);
        Optional<QualifiedName> qualified = text == null ? Optional.empty() : QualifiedName.parse(text);
        if (text != null && qualified.isEmpty()) {
            diagnostics.error(name, "must be a qualified name", name.describe(), "write prefix::name@suffix;key=value");
        }
        Map<String, String> more = texts(options);
        List<Argument> arguments = arguments(kinematics);
        return qualified.isEmpty() || diagnostics.errorCount() > before
                ? null
                : new ObservableId(qualified.get().with(more).toString(), arguments);
    }

    private Map<String, String> texts(Node node) {
        Map<String, String> texts = new TreeMap<>();
        if (!(node instanceof MapNode map)) {
            diagnostics.error(node, "must be a map of options", node.describe(), "write {} for none");
            return texts;
        }
        for (Entry entry : map.entries().values()) {
            String text = Fields.asText(entry.value(), diagnostics);
            if (text != null) {
                texts.put(entry.key(), text);
            }
        }
        return texts;
    }

    private List<Argument> arguments(Node node) {
        List<Argument> arguments = new ArrayList<>();
        if (!(node instanceof MapNode map)) {
            diagnostics.error(node, "must be a map of numbers", node.describe(), "write {} for none");
            return arguments;
        }
        for (Entry entry : map.entries().values()) {
            Double number = Fields.asNumber(entry.value(), diagnostics);
            if (number != null && !entry.key().isBlank()) {
                arguments.add(new Argument(entry.key(), number));
            }
        }
        return arguments;
    }
}
