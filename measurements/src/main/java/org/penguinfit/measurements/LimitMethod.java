package org.penguinfit.measurements;

import java.util.OptionalDouble;

/** The rule that turns an upper limit L at confidence level c into −2 ln L(x); a key of the file, shown in every report. */
public sealed interface LimitMethod {
    /** The word used in files and reports. */
    String key();

    /** The same rule for a quantity in another unit; {@code factor} &gt; 0. */
    LimitMethod scaled(double factor);

    /** (x/σ)² with σ = L/Φ⁻¹((1+c)/2), as flavio does; the same formula for x &lt; 0, so the minimum is smooth. */
    record HalfGaussian() implements LimitMethod {
        @Override
        public String key() {
            return "half-gaussian";
        }

        @Override
        public HalfGaussian scaled(double factor) {
            return this;
        }
    }

    /**
     * A Gaussian about the central value that the paper gives beside the limit, σ = (L−μ)/Φ⁻¹(c).
     *
     * @param central central value μ &lt; L, finite
     * @param bounded the limit was set for x ≥ 0: σ solves [Φ((L−μ)/σ) − Φ(−μ/σ)] / [1 − Φ(−μ/σ)] = c instead
     */
    record GaussianFromCentral(double central, boolean bounded) implements LimitMethod {
        public GaussianFromCentral {
            Require.finite(central, "central value");
        }

        @Override
        public String key() {
            return "gaussian-from-central";
        }

        @Override
        public GaussianFromCentral scaled(double factor) {
            return new GaussianFromCentral(central * factor, bounded);
        }
    }

    /**
     * 0 for x ≤ L; above, infinite, or ((x−L)/wall)². For exclusion plots only.
     *
     * @param wall width of the soft wall, &gt; 0, in the unit of the limit; absent for a hard one
     */
    record Step(OptionalDouble wall) implements LimitMethod {
        public Step {
            if (wall.isPresent()) {
                Require.positive(wall.getAsDouble(), "wall");
            }
        }

        @Override
        public String key() {
            return "step";
        }

        @Override
        public Step scaled(double factor) {
            return wall.isPresent() ? new Step(OptionalDouble.of(wall.getAsDouble() * factor)) : this;
        }
    }
}
