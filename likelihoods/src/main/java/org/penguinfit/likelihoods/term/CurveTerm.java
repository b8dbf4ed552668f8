package org.penguinfit.likelihoods.term;

import java.util.function.DoubleUnaryOperator;
import org.penguinfit.likelihoods.curve.Curve;
import org.penguinfit.likelihoods.curve.OneSidedCurve;

/**
 * One observable with a likelihood that is no parabola: a {@link Curve}. In toys the curve moves as a whole: a datum d is drawn
 * so that the root of the curve about d, taken at the truth, is a standard normal deviate, and −2 ln L is the curve about d. A
 * one-sided curve has no best value and stays as published.
 *
 * @param curve the curve as published
 * @param shift by which it is moved to the right: 0 for the published data
 * @param width distance above the mode at which −2 ln L is 1, where searches start
 * @param isLimit true for a published upper limit
 * @param rule words for a report: how the result enters
 * @param assumption what that takes for granted, a sentence without a full stop
 */
public record CurveTerm(Curve curve, double shift, double width, boolean isLimit, String rule, String assumption)
        implements SingleTerm {
    /** Steps of a factor of two that a search may take: more than any double needs. */
    private static final int STEPS = 2100;

    /** Halvings of a bracket of a factor of two: more than a double has digits. */
    private static final int HALVINGS = 60;

    /** The published curve. */
    public static CurveTerm published(Curve curve, boolean limit, String rule, String assumption) {
        double width = new CurveTerm(curve, 0, 1, limit, rule, assumption).distance(1, 1);
        return new CurveTerm(curve, 0, width, limit, rule, assumption);
    }

    @Override
    public double central() {
        return curve.mode() + shift;
    }

    @Override
    public double at(double mu) {
        return curve.at(mu - shift);
    }

    @Override
    public double slope(double mu) {
        return curve.slope(mu - shift);
    }

    @Override
    public double curvature(double mu) {
        return curve.curvature(mu - shift);
    }

    /** True if its data scatter in toys. */
    public boolean isRandom() {
        return !(curve instanceof OneSidedCurve);
    }

    /**
     * Distance from the mode to where −2 ln L first reaches a height, on one side; the end of the allowed predictions if they
     * end before.
     *
     * @param height of −2 ln L, ≥ 0
     * @param side 1 above the mode, −1 below
     * @throws IllegalArgumentException if the curve does not rise so far
     */
    public double distance(double height, int side) {
        if (height == 0) {
            return 0;
        }
        DoubleUnaryOperator rise = distance -> curve.at(curve.mode() + side * distance);
        double high = width * Math.sqrt(height);
        int steps = 0;
        while (rise.applyAsDouble(high) < height && steps++ < STEPS) {
            high *= 2;
        }
        while (rise.applyAsDouble(high / 2) >= height && steps++ < STEPS) {
            high /= 2;
        }
        if (!(rise.applyAsDouble(high) >= height)) {
            throw new IllegalArgumentException("the curve never rises by " + height);
        }
        double low = high / 2;
        for (int k = 0; k < HALVINGS; k++) {
            double middle = low + (high - low) / 2;
            if (rise.applyAsDouble(middle) < height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return rise.applyAsDouble(high) < Double.POSITIVE_INFINITY ? high : low;
    }

    @Override
    public double draw(double mu, double z) {
        return isRandom() ? mu + Math.signum(z) * distance(z * z, z > 0 ? -1 : 1) : central();
    }

    @Override
    public SingleTerm withDatum(double datum) {
        double moved = datum - curve.mode();
        return isRandom() && datum != central() ? new CurveTerm(curve, moved, width, isLimit, rule, assumption) : this;
    }
}
