package org.penguinfit.core.average;

import org.penguinfit.core.interval.ConfidenceLevel;

/** The contribution of one measurement to −2 ln L as a function of the true value, 0 at its best. */
public sealed interface AverageTerm {
    /** The value that the measurement likes best; for a limit the largest such value. */
    double center();

    /** Standard deviation towards values above ({@code up}) or below the centre; +∞ where values are not penalised. */
    double sigma(boolean up);

    /** −2 ln L at a true value; +∞ outside the domain. */
    double value(double x);

    /** First derivative of {@link #value}. */
    double slope(double x);

    /** Second derivative of {@link #value}. */
    double curvature(double x);

    private static void requireSigmas(double center, double minus, double plus) {
        if (!Double.isFinite(center) || !(minus > 0.0) || !(plus > 0.0)) {
            throw new IllegalArgumentException("a measurement needs a finite value and positive uncertainties, found "
                    + center + " +" + plus + " -" + minus);
        }
    }

    /**
     * A split Gaussian: σ₊ above the centre, σ₋ below; symmetric when they are equal.
     *
     * @param center measured value
     * @param plus uncertainty upward, positive
     * @param minus uncertainty downward, positive
     */
    record SplitGaussian(double center, double plus, double minus) implements AverageTerm {
        /** Requires positive uncertainties. */
        public SplitGaussian {
            requireSigmas(center, minus, plus);
        }

        /** A symmetric Gaussian. */
        public static SplitGaussian symmetric(double center, double sigma) {
            return new SplitGaussian(center, sigma, sigma);
        }

        @Override
        public double sigma(boolean up) {
            return up ? plus : minus;
        }

        private double weight(double x) {
            double sigma = sigma(x > center);
            return 1.0 / (sigma * sigma);
        }

        @Override
        public double value(double x) {
            return (x - center) * (x - center) * weight(x);
        }

        @Override
        public double slope(double x) {
            return 2.0 * (x - center) * weight(x);
        }

        @Override
        public double curvature(double x) {
            return 2.0 * weight(x);
        }
    }

    /**
     * Variance linear in the true value, (x − d)²/(σ₊σ₋ + (σ₊ − σ₋)(x − d)): R. Barlow, physics/0406120.
     *
     * @param center measured value d
     * @param plus uncertainty upward, positive
     * @param minus uncertainty downward, positive
     */
    record LinearVariance(double center, double plus, double minus) implements AverageTerm {
        /** Requires positive uncertainties. */
        public LinearVariance {
            requireSigmas(center, minus, plus);
        }

        @Override
        public double sigma(boolean up) {
            return up ? plus : minus;
        }

        private double variance(double x) {
            double variance = plus * minus + (plus - minus) * (x - center);
            return variance > 0.0 ? variance : Double.NaN;
        }

        @Override
        public double value(double x) {
            double value = (x - center) * (x - center) / variance(x);
            return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        }

        @Override
        public double slope(double x) {
            double u = x - center;
            double variance = variance(x);
            return u * (2.0 * variance - u * (plus - minus)) / (variance * variance);
        }

        @Override
        public double curvature(double x) {
            double atCenter = plus * minus;
            double variance = variance(x);
            return 2.0 * atCenter * atCenter / (variance * variance * variance);
        }
    }

    /**
     * Standard deviation linear in the true value: ((x − d)/(σ + σ′(x − d)))² with σ = 2σ₊σ₋/(σ₊ + σ₋) and σ′ = (σ₊ − σ₋)/(σ₊
     * + σ₋) (R. Barlow, physics/0406120).
     *
     * @param center measured value d
     * @param plus uncertainty upward, positive
     * @param minus uncertainty downward, positive
     */
    record LinearSigma(double center, double plus, double minus) implements AverageTerm {
        /** Requires positive uncertainties. */
        public LinearSigma {
            requireSigmas(center, minus, plus);
        }

        @Override
        public double sigma(boolean up) {
            return up ? plus : minus;
        }

        private double atCenter() {
            return 2.0 * plus * minus / (plus + minus);
        }

        private double growth() {
            return (plus - minus) / (plus + minus);
        }

        private double width(double x) {
            double width = atCenter() + growth() * (x - center);
            return width > 0.0 ? width : Double.NaN;
        }

        @Override
        public double value(double x) {
            double z = (x - center) / width(x);
            return Double.isNaN(z) ? Double.POSITIVE_INFINITY : z * z;
        }

        @Override
        public double slope(double x) {
            return 2.0 * (x - center) * atCenter() / Math.pow(width(x), 3);
        }

        @Override
        public double curvature(double x) {
            double inner = atCenter() - 2.0 * growth() * (x - center);
            return 2.0 * atCenter() * inner / Math.pow(width(x), 4);
        }
    }

    /**
     * An upper limit as a half Gaussian: nothing below the centre, σ above.
     *
     * @param center value up to which nothing is penalised
     * @param scale standard deviation above, positive
     */
    record UpperLimit(double center, double scale) implements AverageTerm {
        /** Requires a positive standard deviation. */
        public UpperLimit {
            requireSigmas(center, scale, scale);
        }

        /** The half Gaussian from {@code center} whose Δχ² at the limit is the threshold of the level. */
        public static UpperLimit of(double center, double limit, ConfidenceLevel level) {
            return new UpperLimit(center, (limit - center) / level.sigmas());
        }

        @Override
        public double sigma(boolean up) {
            return up ? scale : Double.POSITIVE_INFINITY;
        }

        @Override
        public double value(double x) {
            double excess = Math.max(0.0, x - center) / scale;
            return excess * excess;
        }

        @Override
        public double slope(double x) {
            return 2.0 * Math.max(0.0, x - center) / (scale * scale);
        }

        @Override
        public double curvature(double x) {
            return x > center ? 2.0 / (scale * scale) : 0.0;
        }
    }
}
