package org.penguinfit.core.sample;

import org.penguinfit.core.linalg.Vector;

/**
 * The draws of one chain in their order.
 *
 * @param size number n of parameters
 * @param rows (θ, −2 ln posterior) of draw k at [k·(n + 1) …]
 */
public record Chain(int size, Vector rows) {
    /** Requires whole rows. */
    public Chain {
        if (size < 1 || rows.size() % (size + 1) != 0) {
            throw new IllegalArgumentException(
                    "a chain of " + size + " parameters cannot have " + rows.size() + " numbers");
        }
    }

    /** Number of draws. */
    public int count() {
        return rows.size() / (size + 1);
    }

    /** Parameter i of draw k. */
    public double get(int k, int i) {
        return rows.get(k * (size + 1) + i);
    }

    /** −2 ln of the posterior density at draw k, up to the constant of the likelihood. */
    public double minusTwoLogPosterior(int k) {
        return rows.get(k * (size + 1) + size);
    }

    /** All draws of parameter i. */
    double[] marginal(int i) {
        double[] draws = new double[count()];
        for (int k = 0; k < draws.length; k++) {
            draws[k] = get(k, i);
        }
        return draws;
    }
}
