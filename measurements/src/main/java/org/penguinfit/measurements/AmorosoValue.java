package org.penguinfit.measurements;

/**
 * A generalised gamma distribution of the quantity itself, as EOS encodes some limits and results: with z = (x − a)/θ the density is
 * β/θ · z^(αβ−1) · exp(−z^β)/Γ(α), 0 for x &lt; a; highest at a + θ(α − 1/β)^(1/β). (G. Crooks, arXiv:1005.3274.)
 *
 * @param lowerEnd a, finite, in the unit of the quantity
 * @param scale θ &gt; 0, in the unit of the quantity
 * @param alpha shape α &gt; 0
 * @param beta shape β &gt; 0; αβ ≥ 1, or the density would grow without bound at the lower end
 */
public record AmorosoValue(double lowerEnd, double scale, double alpha, double beta) implements PublishedValue {
    public AmorosoValue {
        Require.finite(lowerEnd, "lower end");
        Require.positive(scale, "scale");
        Require.positive(alpha, "alpha");
        Require.positive(beta, "beta");
        Require.that(alpha * beta >= 1, "alpha times beta must be >= 1, found " + alpha * beta);
    }

    @Override
    public AmorosoValue scaled(double factor) {
        return new AmorosoValue(lowerEnd * factor, scale * factor, alpha, beta);
    }
}
