package org.penguinfit.likelihoods.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.penguinfit.likelihoods.expression.PredictionVector;
import org.penguinfit.likelihoods.expression.SparsePolynomial;

/**
 * Predictions as rows, for terms that need each prediction itself: those of polynomials by their cheapest kernel, others as
 * their formulas stand.
 */
public final class Predictions {
    private Predictions() {}

    /**
     * The rows of some predictions and the offsets with which they give μ.
     *
     * @param rows y = offset + f(θ)
     * @param offset constants of the polynomials
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Compiled(Rows rows, double[] offset) {}

    /** Rows of selected predictions. */
    public static Compiled of(PredictionVector predictions, int[] selected) {
        List<SparsePolynomial> polynomials = new ArrayList<>();
        for (int prediction : selected) {
            Optional<SparsePolynomial> polynomial = predictions.polynomial(prediction);
            if (polynomial.isEmpty()) {
                return new Compiled(new EvaluatorRows(predictions.select(selected)), new double[selected.length]);
            }
            polynomials.add(polynomial.get());
        }
        double[] ones = new double[selected.length];
        Arrays.fill(ones, 1);
        Functions functions = new Functions(predictions.parameterCount(), polynomials, ones);
        double[] offset = new double[selected.length];
        for (int r = 0; r < offset.length; r++) {
            offset[r] = functions.constant(r);
        }
        return new Compiled(functions.cheapest().make(), offset);
    }
}
