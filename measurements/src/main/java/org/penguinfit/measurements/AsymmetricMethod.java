package org.penguinfit.measurements;

/**
 * How a value with unequal sides σ₊, σ₋ becomes a likelihood; x is the predicted value, μ the central one. All three give
 * −2 ln L = 1 at μ + σ₊ and at μ − σ₋ (up to the constant). Linear ones: R. Barlow, arXiv:physics/0406120.
 */
public enum AsymmetricMethod {
    /** σ = σ₊ above μ and σ₋ below; what flavio and EOS do. */
    SPLIT("split"),
    /** ((x−μ)/σ(x))² with σ(x) = 2σ₊σ₋/(σ₊+σ₋) + (σ₊−σ₋)/(σ₊+σ₋)·(x−μ); valid while σ(x) &gt; 0. */
    LINEAR_SIGMA("linear-sigma"),
    /** (x−μ)²/V(x) with V(x) = σ₊σ₋ + (σ₊−σ₋)(x−μ); valid while V(x) &gt; 0. */
    LINEAR_VARIANCE("linear-variance");

    private final String key;

    AsymmetricMethod(String key) {
        this.key = key;
    }

    /** The word used in files and reports. */
    public String key() {
        return key;
    }
}
