package org.penguinfit.core.propagation;

import org.penguinfit.core.linalg.Vector;

/**
 * Draws made elsewhere, such as those of a posterior; neighbours may be correlated.
 *
 * @param size number n of parameters, at least 1
 * @param rows θ of draw k at [k·n … k·n + n − 1], at least one draw
 */
public record SampledDraws(int size, Vector rows) implements ParameterDraws {
    /** Requires whole rows. */
    public SampledDraws {
        if (size < 1 || rows.size() == 0 || rows.size() % size != 0) {
            throw new IllegalArgumentException(
                    "draws of " + size + " parameters: " + rows.size() + " numbers are not whole rows");
        }
    }

    /** Number of draws. */
    public int count() {
        return rows.size() / size;
    }

    /** The mean of all draws. */
    @Override
    public Vector center() {
        double[] mean = new double[size];
        for (int k = 0; k < rows.size(); k++) {
            mean[k % size] += rows.get(k) / count();
        }
        return Vector.of(mean);
    }

    /** Never known of samples. */
    @Override
    public boolean areIndependent(SourceGroups sources) {
        return false;
    }
}
