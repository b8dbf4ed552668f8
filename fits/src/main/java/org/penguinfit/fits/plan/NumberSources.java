package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.result.Provenance;
import org.penguinfit.fits.result.Provenance.SourcedNumber;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.likelihoods.theory.TheorySource;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.document.ListNode;
import org.penguinfit.measurements.document.LocatedDocument;
import org.penguinfit.measurements.document.Location;
import org.penguinfit.measurements.document.MapNode;
import org.penguinfit.measurements.document.MapNode.Entry;
import org.penguinfit.measurements.document.Node;

/** Follows every number of a fit back to the file, key and line where it stands. */
final class NumberSources {
    private final MeasurementInputs inputs;
    private final Map<String, List<String>> tasksOf = new LinkedHashMap<>();
    private final Map<String, Measurement> measurements = new LinkedHashMap<>();

    private NumberSources(MeasurementInputs inputs, List<ResolvedTask> tasks) {
        this.inputs = inputs;
        for (ResolvedTask task : tasks) {
            for (Measurement measurement : task.measurements()) {
                measurements.put(measurement.name(), measurement);
                tasksOf.computeIfAbsent(measurement.name(), name -> new ArrayList<>())
                        .add(task.config().id());
            }
        }
    }

    static Provenance of(Theory theory, List<ResolvedTask> tasks, MeasurementInputs inputs) {
        List<Provenance.TheoryFile> files = new ArrayList<>();
        for (TheorySource source : theory.documents()) {
            files.add(new Provenance.TheoryFile(source.file(), source.sha256(), source.reference()));
        }
        List<SourcedNumber> numbers = new NumberSources(inputs, tasks).numbers();
        return new Provenance(numbers, files, Provenance.NONE.bibliography());
    }

    private List<SourcedNumber> numbers() {
        List<SourcedNumber> numbers = new ArrayList<>();
        for (Measurement measurement : measurements.values()) {
            Map<Location, String> keys = keys(measurement);
            for (PublishedResult result : measurement.results()) {
                if (result instanceof CorrelatedResult block) {
                    for (CorrelatedResult.Component part : block.components()) {
                        numbers.add(number(measurement, part.observable(), part.quotation(), List.of(), keys));
                    }
                } else if (result instanceof SingleResult single) {
                    List<String> ofRatio = new ArrayList<>();
                    single.ratio().ifPresent(ratio -> ofRatio.addAll(ratio.inspire()));
                    numbers.add(number(measurement, single.observable(), single.quotation(), ofRatio, keys));
                } else {
                    throw new IllegalStateException("a kind of result without a source; add it here");
                }
            }
        }
        return numbers;
    }

    private SourcedNumber number(
            Measurement measurement,
            ObservableId observable,
            Quotation quotation,
            List<String> more,
            Map<Location, String> keys) {
        List<String> texkeys = new ArrayList<>(measurement.source().inspire());
        texkeys.addAll(more);
        Location place = quotation.location();
        return new SourcedNumber(
                measurement.name(),
                observable.toString(),
                quotation.text(),
                place.file(),
                keys.getOrDefault(place, measurement.name()),
                place.line(),
                place.column(),
                inputs.digest(place.file()),
                texkeys,
                measurement.source().arxiv(),
                measurement.extraction().where(),
                measurement.verified(),
                tasksOf.getOrDefault(measurement.name(), List.of()));
    }

    /** The key path of every value below the entry of a measurement. */
    private Map<Location, String> keys(Measurement measurement) {
        Map<Location, String> keys = new LinkedHashMap<>();
        LocatedDocument document = inputs.document(measurement.location().file());
        Node entry = document == null ? null : document.root().get(measurement.name());
        collect(entry, keys);
        return keys;
    }

    /** A value inside another that starts at the same place comes later and is the more precise answer. */
    private static void collect(@Nullable Node node, Map<Location, String> keys) {
        if (node == null) {
            return;
        }
        keys.put(node.location(), node.path());
        if (node instanceof MapNode map) {
            for (Entry entry : map.entries().values()) {
                collect(entry.value(), keys);
            }
        } else if (node instanceof ListNode list) {
            for (Node item : list.items()) {
                collect(item, keys);
            }
        }
    }
}
