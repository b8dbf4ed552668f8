package org.penguinfit.measurements.exchange.hepdata;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.UpperLimit;

/** What a measurement says that its tables do not; references and dates stand in their descriptions, for people. */
final class HepLosses {
    private HepLosses() {}

    static List<String> of(Measurement m) {
        List<String> lost = new ArrayList<>();
        note(lost, m.status() != Status.PUBLISHED, "status " + m.status().key());
        note(lost, !m.supersedes().isEmpty(), "supersedes");
        note(lost, !m.components().isEmpty(), "components");
        note(lost, !m.derivedFrom().isEmpty(), "derived-from");
        note(lost, !m.overlaps().isEmpty(), "overlaps");
        note(lost, !m.independentOf().isEmpty(), "independent-of");
        note(lost, !m.tags().isEmpty(), "tags");
        note(lost, !m.verified(), "that it is not verified");
        for (PublishedResult result : m.results()) {
            if (result instanceof SingleResult single) {
                of(single, lost);
            }
        }
        return lost.stream().distinct().toList();
    }

    private static void of(SingleResult result, List<String> lost) {
        note(lost, result.ratio().isPresent(), "ratio");
        if (result.value() instanceof UpperLimit limit) {
            note(
                    lost,
                    limit.method() != LimitMethod.HALF_GAUSSIAN,
                    "rule " + limit.method().key());
            note(lost, !limit.facts().equals(LimitFacts.NONE), "facts beside the limit");
        }
        if (result.value() instanceof AsymmetricValue a) {
            note(
                    lost,
                    a.method() != AsymmetricMethod.SPLIT,
                    "method " + a.method().key());
        }
    }

    private static void note(List<String> lost, boolean isLost, String what) {
        if (isLost) {
            lost.add(what);
        }
    }
}
