package org.penguinfit.measurements.exchange.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.Uncertainty;

/** Matrices of correlated results as rows of numbers. */
public final class CorrelationText {
    private CorrelationText() {}

    /** The full covariance matrix. */
    public static List<List<Double>> covariance(Covariance covariance) {
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < covariance.dimension(); i++) {
            List<Double> row = new ArrayList<>();
            for (int j = 0; j < covariance.dimension(); j++) {
                row.add(covariance.get(i, j));
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * Rows of the upper triangle of the correlation matrix, in the fewest digits that give back exactly the covariance from the
     * uncertainties, by C_ij = ρ_ij √V_i √V_j with V = Σ σ₊σ₋; nothing if no such numbers exist.
     */
    public static Optional<List<List<Double>>> triangle(CorrelatedResult block) {
        int n = block.components().size();
        double[] variance = new double[n];
        for (int i = 0; i < n; i++) {
            for (Uncertainty u : block.components().get(i).uncertainties()) {
                variance[i] += u.plus() * u.minus();
            }
        }
        List<List<Double>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<Double> row = new ArrayList<>(List.of(1.0));
            if (variance[i] != block.covariance().get(i, i)) {
                return Optional.empty();
            }
            for (int j = i + 1; j < n; j++) {
                Optional<Double> rho =
                        correlation(block.covariance().get(i, j), Math.sqrt(variance[i]) * Math.sqrt(variance[j]));
                if (rho.isEmpty()) {
                    return Optional.empty();
                }
                row.add(rho.get());
            }
            rows.add(row);
        }
        return Optional.of(rows);
    }

    private static Optional<Double> correlation(double covariance, double size) {
        double rho = covariance / size;
        BigDecimal exact = new BigDecimal(rho);
        for (int digits = 1; digits < 16; digits++) {
            double rounded = exact.round(new MathContext(digits)).doubleValue();
            if (rounded * size == covariance && Math.abs(rounded) <= 1) {
                return Optional.of(rounded);
            }
        }
        for (double near : new double[] {rho, Math.nextUp(rho), Math.nextDown(rho)}) {
            if (near * size == covariance && Math.abs(near) <= 1) {
                return Optional.of(near);
            }
        }
        return Optional.empty();
    }
}
