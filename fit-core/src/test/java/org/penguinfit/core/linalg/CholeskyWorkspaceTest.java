package org.penguinfit.core.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CholeskyWorkspaceTest {
    private static final double ROUNDING = 1e-12;

    /** A + μ times the solution gives the right-hand side back, for every size the memory holds. */
    @Test
    void solvesPositiveDefiniteSystemsOfAnySizeWithAShift() {
        CholeskyWorkspace workspace = new CholeskyWorkspace(12);
        Random random = new Random(3);
        for (int n = 12; n > 0; n--) {
            double[] m = random.doubles((long) n * n, -1, 1).toArray();
            double[] a = new double[n * n];
            for (int i = 0; i < n * n; i++) {
                a[i] = i / n == i % n ? 0.5 : 0.0;
                for (int k = 0; k < n; k++) {
                    a[i] += m[k * n + i / n] * m[k * n + i % n];
                }
            }
            double[] b = random.doubles(n, -1, 1).toArray();
            double[] x = b.clone();
            assertThat(workspace.factorize(a, n, 0.25)).isTrue();
            workspace.solve(x);
            for (int i = 0; i < n; i++) {
                double back = 0.25 * x[i];
                for (int j = 0; j < n; j++) {
                    back += a[i * n + j] * x[j];
                }
                assertThat(back).isCloseTo(b[i], within(ROUNDING));
            }
            assertThat(workspace.smallestPivot())
                    .isGreaterThanOrEqualTo(SymmetricEigen.of(a, n).value(0));
        }
    }

    /** For [[4, 2], [2, 5]]: U = [[2, 1], [0, 2]] by hand, so Uᵀz = (2, 5) has z = (1, 2) and bᵀA⁻¹b = 5. */
    @Test
    void whitensAsComputedByHand() {
        CholeskyWorkspace workspace = new CholeskyWorkspace(2);
        assertThat(workspace.factorize(new double[] {4, 2, 2, 5}, 2, 0)).isTrue();
        double[] z = {2, 5};
        workspace.whiten(z);
        assertThat(z).containsExactly(1, 2);
        assertThat(workspace.smallestPivot()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNotPositiveDefinite() {
        CholeskyWorkspace workspace = new CholeskyWorkspace(2);
        assertThat(workspace.factorize(new double[] {1, 2, 2, 1}, 2, 0)).isFalse();
        assertThat(workspace.smallestPivot()).isZero();
        assertThat(workspace.factorize(new double[] {1, 2, 2, 1}, 2, 3)).isTrue();
        assertThat(workspace.factorize(new double[] {1, Double.NaN, 0, 1}, 2, 0))
                .isFalse();
        assertThat(workspace.factorize(new double[0], 0, 0)).isTrue();
    }
}
