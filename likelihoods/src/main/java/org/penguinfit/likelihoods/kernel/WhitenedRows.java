package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * y = W(offset + f(θ)) with a matrix W of lower triangular blocks along the diagonal, the inverse Cholesky factors of
 * correlation matrices: turns correlated residuals into independent ones. Rows outside the blocks pass unchanged.
 */
final class WhitenedRows implements Rows {
    private static final int BLOCK = 4;

    private final Rows rows;
    private final List<Block> blocks;
    private final int parameterCount;
    private final double[] scratch;
    private final double[] plain;
    private final int[] nonZero;

    /** A lower triangular matrix that acts on the rows from {@code start}. */
    static final class Block {
        private final int start;
        private final int size;
        private final double[] byRow;
        private final double[] byColumn;

        /**
         * A block.
         *
         * @param lower by rows, shape [size × size]; not copied
         */
        Block(int start, int size, double[] lower) {
            this.start = start;
            this.size = size;
            this.byRow = lower;
            this.byColumn = new double[lower.length];
            for (int r = 0; r < size; r++) {
                for (int k = 0; k <= r; k++) {
                    byColumn[k * size + r] = lower[r * size + k];
                }
            }
        }

        int start() {
            return start;
        }

        int size() {
            return size;
        }

        double entry(int row, int column) {
            return byRow[row * size + column];
        }

        /** Multiplies the block's part of a vector, in place. */
        void multiply(double[] y) {
            for (int r = size - 1; r >= 0; r--) {
                y[start + r] = Axpy.dot(byRow, r * size, y, start, r + 1);
            }
        }
    }

    WhitenedRows(Rows rows, int parameterCount, List<Block> blocks) {
        this.rows = rows;
        this.parameterCount = parameterCount;
        this.blocks = blocks;
        this.scratch = new double[rows.count()];
        this.plain = new double[rows.count()];
        this.nonZero = new int[rows.count()];
    }

    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public Rows another() {
        return new WhitenedRows(rows.another(), parameterCount, blocks);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        rows.values(theta, order, offset, y);
        for (Block block : blocks) {
            whiten(block, y, block.start, block.size);
        }
    }

    /** Multiplies a part of a vector by the block, in place; zeros in it cost nothing. */
    private void whiten(Block block, double[] y, int at, int size) {
        int used = 0;
        for (int k = 0; k < size; k++) {
            if (y[at + k] != 0) {
                nonZero[used++] = k;
            }
        }
        Arrays.fill(scratch, 0, size, 0);
        int q = 0;
        for (; q + BLOCK <= used; q += BLOCK) {
            int k = nonZero[q];
            int l = nonZero[q + 1];
            int m = nonZero[q + 2];
            int n = nonZero[q + 3];
            Axpy.add(
                    scratch,
                    k,
                    size - k,
                    y[at + k],
                    y[at + l],
                    y[at + m],
                    y[at + n],
                    block.byColumn,
                    k * size + k,
                    l * size + k,
                    m * size + k,
                    n * size + k);
        }
        for (; q < used; q++) {
            int k = nonZero[q];
            Axpy.add(scratch, k, size - k, y[at + k], block.byColumn, k * size + k);
        }
        System.arraycopy(scratch, 0, y, at, size);
    }

    /** Writes Wᵀu to {@link #plain}. */
    private void transpose(double[] u) {
        System.arraycopy(u, 0, plain, 0, plain.length);
        for (Block block : blocks) {
            int size = block.size;
            int start = block.start;
            Arrays.fill(plain, start, start + size, 0);
            int r = 0;
            for (; r + BLOCK <= size; r += BLOCK) {
                int row = r * size;
                Axpy.add(
                        plain,
                        start,
                        r + BLOCK,
                        u[start + r],
                        u[start + r + 1],
                        u[start + r + 2],
                        u[start + r + 3],
                        block.byRow,
                        row,
                        row + size,
                        row + 2 * size,
                        row + 3 * size);
            }
            for (; r < size; r++) {
                Axpy.add(plain, start, r + 1, u[start + r], block.byRow, r * size);
            }
        }
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        transpose(u);
        rows.addGradient(plain, gradient);
    }

    @Override
    public void jacobian(double[] transposed) {
        rows.jacobian(transposed);
        for (int i = 0; i < parameterCount; i++) {
            for (Block block : blocks) {
                whiten(block, transposed, i * count() + block.start, block.size);
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        transpose(u);
        rows.addCurvature(plain, hessian);
    }
}
