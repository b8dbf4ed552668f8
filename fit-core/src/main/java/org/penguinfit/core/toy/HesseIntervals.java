package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.VariableMetric;

/**
 * Best fit ± z σ from the curvature at the minimum that the start values lead to, clipped at the bounds. A parameter at a
 * limit has no σ, so data that put it there have no interval.
 *
 * @param model the likelihood
 * @param interest index of the parameter
 */
public record HesseIntervals(DataModel model, int interest) implements IntervalMethod {
    @Override
    public String name() {
        return "Hesse";
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
                Minimum minimum = new VariableMetric().minimize(fit.objective(), model.parameters());
                Vector point = minimum.point();
                double half = level.sigmas()
                        * minimum.uncertainty(interest)
                                .orElseThrow(() -> new IllegalStateException("no uncertainty: " + minimum.status()));
                return ProfileEnds.clip(
                        new Interval(point.get(interest) - half, point.get(interest) + half),
                        model.parameters().get(interest).bounds());
            }
        };
    }
}
