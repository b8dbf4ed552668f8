package org.penguinfit.measurements;

/**
 * The logarithm of a gamma variable, as EOS encodes skew results: with z = (x − ν)/λ and ν = mode − λ ln α the density is
 * exp(αz − e^z)/(|λ| Γ(α)).
 *
 * @param mode where the density is highest, finite
 * @param lambda width λ, not 0; its sign says to which side the density leans
 * @param alpha shape α &gt; 0; the larger, the nearer to a Gaussian of σ = |λ|/√α
 */
public record LogGammaValue(double mode, double lambda, double alpha) implements PublishedValue {
    public LogGammaValue {
        Require.finite(mode, "mode");
        Require.positive(Math.abs(lambda), "size of lambda");
        Require.positive(alpha, "alpha");
    }

    @Override
    public LogGammaValue scaled(double factor) {
        return new LogGammaValue(mode * factor, lambda * factor, alpha);
    }
}
