package org.penguinfit.core.minimize;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Sorts minima and merges those that are the same point up to a small part of their uncertainty. */
public final class DistinctMinima {
    /** Two minima closer than this many standard deviations are one. */
    static final double SAME_WITHIN_SIGMAS = 1e-3;

    /** Relative distance below which points without a covariance, or coordinates at a limit, are one. */
    static final double SAME_WITHIN_RELATIVE = 1e-6;

    /** Flat end points whose values differ by less are points of one plateau. */
    static final double SAME_PLATEAU = 1e-9;

    static final Comparator<Minimum> BY_VALUE_THEN_POINT = DistinctMinima::compare;

    private DistinctMinima() {}

    /** The distinct ones of these minima, by value, then by coordinates. */
    public static List<Minimum> of(List<Minimum> found) {
        List<Minimum> sorted = new ArrayList<>(found);
        Collections.sort(sorted, BY_VALUE_THEN_POINT);
        List<Minimum> distinct = new ArrayList<>();
        for (Minimum candidate : sorted) {
            if (!isKnown(candidate, distinct)) {
                distinct.add(candidate);
            }
        }
        return distinct;
    }

    private static boolean isKnown(Minimum candidate, List<Minimum> distinct) {
        for (Minimum known : distinct) {
            if (same(known, candidate)) {
                return true;
            }
        }
        return false;
    }

    static boolean same(Minimum known, Minimum candidate) {
        if (!known.isConverged() || !candidate.isConverged()) {
            return samePlateau(known, candidate) || sameCoordinates(known, candidate, false);
        }
        if (known.covariance().isEmpty()) {
            return sameCoordinates(known, candidate, false);
        }
        double[] shift = new double[known.free().size()];
        for (int k = 0; k < shift.length; k++) {
            int i = known.free().get(k);
            shift[k] = candidate.point().get(i) - known.point().get(i);
        }
        return sameCoordinates(known, candidate, true)
                && known.covariance().get().distanceSquared(shift) < SAME_WITHIN_SIGMAS * SAME_WITHIN_SIGMAS;
    }

    private static boolean samePlateau(Minimum known, Minimum candidate) {
        return known.status() == candidate.status()
                && Math.abs(known.value() - candidate.value()) <= SAME_PLATEAU * Math.max(1.0, Math.abs(known.value()));
    }

    private static boolean sameCoordinates(Minimum known, Minimum candidate, boolean onlyAtLimit) {
        for (int i = 0; i < known.point().size(); i++) {
            double a = known.point().get(i);
            double b = candidate.point().get(i);
            boolean relevant = !onlyAtLimit || known.isAtLimit(i);
            if (relevant && Math.abs(a - b) > SAME_WITHIN_RELATIVE * Math.max(1.0, Math.abs(a))) {
                return false;
            }
        }
        return true;
    }

    private static int compare(Minimum a, Minimum b) {
        int byValue = Double.compare(a.value(), b.value());
        for (int i = 0; byValue == 0 && i < a.point().size(); i++) {
            byValue = Double.compare(a.point().get(i), b.point().get(i));
        }
        return byValue;
    }
}
