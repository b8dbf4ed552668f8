package org.penguinfit.likelihoods.term;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.JoinedResults;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;

/**
 * A published result taken as a hard cut on its prediction, the way exclusion plots of papers do: a value becomes its band of
 * so many standard deviations, a limit or a range holds as published. Correlations play no role.
 *
 * @param low lowest prediction allowed; −∞ for an upper limit
 * @param high highest prediction allowed
 */
public record HardBand(double low, double high) {
    public HardBand {
        if (!(low <= high)) {
            throw new IllegalArgumentException("band: low must not be above high, found " + low + " and " + high);
        }
    }

    /**
     * One band per observable of a result, or null if a value without uncertainty makes none.
     *
     * @param sigmas half-width of the bands in standard deviations, > 0; of no effect on limits and ranges
     */
    public static @Nullable List<HardBand> of(PublishedResult result, double sigmas) {
        Positive.require(sigmas, "sigmas");
        List<HardBand> bands = new ArrayList<>();
        if (result instanceof SingleResult single) {
            if (single.value() instanceof ExactValue) {
                return null;
            }
            bands.add(of(single.value(), sigmas));
        } else if (result instanceof TabulatedResult table) {
            GridTerm grid = CurveTerms.grid(table);
            for (int k = 0; k < grid.dimension(); k++) {
                bands.add(new HardBand(
                        grid.central(k) - sigmas * grid.width(k), grid.central(k) + sigmas * grid.width(k)));
            }
        } else {
            for (Component c : JoinedResults.components(result)) {
                bands.add(new HardBand(
                        c.central() - sigmas * c.total().minus(),
                        c.central() + sigmas * c.total().plus()));
            }
        }
        return bands;
    }

    /**
     * Words for a report: how a result is cut.
     *
     * @param width the band's half-width, such as {@code 1σ}
     */
    public static String rule(PublishedResult result, String width) {
        if (result instanceof SingleResult single) {
            if (single.value() instanceof UpperBound) {
                return "hard step at the bound";
            }
            if (single.value() instanceof UpperLimit) {
                return "hard step at the limit";
            }
            if (single.value() instanceof ValueRange || single.value() instanceof DiscreteRange) {
                return "hard range";
            }
        }
        return "hard band of ±" + width;
    }

    private static HardBand of(PublishedValue value, double sigmas) {
        if (value instanceof GaussianValue g) {
            return new HardBand(g.central() - sigmas * g.sigma(), g.central() + sigmas * g.sigma());
        }
        if (value instanceof AsymmetricValue a) {
            return new HardBand(a.central() - sigmas * a.sigmaMinus(), a.central() + sigmas * a.sigmaPlus());
        }
        if (value instanceof UpperLimit u) {
            return new HardBand(Double.NEGATIVE_INFINITY, u.limit());
        }
        if (value instanceof UpperBound b) {
            return new HardBand(Double.NEGATIVE_INFINITY, b.bound());
        }
        if (value instanceof ValueRange r) {
            return new HardBand(r.lo(), r.hi());
        }
        if (value instanceof LogNormalValue l) {
            double factor = Math.pow(l.factor(), sigmas);
            double one = l.median() / factor;
            double other = l.median() * factor;
            return new HardBand(Math.min(one, other), Math.max(one, other));
        }
        if (value instanceof HalfNormalValue h) {
            double end = h.mode() + sigmas * h.sigma();
            return h.sigma() > 0
                    ? new HardBand(Double.NEGATIVE_INFINITY, end)
                    : new HardBand(end, Double.POSITIVE_INFINITY);
        }
        if (value instanceof DiscreteRange d) {
            return new HardBand(d.lowest(), d.highest());
        }
        if (LikelihoodTerms.of(value) instanceof CurveTerm curve) {
            double central = curve.central();
            double high = central + curve.distance(sigmas * sigmas, 1);
            return curve.isRandom()
                    ? new HardBand(central - curve.distance(sigmas * sigmas, -1), high)
                    : new HardBand(Double.NEGATIVE_INFINITY, high);
        }
        throw new IllegalStateException("no band for " + value.getClass().getSimpleName() + "; add it here");
    }
}
