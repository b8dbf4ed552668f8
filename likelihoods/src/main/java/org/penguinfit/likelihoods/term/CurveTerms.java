package org.penguinfit.likelihoods.term;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.penguinfit.likelihoods.curve.AmorosoCurve;
import org.penguinfit.likelihoods.curve.Curve;
import org.penguinfit.likelihoods.curve.Grid;
import org.penguinfit.likelihoods.curve.LimitScale;
import org.penguinfit.likelihoods.curve.LogGammaCurve;
import org.penguinfit.likelihoods.curve.MarginalCountingCurve;
import org.penguinfit.likelihoods.curve.OneSidedCurve;
import org.penguinfit.likelihoods.curve.PoissonCurve;
import org.penguinfit.likelihoods.curve.ProfiledCountingCurve;
import org.penguinfit.likelihoods.curve.TableCurves;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.CountingProcess;
import org.penguinfit.measurements.CountingValue;
import org.penguinfit.measurements.EventCounts;
import org.penguinfit.measurements.GammaValue;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.TabulatedValue;
import org.penguinfit.measurements.Tabulation;
import org.penguinfit.measurements.Tabulation.Quantity;
import org.penguinfit.measurements.UpperLimit;

/** The published numbers whose likelihood is a curve or a grid. */
final class CurveTerms {
    /** flavio's rule: a Gaussian this narrow against the Poisson width is left out. */
    private static final double NARROW = 0.01;

    private static final String POSTERIOR = "flat-prior posterior of a Poisson number of events, Pois(n; x/k + b)";

    private CurveTerms() {}

    static CurveTerm of(PublishedValue value) {
        if (value instanceof GammaValue g) {
            return gamma(g);
        }
        if (value instanceof CountingProcess p) {
            return process(p);
        }
        if (value instanceof CountingValue c) {
            return counting(c);
        }
        if (value instanceof TabulatedValue t) {
            return table(t.table(), false);
        }
        if (value instanceof AmorosoValue a) {
            return CurveTerm.published(
                    new AmorosoCurve(a.lowerEnd(), a.scale(), a.alpha(), a.beta()),
                    false,
                    "Amoroso",
                    "a generalised gamma density in the prediction");
        }
        if (value instanceof LogGammaValue g) {
            return CurveTerm.published(
                    new LogGammaCurve(g.mode(), g.lambda(), g.alpha()),
                    false,
                    "log-gamma",
                    "the density of the logarithm of a gamma variable");
        }
        if (value instanceof SampledValue s) {
            String words = "density of " + s.data().size() + " draws, smoothed";
            return CurveTerm.published(
                    Convolutions.smoothed(s), false, words, "the smoothed density of the sample is the likelihood");
        }
        if (value instanceof ConvolvedValue c) {
            String words = "convolution of " + c.parts().size() + " distributions";
            return CurveTerm.published(Convolutions.of(c), false, words, "independent deviations from the centre add");
        }
        throw new IllegalStateException(
                "no likelihood term for " + value.getClass().getSimpleName() + "; add it here");
    }

    /** flavio's {@code gamma_upper_limit} and {@code general_gamma_upper_limit}. */
    static CurveTerm gammaLimit(UpperLimit upper) {
        EventCounts counts = upper.facts().counts().orElseThrow();
        double n = counts.n();
        double b = counts.b();
        double sigma = sigma(counts, n);
        double scale = sigma == 0
                ? LimitScale.poisson(upper.limit(), upper.level(), n, b)
                : LimitScale.marginal(upper.limit(), upper.level(), n, b, sigma);
        return CurveTerm.published(
                posterior(n, b, sigma, scale),
                true,
                String.format(Locale.ROOT, "gamma, %s, k = %.4g per event", words(n, b, sigma), scale),
                POSTERIOR + averaged(sigma) + "; k puts the published limit at its level");
    }

    private static double sigma(EventCounts counts, double n) {
        double sigma = counts.backgroundSigma().orElse(0);
        return sigma / Math.sqrt(n + 1) < NARROW ? 0 : sigma;
    }

    private static Curve posterior(double n, double b, double sigma, double scale) {
        return sigma == 0 ? new PoissonCurve(n, b, scale) : new MarginalCountingCurve(n, b, sigma, scale, true);
    }

    private static String words(double n, double b, double sigma) {
        return sigma == 0
                ? "n = " + number(n) + ", b = " + number(b)
                : "n = " + number(n) + ", b = " + number(b) + " ± " + number(sigma);
    }

    /** To four digits, without zeros behind. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String averaged(double sigma) {
        return sigma == 0 ? "" : " averaged over a Gaussian background";
    }

    private static CurveTerm process(CountingProcess value) {
        double n = value.counts().n();
        double b = value.counts().b();
        double sigma = sigma(value.counts(), n);
        return CurveTerm.published(
                posterior(n, b, sigma, value.scale()),
                false,
                "gamma, " + words(n, b, sigma),
                POSTERIOR + averaged(sigma));
    }

    private static CurveTerm gamma(GammaValue value) {
        double n = value.shape() - 1;
        double b = -value.location() / value.scale();
        double sigma = value.gaussianSigma().orElse(0);
        boolean narrow = sigma / Math.sqrt(value.shape()) < NARROW;
        return CurveTerm.published(
                posterior(n, b, narrow ? 0 : sigma, value.scale()),
                false,
                String.format(Locale.ROOT, "gamma of shape %.4g", value.shape()) + (narrow ? "" : ", folded"),
                "a gamma density in the prediction");
    }

    private static CurveTerm counting(CountingValue value) {
        EventCounts counts = value.counts();
        double n = counts.n();
        double b = counts.b();
        double sigma = counts.backgroundSigma().orElse(0);
        double scale = 1 / value.sensitivity();
        boolean profile = value.treatment() == CountingValue.Treatment.PROFILE;
        Curve curve = sigma == 0
                ? new PoissonCurve(n, b, scale)
                : profile
                        ? new ProfiledCountingCurve(n, b, sigma, scale)
                        : new MarginalCountingCurve(n, b, sigma, scale, false);
        String how = sigma == 0 ? "" : profile ? ", background profiled" : ", background averaged over";
        return CurveTerm.published(
                curve, false, "Poisson, " + words(n, b, sigma) + how, "a Poisson number of events" + how);
    }

    /** A table, of a limit or by itself. */
    static CurveTerm table(Tabulation table, boolean limit) {
        double[] x = array(table.x());
        double[] y = array(table.y());
        Quantity quantity = table.quantity();
        String words = "table of " + quantity.key() + ", " + x.length + " points";
        if (quantity == Quantity.CLS || quantity == Quantity.CLSB) {
            for (int i = 0; quantity == Quantity.CLS && i < y.length; i++) {
                y[i] *= table.clb().isEmpty()
                        ? table.assumedClb().orElseThrow()
                        : table.clb().get(i);
            }
            return CurveTerm.published(
                    new OneSidedCurve(x, y),
                    limit,
                    words,
                    "inverts the asymptotic one-sided p-value CLs+b; nothing is said where it is above 0.5"
                            + (table.assumedClb().isPresent() ? "; CLb is assumed" : ""));
        }
        Curve curve = quantity == Quantity.PDF
                ? density(table, x, y)
                : TableCurves.minusTwoLogL(x, minusTwoLogL(quantity, y), !table.linear(), table.excludedOutside());
        return CurveTerm.published(curve, limit, words, "the published curve, interpolated");
    }

    private static Curve density(Tabulation table, double[] x, double[] y) {
        return table.linear()
                ? new org.penguinfit.likelihoods.curve.PolygonCurve(x, y, true, table.excludedOutside())
                : TableCurves.density(x, y);
    }

    private static double[] minusTwoLogL(Quantity quantity, double[] y) {
        return switch (quantity) {
            case DLNL -> Arrays.stream(y).map(v -> -2 * v).toArray();
            case ONE_MINUS_CL -> TableCurves.ofOneMinusCl(y);
            case PDF -> Arrays.stream(y).map(v -> -2 * Math.log(v)).toArray();
            default -> y;
        };
    }

    static GridTerm grid(TabulatedResult result) {
        List<double[]> axes = new ArrayList<>();
        result.axes().forEach(axis -> axes.add(array(axis)));
        double[] values = minusTwoLogL(result.quantity(), array(result.values()));
        String words = "table of " + result.quantity().key() + " in " + axes.size() + " dimensions";
        return GridTerm.of(new Grid(axes, values, result.linear()), words, "the published grid, interpolated");
    }

    static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
