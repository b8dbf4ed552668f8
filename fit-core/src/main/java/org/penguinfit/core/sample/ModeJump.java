package org.penguinfit.core.sample;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.objective.Objective;

/**
 * A Metropolis–Hastings step between modes that are known: the proposal is independent of the chain's place, a mixture of
 * Student distributions around the modes (Tierney, Ann. Stat. 22 (1994) 1701, section 2.3.3). It leaves the posterior
 * invariant whatever the modes are, and lets chains visit all of them with their true weights. For one thread.
 */
final class ModeJump {
    /** Degrees of freedom: heavy tails, so that no place of the posterior is hard to leave. */
    private static final int DEGREES = 5;

    private final List<Mode> modes;
    private final double[] weights;
    private final double[] logNorms;
    private final double[] displacement;
    private final double[] proposal;

    ModeJump(List<Mode> modes) {
        this.modes = modes;
        int n = modes.get(0).point().size();
        weights = weights(modes);
        logNorms = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            logNorms[k] = Math.log(weights[k])
                    - 0.5 * modes.get(k).covariance().cholesky().logDeterminant();
        }
        displacement = new double[n];
        proposal = new double[n];
    }

    /** Half by Laplace's approximation e^(−value/2) √det V, half equal: a mode that looks hopeless is tried all the same. */
    private static double[] weights(List<Mode> modes) {
        double[] logs = new double[modes.size()];
        double highest = Double.NEGATIVE_INFINITY;
        for (int k = 0; k < logs.length; k++) {
            Mode mode = modes.get(k);
            logs[k] = -0.5 * mode.value() + 0.5 * mode.covariance().cholesky().logDeterminant();
            highest = Math.max(highest, logs[k]);
        }
        double sum = 0.0;
        for (int k = 0; k < logs.length; k++) {
            logs[k] = Math.exp(logs[k] - highest);
            sum += logs[k];
        }
        for (int k = 0; k < logs.length; k++) {
            logs[k] = 0.5 * logs[k] / sum + 0.5 / logs.length;
        }
        return logs;
    }

    /**
     * Tries one jump.
     *
     * @param x where the chain is
     * @param value −2 ln of the posterior there
     * @return the new place, valid until the next call; null when the jump is refused
     */
    double @Nullable [] attempt(
            double[] x,
            double value,
            Objective density,
            UniformRandomProvider random,
            ZigguratSampler.NormalizedGaussian gaussian) {
        draw(random, gaussian);
        double there = density.value(proposal);
        double logRatio = -0.5 * there + logProposal(x) + 0.5 * value - logProposal(proposal);
        return random.nextDouble() < Math.exp(logRatio) ? proposal : null;
    }

    private void draw(UniformRandomProvider random, ZigguratSampler.NormalizedGaussian gaussian) {
        double u = random.nextDouble();
        int k = 0;
        while (k < weights.length - 1 && u >= weights[k]) {
            u -= weights[k];
            k++;
        }
        double chiSquare = 0.0;
        for (int d = 0; d < DEGREES; d++) {
            double z = gaussian.sample();
            chiSquare += z * z;
        }
        double scale = Math.sqrt(DEGREES / chiSquare);
        Mode mode = modes.get(k);
        for (int i = 0; i < proposal.length; i++) {
            proposal[i] = mode.point().get(i);
        }
        for (int j = 0; j < proposal.length; j++) {
            double z = scale * gaussian.sample();
            for (int i = j; i < proposal.length; i++) {
                proposal[i] += mode.covariance().cholesky().lower(i, j) * z;
            }
        }
    }

    /** ln of the proposal density up to a constant. */
    private double logProposal(double[] x) {
        double highest = Double.NEGATIVE_INFINITY;
        double sum = 0.0;
        for (int k = 0; k < logNorms.length; k++) {
            for (int i = 0; i < x.length; i++) {
                displacement[i] = x[i] - modes.get(k).point().get(i);
            }
            double distance = modes.get(k).covariance().distanceSquared(displacement);
            double log = logNorms[k] - 0.5 * (DEGREES + x.length) * Math.log1p(distance / DEGREES);
            double top = Math.max(highest, log);
            sum = sum * Math.exp(highest - top) + Math.exp(log - top);
            highest = top;
        }
        return highest + Math.log(sum);
    }
}
