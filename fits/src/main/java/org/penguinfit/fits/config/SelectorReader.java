package org.penguinfit.fits.config;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;

/** Reads lists of selectors: names, globs, {@code {observable: …}}. */
final class SelectorReader {
    private SelectorReader() {}

    static List<Selector> read(List<Node> items, Diagnostics diagnostics) {
        List<Selector> selectors = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof MapNode map) {
                Fields keys = new Fields(map, diagnostics);
                Node observable = keys.requiredNode("observable");
                String text = observable == null ? null : Fields.asText(observable, diagnostics);
                if (observable != null && text != null) {
                    selectors.add(
                            new Selector(Selector.Kind.OBSERVABLE, text, observable.location(), observable.path()));
                }
                keys.refuseUnknownKeys();
            } else {
                String text = Fields.asText(item, diagnostics);
                if (text != null) {
                    Selector.Kind kind = text.contains("*") ? Selector.Kind.GLOB : Selector.Kind.NAME;
                    selectors.add(new Selector(kind, text, item.location(), item.path()));
                }
            }
        }
        return List.copyOf(selectors);
    }
}
