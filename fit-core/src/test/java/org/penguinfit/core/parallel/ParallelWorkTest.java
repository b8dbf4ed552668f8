package org.penguinfit.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.linalg.Vector;

/** Results depend on the number of a piece alone; failures are counted; a checkpoint saves work. */
class ParallelWorkTest {
    private static final int COUNT = 1000;

    private static double[] square(StringBuilder scratch, int index) {
        if (index % 100 == 17) {
            throw new IllegalStateException("piece " + index);
        }
        scratch.setLength(0);
        return new double[] {index, (double) index * index};
    }

    @Test
    void resultsAreTheSameOnAnyNumberOfThreads() {
        WorkResults alone = ParallelWork.on(1).run("squares", COUNT, StringBuilder::new, ParallelWorkTest::square);
        WorkResults many = ParallelWork.on(7).run("squares", COUNT, StringBuilder::new, ParallelWorkTest::square);
        assertThat(many).isEqualTo(alone);
        assertThat(alone.results().get(30)).contains(Vector.of(30, 900));
    }

    @Test
    void aPieceThatFailsIsReportedWithItsNumberAndTheOthersGoOn() {
        WorkResults results = ParallelWork.on(3).run("squares", COUNT, StringBuilder::new, ParallelWorkTest::square);
        assertThat(results.failures()).hasSize(10).contains(new WorkResults.Failure(117, "piece 117"));
        assertThat(results.results().get(117)).isEmpty();
        assertThat(results.successes()).hasSize(COUNT - 10);
    }

    @Test
    void finishedPiecesComeFromTheCheckpointAndNewOnesGoThere() {
        ConcurrentMap<Integer, double[]> saved = new ConcurrentHashMap<>();
        Checkpoint store = new Checkpoint() {
            @Override
            public Map<Integer, double[]> finished(String work, int count) {
                return new TreeMap<>(Map.of(3, new double[] {33}));
            }

            @Override
            public void save(String work, int index, double[] result) {
                saved.put(index, result);
            }
        };
        WorkResults results = ParallelWork.on(2)
                .withCheckpoint(store)
                .run("squares", 10, StringBuilder::new, ParallelWorkTest::square);
        assertThat(results.results().get(3)).contains(Vector.of(33));
        assertThat(saved).hasSize(9).doesNotContainKey(3);
    }
}
