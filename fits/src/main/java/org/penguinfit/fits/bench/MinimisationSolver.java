package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimizer;
import org.penguinfit.core.minimize.Minimizers;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.minimize.StoppingRule;
import org.penguinfit.core.objective.TwiceDifferentiableObjective;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.fits.bench.MinimisationAnswer.Run;
import org.penguinfit.fits.bench.MinimisationAnswer.Verdict;
import org.penguinfit.fits.bench.MinimisationTests.KnownMinimum;
import org.penguinfit.fits.bench.MinimisationTests.Test;

/** Runs every minimiser on every test function from its start. */
final class MinimisationSolver {
    /**
     * Largest distance of a coordinate from a known minimum, relative to max(1, |x|): the functions have their minima at
     * numbers of one or two digits; where the Hessian is singular a value of rounding size leaves the fourth root of it.
     */
    static final double SAME_POINT = 1e-3;

    /** Largest distance of the value from that of the minimum, relative to max(1, |f|). */
    static final double SAME_VALUE = 1e-8;

    private final Stopwatch stopwatch;
    private final Consumer<String> phases;

    MinimisationSolver(Stopwatch stopwatch, Consumer<String> phases) {
        this.stopwatch = stopwatch;
        this.phases = phases;
    }

    MinimisationAnswer solve(MinimisationTests tests) {
        List<Run> runs = new ArrayList<>();
        for (Test test : tests.tests()) {
            phases.accept(test.name());
            for (Minimizers.Named minimizer : Minimizers.all()) {
                if (minimizer.minimizer().accepts(new FunctionObjective(test.function()))) {
                    runs.add(run(test, minimizer));
                }
            }
        }
        return new MinimisationAnswer(runs);
    }

    private Run run(Test test, Minimizers.Named named) {
        TwiceDifferentiableObjective objective = new FunctionObjective(test.function());
        List<Bounds> bounds = unbounded(test.start().size());
        double[] start = test.start().toArray();
        Minimizer minimizer = named.minimizer();
        Minimum end = minimizer.minimize(objective, start, bounds, StoppingRule.standard());
        Timing timing = stopwatch.time(
                "minimise",
                () -> minimizer
                        .minimize(objective, start, bounds, StoppingRule.standard())
                        .value());
        int known = known(test, end);
        return new Run(
                test.name(),
                named.name(),
                test.start(),
                end.point(),
                end.value(),
                end.status(),
                end.edm(),
                end.evaluations(),
                verdict(known >= 0, end.isMinimum()),
                known == 0,
                timing);
    }

    static List<Bounds> unbounded(int size) {
        List<Bounds> bounds = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            bounds.add(Bounds.UNBOUNDED);
        }
        return bounds;
    }

    private static Verdict verdict(boolean isMinimum, boolean claimed) {
        if (isMinimum) {
            return claimed ? Verdict.TRUE_MINIMUM : Verdict.MINIMUM_NOT_CLAIMED;
        }
        return claimed ? Verdict.FALSE_MINIMUM : Verdict.HONEST_FAILURE;
    }

    /** The number of the known minimum at which a minimisation ended, or −1. */
    private static int known(Test test, Minimum end) {
        for (int k = 0; k < test.minima().size(); k++) {
            KnownMinimum known = test.minima().get(k);
            double scale = Math.max(1, Math.abs(known.value()));
            if (Math.abs(end.value() - known.value()) <= SAME_VALUE * scale && same(known.point(), end.point())) {
                return k;
            }
        }
        return -1;
    }

    private static boolean same(Vector known, Vector end) {
        for (int i = 0; i < known.size(); i++) {
            if (Math.abs(end.get(i) - known.get(i)) > SAME_POINT * Math.max(1, Math.abs(known.get(i)))) {
                return false;
            }
        }
        return true;
    }
}
