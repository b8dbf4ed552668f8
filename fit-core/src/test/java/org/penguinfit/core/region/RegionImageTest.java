package org.penguinfit.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.propagation.PredictionFunction;
import org.penguinfit.core.random.RandomStreams;

class RegionImageTest {
    private static final Bounds RANGE = new Bounds(-1, 1);

    private static final List<Bounds> SQUARE = List.of(new Bounds(-1, 1), new Bounds(-1, 1));

    /** (a, b) → (a³, b), and a² + b². */
    private static final class Cubed implements PredictionFunction {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public void evaluate(double[] theta, double[] predictions) {
            predictions[0] = theta[0] * theta[0] * theta[0];
            predictions[1] = theta[1];
            predictions[2] = theta[0] * theta[0] + theta[1] * theta[1];
        }
    }

    /**
     * The image of the unit disk under (a, b) → (a³, b) has the area ∫∫ 3a² da db = 3π/4, of a square of 4. A cell at the
     * edge counts if it is hit at all, which adds about half a cell along an edge of length about 6.5 in units where a cell
     * is 2/50 wide.
     */
    @Test
    void areaOfTheImageOfADisk() {
        int cells = 50;
        double cell = 2.0 / cells;
        RegionImage image = image(cells, 2);
        double area = image.size() * cell * cell;
        double edge = 6.5 * cell;
        assertThat(area).isCloseTo(3 * Math.PI / 4 + edge / 2, within(edge / 2));
    }

    @Test
    void everyCellInsideIsHitAndNoneOutside() {
        int cells = 50;
        RegionImage image = image(cells, 2);
        double cell = 2.0 / cells;
        for (int i = 0; i < cells; i++) {
            for (int j = 0; j < cells; j++) {
                double nearX = Math.max(0, Math.abs(-1 + (i + 0.5) * cell) - cell / 2);
                double farX = Math.abs(-1 + (i + 0.5) * cell) + cell / 2;
                double nearY = Math.max(0, Math.abs(-1 + (j + 0.5) * cell) - cell / 2);
                double farY = Math.abs(-1 + (j + 0.5) * cell) + cell / 2;
                if (Math.cbrt(farX) * Math.cbrt(farX) + farY * farY < 1) {
                    assertThat(image.isHit(i, j)).as("inside %d %d", i, j).isTrue();
                }
                if (Math.cbrt(nearX) * Math.cbrt(nearX) + nearY * nearY > 1.0001) {
                    assertThat(image.isHit(i, j)).as("outside %d %d", i, j).isFalse();
                }
            }
        }
    }

    @Test
    void threadsDoNotChangeIt() {
        assertThat(image(30, 1).hits()).isEqualTo(image(30, 2).hits());
    }

    private static RegionImage image(int cells, int threads) {
        List<Cut> disk = List.of(new Cut(2, Double.NEGATIVE_INFINITY, 1));
        ScanResult scan = new Scan(new ScanPoints.Sobol(SQUARE, 20_000), disk).run(Cubed::new, ParallelWork.on(2), "s");
        CutSpace space = new CutSpace(SQUARE, disk);
        return RegionImage.of(
                scan, RANGE, RANGE, cells, space, Cubed::new, RandomStreams.of(2), ParallelWork.on(threads), "image");
    }
}
