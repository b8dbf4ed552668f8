package org.penguinfit.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CovarianceMatrixTest {
    /** A few roundings of numbers of order one to ten. */
    private static final double ROUNDING = 1e-13;

    @Test
    void knowsSigmasAndCorrelations() {
        CovarianceMatrix v =
                CovarianceMatrix.of(new double[][] {{4, -3}, {-3, 9}}).orElseThrow();
        assertThat(v.sigma(0)).isEqualTo(2.0);
        assertThat(v.sigma(1)).isEqualTo(3.0);
        assertThat(v.correlation(0, 1)).isEqualTo(-0.5);
        assertThat(v.get(1, 0)).isEqualTo(-3.0);
        assertThat(v.toArray()).isDeepEqualTo(new double[][] {{4, -3}, {-3, 9}});
        // dᵀV⁻¹d with V⁻¹ = [[9, 3], [3, 4]]/27
        assertThat(v.distanceSquared(new double[] {1, 2})).isCloseTo(37.0 / 27.0, within(ROUNDING));
    }

    @Test
    void isAbsentWhenTheMatrixIsNotPositiveDefinite() {
        double[][] impossible = {{1, 2}, {2, 1}};
        assertThat(CovarianceMatrix.of(impossible)).isEmpty();
        assertThat(SymmetricEigen.smallestEigenvalue(impossible)).isCloseTo(-1.0, within(ROUNDING));
        assertThat(CovarianceMatrix.of(new double[][] {{0}})).isEmpty();
        assertThat(CovarianceMatrix.of(new double[][] {{Double.NaN}})).isEmpty();
    }

    @Test
    void judgesDefinitenessWithoutRegardToUnits() {
        double tiny = 1e-18;
        assertThat(CovarianceMatrix.of(new double[][] {{tiny * tiny, 0.5 * tiny}, {0.5 * tiny, 1}}))
                .isPresent();
        assertThat(CovarianceMatrix.of(new double[][] {{tiny * tiny, 1.5 * tiny}, {1.5 * tiny, 1}}))
                .isEmpty();
    }

    @Test
    void rejectsWhatIsNoSymmetricMatrix() {
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{1, 0.5}, {0.4, 1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mirror");
        assertThatThrownBy(() -> CovarianceMatrix.of(new double[][] {{1, 0}, {0}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Closed form: the Cholesky factor of [[4, 2], [2, 5]] is [[2, 0], [1, 2]]. */
    @Test
    void whitensWithTheLowerCholeskyFactor() {
        Cholesky factor = Cholesky.of(new double[] {4, 2, 2, 5}, 2).orElseThrow();
        assertThat(factor.lower(0, 0)).isEqualTo(2.0);
        assertThat(factor.lower(1, 0)).isEqualTo(1.0);
        assertThat(factor.lower(0, 1)).isZero();
        assertThat(factor.lower(1, 1)).isEqualTo(2.0);
        double[] r = {6, 7};
        factor.whiten(r);
        assertThat(r).containsExactly(3, 2);
        assertThat(factor.logDeterminant()).isCloseTo(Math.log(16), within(ROUNDING));
        assertThat(factor.inverse())
                .containsExactly(new double[] {5 / 16.0, -2 / 16.0, -2 / 16.0, 4 / 16.0}, within(ROUNDING));
    }

    @Test
    void solvesRandomSystems() {
        Random random = new Random(7);
        for (int n = 1; n <= 12; n++) {
            double[] a = positiveDefinite(random, n);
            double[] x = random.doubles(n, -1, 1).toArray();
            double[] b = multiply(a, x);
            Cholesky.of(a, n).orElseThrow().solve(b);
            assertThat(b).containsExactly(x, within(1e-11)); // condition below 1e3
        }
    }

    @Test
    void eigenvectorsDiagonaliseRandomMatrices() {
        Random random = new Random(11);
        for (int n = 1; n <= 12; n++) {
            double[] a = positiveDefinite(random, n);
            SymmetricEigen eigen = SymmetricEigen.of(a, n);
            for (int k = 0; k < n; k++) {
                double[] v = new double[n];
                for (int j = 0; j < n; j++) {
                    v[j] = eigen.vector(k, j);
                }
                double[] av = multiply(a, v);
                for (int j = 0; j < n; j++) {
                    assertThat(av[j]).isCloseTo(eigen.value(k) * v[j], within(1e-12 * n * n));
                }
                assertThat(k == 0 || eigen.value(k) >= eigen.value(k - 1)).isTrue();
            }
        }
    }

    /** Closed form: [[2, 1], [1, 2]] has eigenvalues 1 and 3. */
    @Test
    void eigenvaluesAscend() {
        assertThat(SymmetricEigen.of(new double[] {2, 1, 1, 2}, 2).values().toArray())
                .containsExactly(new double[] {1, 3}, within(ROUNDING));
        assertThatThrownBy(() -> SymmetricEigen.of(new double[] {Double.NaN}, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isEmptyForNumbersThatAreNotFinite() {
        assertThat(Cholesky.of(new double[] {Double.NaN}, 1)).isEmpty();
        assertThat(Cholesky.of(new double[] {Double.POSITIVE_INFINITY}, 1)).isEmpty();
        assertThat(Cholesky.of(new double[0], 0)).isPresent();
    }

    @Test
    void vectorsAreValues() {
        double[] numbers = {1, 2, Double.NaN};
        Vector v = Vector.of(numbers);
        numbers[0] = 9;
        assertThat(v).isEqualTo(Vector.of(1, 2, Double.NaN)).hasSameHashCodeAs(Vector.of(1, 2, Double.NaN));
        assertThat(v.with(1, 5)).isEqualTo(Vector.of(1, 5, Double.NaN)).isNotEqualTo(v);
        v.toArray()[0] = 7;
        assertThat(v.get(0)).isEqualTo(1.0);
    }

    private static double[] positiveDefinite(Random random, int n) {
        double[] m = random.doubles((long) n * n, -1, 1).toArray();
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            a[i * n + i] = 0.1;
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    a[i * n + j] += m[k * n + i] * m[k * n + j];
                }
            }
        }
        return a;
    }

    private static double[] multiply(double[] a, double[] x) {
        double[] b = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                b[i] += a[i * x.length + j] * x[j];
            }
        }
        return b;
    }
}
