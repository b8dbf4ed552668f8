package org.penguinfit.measurements.exchange;

import java.util.List;
import org.penguinfit.measurements.CorrelatedResult;
import org.penguinfit.measurements.CorrelatedResult.Component;
import org.penguinfit.measurements.PublishedResult;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.TabulatedResult;

/** Whether two lists of results say the same with the same doubles, whatever words and place of their files. */
public final class SameResults {
    private SameResults() {}

    /** True if every result equals its counterpart but for its quotation's words and place. */
    public static boolean of(List<PublishedResult> first, List<PublishedResult> second) {
        boolean same = first.size() == second.size();
        for (int i = 0; same && i < first.size(); i++) {
            same = same(first.get(i), second.get(i));
        }
        return same;
    }

    /** True if both speak of the same observables in the same groups. */
    public static boolean observables(List<PublishedResult> first, List<PublishedResult> second) {
        return first.stream()
                .map(PublishedResult::observables)
                .toList()
                .equals(second.stream().map(PublishedResult::observables).toList());
    }

    private static boolean same(PublishedResult a, PublishedResult b) {
        if (a instanceof SingleResult x && b instanceof SingleResult y) {
            return x.observable().equals(y.observable())
                    && x.value().equals(y.value())
                    && x.ratio().equals(y.ratio())
                    && x.quotation().unit().equals(y.quotation().unit());
        }
        if (a instanceof TabulatedResult x && b instanceof TabulatedResult y) {
            return x.observables().equals(y.observables())
                    && x.axes().equals(y.axes())
                    && x.values().equals(y.values())
                    && x.quantity() == y.quantity()
                    && x.linear() == y.linear()
                    && x.central().equals(y.central())
                    && x.quotation().unit().equals(y.quotation().unit());
        }
        return a instanceof CorrelatedResult x && b instanceof CorrelatedResult y && same(x, y);
    }

    private static boolean same(CorrelatedResult a, CorrelatedResult b) {
        boolean same =
                a.components().size() == b.components().size() && a.covariance().equals(b.covariance());
        for (int i = 0; same && i < a.components().size(); i++) {
            Component x = a.components().get(i);
            Component y = b.components().get(i);
            same = x.observable().equals(y.observable())
                    && x.central() == y.central()
                    && x.uncertainties().equals(y.uncertainties())
                    && x.quotation().unit().equals(y.quotation().unit());
        }
        return same;
    }
}
