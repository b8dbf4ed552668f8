package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.penguinfit.likelihoods.expression.Monomial;
import org.penguinfit.likelihoods.expression.SparsePolynomial;

/** Polynomials, each times a number, taken apart into constants and the rest, and the ways to compute them. */
final class Functions {
    /** A step through a list costs as much as so many steps of a vector loop (measured: see docs/adr/0010). */
    private static final long LIST_COST = 4;

    /** A dense matrix of more entries is never made. */
    private static final long LARGEST_MATRIX = 50_000_000;

    private final int parameterCount;
    private final double[] constants;
    private final List<SortedMap<Monomial, Double>> terms = new ArrayList<>();
    private final TreeSet<Monomial> monomials = new TreeSet<>();
    private long entries;

    Functions(int parameterCount, List<SparsePolynomial> polynomials, double[] scales) {
        this.parameterCount = parameterCount;
        this.constants = new double[polynomials.size()];
        for (int r = 0; r < constants.length; r++) {
            TreeMap<Monomial, Double> scaled = new TreeMap<>();
            for (Map.Entry<Monomial, Double> term : polynomials.get(r).terms().entrySet()) {
                double coefficient = scales[r] * term.getValue();
                if (term.getKey().degree() == 0) {
                    constants[r] = coefficient;
                } else {
                    scaled.put(term.getKey(), coefficient);
                }
            }
            terms.add(scaled);
            monomials.addAll(scaled.keySet());
            entries += scaled.size();
        }
    }

    int count() {
        return constants.length;
    }

    /** Number of different monomials, the constant not counted. */
    int width() {
        return monomials.size();
    }

    double constant(int r) {
        return constants[r];
    }

    MonomialBasis basis() {
        return MonomialBasis.of(monomials);
    }

    /** The coefficients by rows, shape [count × width]. */
    double[] matrix(MonomialBasis basis) {
        double[] matrix = new double[count() * width()];
        for (int r = 0; r < count(); r++) {
            for (Map.Entry<Monomial, Double> term : terms.get(r).entrySet()) {
                matrix[r * width() + basis.position(term.getKey())] = term.getValue();
            }
        }
        return matrix;
    }

    boolean fitsMatrix() {
        return (long) count() * width() <= LARGEST_MATRIX;
    }

    /** Multiplications of a dense matrix with these rows per evaluation. */
    static long denseCost(long rows, long columns) {
        return rows >= columns ? columns * (columns + 1) / 2 : rows * columns;
    }

    /** The cheapest way without reducing the number of rows. */
    Choice cheapest() {
        Choice best = new Choice(LIST_COST * entries, this::sparse);
        Set<Integer> linear = LinearParameters.of(terms);
        if (!linear.isEmpty()) {
            PairTable table = PairTable.of(terms, linear);
            long cost = (long) table.rows.length * (table.basis.size() + 1);
            best = best.or(cost, () -> new BilinearRows(table, parameterCount));
        }
        return fitsMatrix() ? best.or((long) count() * width(), this::dense) : best;
    }

    private Rows dense() {
        MonomialBasis basis = basis();
        return new DenseRows(basis, parameterCount, count(), matrix(basis));
    }

    private Rows sparse() {
        MonomialBasis basis = basis();
        int[] starts = new int[count() + 1];
        int[] columns = new int[(int) entries];
        double[] coefficients = new double[columns.length];
        int at = 0;
        for (int r = 0; r < count(); r++) {
            for (Map.Entry<Monomial, Double> term : terms.get(r).entrySet()) {
                columns[at] = basis.position(term.getKey());
                coefficients[at++] = term.getValue();
            }
            starts[r + 1] = at;
        }
        return new SparseRows(basis, parameterCount, starts, columns, coefficients);
    }

    /**
     * A way to compute.
     *
     * @param cost multiplications per evaluation, about
     */
    record Choice(long cost, Supplier<Rows> maker) {
        Choice or(long otherCost, Supplier<Rows> other) {
            return otherCost < cost ? new Choice(otherCost, other) : this;
        }

        Rows make() {
            return maker.get();
        }
    }
}
