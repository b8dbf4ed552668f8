package org.penguinfit.core.average;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;

/**
 * The scale factor S = √(χ²/(N − 1)) of the Particle Data Group (Review of Particle Physics, Introduction, section 5.2.2).
 * It is shown beside an average; multiplying an uncertainty by it is the reader's decision.
 *
 * @param value S, also below 1
 * @param used indices of the measurements that entered, ascending
 */
public record ScaleFactor(double value, List<Integer> used) {
    /** Copies the list. */
    public ScaleFactor {
        used = List.copyOf(used);
    }

    /**
     * S of a χ² with this many degrees of freedom, from all measurements.
     *
     * @param dof at least 1
     */
    static ScaleFactor of(double chiSquare, int dof, int measurements) {
        List<Integer> all = new ArrayList<>();
        for (int i = 0; i < measurements; i++) {
            all.add(i);
        }
        return new ScaleFactor(Math.sqrt(chiSquare / dof), all);
    }

    /**
     * S from the precise measurements only, those with σ below 3 √N times that of the average, as the PDG does where
     * uncertainties differ widely. For uncorrelated measurements of one quantity.
     *
     * @param values the measurements, at least two
     * @param sigmas their standard deviations, positive
     * @return empty when fewer than two are precise
     */
    public static Optional<ScaleFactor> ofPrecise(Vector values, Vector sigmas) {
        BlueAverage all = BlueAverage.of(values, List.of(ErrorSource.uncorrelated("total", sigmas.toArray())));
        double cutoff = 3.0 * Math.sqrt(values.size()) * all.sigma();
        List<Integer> used = new ArrayList<>();
        double chiSquare = 0.0;
        for (int i = 0; i < values.size(); i++) {
            if (sigmas.get(i) < cutoff) {
                used.add(i);
                double pull = (values.get(i) - all.value()) / sigmas.get(i);
                chiSquare += pull * pull;
            }
        }
        return used.size() < 2
                ? Optional.empty()
                : Optional.of(new ScaleFactor(Math.sqrt(chiSquare / (used.size() - 1)), used));
    }

    /** The factor the PDG would apply: S where it exceeds 1, else 1. */
    public double applied() {
        return Math.max(1.0, value);
    }
}
