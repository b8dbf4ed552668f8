package org.penguinfit.likelihoods.term;

/**
 * A published range without a best value: −2 ln L = 0 for a ≤ μ ≤ b, +∞ outside (a uniform distribution). It has no
 * centre to be pulled from: its pull is 0 everywhere.
 *
 * @param low lower end a
 * @param high upper end b, above a
 */
public record RangeTerm(double low, double high) implements PiecewiseQuadraticTerm {
    public RangeTerm {
        Positive.requireFinite(low, "low");
        Positive.requireFinite(high, "high");
        if (low >= high) {
            throw new IllegalArgumentException("range: low must be below high, found " + low + " and " + high);
        }
    }

    @Override
    public double central() {
        return (low + high) / 2;
    }

    @Override
    public double[] breakpoints() {
        return new double[] {low, high};
    }

    @Override
    public Parabola parabolaAt(double mu) {
        return mu >= low && mu <= high ? Parabola.FLAT : Parabola.EXCLUDED;
    }

    @Override
    public double pull(double[] mu, int observable) {
        return 0;
    }

    @Override
    public double draw(double mu, double z) {
        return central();
    }

    @Override
    public SingleTerm withDatum(double datum) {
        return this;
    }
}
