package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.DotProduct;
import org.penguinfit.likelihoods.expression.SparsePolynomial;

/**
 * Residuals of symmetric Gaussian data with polynomial predictions, whitened to unit variance: −2 ln L = |y|² + c. Three ways,
 * of which the one with fewest multiplications per evaluation is taken:
 *
 * <ul>
 *   <li>collected: the whitening is multiplied into the coefficients, y = B m(θ) − b with all different monomials m; with more
 *       rows than monomials B = QR once, and y = R m − q with q = Qᵀb and the constant c = |b − Qq|²;
 *   <li>linear in nuisance parameters: {@link BilinearRows}, then whitened;
 *   <li>few coefficients: {@link SparseRows}, then whitened.
 * </ul>
 *
 * <p>Only orthogonal transformations are used, no normal equations: the residuals keep the digits that the predictions less
 * the data have. Immutable.
 */
public final class GaussianResiduals {
    private final Functions functions;
    private final double[] scales;
    private final List<WhitenedRows.Block> blocks;
    private final Rows rows;
    /** Thin Q by rows, shape [m × rows], if the rows were reduced. */
    private final double @Nullable [][] orthogonal;

    private final boolean collected;

    /**
     * A block of correlated residuals.
     *
     * @param start its first row
     * @param size number of rows
     * @param whitening inverse Cholesky factor of the correlation matrix by rows, shape [size × size]
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Correlated(int start, int size, double[] whitening) {}

    /**
     * The residuals.
     *
     * @param parameterCount number of free parameters
     * @param predictions one per row
     * @param scales 1/σ per row
     * @param correlated blocks of rows with correlations; rows outside are independent
     */
    public GaussianResiduals(
            int parameterCount, List<SparsePolynomial> predictions, double[] scales, List<Correlated> correlated) {
        this.functions = new Functions(parameterCount, predictions, scales);
        this.scales = scales.clone();
        this.blocks = new ArrayList<>();
        long whitening = 0;
        for (Correlated block : correlated) {
            blocks.add(new WhitenedRows.Block(block.start(), block.size(), block.whitening()));
            whitening += (long) block.size() * block.size() / 2;
        }
        Functions.Choice plain = functions.cheapest();
        this.collected = functions.fitsMatrix()
                && Functions.denseCost(functions.count(), functions.width()) <= plain.cost() + whitening;
        if (collected) {
            MonomialBasis basis = functions.basis();
            double[] matrix = whitened(functions.matrix(basis));
            boolean reduced = functions.count() > functions.width();
            QRDecomposition<DMatrixRMaj> qr = reduced && functions.width() > 0 ? decompose(matrix) : null;
            this.orthogonal = reduced ? thinQ(qr) : null;
            double[] entries = qr == null ? matrix : qr.getR(null, true).data;
            int count = reduced ? functions.width() : functions.count();
            this.rows = new DenseRows(basis, parameterCount, count, entries);
        } else {
            this.orthogonal = null;
            Rows chosen = plain.make();
            this.rows = blocks.isEmpty() ? chosen : new WhitenedRows(chosen, blocks);
        }
    }

    /** A column that depends on others exactly makes EJML answer false, but its Q and R are good then too: no check. */
    private QRDecomposition<DMatrixRMaj> decompose(double[] matrix) {
        int m = functions.count();
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(m, functions.width());
        qr.decompose(new DMatrixRMaj(m, functions.width(), true, matrix));
        return qr;
    }

    private double[][] thinQ(@Nullable QRDecomposition<DMatrixRMaj> qr) {
        return qr == null
                ? new double[functions.count()][0]
                : Axpy.rows(qr.getQ(null, true).data, functions.count(), functions.width());
    }

    /** W times a matrix of [count × width]. */
    private double[] whitened(double[] matrix) {
        int width = functions.width();
        double[] result = matrix.clone();
        double[][] plain = Axpy.rows(matrix, functions.count(), width);
        double[] sum = new double[width];
        for (WhitenedRows.Block block : blocks) {
            for (int r = 0; r < block.size(); r++) {
                Arrays.fill(sum, 0);
                for (int k = 0; k <= r; k++) {
                    Axpy.add(sum, 0, width, block.entry(r, k), plain[block.start() + k]);
                }
                System.arraycopy(sum, 0, result, (block.start() + r) * width, width);
            }
        }
        return result;
    }

    /** Number of residuals. */
    public int count() {
        return rows.count();
    }

    /** Number of data. */
    public int dataCount() {
        return functions.count();
    }

    /** The residuals with scratch memory of their own. */
    public Rows rows() {
        return rows.another();
    }

    /**
     * Turns data into the offset that the rows need.
     *
     * @param data measured values, shape [dataCount]
     * @param work scratch memory, shape [dataCount]
     * @param offset written, shape [count]
     * @return the constant c ≥ 0
     */
    public double offset(double[] data, double[] work, double[] offset) {
        int m = functions.count();
        for (int r = 0; r < m; r++) {
            work[r] = functions.constant(r) - scales[r] * data[r];
        }
        if (collected) {
            for (WhitenedRows.Block block : blocks) {
                block.multiply(work);
            }
        }
        if (orthogonal == null) {
            System.arraycopy(work, 0, offset, 0, m);
            return 0;
        }
        return project(orthogonal, work, offset);
    }

    /** offset = Qᵀ b; returns |b − Q offset|². */
    private static double project(double[][] q, double[] b, double[] offset) {
        Arrays.fill(offset, 0);
        Axpy.addAll(offset, 0, offset.length, b, q, 0, b.length);
        double sum = 0;
        for (int r = 0; r < b.length; r++) {
            double rest = b[r] - DotProduct.of(q[r], offset, offset.length);
            sum += rest * rest;
        }
        return sum;
    }
}
