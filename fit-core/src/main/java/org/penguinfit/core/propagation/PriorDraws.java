package org.penguinfit.core.propagation;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.prior.Prior;

/**
 * Independent draws, each parameter from its own distribution cut off at its bounds.
 *
 * @param distributions one per parameter, all proper
 * @param bounds one per parameter, each with some probability inside
 */
public record PriorDraws(List<Prior> distributions, List<Bounds> bounds) implements UnitCubeDraws {
    /** Requires as many distributions as bounds, and probability inside. */
    public PriorDraws {
        distributions = List.copyOf(distributions);
        bounds = List.copyOf(bounds);
        if (distributions.size() != bounds.size()) {
            throw new IllegalArgumentException(
                    distributions.size() + " distributions, but " + bounds.size() + " bounds");
        }
        for (int i = 0; i < bounds.size(); i++) {
            double median = distributions.get(i).quantileWithin(bounds.get(i), 0.5);
            if (!Double.isFinite(median)) {
                throw new IllegalArgumentException("distribution " + i + " has no median within its bounds");
            }
        }
    }

    @Override
    public int size() {
        return bounds.size();
    }

    /** Central values of the distributions, moved into the bounds. */
    @Override
    public Vector center() {
        double[] center = new double[size()];
        for (int i = 0; i < center.length; i++) {
            center[i] = bounds.get(i).clamp(distributions.get(i).center());
        }
        return Vector.of(center);
    }

    @Override
    public int dimension() {
        return size();
    }

    @Override
    public boolean draw(double[] unit, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = distributions.get(i).quantileWithin(bounds.get(i), unit[i]);
        }
        return true;
    }

    @Override
    public boolean areIndependent(SourceGroups sources) {
        return true;
    }
}
