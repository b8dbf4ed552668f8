package org.penguinfit.core.propagation;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;

/**
 * Central values of all parameters and the covariance of those that have an uncertainty; the others are known exactly.
 *
 * @param center central values, shape [n], finite
 * @param uncertain ascending indices of the parameters with an uncertainty
 * @param covariance over {@code uncertain}: row k belongs to parameter {@code uncertain.get(k)}
 */
public record ParameterUncertainty(Vector center, List<Integer> uncertain, CovarianceMatrix covariance) {
    /** Requires ascending indices that match the covariance. */
    public ParameterUncertainty {
        uncertain = List.copyOf(uncertain);
        if (uncertain.size() != covariance.size()) {
            throw new IllegalArgumentException(
                    uncertain.size() + " uncertain parameters, but a covariance of " + covariance.size());
        }
        int last = -1;
        for (int index : uncertain) {
            if (index <= last || index >= center.size()) {
                throw new IllegalArgumentException(
                        "indices of uncertain parameters must ascend below " + center.size() + ", found " + uncertain);
            }
            last = index;
        }
        for (int i = 0; i < center.size(); i++) {
            if (!Double.isFinite(center.get(i))) {
                throw new IllegalArgumentException("central value " + i + " is " + center.get(i));
            }
        }
    }

    /** All parameters uncertain. */
    public static ParameterUncertainty of(double[] center, CovarianceMatrix covariance) {
        List<Integer> all = IntStream.range(0, center.length).boxed().toList();
        return new ParameterUncertainty(Vector.of(center), all, covariance);
    }

    /** Of a minimum: parameters at a limit have none; empty when the minimum has no covariance. */
    public static Optional<ParameterUncertainty> of(Minimum minimum) {
        return minimum.covariance().map(v -> new ParameterUncertainty(minimum.point(), minimum.free(), v));
    }

    /** Number n of all parameters. */
    public int size() {
        return center.size();
    }
}
