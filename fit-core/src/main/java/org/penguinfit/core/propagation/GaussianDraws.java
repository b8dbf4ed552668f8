package org.penguinfit.core.propagation;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.penguinfit.core.linalg.Cholesky;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;

/**
 * Draws from the Gaussian N(θ̂, V), cut off at bounds: a draw outside is thrown away. Parameters without uncertainty keep
 * their central value.
 *
 * @param parameters θ̂ and V
 * @param bounds one per parameter
 */
public record GaussianDraws(ParameterUncertainty parameters, List<Bounds> bounds) implements UnitCubeDraws {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0.0, 1.0);

    /** Requires bounds that hold the central values. */
    public GaussianDraws {
        bounds = List.copyOf(bounds);
        if (bounds.size() != parameters.size()) {
            throw new IllegalArgumentException(bounds.size() + " bounds for " + parameters.size() + " parameters");
        }
        for (int i = 0; i < bounds.size(); i++) {
            double center = parameters.center().get(i);
            if (!bounds.get(i).contains(center)) {
                throw new IllegalArgumentException("central value " + center + " of parameter " + i + " lies outside ["
                        + bounds.get(i).lower() + ", " + bounds.get(i).upper() + "]");
            }
        }
    }

    @Override
    public int size() {
        return parameters.size();
    }

    @Override
    public Vector center() {
        return parameters.center();
    }

    @Override
    public int dimension() {
        return parameters.uncertain().size();
    }

    @Override
    public boolean draw(double[] unit, double[] theta) {
        for (int i = 0; i < theta.length; i++) {
            theta[i] = parameters.center().get(i);
        }
        Cholesky factor = parameters.covariance().cholesky();
        for (int column = 0; column < factor.size(); column++) {
            double z = NORMAL.inverseCumulativeProbability(unit[column]);
            for (int row = column; row < factor.size(); row++) {
                theta[parameters.uncertain().get(row)] += factor.lower(row, column) * z;
            }
        }
        for (int i = 0; i < theta.length; i++) {
            if (!bounds.get(i).contains(theta[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean areIndependent(SourceGroups sources) {
        List<SourceGroups.Group> groups =
                sources.covering(parameters.uncertain(), size()).groups();
        for (int i = 0; i < dimension(); i++) {
            for (int j = 0; j < i; j++) {
                int first = parameters.uncertain().get(i);
                int second = parameters.uncertain().get(j);
                boolean together = groups.stream()
                        .anyMatch(g ->
                                g.parameters().contains(first) && g.parameters().contains(second));
                if (!together && parameters.covariance().get(i, j) != 0.0) {
                    return false;
                }
            }
        }
        return true;
    }
}
