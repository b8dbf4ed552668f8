package org.penguinfit.measurements.exchange.flavio;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Dataset;
import org.penguinfit.measurements.Extraction;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LimitMethod;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Status;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.yaml.FlavioUnits;

/** What a measurement says that flavio's vocabulary has no word for. */
final class FlavioLosses {
    private final List<String> lost = new ArrayList<>();

    private FlavioLosses() {}

    /** Names of what is lost, each once, in the order of the format's description. */
    static List<String> of(Measurement m) {
        FlavioLosses losses = new FlavioLosses();
        losses.provenance(m);
        for (PublishedResult result : m.results()) {
            losses.result(result);
        }
        return losses.lost.stream().distinct().toList();
    }

    private void provenance(Measurement m) {
        note(m.source().inspire().size() > 1, "inspire keys but the first");
        note(!m.source().arxiv().isEmpty(), "arxiv");
        note(!m.source().doi().isEmpty(), "doi");
        note(!m.source().pdgid().isEmpty(), "pdgid");
        note(m.date().isPresent(), "date");
        note(m.status() != Status.PUBLISHED, "status " + m.status().key());
        note(!m.process().isEmpty(), "process");
        note(!m.supersedes().isEmpty(), "supersedes");
        note(!m.components().isEmpty(), "components");
        note(!m.derivedFrom().isEmpty(), "derived-from");
        note(!m.overlaps().isEmpty(), "overlaps");
        note(!m.independentOf().isEmpty(), "independent-of");
        note(!m.tags().isEmpty(), "tags");
        note(!m.verified(), "that it is not verified");
        note(!m.extraction().equals(Extraction.UNKNOWN), "extraction");
        note(!m.dataset().equals(Dataset.UNKNOWN), "dataset");
    }

    private void result(PublishedResult result) {
        String unit = result.quotation().unit();
        boolean converted = unit.equals(FlavioUnits.INVERSE_PS);
        note(!unit.isEmpty(), "unit " + unit + (converted ? ", now GeV" : ""));
        if (result instanceof SingleResult single) {
            note(single.ratio().isPresent(), "ratio");
            if (single.value() instanceof UpperLimit limit) {
                limit(limit);
            }
            if (single.value() instanceof AsymmetricValue a) {
                note(
                        a.method() != AsymmetricMethod.SPLIT,
                        "method " + a.method().key());
            }
        } else if (result instanceof CorrelatedResult block) {
            note(block.isAsymmetric(), "unequal sides inside a correlation, of which flavio takes the geometric mean");
        }
    }

    private void limit(UpperLimit limit) {
        boolean known = limit.method() == LimitMethod.HALF_GAUSSIAN || limit.method() == LimitMethod.GAMMA;
        note(!known, "rule " + limit.method().key() + ", for which flavio's half-Gaussian stands");
        LimitFacts facts = limit.facts();
        boolean kept = limit.method() == LimitMethod.GAMMA
                && facts.central().isEmpty()
                && facts.wall().isEmpty()
                && !facts.bounded();
        note(!facts.equals(LimitFacts.NONE) && !kept, "facts beside the limit");
    }

    private void note(boolean isLost, String what) {
        if (isLost) {
            lost.add(what);
        }
    }
}
