package org.penguinfit.likelihoods.curve;

import org.apache.commons.numbers.gamma.RegularizedGamma;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/** The x per event of a counting experiment that puts its published limit at its confidence level. */
public final class LimitScale {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(20);

    /** Panels are half a width long; exp(−80/2) of the density at its mode is left out above. */
    private static final double DEPTH = 80;

    private LimitScale() {}

    /**
     * Scale of a gamma limit: the flat-prior posterior of n = Pois(x/k + b) on x ≥ 0 holds the level below the limit.
     *
     * @param n events seen, ≥ 0
     * @param b events expected without signal, ≥ 0
     */
    public static double poisson(double limit, double level, double n, double b) {
        double above = b == 0 ? 1 : RegularizedGamma.Q.value(n + 1, b);
        double target = (1 - level) * above;
        double high = 1 + n;
        while (RegularizedGamma.Q.value(n + 1, b + high) > target) {
            high *= 2;
        }
        double quantile = Bisection.root(s -> Math.log(RegularizedGamma.Q.value(n + 1, b + s) / target), 0, high);
        return limit / quantile;
    }

    /**
     * The same with a Gaussian uncertainty of the background, folded and mirrored as flavio does.
     *
     * @param sigma standard deviation of the background, &gt; 0
     */
    public static double marginal(double limit, double level, double n, double b, double sigma) {
        Curve curve = new MarginalCountingCurve(n, b, sigma, 1, true);
        double panel = Math.sqrt(n + sigma * sigma) / 2;
        double end = Math.max(0, curve.mode());
        double lowest = curve.at(end);
        while (curve.at(end) - lowest < DEPTH) {
            end += panel;
        }
        double all = integral(curve, lowest, 0, end, panel);
        double quantile = Bisection.root(s -> integral(curve, lowest, 0, s, panel) / all - level, 0, end);
        return limit / quantile;
    }

    private static double integral(Curve curve, double lowest, double from, double to, double panel) {
        int panels = Math.max(1, (int) Math.ceil((to - from) / panel));
        double width = (to - from) / panels;
        double sum = 0;
        for (int p = 0; p < panels; p++) {
            for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
                double s = from + width * (p + (1 + RULE.getPoint(i)) / 2);
                sum += RULE.getWeight(i) * Math.exp((lowest - curve.at(s)) / 2);
            }
        }
        return sum * width / 2;
    }
}
