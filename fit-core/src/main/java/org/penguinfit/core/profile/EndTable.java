package org.penguinfit.core.profile;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.objective.EvaluationCount;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;

/**
 * The ends of one parameter as numbers, which a checkpoint can keep: gradients, Hessians, whether a lower point was met, that
 * point, then per end status, reason, x, value, mismatch and point.
 */
final class EndTable {
    private static final int HEADER = 4;
    private static final int END_HEADER = 5;
    private static final List<ProfileEnd.Status> STATUSES = List.of(ProfileEnd.Status.values());
    private static final List<String> REASONS = List.of(
            "",
            EndContinuation.TOO_MANY_STEPS,
            EndContinuation.NO_FINITE_MINIMUM,
            EndContinuation.UNBOUNDED,
            EndContinuation.NO_CONVERGENCE,
            "a lower minimum was met");

    private EndTable() {}

    static double[] compute(
            TwiceDifferentiableObjective objective,
            List<Bounds> bounds,
            int index,
            Minimum minimum,
            List<Double> deltas) {
        int n = bounds.size();
        int size = END_HEADER + n;
        double[] table = new double[HEADER + n + 2 * deltas.size() * size];
        EndSearch search = new EndSearch(objective, bounds, index, minimum);
        int end = 0;
        try {
            for (double delta : deltas) {
                put(table, HEADER + n + size * end++, search.find(delta, -1));
                put(table, HEADER + n + size * end++, search.find(delta, 1));
            }
        } catch (LowerMinimumMet met) {
            table[3] = 1.0;
            System.arraycopy(met.point(), 0, table, HEADER, n);
            for (; end < 2 * deltas.size(); end++) {
                put(table, HEADER + n + size * end, unknown(minimum, index, deltas.get(end / 2)));
            }
        }
        table[0] = search.evaluations().values();
        table[1] = search.evaluations().gradients();
        table[2] = search.evaluations().hessians();
        return table;
    }

    /** What stands for an end when the minimum turned out not to be the lowest and no lower one could be refined. */
    private static ProfileEnd unknown(Minimum minimum, int index, double delta) {
        return new ProfileEnd(
                minimum.point().get(index),
                ProfileEnd.Status.NOT_FOUND,
                REASONS.get(REASONS.size() - 1),
                minimum.value(),
                delta,
                minimum.point());
    }

    private static void put(double[] table, int at, ProfileEnd end) {
        table[at] = STATUSES.indexOf(end.status());
        table[at + 1] = REASONS.indexOf(end.reason());
        table[at + 2] = end.x();
        table[at + 3] = end.value();
        table[at + 4] = end.mismatch();
        System.arraycopy(
                end.point().toArray(), 0, table, at + END_HEADER, end.point().size());
    }

    static ProfileEnd end(Vector table, int number, int n) {
        int at = HEADER + n + number * (END_HEADER + n);
        double[] all = table.toArray();
        return new ProfileEnd(
                all[at + 2],
                STATUSES.get((int) all[at]),
                REASONS.get((int) all[at + 1]),
                all[at + 3],
                all[at + 4],
                Vector.of(Arrays.copyOfRange(all, at + END_HEADER, at + END_HEADER + n)));
    }

    static EvaluationCount cost(Vector table) {
        return new EvaluationCount((long) table.get(0), (long) table.get(1), (long) table.get(2));
    }

    static Optional<double[]> lowerPoint(Vector table, int n) {
        return table.get(3) == 0.0
                ? Optional.empty()
                : Optional.of(Arrays.copyOfRange(table.toArray(), HEADER, HEADER + n));
    }
}
