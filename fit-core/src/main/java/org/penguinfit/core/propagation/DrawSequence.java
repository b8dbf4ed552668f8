package org.penguinfit.core.propagation;

import java.util.Arrays;
import org.penguinfit.core.random.RandomStreams;

/** The draws of one batch, one after another; for one thread. */
abstract class DrawSequence {
    /** A batch gives up when this many draws in a row lie outside the bounds. */
    static final int MOST_REJECTIONS = 100_000;

    /** Number of draws thrown away so far. */
    long outside;

    /** Writes the next draw. */
    abstract void next(double[] theta);

    /**
     * The draws of a batch.
     *
     * @param copies number of independent draws that one point of the unit cube gives: next writes them in turn
     */
    static DrawSequence of(
            ParameterDraws draws, MonteCarloPropagation method, int batch, int copies, RandomStreams streams) {
        if (draws instanceof SampledDraws sampled) {
            return new Given(sampled, method, batch);
        }
        if (draws instanceof UnitCubeDraws cube) {
            int dimension = cube.dimension() * copies;
            UnitPoints points = method.quasiRandom()
                    ? UnitPoints.shiftedSobol(dimension, streams.stream(batch))
                    : UnitPoints.random(streams.stream(batch));
            return new Made(cube, points, copies);
        }
        throw new IllegalStateException("no sequence of " + draws.getClass().getSimpleName() + "; add it here");
    }

    private static final class Given extends DrawSequence {
        private final SampledDraws draws;
        private final long used;
        private long next;

        Given(SampledDraws draws, MonteCarloPropagation method, int batch) {
            this.draws = draws;
            this.used = (long) method.perBatch(draws) * method.batches();
            this.next = (long) method.perBatch(draws) * batch;
        }

        @Override
        void next(double[] theta) {
            int row = (int) (next * draws.count() / used);
            next++;
            for (int i = 0; i < theta.length; i++) {
                theta[i] = draws.rows().get(row * theta.length + i);
            }
        }
    }

    private static final class Made extends DrawSequence {
        private final UnitCubeDraws draws;
        private final UnitPoints points;
        private final int copies;
        private final double[] unit;
        private final double[][] made;
        private int given;

        Made(UnitCubeDraws draws, UnitPoints points, int copies) {
            this.draws = draws;
            this.points = points;
            this.copies = copies;
            this.unit = new double[draws.dimension() * copies];
            this.made = new double[copies][draws.size()];
            this.given = copies;
        }

        @Override
        void next(double[] theta) {
            if (given == copies) {
                make();
                given = 0;
            }
            System.arraycopy(made[given], 0, theta, 0, theta.length);
            given++;
        }

        private void make() {
            for (int tries = 0; tries < MOST_REJECTIONS; tries++) {
                points.next(unit);
                boolean inside = true;
                for (int c = 0; c < copies; c++) {
                    int from = c * draws.dimension();
                    inside &= draws.draw(Arrays.copyOfRange(unit, from, from + draws.dimension()), made[c]);
                }
                if (inside) {
                    return;
                }
                outside++;
            }
            throw new IllegalStateException(MOST_REJECTIONS + " draws in a row lie outside the bounds");
        }
    }
}
