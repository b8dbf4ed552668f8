package org.penguinfit.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SemidefiniteCholeskyTest {
    /** Well-conditioned systems of a few rows lose a digit or two. */
    private static final double ROUNDING = 1e-12;

    /** A x = b for A = BᵀB + 1 and x drawn at random: solving gives x back. */
    @Test
    void solvesTheSubsystemOfTheChosenRows() {
        Random random = new Random(5);
        int n = 7;
        double[] matrix = new double[n * n];
        double[] b = random.doubles(matrix.length, -1, 1).toArray();
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    matrix[i * n + j] += b[k * n + i] * b[k * n + j];
                }
            }
            matrix[i * n + i] += 1.0;
        }
        int[] rows = {0, 2, 3, 6};
        double[] x = {1.5, -2, 0.25, 3};
        double[] right = new double[rows.length];
        for (int a = 0; a < rows.length; a++) {
            for (int c = 0; c < rows.length; c++) {
                right[a] += matrix[rows[a] * n + rows[c]] * x[c];
            }
        }
        SemidefiniteCholesky factor = new SemidefiniteCholesky(n);
        assertThat(factor.factorise(matrix, n, rows, rows.length)).isTrue();
        assertThat(factor.flatDirections()).isZero();
        factor.solve(right);
        for (int a = 0; a < rows.length; a++) {
            assertThat(right[a]).isCloseTo(x[a], within(ROUNDING));
        }
    }

    /** (x + y)²: y stays where it is and x alone solves the system. */
    @Test
    void flatDirectionIsHeld() {
        SemidefiniteCholesky factor = new SemidefiniteCholesky(2);
        assertThat(factor.factorise(new double[] {2, 2, 2, 2}, 2, new int[] {0, 1}, 2))
                .isTrue();
        assertThat(factor.flatDirections()).isEqualTo(1);
        double[] x = {6, 6};
        factor.solve(x);
        assertThat(x).containsExactly(3, 0);
    }

    @Test
    void negativeCurvatureAndNumbersThatAreNoneAreRefused() {
        SemidefiniteCholesky factor = new SemidefiniteCholesky(2);
        int[] both = {0, 1};
        assertThat(factor.factorise(new double[] {1, 2, 2, 1}, 2, both, 2)).isFalse();
        assertThat(factor.factorise(new double[] {1, Double.NaN, Double.NaN, 1}, 2, both, 2))
                .isFalse();
        assertThat(factor.factorise(new double[] {0, 1, 1, 1}, 2, both, 2)).isFalse();
    }
}
