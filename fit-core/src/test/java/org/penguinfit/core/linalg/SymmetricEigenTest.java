package org.penguinfit.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SymmetricEigenTest {
    /** A few rounding errors, relative to the largest entry. */
    private static final double ROUNDING = 1e-14;

    /** Closed form: (a + c)/2 ∓ √(((a − c)/2)² + b²). */
    @ParameterizedTest
    @CsvSource({"2,1,2,1,3", "1,2,1,-1,3", "3,0,-1,-1,3", "-1,0,3,-1,3", "0,1,0,-1,1", "5,-2,2,1,6", "0,0,0,0,0"})
    void twoByTwoFollowsTheClosedForm(double a, double b, double c, double low, double high) {
        SymmetricEigen eigen = SymmetricEigen.of(new double[] {a, b, b, c}, 2);
        assertThat(eigen.value(0)).isCloseTo(low, within(10 * ROUNDING));
        assertThat(eigen.value(1)).isCloseTo(high, within(10 * ROUNDING));
    }

    /** A v = λ v and orthonormal vectors, for scales from 1e-12 to 1e12 and sizes with and without a library call. */
    @Test
    void vectorsAndValuesReproduceTheMatrix() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 300; trial++) {
            int n = 1 + trial % 5;
            double scale = Math.pow(10, random.nextInt(-12, 13));
            double[] matrix = new double[n * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    matrix[i * n + j] = scale * (random.nextDouble() - 0.5);
                    matrix[j * n + i] = matrix[i * n + j];
                }
            }
            SymmetricEigen eigen = SymmetricEigen.of(matrix, n);
            for (int k = 0; k < n; k++) {
                assertEigenpair(matrix, n, eigen, k, 100 * ROUNDING * scale);
                assertThat(eigen.value(k)).isGreaterThanOrEqualTo(eigen.value(Math.max(0, k - 1)));
            }
        }
    }

    private static void assertEigenpair(double[] matrix, int n, SymmetricEigen eigen, int k, double tolerance) {
        double norm = 0;
        for (int i = 0; i < n; i++) {
            double image = 0;
            for (int j = 0; j < n; j++) {
                image += matrix[i * n + j] * eigen.vector(k, j);
            }
            assertThat(image).isCloseTo(eigen.value(k) * eigen.vector(k, i), within(tolerance));
            norm += eigen.vector(k, i) * eigen.vector(k, i);
        }
        assertThat(norm).isCloseTo(1, within(100 * ROUNDING));
    }
}
