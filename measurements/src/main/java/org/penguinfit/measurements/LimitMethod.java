package org.penguinfit.measurements;

import java.util.Optional;

/** The rule that turns an upper limit L at confidence level c into −2 ln L(x); a key of the file, shown in every report. */
public enum LimitMethod {
    /** (x/σ)² with σ = L/Φ⁻¹((1+c)/2), as flavio does; the same formula for x &lt; 0, so the minimum is smooth. */
    HALF_GAUSSIAN("half-gaussian"),
    /**
     * A Gaussian about the central value μ that the paper gives beside the limit, σ = (L−μ)/Φ⁻¹(c); if the limit was set for
     * x ≥ 0, σ solves [Φ((L−μ)/σ) − Φ(−μ/σ)] / [1 − Φ(−μ/σ)] = c instead.
     */
    GAUSSIAN_FROM_CENTRAL("gaussian-from-central"),
    /** The posterior of a counting experiment from the events seen and expected, stretched until it gives the limit. */
    GAMMA("gamma"),
    /** A table of CL_s+b, or of CL_s and CL_b, against x. */
    CLS_TABLE("cls-table"),
    /** A table of the likelihood against x. */
    LIKELIHOOD_TABLE("likelihood-table"),
    /** 0 for x ≤ L; above, infinite, or ((x−L)/wall)². For exclusion plots only. */
    STEP("step");

    private final String key;

    LimitMethod(String key) {
        this.key = key;
    }

    /** The word used in files and reports. */
    public String key() {
        return key;
    }

    /** The rule of a word; empty if there is none. */
    public static Optional<LimitMethod> of(String key) {
        for (LimitMethod method : values()) {
            if (method.key.equals(key)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }
}
