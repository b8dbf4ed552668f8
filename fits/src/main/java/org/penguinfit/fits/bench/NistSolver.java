package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.penguinfit.core.linalg.CovarianceMatrix;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimizers;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.bench.NistAnswer.Run;
import org.penguinfit.fits.bench.NistSets.NistSet;

/** Runs every minimiser on every NIST set from both starts and counts certified digits. */
final class NistSolver {
    /** NIST certifies 11 digits; a number that agrees with all of them counts as this many. */
    static final double MOST_DIGITS = 11;

    /** Relative change of σ below which it rests. */
    private static final double SAME_SIGMA = 1e-6;

    private static final int ROUNDS = 30;

    private final Stopwatch stopwatch;
    private final Consumer<String> phases;

    NistSolver(Stopwatch stopwatch, Consumer<String> phases) {
        this.stopwatch = stopwatch;
        this.phases = phases;
    }

    NistAnswer solve(NistSets sets) {
        List<Run> runs = new ArrayList<>();
        for (NistSet set : sets.sets()) {
            phases.accept(set.name());
            for (int start = 1; start <= set.starts().size(); start++) {
                for (Minimizers.Named minimizer : Minimizers.all()) {
                    runs.add(run(set, start, minimizer));
                }
            }
        }
        return new NistAnswer(runs);
    }

    private Run run(NistSet set, int start, Minimizers.Named named) {
        Minimizer minimizer = named.minimizer();
        Minimum end = minimise(set, start, minimizer);
        Timing timing =
                stopwatch.time("minimise", () -> minimise(set, start, minimizer).value());
        ResidualObjective objective = new ResidualObjective(set.model(), set.data(), 1);
        double[] theta = end.point().toArray();
        double rss = objective.value(theta);
        Vector sigmas = sigmas(objective, theta, rss);
        return new Run(
                set.name(),
                named.name(),
                start,
                end.point(),
                sigmas,
                rss,
                end.status(),
                end.evaluations(),
                digits(end.point(), set.certified()),
                sigmas.size() == 0 ? 0 : digits(sigmas, set.certifiedSigmas()),
                digits(Vector.of(rss), Vector.of(set.certifiedRss())),
                timing);
    }

    /**
     * Minimises with the σ of the data first 1, then as the residuals say, and again until they say the same: without it a
     * distance to the minimum has no scale. The end of the last round and its evaluations.
     */
    private static Minimum minimise(NistSet set, int start, Minimizer minimizer) {
        List<Bounds> bounds = MinimisationSolver.unbounded(set.certified().size());
        double[] from = set.starts().get(start - 1).toArray();
        double sigma = 1;
        for (int round = 0; ; round++) {
            ResidualObjective objective = new ResidualObjective(set.model(), set.data(), sigma);
            Minimum end = minimizer.minimize(objective, from, bounds, StoppingRule.standard());
            double next = sigma * Math.sqrt(end.value() / (set.data().size() - from.length));
            boolean rests = Math.abs(next - sigma) <= SAME_SIGMA * sigma;
            if (rests || round == ROUNDS || !(next > 0) || !Double.isFinite(next)) {
                return end;
            }
            from = end.point().toArray();
            sigma = next;
        }
    }

    /** √diag(s² (JᵀJ)⁻¹) with s² = rss/(data − parameters); empty where JᵀJ is singular. */
    static Vector sigmas(ResidualObjective objective, double[] theta, double rss) {
        int n = theta.length;
        double[] normal = new double[n * n];
        objective.gaussNewtonHessian(theta, normal); // 2 JᵀJ
        for (double entry : normal) {
            if (!Double.isFinite(entry)) {
                return Vector.of();
            }
        }
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = Math.sqrt(0.5 * normal[i * n + i]);
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                normal[i * n + j] *= 0.5 / (scale[i] * scale[j]);
            }
        }
        return inverseRoots(normal, scale, rss / (objective.residualCount() - n));
    }

    private static Vector inverseRoots(double[] correlation, double[] scale, double variance) {
        int n = scale.length;
        Optional<CovarianceMatrix> matrix;
        try {
            matrix = CovarianceMatrix.of(correlation, n);
        } catch (IllegalArgumentException e) {
            return Vector.of(); // a column of zeros
        }
        if (matrix.isEmpty()) {
            return Vector.of();
        }
        double[] sigmas = new double[n];
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            // the quadratic form of the inverse with a unit vector is its diagonal entry
            sigmas[i] = Math.sqrt(variance * matrix.get().distanceSquared(unit)) / scale[i];
        }
        return Vector.of(sigmas);
    }

    /** −log₁₀ of the largest relative error, between 0 and {@link #MOST_DIGITS}. */
    static double digits(Vector found, Vector certified) {
        double digits = MOST_DIGITS;
        for (int i = 0; i < certified.size(); i++) {
            double error = Math.abs(found.get(i) - certified.get(i)) / Math.abs(certified.get(i));
            digits = Math.min(digits, error > 0 ? -Math.log10(error) : error == 0 ? MOST_DIGITS : 0);
        }
        return Math.max(0, digits);
    }
}
