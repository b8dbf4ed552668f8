package org.penguinfit.core.sample;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.objective.Objective;
import org.penguinfit.core.parameter.Bounds;

/** Overdispersed start points around modes (Gelman and Rubin, Stat. Sci. 7 (1992) 457). */
final class StartPlaces {
    /** Standard deviations of start points in units of those of the mode. */
    static final double OVERDISPERSION = 2.0;

    private static final int TRIES = 200;

    private StartPlaces() {}

    /** A point inside the ranges with a finite density, around a mode. */
    static double[] around(Mode mode, List<Bounds> ranges, Objective density, UniformRandomProvider random) {
        ZigguratSampler.NormalizedGaussian gaussian = ZigguratSampler.NormalizedGaussian.of(random);
        Cholesky factor = mode.covariance().cholesky();
        double spread = OVERDISPERSION;
        for (int tries = 0; tries < TRIES; tries++) {
            double[] point = mode.point().toArray();
            for (int j = 0; j < point.length; j++) {
                double z = spread * gaussian.sample();
                for (int i = j; i < point.length; i++) {
                    point[i] += factor.lower(i, j) * z;
                }
            }
            for (int i = 0; i < point.length; i++) {
                point[i] = reflected(point[i], ranges.get(i));
            }
            if (Double.isFinite(density.value(point))) {
                return point;
            }
            spread *= tries % 10 == 9 ? 0.5 : 1.0;
        }
        throw new IllegalStateException("no start point with a finite density around " + mode.point());
    }

    /** The point mirrored into the range; its nearest end when it lies further out than the range is wide. */
    private static double reflected(double x, Bounds range) {
        double inside = x < range.lower() ? 2.0 * range.lower() - x : x > range.upper() ? 2.0 * range.upper() - x : x;
        return range.clamp(inside);
    }
}
