package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.Quotation;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Diagnostics;

/** Finds the results on one observable; of a correlated block its row, the others integrated out. */
final class InputCollection {
    private final String observable;
    private final Diagnostics diagnostics;
    private final List<AverageInput> inputs = new ArrayList<>();
    private String unit = "";

    InputCollection(String observable, Diagnostics diagnostics) {
        this.observable = observable;
        this.diagnostics = diagnostics;
    }

    void add(Measurement measurement) {
        for (PublishedResult result : measurement.results()) {
            for (int k = 0; k < result.observables().size(); k++) {
                if (result.observables().get(k).toString().equals(observable)) {
                    add(measurement.name(), alone(result, k));
                }
            }
        }
    }

    private static SingleResult alone(PublishedResult result, int k) {
        if (result instanceof SingleResult single) {
            return single;
        }
        if (result instanceof CorrelatedResult block) {
            CorrelatedResult.Component row = block.components().get(k);
            return new SingleResult(
                    row.observable(),
                    AsymmetricValue.of(row.central(), row.uncertainties()),
                    block.components().size() > 1 && isStatedTogether(block) ? stated(row) : row.quotation(),
                    Optional.empty());
        }
        throw new IllegalStateException("no average with " + result.getClass().getSimpleName() + "; add it here");
    }

    /** True for one block of keys, whose text would be long and the same for every row. */
    private static boolean isStatedTogether(CorrelatedResult block) {
        return block.components()
                .get(0)
                .quotation()
                .equals(block.components().get(1).quotation());
    }

    private static Quotation stated(CorrelatedResult.Component row) {
        Uncertainty total = row.total();
        String sides = total.isSymmetric()
                ? String.format(Locale.ROOT, " ± %.4g", total.plus())
                : String.format(Locale.ROOT, " +%.4g -%.4g", total.plus(), total.minus());
        Quotation whole = row.quotation();
        return new Quotation(row.central() + sides, whole.unit(), whole.scale(), whole.location());
    }

    private void add(String measurement, SingleResult result) {
        Quotation quotation = result.quotation();
        if (!unit.isEmpty() && !quotation.unit().isEmpty() && !unit.equals(quotation.unit())) {
            diagnostics.error(
                    quotation.location(),
                    measurement,
                    "the unit of " + observable + " must be that of the other measurements, '" + unit + "'",
                    "'" + quotation.unit() + "'",
                    "convert the values");
            return;
        }
        unit = unit.isEmpty() ? quotation.unit() : unit;
        @Nullable LikelihoodTerm term = LikelihoodTerms.of(measurement, result, diagnostics);
        if (term != null) {
            inputs.add(new AverageInput(measurement, result, term));
        }
    }

    List<AverageInput> inputs() {
        return inputs;
    }

    /** The unit that the files name; empty if none does. */
    String unit() {
        return unit;
    }
}
