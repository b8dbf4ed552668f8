package org.penguinfit.core.region;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.SobolSequenceGenerator;
import org.apache.commons.rng.UniformRandomProvider;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.random.RandomStreams;

/** The points of a scan, in batches that can be made in any order. Immutable. */
public sealed interface ScanPoints {
    /** Points per batch; the last one may have fewer. */
    int BATCH = 1024;

    /** Number of points. */
    int count();

    /** The ranges scanned, one per parameter. */
    List<Bounds> box();

    /** Number of batches. */
    default int batches() {
        return (count() + BATCH - 1) / BATCH;
    }

    /** The points of batch {@code b}, fresh arrays of one number per parameter. */
    List<double[]> batch(int b);

    /** Number of points of a batch. */
    default int size(int b) {
        return Math.min(BATCH, count() - b * BATCH);
    }

    /**
     * A lattice with both ends of every range; the last parameter runs fastest.
     *
     * @param box finite ranges
     * @param points points per parameter, at least 1 (then the lower end); their product below 2³¹
     */
    record Grid(List<Bounds> box, List<Integer> points) implements ScanPoints {
        /** Requires finite ranges and a number of points for each. */
        public Grid {
            box = finite(box);
            points = List.copyOf(points);
            long total = 1;
            for (int n : points) {
                total = n < 1 || total > Integer.MAX_VALUE ? Long.MAX_VALUE : total * n;
            }
            if (points.size() != box.size() || total > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(
                        "a grid needs 1 or more points per parameter and fewer than 2^31 in all, found " + points);
            }
        }

        @Override
        public int count() {
            int total = 1;
            for (int n : points) {
                total *= n;
            }
            return total;
        }

        @Override
        public List<double[]> batch(int b) {
            List<double[]> batch = new ArrayList<>();
            for (int k = 0; k < size(b); k++) {
                batch.add(point(b * BATCH + k));
            }
            return batch;
        }

        private double[] point(int index) {
            double[] theta = new double[box.size()];
            int left = index;
            for (int i = theta.length - 1; i >= 0; i--) {
                int n = points.get(i);
                int at = left % n;
                left /= n;
                Bounds range = box.get(i);
                double part = n == 1 ? 0 : (double) at / (n - 1);
                theta[i] = range.clamp(range.lower() * (1 - part) + range.upper() * part);
            }
            return theta;
        }
    }

    /**
     * Points of the Sobol sequence (Joe and Kuo directions), which fill a box evenly.
     *
     * @param box finite ranges, at most {@value #MAX_DIMENSIONS}
     * @param count number of points, at least 1
     */
    record Sobol(List<Bounds> box, int count) implements ScanPoints {
        /** Dimensions that have directions. */
        public static final int MAX_DIMENSIONS = 1000;

        /** Requires finite ranges and a point. */
        public Sobol {
            box = finite(box);
            if (count < 1 || box.isEmpty() || box.size() > MAX_DIMENSIONS) {
                throw new IllegalArgumentException("Sobol points: 1 to " + MAX_DIMENSIONS
                        + " parameters and a point, found " + box.size() + " and " + count);
            }
        }

        @Override
        public List<double[]> batch(int b) {
            SobolSequenceGenerator sequence = new SobolSequenceGenerator(box.size());
            List<double[]> batch = new ArrayList<>();
            // Point 0 of the sequence is a corner of the box.
            batch.add(place(box, sequence.skipTo(b * BATCH + 1)));
            while (batch.size() < size(b)) {
                batch.add(place(box, sequence.nextVector()));
            }
            return batch;
        }
    }

    /**
     * Independent, uniformly distributed points; batch b has random stream b.
     *
     * @param box finite ranges
     * @param count number of points, at least 1
     * @param streams where the numbers come from
     */
    record Random(List<Bounds> box, int count, RandomStreams streams) implements ScanPoints {
        /** Requires finite ranges and a point. */
        public Random {
            box = finite(box);
            if (count < 1 || box.isEmpty()) {
                throw new IllegalArgumentException("random points: a parameter and a point are needed");
            }
        }

        @Override
        public List<double[]> batch(int b) {
            UniformRandomProvider random = streams.stream(b);
            List<double[]> batch = new ArrayList<>();
            for (int k = 0; k < size(b); k++) {
                double[] unit = new double[box.size()];
                for (int i = 0; i < unit.length; i++) {
                    unit[i] = random.nextDouble();
                }
                batch.add(place(box, unit));
            }
            return batch;
        }
    }

    private static List<Bounds> finite(List<Bounds> box) {
        for (Bounds bounds : box) {
            if (!bounds.isFinite()) {
                throw new IllegalArgumentException("a scan needs finite ranges, found " + bounds);
            }
        }
        return List.copyOf(box);
    }

    private static double[] place(List<Bounds> box, double[] unit) {
        double[] theta = new double[unit.length];
        for (int i = 0; i < unit.length; i++) {
            Bounds range = box.get(i);
            theta[i] = range.clamp(range.lower() + unit[i] * (range.upper() - range.lower()));
        }
        return theta;
    }
}
