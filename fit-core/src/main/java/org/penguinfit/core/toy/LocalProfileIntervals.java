package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.DeltaChiSquare;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.significance.LikelihoodRatio;
import org.penguinfit.core.significance.ProfileFit;

/**
 * The Minos interval: from the minimum that the start values lead to, outward to the first crossing of Δχ² on either side.
 * A lower minimum elsewhere is not looked for, and a second branch is not part of the set.
 *
 * @param model the likelihood
 * @param interest index of the parameter
 * @param step first step of the search for a crossing, in the unit of the parameter, positive: about half a standard
 *     deviation, as a crossing and its return within one step are overlooked
 */
public record LocalProfileIntervals(DataModel model, int interest, double step) implements IntervalMethod {
    @Override
    public String name() {
        return "local profile (Minos)";
    }

    @Override
    public Procedure start() {
        DataFit fit = DataFit.of(model, List.of(interest), List.of());
        return new Procedure() {
            @Override
            public void use(double[] data) {
                fit.use(data);
            }

            @Override
            public IntervalSet set(ConfidenceLevel level) {
                return around(fit.ratio(), DeltaChiSquare.threshold(level, 1));
            }
        };
    }

    private IntervalSet around(LikelihoodRatio ratio, double threshold) {
        ProfileFit best = ratio.best();
        if (!best.usable()) {
            throw new IllegalStateException("the best fit ended with " + best.status());
        }
        double from = best.point().get(interest);
        Bounds bounds = model.parameters().get(interest).bounds();
        double lower = ProfileEnds.end(x -> ratio.at(x).value() - best.value() - threshold, from, -step, bounds);
        double upper = ProfileEnds.end(x -> ratio.at(x).value() - best.value() - threshold, from, step, bounds);
        return IntervalSet.of(new Interval(lower, upper));
    }
}
