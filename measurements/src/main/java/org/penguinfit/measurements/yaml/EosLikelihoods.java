package org.penguinfit.measurements.yaml;

import org.jspecify.annotations.Nullable;
import org.penguinfit.measurements.AmorosoValue;
import org.penguinfit.measurements.LogGammaValue;
import org.penguinfit.measurements.UpperBound;
import org.penguinfit.measurements.document.Diagnostics;
import org.penguinfit.measurements.document.Fields;

/** Reads the likelihoods that EOS has and papers seldom: Amoroso, log-gamma, a bound with a soft edge. */
public final class EosLikelihoods {
    private EosLikelihoods() {}

    /** {@code physical-limit}, {@code theta}, {@code alpha}, {@code beta}; null after a diagnostic. */
    public static @Nullable AmorosoValue amoroso(Fields fields, Diagnostics diagnostics) {
        Double end = fields.requiredNumber("physical-limit");
        Double theta = fields.requiredPositive("theta");
        Double alpha = fields.requiredPositive("alpha");
        Double beta = fields.requiredPositive("beta");
        if (end == null || theta == null || alpha == null || beta == null) {
            return null;
        }
        if (alpha * beta < 1) {
            diagnostics.error(fields.map(), "alpha times beta must be >= 1", alpha + " times " + beta, "");
            return null;
        }
        return new AmorosoValue(end, theta, alpha, beta);
    }

    /** {@code mode}, {@code lambda}, {@code alpha}; null after a diagnostic. */
    public static @Nullable LogGammaValue logGamma(Fields fields, Diagnostics diagnostics) {
        Double mode = fields.requiredNumber("mode");
        Double lambda = fields.requiredNumber("lambda");
        Double alpha = fields.requiredPositive("alpha");
        if (lambda != null && lambda == 0) {
            diagnostics.error(fields.map(), "lambda must not be 0", "0", "");
            return null;
        }
        return mode == null || lambda == null || alpha == null ? null : new LogGammaValue(mode, lambda, alpha);
    }

    /** {@code bound} and {@code width}, 0 if absent; null after a diagnostic. */
    static @Nullable UpperBound bound(Fields fields, Diagnostics diagnostics) {
        Double bound = fields.requiredNumber("bound");
        Double width = fields.number("width");
        if (width != null && width < 0) {
            diagnostics.error(fields.map(), "'width' must be >= 0", width.toString(), "");
            return null;
        }
        return bound == null ? null : new UpperBound(bound, width == null ? 0 : width);
    }
}
