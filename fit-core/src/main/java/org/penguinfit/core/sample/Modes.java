package org.penguinfit.core.sample;

import java.util.List;

/** What both samplers ask of their starting modes. */
final class Modes {
    private Modes() {}

    /** Requires modes that fit the posterior; looks whether the posterior can be normalised, as seen from the first. */
    static Propriety requireFor(Posterior<?> posterior, List<Mode> modes) {
        if (modes.isEmpty()) {
            throw new IllegalArgumentException("sampling needs at least one mode to start from");
        }
        for (Mode mode : modes) {
            if (mode.point().size() != posterior.size()) {
                throw new IllegalArgumentException(
                        "a mode of " + mode.point().size() + " parameters for a posterior of " + posterior.size());
            }
        }
        double[] scales = new double[posterior.size()];
        for (int i = 0; i < scales.length; i++) {
            scales[i] = modes.get(0).covariance().sigma(i);
        }
        return Propriety.of(posterior, modes.get(0).point().toArray(), scales);
    }
}
