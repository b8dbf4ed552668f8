package org.penguinfit.core.sample;

/** Whether a sample may be trusted; the first that applies, from the worst. */
public enum SamplingStatus {
    /** The posterior has no norm. */
    IMPROPER_POSTERIOR,
    /** A chain was lost to an error. */
    CHAIN_FAILED,
    /** R̂ of some parameter is not below {@link ChainDiagnostics#LARGEST_R_HAT}: chains disagree. */
    CHAINS_DISAGREE,
    /** Trajectories diverged: parts of the posterior are too sharply curved to be explored. */
    DIVERGENCES,
    /** The bulk or tail effective sample size of some parameter is not above {@link ChainDiagnostics#SMALLEST_ESS}. */
    TOO_FEW_EFFECTIVE_DRAWS,
    /** None of the above. */
    CONVERGED;

    /** Whether nothing speaks against the sample. */
    public boolean isConverged() {
        return this == CONVERGED;
    }
}
