package org.penguinfit.measurements.yaml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.document.Node;
import org.penguinfit.measurements.yaml.ItemReader.Item;

/**
 * Reads the results of an entry in any of the five shapes: a map or a list of independent values, either with a
 * correlation, or {@code observables} with one joint block (several blocks are a convolution).
 */
final class ResultsReader {
    private final Fields entry;
    private final Reading reading;

    ResultsReader(Fields entry, Reading reading) {
        this.entry = entry;
        this.reading = reading;
    }

    List<PublishedResult> read() {
        Node constraints = reading.foreign() ? entry.node(SecondGrammar.CONSTRAINTS) : null;
        if (constraints != null) {
            return unique(new ConstraintsReader(reading).items(constraints));
        }
        Node values = entry.requiredNode("values");
        Node observables = entry.node("observables");
        Node correlation = correlation();
        if (values == null) {
            return List.of();
        }
        if (observables != null) {
            return joint(observables, values, correlation);
        }
        List<Item> items = new ItemReader(reading).items(values);
        if (correlation != null) {
            boolean isCovariance = correlation == entry.node("covariance");
            CorrelatedResult result = new CorrelatedItems(reading).combine(items, correlation, isCovariance);
            return result == null ? List.of() : List.of(result);
        }
        return unique(items);
    }

    private @Nullable Node correlation() {
        Node one = entry.node("correlation");
        Node perSource = entry.node("correlations");
        Node covariance = reading.foreign() ? null : entry.node("covariance");
        if (covariance != null && (one != null || perSource != null)) {
            reading.error(covariance, "'covariance' and correlations exclude each other", "both", "remove one of them");
        }
        if (one != null && perSource != null) {
            reading.error(
                    perSource, "'correlation' and 'correlations' exclude each other", "both", "remove one of them");
        }
        return covariance != null ? covariance : one != null ? one : perSource;
    }

    private List<PublishedResult> joint(Node observables, Node values, @Nullable Node correlation) {
        if (correlation != null) {
            reading.error(
                    correlation,
                    "belongs into the block under 'values' when 'observables' are given",
                    correlation.describe(),
                    "");
        }
        PublishedResult result = new JointReader(reading).read(observables, values);
        return result == null ? List.of() : List.of(result);
    }

    /** In flavio's files a repeated observable replaces the former, as flavio has it; a block keeps its others. */
    private List<PublishedResult> unique(List<Item> items) {
        List<PublishedResult> results = new ArrayList<>();
        Map<ObservableId, PublishedResult> seen = new HashMap<>();
        Set<PublishedResult> replaced = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Item item : items) {
            if (item.result() == null) {
                continue;
            }
            for (ObservableId observable : item.result().observables()) {
                PublishedResult former = seen.put(observable, item.result());
                if (former != null) {
                    reading.doubt(
                            item.at(),
                            "an observable may stand only once",
                            observable + ", also on line "
                                    + former.quotation().location().line(),
                            "");
                    if (replaced.add(former) && former instanceof CorrelatedResult block) {
                        keepOthers(block, item.result().observables(), results, seen);
                    }
                }
            }
            results.add(item.result());
        }
        results.removeIf(replaced::contains);
        return results;
    }

    /** A block without some of its observables: of a Gaussian, rows and columns of the covariance go. */
    private static void keepOthers(
            CorrelatedResult block,
            List<ObservableId> dropped,
            List<PublishedResult> results,
            Map<ObservableId, PublishedResult> seen) {
        CorrelatedResult rest = block.without(dropped);
        if (rest != null) {
            results.add(rest);
            for (ObservableId kept : rest.observables()) {
                seen.put(kept, rest);
            }
        }
    }
}
