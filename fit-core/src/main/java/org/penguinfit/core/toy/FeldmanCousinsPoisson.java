package org.penguinfit.core.toy;

import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;

/**
 * Feldman–Cousins intervals of a Poisson signal mean with known background, by enumeration (G.J. Feldman and R.D. Cousins,
 * Phys. Rev. D 57 (1998) 3873, physics/9711021, section IV.A).
 *
 * @param background expected background b, not negative
 */
public record FeldmanCousinsPoisson(double background) {
    /** Spacing of the first scan in μ, as in the paper. */
    private static final double STEP = 0.005;

    /** Spacing in b over which the upper end is made monotone. */
    private static final double BACKGROUND_STEP = 0.05;

    /** Spacing in b around its largest value, fine enough for two decimals. */
    private static final double FINE_STEP = 0.002;

    private static final double BACKGROUND_REACH = 2.0;
    private static final int BISECTIONS = 40;

    /** Beyond it exp(−mean) underflows; Gaussian intervals are as good long before. */
    private static final double LARGEST_MEAN = 500.0;

    /** Requires a background that is not negative. */
    public FeldmanCousinsPoisson {
        if (!(background >= 0.0) || !(background <= LARGEST_MEAN)) {
            throw new IllegalArgumentException(
                    "Feldman–Cousins: the background must be >= 0 and <= " + LARGEST_MEAN + ", found " + background);
        }
    }

    /**
     * Whether the acceptance region of μ holds n: whether those counts that the ordering puts before n have together less
     * than the level.
     *
     * @param count observed number n, not negative
     * @param mu signal mean, not negative
     */
    public boolean accepts(int count, double mu, ConfidenceLevel level) {
        double mean = mu + background;
        if (mean == 0.0) {
            return count == 0;
        }
        double own = logRatio(count, mean);
        double before = 0.0;
        double probability = Math.exp(-mean);
        int last = (int) Math.ceil(Math.max(count, mean) + 10.0 * Math.sqrt(mean) + 20.0);
        for (int n = 0; n <= last && before < level.probability(); n++) {
            before += logRatio(n, mean) > own ? probability : 0.0;
            probability *= mean / (n + 1.0);
        }
        return before < level.probability();
    }

    /** ln of P(n | μ + b) over P(n | best μ + b), where the best μ is max(0, n − b). */
    private double logRatio(int n, double mean) {
        double best = Math.max(n, background);
        double logarithm = n == 0 ? 0.0 : n * Math.log(mean / best);
        return logarithm + best - mean;
    }

    /** The hull of all μ whose acceptance region holds n: the construction itself. */
    public Interval interval(int count, ConfidenceLevel level) {
        if (count < 0 || count > LARGEST_MEAN) {
            throw new IllegalArgumentException(
                    "Feldman–Cousins: the count must be >= 0 and <= " + LARGEST_MEAN + ", found " + count);
        }
        int best = (int) Math.floor(Math.max(0.0, count - background) / STEP);
        double z = level.sigmas();
        double reach =
                (z + 1.0) * (Math.sqrt(count + 1.0) + 1.0) + 0.5 * z * z; // generous: about z √n + z²/2 is enough
        int beyond = best + (int) Math.ceil(reach / STEP);
        int first = 0;
        while (first < best && !accepts(count, first * STEP, level)) {
            first++;
        }
        int last = beyond;
        while (last > best && !accepts(count, last * STEP, level)) {
            last--;
        }
        double lower = first == 0 ? 0.0 : bisect(count, first * STEP, (first - 1) * STEP, level);
        return new Interval(lower, bisect(count, last * STEP, (last + 1) * STEP, level));
    }

    private double bisect(int count, double inside, double outside, ConfidenceLevel level) {
        double accepted = inside;
        double rejected = outside;
        for (int k = 0; k < BISECTIONS; k++) {
            double middle = 0.5 * (accepted + rejected);
            if (accepts(count, middle, level)) {
                accepted = middle;
            } else {
                rejected = middle;
            }
        }
        return accepted;
    }

    /**
     * The interval with an upper end that does not rise with the background, as in the published tables: the largest upper
     * end of this background and those up to 2 above it. It jumps, so the largest one is looked for twice, coarsely and
     * then finely around it.
     */
    public Interval published(int count, ConfidenceLevel level) {
        Interval own = interval(count, level);
        double highest = background;
        double upper = own.upper();
        for (double b = background; b <= background + BACKGROUND_REACH; b += BACKGROUND_STEP) {
            double next = new FeldmanCousinsPoisson(b).interval(count, level).upper();
            highest = next > upper ? b : highest;
            upper = Math.max(upper, next);
        }
        double from = Math.max(background, highest - BACKGROUND_STEP);
        for (double b = from; b < highest + BACKGROUND_STEP; b += FINE_STEP) {
            upper = Math.max(
                    upper, new FeldmanCousinsPoisson(b).interval(count, level).upper());
        }
        return new Interval(own.lower(), upper);
    }
}
