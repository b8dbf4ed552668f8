package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.penguinfit.core.parameter.Bounds;

/** Deterministic points that fill a box evenly: the Sobol sequence (Joe and Kuo directions). */
final class StartPoints {
    /** Dimensions for which Commons Math ships Sobol directions; further ones take seeded uniform numbers. */
    static final int SOBOL_DIMENSIONS = 1000;

    private static final long SEED_BEYOND_SOBOL = 0x50656e6775696eL;

    private StartPoints() {}

    /**
     * The first {@code count} points after the origin of the sequence.
     *
     * @param box where the points go; parameters without a finite range keep their value in {@code fallback}
     */
    static List<double[]> sobol(int count, List<Bounds> box, double[] fallback) {
        List<double[]> points = new ArrayList<>(count);
        int finite = 0;
        for (Bounds bounds : box) {
            finite += bounds.isFinite() ? 1 : 0;
        }
        if (count == 0 || finite == 0) {
            return points;
        }
        SobolSequenceGenerator sequence = new SobolSequenceGenerator(Math.min(finite, SOBOL_DIMENSIONS));
        sequence.nextVector(); // the origin is a corner of the box
        SplittableRandom beyond = new SplittableRandom(SEED_BEYOND_SOBOL);
        for (int k = 0; k < count; k++) {
            points.add(point(sequence.nextVector(), beyond, box, fallback));
        }
        return points;
    }

    private static double[] point(double[] unit, SplittableRandom beyond, List<Bounds> box, double[] fallback) {
        double[] point = fallback.clone();
        int used = 0;
        for (int i = 0; i < point.length; i++) {
            Bounds bounds = box.get(i);
            if (bounds.isFinite()) {
                double u = used < unit.length ? unit[used] : beyond.nextDouble();
                point[i] = bounds.clamp(bounds.lower() + u * (bounds.upper() - bounds.lower()));
                used++;
            }
        }
        return point;
    }
}
