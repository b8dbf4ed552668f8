package org.penguinfit.core.minimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.DerivativeObjective;
import org.penguinfit.core.ThreeMinima;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.Checkpoint;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

class MultiStartTest {
    /** The benchmark's independent C++ multi-start prints these χ². */
    private static final double[] THREE_MINIMA = {5.657800077742554, 8.967632661729898, 69.77751124231737};

    private static List<Bounds> box(int size, double half) {
        return Collections.nCopies(size, new Bounds(-half, half));
    }

    @Test
    void findsAllThreeMinimaOfTheBenchmark() {
        MultiStartResult result = MultiStart.of(64)
                .search(
                        ThreeMinima::new,
                        List.of(Vector.of(0, 0, 0, 0, 0, 0)),
                        Collections.nCopies(6, Bounds.UNBOUNDED),
                        box(6, 3));
        assertThat(result.minima()).hasSize(3);
        for (int k = 0; k < 3; k++) {
            assertThat(result.minima().get(k).value()).isCloseTo(THREE_MINIMA[k], within(1e-9));
            assertThat(result.minima().get(k).status()).isEqualTo(Convergence.CONVERGED);
        }
        assertThat(result.starts()).isEqualTo(65);
    }

    @Test
    void givesTheSameResultOnAnyNumberOfThreads() {
        AtomicInteger objectives = new AtomicInteger();
        MultiStart one = MultiStart.of(16);
        MultiStartResult expected = one.search(
                () -> {
                    objectives.incrementAndGet();
                    return new ThreeMinima();
                },
                List.of(),
                box(6, 3));
        assertThat(objectives).hasValue(1);
        for (int threads = 2; threads <= 4; threads++) {
            assertThat(one.withThreads(threads).search(ThreeMinima::new, List.of(), box(6, 3)))
                    .isEqualTo(expected);
        }
    }

    /** Closed form: x⁴ − x² has two minima of equal height at ±1/√2. */
    @Test
    void keepsMinimaOfEqualHeightApartAndSortsThemByCoordinates() {
        DerivativeObjective f = new DerivativeObjective(1, x -> x[0].pow(4).subtract(x[0].pow(2)));
        MultiStartResult result = MultiStart.of(8).search(() -> f, List.of(), box(1, 2));
        assertThat(result.minima()).hasSize(2);
        assertThat(result.minima().stream().map(m -> Math.abs(m.point().get(0))))
                .allMatch(x -> Math.abs(x - Math.sqrt(0.5)) < 1e-12);
    }

    @Test
    void countsStartsThatFailAndKeepsWhereTheyEnded() {
        Walled f = new Walled(new DerivativeObjective(1, x -> x[0].subtract(1).pow(2)), 0.0);
        MultiStartResult result = MultiStart.of(0).search(() -> f, List.of(Vector.of(-1.0), Vector.of(2.0)), box(1, 5));
        assertThat(result.failures()).isEqualTo(1);
        assertThat(result.unfinished().get(0).status()).isEqualTo(Convergence.NOT_FINITE);
        assertThat(result.best().orElseThrow().point().get(0)).isCloseTo(1.0, within(1e-12));
    }

    @Test
    void reportsOnePointOfAPlateau() {
        DerivativeObjective f = new DerivativeObjective(1, x -> x[0].multiply(0));
        MultiStartResult result = MultiStart.of(10).search(() -> f, List.of(), box(1, 1));
        assertThat(result.minima()).hasSize(1);
        assertThat(result.minima().get(0).status()).isEqualTo(Convergence.FLAT);
    }

    @Test
    void fillsABoxOfAnyDimension() {
        int dimension = StartPoints.SOBOL_DIMENSIONS + 7;
        List<double[]> points = StartPoints.sobol(3, box(dimension, 2), new double[dimension]);
        assertThat(points).hasSize(3);
        for (double[] point : points) {
            assertThat(point).hasSize(dimension);
            for (double x : point) {
                assertThat(x).isBetween(-2.0, 2.0);
            }
        }
        assertThat(points.get(0)[dimension - 1]).isNotEqualTo(points.get(1)[dimension - 1]);
    }

    /** The first Sobol points in two dimensions after the origin: (1/2, 1/2), (3/4, 1/4), (1/4, 3/4). */
    @Test
    void startsTheSobolSequenceAfterItsOrigin() {
        List<double[]> points = StartPoints.sobol(
                3, List.of(new Bounds(0, 1), Bounds.UNBOUNDED, new Bounds(0, 1)), new double[] {9, 5, 9});
        assertThat(points.get(0)).containsExactly(0.5, 5, 0.5);
        assertThat(points.get(1)).containsExactly(0.75, 5, 0.25);
        assertThat(points.get(2)).containsExactly(0.25, 5, 0.75);
    }

    @Test
    void rejectsNonsense() {
        assertThatThrownBy(() -> MultiStart.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MultiStart.of(1).withThreads(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MultiStart.of(1).search(ThreeMinima::new, List.of(Vector.of(1)), box(6, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A checkpoint that holds every start makes a second search free of evaluations, with the same result. */
    @Test
    void goesOnFromACheckpointWithTheSameResult() {
        Map<Integer, double[]> saved = new ConcurrentHashMap<>();
        Checkpoint store = new Checkpoint() {
            @Override
            public Map<Integer, double[]> finished(String work, int count) {
                return Map.copyOf(saved);
            }

            @Override
            public void save(String work, int index, double[] result) {
                saved.put(index, result);
            }
        };
        ParallelWork work = ParallelWork.on(2).withCheckpoint(store);
        MultiStart search = MultiStart.of(8);
        MultiStartResult first = search.search(ThreeMinima::new, List.of(), box(6, 3), box(6, 3), "starts", work);
        assertThat(saved).hasSize(8);
        assertThat(first).isEqualTo(search.search(ThreeMinima::new, List.of(), box(6, 3)));
        saved.remove(3);
        AtomicInteger calls = new AtomicInteger();
        DerivativeObjective never = new DerivativeObjective(6, x -> {
            calls.incrementAndGet();
            return x[0].multiply(0);
        });
        search.search(() -> never, List.of(), box(6, 3), box(6, 3), "starts", work);
        int forOneStart = calls.get();
        search.search(() -> never, List.of(), box(6, 3), box(6, 3), "starts", work);
        assertThat(forOneStart).isPositive();
        assertThat(calls).hasValue(forOneStart);
    }

    @Test
    void countsAStartThatThrows() {
        DerivativeObjective f = new DerivativeObjective(1, x -> {
            if (x[0].getValue() < 0) {
                throw new IllegalStateException("no prediction below zero");
            }
            return x[0].subtract(1).pow(2);
        });
        MultiStartResult result = MultiStart.of(0).search(() -> f, List.of(Vector.of(-1.0), Vector.of(2.0)), box(1, 5));
        assertThat(result.starts()).isEqualTo(2);
        assertThat(result.failures()).isEqualTo(1);
        assertThat(result.thrown().get(0).index()).isZero();
        assertThat(result.thrown().get(0).reason()).isEqualTo("no prediction below zero");
        assertThat(result.best().orElseThrow().point().get(0)).isCloseTo(1.0, within(1e-12));
    }
}
