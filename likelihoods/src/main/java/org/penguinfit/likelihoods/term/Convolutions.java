package org.penguinfit.likelihoods.term;

import java.util.Arrays;
import org.penguinfit.likelihoods.curve.Curve;
import org.penguinfit.likelihoods.curve.Density;
import org.penguinfit.measurements.ConvolvedValue;
import org.penguinfit.measurements.ExactValue;
import org.penguinfit.measurements.LogNormalValue;
import org.penguinfit.measurements.PublishedValue;
import org.penguinfit.measurements.SampledValue;
import org.penguinfit.measurements.ValueRange;

/** Densities of published numbers, folded with each other. */
final class Convolutions {
    /** Densities end where −2 ln L = 50: 1e-11 of the peak. */
    private static final double DEPTH = 50;

    private Convolutions() {}

    /** Deviations of independent sources from one centre added up. */
    static Curve of(ConvolvedValue value) {
        Density sum = null;
        Density.Tabulated table = null;
        for (PublishedValue part : value.parts()) {
            if (part instanceof ExactValue) {
                continue;
            }
            Density about = density(part).moved(-value.central());
            table = sum == null ? null : sum.foldedWith(about);
            sum = table == null ? about : table.density();
        }
        if (sum == null) {
            throw new IllegalArgumentException("a value without uncertainty makes no likelihood term");
        }
        return (table == null ? sum.tabulated() : table).moved(value.central()).curve();
    }

    private static Density density(PublishedValue value) {
        if (value instanceof ValueRange r) {
            return new Density(r.lo(), r.hi(), new double[0], x -> 1);
        }
        if (value instanceof LogNormalValue l) {
            double reach = Math.pow(l.factor(), Math.sqrt(DEPTH));
            double near = l.median() / reach;
            double far = l.median() * reach;
            LogNormalTerm term = new LogNormalTerm(l.median(), l.factor());
            return new Density(
                    Math.min(near, far),
                    Math.max(near, far),
                    new double[] {l.median()},
                    x -> Math.exp(-term.at(x) / 2) / Math.abs(x));
        }
        if (LikelihoodTerms.of(value) instanceof SingleTerm term) {
            return density(term);
        }
        throw new IllegalStateException("no density for " + value.getClass().getSimpleName());
    }

    private static Density density(SingleTerm term) {
        double centre = term.central();
        double low = centre - reach(term, -1);
        double high = centre + reach(term, 1);
        boolean above = (term instanceof HalfNormalTerm h && h.sigma() > 0) || term instanceof HalfGaussianTerm;
        boolean below = term instanceof HalfNormalTerm h && h.sigma() < 0;
        return new Density(
                above ? centre : low, below ? centre : high, new double[] {centre}, x -> Math.exp(-term.at(x) / 2));
    }

    private static double reach(SingleTerm term, int side) {
        double distance = 1;
        while (term.at(term.central() + side * distance) < DEPTH) {
            distance *= 2;
        }
        while (term.at(term.central() + side * distance / 2) >= DEPTH) {
            distance /= 2;
        }
        double low = distance / 2;
        for (int k = 0; k < 50; k++) {
            double middle = (low + distance) / 2;
            if (term.at(term.central() + side * middle) < DEPTH) {
                low = middle;
            } else {
                distance = middle;
            }
        }
        return low;
    }

    /** A sample's histogram folded with its kernel: a sum of kernels at the centres of the bins. */
    static Curve smoothed(SampledValue value) {
        double[] data = CurveTerms.array(value.data());
        int bins = value.bins().orElse(Math.min(1000, data.length));
        double low = Arrays.stream(data).min().orElseThrow();
        double width = (Arrays.stream(data).max().orElseThrow() - low) / bins;
        double[] counts = new double[bins];
        for (double x : data) {
            counts[Math.min(bins - 1, (int) ((x - low) / width))]++;
        }
        Density kernel = value.kernel()
                .map(Convolutions::density)
                .orElseGet(() -> density(
                        new GaussianTerm(0, value.bandwidth().orElse(Math.pow(data.length, -0.2) * deviation(data)))));
        double[] centres = new double[bins];
        Arrays.setAll(centres, i -> low + (i + 0.5) * width);
        return Density.ofKernels(centres, counts, kernel).curve();
    }

    /** Standard deviation with N in the denominator, as flavio takes it. */
    private static double deviation(double[] data) {
        double mean = Arrays.stream(data).average().orElseThrow();
        return Math.sqrt(
                Arrays.stream(data).map(x -> (x - mean) * (x - mean)).average().orElseThrow());
    }
}
