package org.penguinfit.core.propagation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.penguinfit.core.linalg.Finite;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;

/**
 * One batch of a Monte-Carlo budget as sums, which batches add up: [used, failed, then for each prediction Σd, Σd² and for
 * each source {@link #SUMS} sums], with d the difference to the prediction at the central values, so that nothing cancels.
 */
final class BudgetBatch {
    /** Σa, Σa² of the source alone, Σw, Σw² of all but it, Σ d(B)(d(A_B) − d(A)) and Σ (d(A) − d(A_B))². */
    private static final int SUMS = 6;

    private final MonteCarloPropagation method;
    private final ParameterDraws draws;
    private final List<SourceGroups.Group> groups;
    private final boolean independent;

    BudgetBatch(MonteCarloPropagation method, ParameterDraws draws, SourceGroups sources) {
        this.method = method;
        this.draws = draws;
        List<Integer> varying = draws instanceof GaussianDraws gaussian
                ? gaussian.parameters().uncertain()
                : IntStream.range(0, draws.size()).boxed().toList();
        this.groups = sources.covering(varying, draws.size()).groups();
        this.independent = draws.areIndependent(sources);
    }

    private int stride() {
        return 2 + SUMS * groups.size();
    }

    double[] compute(PredictionFunction function, int batch, RandomStreams streams) {
        DrawSequence sequence = DrawSequence.of(draws, method, batch, independent ? 2 : 1, streams);
        double[] center = draws.center().toArray();
        Evaluations at = new Evaluations(function, center, groups.size());
        double[] sums = new double[2 + function.size() * stride()];
        double[] a = new double[center.length];
        double[] b = new double[center.length];
        for (int k = 0; k < method.perBatch(draws); k++) {
            sequence.next(a);
            if (independent) {
                sequence.next(b);
            }
            if (evaluate(at, a, b, center)) {
                sums[0]++;
                add(at, sums);
            } else {
                sums[1]++;
            }
        }
        return sums;
    }

    private boolean evaluate(Evaluations at, double[] a, double[] b, double[] center) {
        boolean finite = at.differences(a, at.first);
        if (independent) {
            finite &= at.differences(b, at.second);
        }
        for (int g = 0; finite && g < groups.size(); g++) {
            List<Integer> own = groups.get(g).parameters();
            finite = at.differences(replaced(center, a, own), at.alone[g])
                    && at.differences(replaced(a, center, own), at.without[g])
                    && (!independent || at.differences(replaced(a, b, own), at.mixed[g]));
        }
        return finite;
    }

    private static double[] replaced(double[] base, double[] other, List<Integer> indices) {
        double[] result = base.clone();
        for (int i : indices) {
            result[i] = other[i];
        }
        return result;
    }

    private void add(Evaluations at, double[] sums) {
        for (int k = 0; k < at.first.length; k++) {
            int s = 2 + k * stride();
            double y = at.first[k];
            sums[s] += y;
            sums[s + 1] += y * y;
            for (int g = 0; g < groups.size(); g++) {
                int t = s + 2 + g * SUMS;
                sums[t] += at.alone[g][k];
                sums[t + 1] += at.alone[g][k] * at.alone[g][k];
                sums[t + 2] += at.without[g][k];
                sums[t + 3] += at.without[g][k] * at.without[g][k];
                double change = at.mixed[g][k] - y;
                sums[t + 4] += independent ? at.second[k] * change : 0.0;
                sums[t + 5] += independent ? change * change : 0.0;
            }
        }
    }

    /** The results of all batches together. */
    MonteCarloBudget collect(int size, WorkResults results) {
        double[] total = new double[2 + size * stride()];
        List<Vector> usable = new ArrayList<>();
        for (Vector batch : results.successes()) {
            for (int i = 0; i < total.length; i++) {
                total[i] += batch.get(i);
            }
            if (batch.get(0) >= 2) {
                usable.add(batch);
            }
        }
        List<MonteCarloBudget.PredictionBudget> predictions = new ArrayList<>();
        for (int k = 0; usable.size() >= 2 && k < size; k++) {
            predictions.add(prediction(Vector.of(total), usable, 2 + k * stride()));
        }
        return new MonteCarloBudget((int) total[0], (int) total[1], predictions, results.failures());
    }

    private MonteCarloBudget.PredictionBudget prediction(Vector total, List<Vector> batches, int s) {
        List<MonteCarloBudget.SourcePart> parts = new ArrayList<>();
        boolean varies =
                independent && variance(total, s) > 0 && batches.stream().allMatch(batch -> variance(batch, s) > 0);
        for (int g = 0; g < groups.size(); g++) {
            int t = s + 2 + g * SUMS;
            Optional<MonteCarloBudget.SobolIndices> indices = !varies
                    ? Optional.empty()
                    : Optional.of(new MonteCarloBudget.SobolIndices(
                            estimate(total, batches, v -> v.get(t + 4) / v.get(0) / variance(v, s)),
                            estimate(total, batches, v -> 0.5 * v.get(t + 5) / v.get(0) / variance(v, s))));
            parts.add(new MonteCarloBudget.SourcePart(
                    groups.get(g).name(),
                    estimate(total, batches, v -> Math.sqrt(variance(v, t))),
                    estimate(total, batches, v -> Math.sqrt(variance(v, t + 2))),
                    indices));
        }
        return new MonteCarloBudget.PredictionBudget(estimate(total, batches, v -> Math.sqrt(variance(v, s))), parts);
    }

    /** The variance whose sums stand at {@code s} and {@code s + 1}. */
    private static double variance(Vector sums, int s) {
        double count = sums.get(0);
        return Math.max(0.0, (sums.get(s + 1) - sums.get(s) * sums.get(s) / count) / (count - 1.0));
    }

    private static Estimate estimate(Vector total, List<Vector> batches, ToDoubleFunction<Vector> statistic) {
        return PredictionSummary.estimate(
                statistic.applyAsDouble(total),
                batches.stream().mapToDouble(statistic).toArray());
    }

    /** Differences of predictions to those at the central values, for one draw. */
    private static final class Evaluations {
        private final PredictionFunction function;
        private final double[] center;
        final double[] first;
        final double[] second;
        final double[][] alone;
        final double[][] without;
        final double[][] mixed;

        Evaluations(PredictionFunction function, double[] theta, int groups) {
            this.function = function;
            int m = function.size();
            center = new double[m];
            function.evaluate(theta, center);
            first = new double[m];
            second = new double[m];
            alone = new double[groups][m];
            without = new double[groups][m];
            mixed = new double[groups][m];
        }

        boolean differences(double[] theta, double[] out) {
            function.evaluate(theta, out);
            for (int k = 0; k < out.length; k++) {
                out[k] -= center[k];
            }
            return Finite.all(out);
        }
    }
}
