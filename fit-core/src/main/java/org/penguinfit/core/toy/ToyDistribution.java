package org.penguinfit.core.toy;

import java.util.Arrays;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;

/** A statistic of many toys. */
public final class ToyDistribution {
    /** Values closer than this, relative to max(1, value), count as equal: minimisations do not agree better. */
    private static final double SAME_VALUE = 1e-9;

    private final Vector values;
    private final double[] sorted;
    private final List<WorkResults.Failure> failures;

    private ToyDistribution(Vector values, List<WorkResults.Failure> failures) {
        this.values = values;
        this.sorted = values.toArray();
        this.failures = failures;
        Arrays.sort(sorted);
    }

    /**
     * The distribution of these values.
     *
     * @param values one per toy that did not fail, in the order of the toys
     * @param failures the toys that failed; they are left out of every fraction
     * @throws IllegalStateException when all toys failed
     */
    public static ToyDistribution of(Vector values, List<WorkResults.Failure> failures) {
        if (values.size() == 0) {
            throw new IllegalStateException("all " + failures.size() + " toys failed"
                    + (failures.isEmpty() ? "" : ": " + failures.get(0).reason()));
        }
        return new ToyDistribution(values, List.copyOf(failures));
    }

    /** The first number of each piece of work. */
    static ToyDistribution of(WorkResults results) {
        double[] values = results.successes().stream()
                .mapToDouble(result -> result.get(0))
                .toArray();
        return of(Vector.of(values), results.failures());
    }

    /** One value per toy that did not fail, in the order of the toys. */
    public Vector values() {
        return values;
    }

    /** The toys that failed; they are left out of every fraction. */
    public List<WorkResults.Failure> failures() {
        return failures;
    }

    /** The p-value of an observed value: the fraction of toys at or above it. */
    public BinomialFraction pValue(double observed) {
        double edge = observed - SAME_VALUE * Math.max(1.0, Math.abs(observed));
        int below = 0;
        int end = sorted.length;
        while (below < end) {
            int middle = (below + end) >>> 1;
            if (sorted[middle] < edge) {
                below = middle + 1;
            } else {
                end = middle;
            }
        }
        return new BinomialFraction(sorted.length - below, sorted.length);
    }

    /** The critical value: the smallest value of a toy with at least this fraction of toys up to it, and what counts as equal. */
    public double critical(ConfidenceLevel level) {
        int rank = (int) Math.ceil(level.probability() * sorted.length);
        double critical = sorted[Math.max(0, Math.min(sorted.length, rank) - 1)];
        return critical + SAME_VALUE * Math.max(1.0, critical);
    }

    /** The mean of all values. */
    public double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }
}
