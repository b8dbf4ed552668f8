package org.penguinfit.likelihoods.term;

/**
 * An upper limit taken as a hard cut: −2 ln L = 0 for μ ≤ L, and above it +∞ or, with a wall of finite width w,
 * ((μ − L)/w)². Good for the exclusion plots of papers; it says nothing about agreement, so no pull should be quoted, and the
 * pull of an infinite wall is 0 on both sides.
 *
 * @param limit the published limit L
 * @param wall width w of the wall, > 0; +0 for an infinite one
 */
public record StepTerm(double limit, double wall) implements PiecewiseQuadraticTerm {
    public StepTerm {
        Positive.requireFinite(limit, "limit");
        if (wall != 0) {
            Positive.requireWidth(wall, "wall");
        }
    }

    /** An infinite wall at the limit. */
    public static StepTerm hard(double limit) {
        return new StepTerm(limit, 0);
    }

    @Override
    public double central() {
        return limit;
    }

    @Override
    public double[] breakpoints() {
        return new double[] {limit};
    }

    @Override
    public Parabola parabolaAt(double mu) {
        if (wall == 0 ? mu <= limit : mu < limit) {
            return Parabola.FLAT;
        }
        return wall == 0 ? Parabola.EXCLUDED : new Parabola(limit, 1 / (wall * wall));
    }

    @Override
    public double pull(double[] mu, int observable) {
        return mu[0] <= limit || wall == 0 ? 0 : (limit - mu[0]) / wall;
    }

    @Override
    public boolean isLimit() {
        return true;
    }

    @Override
    public double draw(double mu, double z) {
        return limit;
    }

    @Override
    public SingleTerm withDatum(double datum) {
        return this;
    }
}
