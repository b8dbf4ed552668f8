package org.penguinfit.core.propagation;

import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;

/** Points of the open unit cube, one after another. */
interface UnitPoints {
    /** Dimensions for which Commons Math ships Sobol directions (Joe and Kuo); further ones are random. */
    int SOBOL_DIMENSIONS = 1000;

    /** Writes the next point. */
    void next(double[] unit);

    /** Independent uniform numbers. */
    static UnitPoints random(UniformRandomProvider random) {
        return unit -> {
            for (int i = 0; i < unit.length; i++) {
                unit[i] = open(random.nextDouble());
            }
        };
    }

    /**
     * The Sobol sequence moved by one random vector modulo 1 (Cranley and Patterson, SIAM J. Numer. Anal. 13 (1976) 904):
     * every such copy is unbiased, and independent copies tell the error.
     */
    static UnitPoints shiftedSobol(int dimension, UniformRandomProvider random) {
        int sobol = Math.min(dimension, SOBOL_DIMENSIONS);
        if (sobol == 0) {
            return random(random);
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(sobol);
        double[] shift = new double[sobol];
        random(random).next(shift);
        return unit -> {
            double[] point = sequence.nextVector();
            for (int i = 0; i < unit.length; i++) {
                unit[i] = open(i < sobol ? (point[i] + shift[i]) % 1.0 : random.nextDouble());
            }
        };
    }

    /** A number of [0, 1) moved into (0, 1) by half of its resolution. */
    private static double open(double u) {
        return Math.min(u + 0x1p-54, 1.0 - 0x1p-53);
    }
}
