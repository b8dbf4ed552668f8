package org.penguinfit.fits.config;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads the keys of a task that belong to its type; a key of another type is an error that says whose it is. */
final class TaskOptionsLoader {
    private final Fields keys;
    private final Diagnostics diagnostics;

    TaskOptionsLoader(Fields keys, Diagnostics diagnostics) {
        this.keys = keys;
        this.diagnostics = diagnostics;
    }

    /** Which key belongs to which types. */
    private static Map<String, Set<TaskConfig.Type>> owners() {
        Map<String, Set<TaskConfig.Type>> owners = new LinkedHashMap<>();
        owners.put("as", EnumSet.of(TaskConfig.Type.ALLOWED));
        return owners;
    }

    /** Takes the keys of all types as known, where the type itself is in error. */
    static TaskOptions skip(Fields keys, Diagnostics diagnostics) {
        for (String key : owners().keySet()) {
            keys.node(key);
        }
        return new TaskOptions.None();
    }

    TaskOptions read(TaskConfig.Type type) {
        refuseForeignKeys(type);
        return switch (type) {
            case ALLOWED -> new TaskOptions.Allowed(bandSigmas());
            case ONE_AT_A_TIME, FIT, PREDICT -> new TaskOptions.None();
        };
    }

    private void refuseForeignKeys(TaskConfig.Type type) {
        for (Map.Entry<String, Set<TaskConfig.Type>> owner : owners().entrySet()) {
            Node node = keys.has(owner.getKey()) ? keys.node(owner.getKey()) : null;
            if (node != null && !owner.getValue().contains(type)) {
                diagnostics.error(
                        node,
                        "key '" + owner.getKey() + "' belongs to tasks of type " + names(owner.getValue()),
                        type.key(),
                        "remove it");
            }
        }
    }

    private static String names(Set<TaskConfig.Type> types) {
        StringBuilder names = new StringBuilder();
        int left = types.size();
        for (TaskConfig.Type type : types) {
            names.append(type.key());
            left--;
            names.append(left > 1 ? ", " : left == 1 ? " and " : "");
        }
        return names.toString();
    }

    private double bandSigmas() {
        MapNode as = keys.map("as");
        if (as == null) {
            return 1;
        }
        Fields fields = new Fields(as, diagnostics);
        Node band = fields.node("band");
        Level level = band == null ? null : Level.read(band, diagnostics);
        fields.refuseUnknownKeys();
        return level == null ? 1 : level.level().sigmas();
    }
}
