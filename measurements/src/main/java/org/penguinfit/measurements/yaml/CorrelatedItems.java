package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.yaml.ItemReader.Item;

/** Makes one correlated result of independent items and {@code correlation}, {@code correlations} or {@code covariance}. */
final class CorrelatedItems {
    private final Reading reading;

    CorrelatedItems(Reading reading) {
        this.reading = reading;
    }

    /** The block, or null after a diagnostic; the matrix is checked even if items are broken. */
    @Nullable
    CorrelatedResult combine(List<Item> items, Node correlation, boolean isCovariance) {
        int before = reading.diagnostics().errorCount();
        List<Component> components = components(items);
        boolean complete = components.size() == items.size();
        if (!complete || items.isEmpty()) {
            if (isCovariance) {
                new MatrixReader(reading).covariance(correlation, items.size());
            } else if (!(correlation instanceof MapNode)) {
                new MatrixReader(reading).correlation(correlation, items.size());
            }
            return null;
        }
        List<List<Uncertainty>> uncertainties = new ArrayList<>();
        for (Component component : components) {
            uncertainties.add(component.uncertainties());
        }
        SourceCovariance sources = new SourceCovariance(reading, uncertainties);
        double[] covariance = isCovariance
                ? new MatrixReader(reading).covariance(correlation, components.size())
                : correlation instanceof MapNode ? sources.ofSources(correlation) : sources.ofTotals(correlation);
        if (covariance == null || reading.diagnostics().errorCount() > before) {
            return null;
        }
        if (!PositiveDefinite.check(correlation, covariance, components.size(), reading)) {
            return null;
        }
        return new CorrelatedResult(
                components,
                Covariance.of(components.size(), covariance),
                components.get(0).quotation());
    }

    private List<Component> components(List<Item> items) {
        List<Component> components = new ArrayList<>();
        Set<ObservableId> seen = new HashSet<>();
        for (Item item : items) {
            if (item.result() instanceof SingleResult single) {
                if (!seen.add(single.observable())) {
                    reading.unsupported(
                            item.at(),
                            "an observable may stand only once",
                            single.observable().toString(),
                            "");
                    continue;
                }
                Component component = component(item.at(), single);
                if (component != null) {
                    components.add(component);
                }
            } else if (item.result() != null) {
                reading.error(
                        item.at(),
                        "a block cannot stand inside a correlated block",
                        item.at().describe(),
                        "");
            }
        }
        return components;
    }

    private @Nullable Component component(Node at, SingleResult single) {
        Double central = ValueReader.central(single.value());
        if (central == null) {
            reading.error(
                    at,
                    "a correlated value needs a centre and uncertainties",
                    "'" + single.quotation().text() + "'",
                    "move it into an entry of its own");
            return null;
        }
        return new Component(
                single.observable(), central, ValueReader.uncertainties(single.value()), single.quotation());
    }
}
