package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.profile.ProfileLikelihood;

/**
 * The set of all values whose profiled Δχ² with respect to the global minimum lies below Wilks' threshold: the standard of
 * this program.
 *
 * @param model the likelihood
 * @param interest index of the parameter
 * @param range finite range of the scan that finds the set
 * @param starts points to minimise from besides the start values
 */
public record GlobalProfileSets(DataModel model, int interest, Interval range, List<Vector> starts)
        implements IntervalMethod {
    /** Copies the list. */
    public GlobalProfileSets {
        starts = List.copyOf(starts);
    }

    @Override
    public String name() {
        return "global profile set";
    }

    @Override
    public Procedure start() {
        DataFit fit = DataFit.of(model, List.of(interest), starts);
        return new Procedure() {
            @Override
            public void use(double[] data) {
                fit.use(data);
            }

            @Override
            public IntervalSet set(ConfidenceLevel level) {
                return ProfileLikelihood.standard()
                        .profile(
                                fit.objective(),
                                model.parameters(),
                                interest,
                                range,
                                starts,
                                List.of(DeltaChiSquare.threshold(level, 1)))
                        .intervals()
                        .get(0);
            }

            @Override
            public boolean holds(double value, ConfidenceLevel level) {
                return fit.ratio().delta(value) <= DeltaChiSquare.threshold(level, 1);
            }
        };
    }
}
