package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.ObservableId.Argument;
import org.penguinfit.measurements.document.DidYouMean;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.document.ScalarNode;

/** Reads observables: a name, and as arguments every further key that is not one of the format's own. */
final class ObservableReader {
    static final List<String> ITEM_KEYS = List.of("name", "unit", "scale", "value", "likelihood", "ratio");
    private static final List<String> BARE_KEYS = List.of("name");

    private final Reading reading;

    ObservableReader(Reading reading) {
        this.reading = reading;
    }

    /** The observable of a map with a {@code name}; {@code own} are the keys that are no arguments. */
    @Nullable
    ObservableId observable(Fields fields, List<String> own) {
        int before = reading.diagnostics().errorCount();
        String name = fields.requiredText("name");
        if (name != null && name.isBlank()) {
            reading.error(fields.map(), "an observable needs a name", "''", "");
        }
        List<Argument> arguments = new ArrayList<>();
        for (MapNode.Entry entry : fields.map().entries().values()) {
            if (!own.contains(entry.key())) {
                addArgument(entry, fields, own, arguments);
            }
        }
        return name == null || reading.diagnostics().errorCount() > before ? null : new ObservableId(name, arguments);
    }

    private void addArgument(MapNode.Entry entry, Fields fields, List<String> own, List<Argument> arguments) {
        String misspelt = DidYouMean.nearest(entry.key(), own);
        boolean isNumber = entry.value() instanceof ScalarNode scalar && scalar.isNumber();
        if (!misspelt.isEmpty() && (!isNumber || !reading.foreign())) {
            return; // left to the report of unknown keys
        }
        fields.alsoKnown(entry.key());
        Double value = Fields.asNumber(entry.value(), reading.diagnostics());
        if (value != null && !entry.key().isBlank()) {
            arguments.add(new Argument(entry.key(), value));
        }
    }

    /** The list under {@code observables}: names, or maps of a name and arguments; null for those with an error. */
    List<@Nullable ObservableId> list(Node node) {
        List<@Nullable ObservableId> observables = new ArrayList<>();
        Set<ObservableId> seen = new HashSet<>();
        if (!(node instanceof ListNode list) || list.items().isEmpty()) {
            reading.error(node, "must be a list of observables", node.describe(), "");
            return observables;
        }
        for (Node item : list.items()) {
            ObservableId observable = item(item);
            if (observable != null && !seen.add(observable)) {
                reading.unsupported(item, "an observable may stand only once", observable.toString(), "");
            }
            observables.add(observable);
        }
        return observables;
    }

    private @Nullable ObservableId item(Node item) {
        if (item instanceof MapNode map) {
            Fields fields = new Fields(map, reading.diagnostics());
            ObservableId observable = observable(fields, BARE_KEYS);
            reading.finish(fields);
            return observable;
        }
        if (item instanceof ListNode list && !list.items().isEmpty() && reading.foreign()) {
            return byPlace(list);
        }
        String name = Fields.asText(item, reading.diagnostics());
        return name == null || name.isBlank() ? null : ObservableId.of(name);
    }

    /** {@code [name, argument…]} of flavio's second grammar. */
    private @Nullable ObservableId byPlace(ListNode list) {
        int before = reading.diagnostics().errorCount();
        String name = Fields.asText(list.items().get(0), reading.diagnostics());
        int number = list.items().size() - 1;
        if (name == null || name.isBlank()) {
            return null;
        }
        List<String> names = number == 0 ? List.of() : FlavioArguments.names(name, number);
        if (names.size() < number) {
            reading.unsupported(list, "the names of these arguments are not known", list.describe(), "");
            return null;
        }
        List<Argument> arguments = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Double value = Fields.asNumber(list.items().get(i + 1), reading.diagnostics());
            if (value != null) {
                arguments.add(new Argument(names.get(i), value));
            }
        }
        return reading.diagnostics().errorCount() > before ? null : new ObservableId(name, arguments);
    }
}
