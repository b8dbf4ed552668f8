package org.penguinfit.likelihoods.kernel;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.linalg.DotProduct;

/**
 * y = W(offset + f(θ)) with a matrix W of lower triangular blocks along the diagonal, the inverse Cholesky factors of
 * correlation matrices: turns correlated residuals into independent ones. Rows outside the blocks pass unchanged.
 */
final class WhitenedRows implements Rows {
    private static final int BLOCK = 4;

    private final Rows rows;
    private final List<Block> blocks;
    private final double[] scratch;
    private final double[] part;
    private final double[] plain;
    private final int[] nonZero;

    /** A lower triangular matrix that acts on the rows from {@code start}. */
    static final class Block {
        private final int start;
        private final int size;
        private final double[][] rows;
        private final double[][] columns;

        /**
         * A block.
         *
         * @param lower by rows, shape [size × size]
         */
        Block(int start, int size, double[] lower) {
            this.start = start;
            this.size = size;
            this.rows = Axpy.rows(lower, size, size);
            this.columns = Axpy.transposed(rows, size);
        }

        int start() {
            return start;
        }

        int size() {
            return size;
        }

        double entry(int row, int column) {
            return rows[row][column];
        }

        /** Multiplies the block's part of a vector, in place. */
        void multiply(double[] y) {
            double[] result = new double[size];
            double[] part = Arrays.copyOfRange(y, start, start + size);
            for (int r = 0; r < size; r++) {
                result[r] = DotProduct.of(rows[r], part, r + 1);
            }
            System.arraycopy(result, 0, y, start, size);
        }
    }

    WhitenedRows(Rows rows, List<Block> blocks) {
        this.rows = rows;
        this.blocks = blocks;
        this.scratch = new double[rows.count()];
        this.part = new double[rows.count()];
        this.plain = new double[rows.count()];
        this.nonZero = new int[rows.count()];
    }

    @Override
    public int count() {
        return rows.count();
    }

    @Override
    public Rows another() {
        return new WhitenedRows(rows.another(), blocks);
    }

    @Override
    public void values(double[] theta, Order order, double[] offset, double[] y) {
        rows.values(theta, order, offset, y);
        for (Block block : blocks) {
            whiten(block, y);
        }
    }

    /** Multiplies the block's part of a vector, in place; zeros in it cost nothing. */
    private void whiten(Block block, double[] y) {
        int size = block.size;
        int used = 0;
        for (int k = 0; k < size; k++) {
            if (y[block.start + k] != 0) {
                nonZero[used] = k;
                part[used++] = y[block.start + k];
            }
        }
        Arrays.fill(scratch, 0, size, 0);
        int q = 0;
        for (; q + BLOCK <= used; q += BLOCK) {
            Axpy.add(
                    scratch,
                    nonZero[q],
                    size,
                    part[q],
                    part[q + 1],
                    part[q + 2],
                    part[q + 3],
                    block.columns[nonZero[q]],
                    block.columns[nonZero[q + 1]],
                    block.columns[nonZero[q + 2]],
                    block.columns[nonZero[q + 3]]);
        }
        for (; q < used; q++) {
            Axpy.add(scratch, nonZero[q], size, part[q], block.columns[nonZero[q]]);
        }
        System.arraycopy(scratch, 0, y, block.start, size);
    }

    /** Writes Wᵀu to {@link #plain}. */
    private void transpose(double[] u) {
        System.arraycopy(u, 0, plain, 0, plain.length);
        for (Block block : blocks) {
            int size = block.size;
            System.arraycopy(u, block.start, part, 0, size);
            Arrays.fill(scratch, 0, size, 0);
            int r = 0;
            for (; r + BLOCK <= size; r += BLOCK) {
                Axpy.addAll(scratch, 0, r + BLOCK, part, block.rows, r, r + BLOCK);
            }
            for (; r < size; r++) {
                Axpy.add(scratch, 0, r + 1, part[r], block.rows[r]);
            }
            System.arraycopy(scratch, 0, plain, block.start, size);
        }
    }

    @Override
    public void addGradient(double[] u, double[] gradient) {
        transpose(u);
        rows.addGradient(plain, gradient);
    }

    @Override
    public void jacobian(double[][] transposed) {
        rows.jacobian(transposed);
        for (double[] derivative : transposed) {
            for (Block block : blocks) {
                whiten(block, derivative);
            }
        }
    }

    @Override
    public void addCurvature(double[] u, double[] hessian) {
        transpose(u);
        rows.addCurvature(plain, hessian);
    }
}
