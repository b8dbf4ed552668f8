package org.penguinfit.measurements.exchange.eos;

import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;
import org.penguinfit.measurements.yaml.EosLikelihoods;

/** Reads a {@code LogGamma}, whose parameters must agree with the interval that stands beside them. */
final class EosCurves {
    /** Of log-densities at the two ends of the interval; EOS asks for 1e-4 in the probability, of which this is the slope. */
    private static final double SAME_DENSITY = 1e-2;

    private EosCurves() {}

    /**
     * The value; the densities at mode − lo and mode + hi must be equal, which is how EOS finds λ and α from the interval.
     *
     * @return null after a diagnostic
     */
    static @Nullable LogGammaValue logGamma(Fields entry, Diagnostics diagnostics) {
        LogGammaValue value = EosLikelihoods.logGamma(entry, diagnostics);
        Sides sigma = Sides.read(entry, "sigma", diagnostics);
        if (value == null || sigma == null) {
            return null;
        }
        double above = logDensity(value, value.mode() + sigma.hi());
        double below = logDensity(value, value.mode() - sigma.lo());
        if (!(sigma.hi() > 0 && sigma.lo() > 0) || Math.abs(above - below) > SAME_DENSITY) {
            diagnostics.error(
                    entry.map(),
                    "'lambda' and 'alpha' must make the densities at both ends of 'sigma' equal",
                    "a ratio of " + Math.exp(above - below),
                    "");
            return null;
        }
        return value;
    }

    /** Up to a constant: with z₀ = ln α at the mode, α(z − z₀) − (e^z − e^z₀). */
    private static double logDensity(LogGammaValue value, double x) {
        double step = (x - value.mode()) / value.lambda();
        return value.alpha() * (step - Math.expm1(step));
    }
}
