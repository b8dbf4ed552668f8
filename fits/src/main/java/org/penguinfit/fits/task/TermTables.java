package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.penguinfit.fits.plan.ResolvedTask;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.term.LikelihoodTerm;
import org.penguinfit.likelihoods.term.LikelihoodTerms;
import org.penguinfit.likelihoods.term.SingleTerm;
import org.penguinfit.measurements.SingleResult;
import org.penguinfit.measurements.UpperLimit;

/**
 * What each term of a task says: its rule, what that takes for granted, and for terms of one observable −2 ln L at points of
 * the prediction. A limit is drawn from the physical edge 0 to one and a half times the limit, any other term from where
 * −2 ln L is 16 below to where it is 16 above its best value.
 */
public final class TermTables {
    private static final int POINTS = 81;
    private static final double BEYOND_LIMIT = 1.5;
    private static final double HEIGHT = 16;
    private static final int STEPS = 2100;

    private TermTables() {}

    /** The tables {@code terms} and {@code termCurves}; none for a task without data. */
    public static List<ResultBlock> of(ResolvedTask task) {
        if (task.measurements().isEmpty()) {
            return List.of();
        }
        Likelihood likelihood = task.bind(List.of());
        List<List<@Nullable Object>> rules = new ArrayList<>();
        List<List<@Nullable Object>> curves = new ArrayList<>();
        for (BoundTerm bound : likelihood.terms()) {
            UpperLimit limit = limit(bound);
            String observables = String.join(", ", bound.observables());
            rules.add(Arrays.asList(
                    bound.measurement(),
                    observables,
                    LikelihoodTerms.rule(bound.term()),
                    LikelihoodTerms.assumption(bound.term()),
                    limit == null ? null : (Double) limit.limit(),
                    limit == null ? null : (Double) limit.level()));
            if (bound.term() instanceof SingleTerm term) {
                addCurve(bound, term, limit, curves);
            }
        }
        return List.of(
                new ResultBlock.Table("terms", "Terms of −2 ln L", rulesColumns(), rules, true),
                new ResultBlock.Table("termCurves", "Curves of the terms", curveColumns(), curves, false));
    }

    private static List<Column> rulesColumns() {
        return List.of(
                new Column("measurement", "measurement"),
                new Column("observable", "observable"),
                new Column("rule", "rule"),
                new Column("assumption", "takes for granted"),
                new Column("limit", "limit"),
                new Column("level", "level"));
    }

    private static List<Column> curveColumns() {
        return List.of(
                new Column("measurement", "measurement"),
                new Column("observable", "observable"),
                new Column("x", "prediction"),
                new Column("chi2", "−2 ln L"));
    }

    private static @Nullable UpperLimit limit(BoundTerm bound) {
        return bound.result().isPresent()
                        && bound.result().get() instanceof SingleResult single
                        && single.value() instanceof UpperLimit limit
                ? limit
                : null;
    }

    private static void addCurve(
            BoundTerm bound, SingleTerm term, @Nullable UpperLimit limit, List<List<@Nullable Object>> rows) {
        double low = limit == null ? end(term, -1) : Math.min(0, limit.limit());
        double high = limit == null ? end(term, 1) : BEYOND_LIMIT * Math.abs(limit.limit());
        for (int i = 0; i < POINTS; i++) {
            double x = low + (high - low) * i / (POINTS - 1);
            rows.add(Arrays.asList(bound.measurement(), bound.observables().get(0), x, term.at(x)));
        }
    }

    /** Where −2 ln L reaches the height, to a factor of a thousandth of the distance; the edge of what is allowed. */
    private static double end(LikelihoodTerm term, int side) {
        double centre = term.central(0);
        double reach = 1;
        int steps = 0;
        while (value(term, centre + side * reach) < HEIGHT && steps++ < STEPS) {
            reach *= 2;
        }
        while (value(term, centre + side * reach / 2) >= HEIGHT && steps++ < STEPS) {
            reach /= 2;
        }
        double low = reach / 2;
        while (reach - low > 1e-3 * reach) {
            double middle = (low + reach) / 2;
            if (value(term, centre + side * middle) < HEIGHT) {
                low = middle;
            } else {
                reach = middle;
            }
        }
        return centre + side * low;
    }

    private static double value(LikelihoodTerm term, double x) {
        return term.value(new double[] {x});
    }
}
