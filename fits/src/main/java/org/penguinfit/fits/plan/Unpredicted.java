package org.penguinfit.fits.plan;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.fits.result.FitResult;
import org.penguinfit.likelihoods.theory.Theory;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.ObservableId;
import org.penguinfit.measurements.document.DidYouMean;

/** Leaves out added measurements of which a theory predicts nothing, with the reason. */
final class Unpredicted {
    private Unpredicted() {}

    static Selected leaveOut(Selected selected, List<Measurement> added, Theory theory) {
        List<Measurement> kept = new ArrayList<>();
        List<FitResult.Skip> skipped = new ArrayList<>(selected.skipped());
        for (Measurement measurement : selected.measurements()) {
            if (!added.contains(measurement) || predictsAny(measurement, theory)) {
                kept.add(measurement);
            } else {
                String observable = measurement.observables().get(0).toString();
                skipped.add(new FitResult.Skip(
                        measurement.name(),
                        "no prediction named '" + observable + "' in the theory of this fit ("
                                + DidYouMean.suggestOrList(observable, theory.observableNames()) + ")"));
            }
        }
        return selected.with(kept, skipped);
    }

    private static boolean predictsAny(Measurement measurement, Theory theory) {
        for (ObservableId observable : measurement.observables()) {
            if (theory.observable(observable.toString()).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
