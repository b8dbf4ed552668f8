package org.penguinfit.likelihoods.curve;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * A probability density up to a factor, 0 outside an interval.
 *
 * @param low lower end of the interval
 * @param high upper end
 * @param breaks places inside at which it jumps or bends, ascending
 * @param value the density
 */
@SuppressWarnings("ArrayRecordComponent") // never compared or changed
public record Density(double low, double high, double[] breaks, DoubleUnaryOperator value) {
    private static final int POINTS = 400;
    private static final int PANELS = 48;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(10);

    /** Density at a place. */
    public double at(double x) {
        return x < low || x > high ? 0 : value.applyAsDouble(x);
    }

    /** The density exp(−½ curve) within an interval. */
    public static Density of(Curve curve, double low, double high) {
        return new Density(low, high, new double[] {curve.mode()}, x -> Math.exp(-curve.at(x) / 2));
    }

    /** This density moved to the right. */
    public Density moved(double by) {
        double[] moved = DoubleStream.of(breaks).map(x -> x + by).toArray();
        return new Density(low + by, high + by, moved, x -> value.applyAsDouble(x - by));
    }

    /**
     * The density of the sum of two independent numbers, as a curve through {@value #POINTS} points: each by Gauss–Legendre
     * panels between all places where either factor jumps or bends.
     */
    public Tabulated foldedWith(Density other) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double start = low + other.low;
        double step = (high + other.high - start) / (POINTS - 1);
        for (int i = 0; i < POINTS; i++) {
            x[i] = start + i * step;
            y[i] = integral(other, x[i]);
        }
        return new Tabulated(x, y);
    }

    /** This density through {@value #POINTS} points. */
    public Tabulated tabulated() {
        return ofKernels(new double[] {0}, new double[] {1}, this);
    }

    /** A sum of kernels at several places with weights, through {@value #POINTS} points. */
    public static Tabulated ofKernels(double[] places, double[] weights, Density kernel) {
        double[] x = new double[POINTS];
        double[] y = new double[POINTS];
        double start = places[0] + kernel.low;
        double step = (places[places.length - 1] + kernel.high - start) / (POINTS - 1);
        for (int i = 0; i < POINTS; i++) {
            x[i] = start + i * step;
            for (int j = 0; j < places.length; j++) {
                y[i] += weights[j] == 0 ? 0 : weights[j] * kernel.at(x[i] - places[j]);
            }
        }
        return new Tabulated(x, y);
    }

    /** ∫ this(u) other(x − u) du. */
    private double integral(Density other, double x) {
        double from = Math.max(low, x - other.high);
        double to = Math.min(high, x - other.low);
        if (!(from < to)) {
            return 0;
        }
        double panel = Math.min(high - low, other.high - other.low) / PANELS;
        double[] ends = DoubleStream.concat(
                        DoubleStream.of(from, to),
                        DoubleStream.concat(
                                Arrays.stream(breaks),
                                Arrays.stream(other.breaks).map(b -> x - b)))
                .filter(u -> u >= from && u <= to)
                .sorted()
                .toArray();
        double sum = 0;
        for (int i = 0; i + 1 < ends.length; i++) {
            int panels = (int) Math.ceil((ends[i + 1] - ends[i]) / panel);
            double width = (ends[i + 1] - ends[i]) / panels;
            for (int p = 0; p < panels; p++) {
                sum += panel(other, x, ends[i] + p * width, width);
            }
        }
        return sum;
    }

    private double panel(Density other, double x, double from, double width) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double u = from + width * (1 + RULE.getPoint(i)) / 2;
            sum += RULE.getWeight(i) * at(u) * other.at(x - u);
        }
        return sum * width / 2;
    }

    /**
     * A tabulated density.
     *
     * @param x ascending
     * @param y density at each
     */
    @SuppressWarnings("ArrayRecordComponent") // internal, never compared or changed
    public record Tabulated(double[] x, double[] y) {
        /** −2 ln of it, by {@link TableCurves#density}. */
        public Curve curve() {
            return TableCurves.density(x, y);
        }

        /** Moved to the right. */
        public Tabulated moved(double by) {
            return new Tabulated(DoubleStream.of(x).map(v -> v + by).toArray(), y);
        }

        /** As a density again. */
        public Density density() {
            PolygonCurve polygon = new PolygonCurve(x, y, true, true);
            return new Density(x[0], x[x.length - 1], new double[0], u -> Math.exp(-polygon.at(u) / 2));
        }
    }
}
