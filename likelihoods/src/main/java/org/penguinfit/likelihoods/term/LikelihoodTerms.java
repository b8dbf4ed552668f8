package org.penguinfit.likelihoods.term;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AsymmetricMethod;
import org.penguinfit.measurements.AsymmetricValue;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.Covariance;
import org.penguinfit.measurements.DiscreteRange;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.GaussianValue;
import org.penguinfit.measurements.HalfNormalValue;
import org.penguinfit.measurements.JoinedResult;
import org.penguinfit.measurements.LimitFacts;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.RatioToSm.SmUncertainty;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.UpperLimit;
import org.penguinfit.measurements.ValueRange;
import org.penguinfit.measurements.document.Diagnostics;

/** The one place that decides how a published result enters the likelihood. */
public final class LikelihoodTerms {
    private LikelihoodTerms() {}

    /**
     * The term of a result.
     *
     * @param measurement name for messages
     * @param diagnostics takes a result that makes no term
     * @return the term, or null if there is none
     */
    public static @Nullable LikelihoodTerm of(String measurement, PublishedResult result, Diagnostics diagnostics) {
        try {
            if (result instanceof SingleResult single) {
                refuseSharedSmUncertainty(single);
                return of(single.value());
            }
            if (result instanceof CorrelatedResult correlated) {
                return of(correlated.components(), correlated.covariance());
            }
            if (result instanceof TabulatedResult grid) {
                return CurveTerms.grid(grid);
            }
            if (result instanceof JoinedResult joined) {
                return of(joined.components(), joined.covariance());
            }
        } catch (IllegalArgumentException e) {
            String message = e.getMessage() == null ? "makes no likelihood term" : e.getMessage();
            diagnostics.error(result.quotation().location(), measurement, message, "", "");
            return null;
        }
        throw new IllegalStateException(
                "no likelihood term for " + result.getClass().getSimpleName() + "; add it here");
    }

    /** A fit that ignored this request would count the Standard Model's uncertainty in each ratio anew. */
    private static void refuseSharedSmUncertainty(SingleResult result) {
        if (result.ratio().isPresent() && result.ratio().get().smUncertainty() == SmUncertainty.NUISANCE) {
            throw new IllegalArgumentException("a fit cannot share the Standard Model uncertainty of ratios yet; write"
                    + " 'sm-uncertainty: included' or give the numerator instead of the ratio");
        }
    }

    /**
     * The term of one published number; also that of a constraint.
     *
     * @throws IllegalArgumentException if the number makes no term; the message says why
     */
    public static LikelihoodTerm of(PublishedValue value) {
        if (value instanceof GaussianValue g) {
            return new GaussianTerm(g.central(), g.sigma());
        }
        if (value instanceof AsymmetricValue a) {
            return asymmetric(a);
        }
        if (value instanceof UpperLimit u) {
            return limit(u);
        }
        if (value instanceof UpperBound b) {
            return new StepTerm(b.bound(), b.width());
        }
        if (value instanceof ValueRange r) {
            return new RangeTerm(r.lo(), r.hi());
        }
        if (value instanceof LogNormalValue l) {
            return new LogNormalTerm(l.median(), l.factor());
        }
        if (value instanceof HalfNormalValue h) {
            return new HalfNormalTerm(h.mode(), h.sigma());
        }
        if (value instanceof DiscreteRange d) {
            return new RangeTerm(d.lowest(), d.highest());
        }
        if (value instanceof ExactValue) {
            throw new IllegalArgumentException(
                    "a value without uncertainty makes no likelihood term; write it like 1.1 ± 0.4 e-5");
        }
        return CurveTerms.of(value);
    }

    private static LikelihoodTerm asymmetric(AsymmetricValue value) {
        double central = value.central();
        double plus = value.sigmaPlus();
        double minus = value.sigmaMinus();
        AsymmetricMethod method = value.method();
        return switch (method) {
            case SPLIT -> new AsymmetricGaussianTerm.Split(central, plus, minus);
            case LINEAR_SIGMA -> new AsymmetricGaussianTerm.LinearSigma(central, plus, minus);
            case LINEAR_VARIANCE -> new AsymmetricGaussianTerm.LinearVariance(central, plus, minus);
        };
    }

    private static LikelihoodTerm limit(UpperLimit upper) {
        LimitFacts facts = upper.facts();
        return switch (upper.method()) {
            case HALF_GAUSSIAN -> HalfGaussianTerm.of(upper.limit(), upper.level());
            case GAUSSIAN_FROM_CENTRAL ->
                GaussianFromCentralTerm.of(
                        upper.limit(), upper.level(), facts.central().orElseThrow(), facts.bounded());
            case GAMMA -> CurveTerms.gammaLimit(upper);
            case CLS_TABLE, LIKELIHOOD_TABLE -> CurveTerms.table(facts.table().orElseThrow(), true);
            case STEP -> new StepTerm(upper.limit(), facts.wall().orElse(0));
        };
    }

    private static LikelihoodTerm of(List<Component> components, Covariance covariance) {
        int n = components.size();
        double[] central = new double[n];
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[][] correlation = new double[n][n];
        for (int i = 0; i < n; i++) {
            Uncertainty total = components.get(i).total();
            boolean symmetric = total.isSymmetric();
            central[i] = components.get(i).central();
            plus[i] = symmetric ? covariance.sigma(i) : total.plus();
            minus[i] = symmetric ? covariance.sigma(i) : total.minus();
            for (int j = 0; j < n; j++) {
                correlation[i][j] = covariance.correlation(i, j);
            }
        }
        return MultivariateGaussianTerm.of(central, plus, minus, correlation);
    }

    /** Words for a report: how a term enters. */
    public static String rule(LikelihoodTerm term) {
        if (term instanceof GaussianTerm) {
            return "Gaussian";
        }
        if (term instanceof MultivariateGaussianTerm m) {
            return (m.isAsymmetric() ? "correlated asymmetric Gaussian of " : "correlated Gaussian of ")
                    + m.dimension();
        }
        if (term instanceof AsymmetricGaussianTerm.Split) {
            return "asymmetric Gaussian, split";
        }
        if (term instanceof AsymmetricGaussianTerm.LinearSigma) {
            return "asymmetric Gaussian, linear sigma";
        }
        if (term instanceof AsymmetricGaussianTerm.LinearVariance) {
            return "asymmetric Gaussian, linear variance";
        }
        if (term instanceof HalfGaussianTerm h) {
            return String.format(java.util.Locale.ROOT, "half-Gaussian, σ = %.4g", h.sigma());
        }
        if (term instanceof GaussianFromCentralTerm g) {
            return String.format(
                    java.util.Locale.ROOT,
                    "Gaussian from central value%s, σ = %.4g",
                    g.bounded() ? ", bounded" : "",
                    g.sigma());
        }
        if (term instanceof HalfNormalTerm h) {
            return String.format(java.util.Locale.ROOT, "half-normal, σ = %.4g", h.sigma());
        }
        if (term instanceof CurveTerm c) {
            return c.rule();
        }
        if (term instanceof GridTerm g) {
            return g.rule();
        }
        if (term instanceof StepTerm s) {
            return s.wall() == 0 ? "hard step" : "step with a soft wall";
        }
        if (term instanceof RangeTerm) {
            return "uniform range";
        }
        if (term instanceof LogNormalTerm) {
            return "log-normal";
        }
        throw new IllegalStateException("no words for " + term.getClass().getSimpleName() + "; add them here");
    }

    /** What a term takes for granted, a sentence without a full stop; for reports, beside the rule. */
    public static String assumption(LikelihoodTerm term) {
        if (term instanceof CurveTerm c) {
            return c.assumption();
        }
        if (term instanceof GridTerm g) {
            return g.assumption();
        }
        if (term instanceof HalfGaussianTerm) {
            return "assumes that nothing was seen: best value 0, a Gaussian above it that holds the level below the limit";
        }
        if (term instanceof GaussianFromCentralTerm g) {
            return "assumes a Gaussian about the published central value"
                    + (g.bounded() ? ", the limit set for values >= 0" : "");
        }
        if (term instanceof HalfNormalTerm) {
            return "assumes half a Gaussian above (or below) its mode, continued smoothly on the other side";
        }
        if (term instanceof StepTerm) {
            return "excludes what is above the limit and says nothing below; for exclusion plots only";
        }
        if (term instanceof RangeTerm) {
            return "every value of the range is equally good, none outside is possible";
        }
        if (term instanceof LogNormalTerm) {
            return "assumes that the logarithm is Gaussian";
        }
        return term instanceof GaussianTerm || term instanceof MultivariateGaussianTerm
                ? "assumes Gaussian uncertainties that do not depend on the prediction"
                : "assumes a Gaussian on each side, of the width of that side";
    }
}
