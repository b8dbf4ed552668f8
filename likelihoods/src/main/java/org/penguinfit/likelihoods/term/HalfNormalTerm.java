package org.penguinfit.likelihoods.term;

/**
 * Half a Gaussian on one side of its mode m, flavio's {@code half_normal}: −2 ln L = ((μ − m)/σ)², an upper limit for values
 * above m, or a lower limit for values below. On the other side, where flavio's density is 0, the same formula holds, so that
 * the minimum stays smooth.
 *
 * @param central mode m
 * @param sigma σ; &gt; 0 if the values lie above m, &lt; 0 if below
 */
public record HalfNormalTerm(double central, double sigma) implements ParabolicLimit {
    public HalfNormalTerm {
        Positive.requireFinite(central, "central");
        Positive.requireWidth(Math.abs(sigma), "sigma");
    }

    @Override
    public double width() {
        return Math.abs(sigma);
    }
}
