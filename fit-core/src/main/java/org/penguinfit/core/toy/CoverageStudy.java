package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;

/**
 * Coverage of interval methods: the fraction of toys, all methods on the same ones, whose set holds the truth. A method
 * that fails on a toy is counted there, and does not disturb the others.
 *
 * @param model likelihood and distribution of the data
 * @param interest index of the parameter whose sets are tested
 * @param truth the true point, at which toys are drawn
 * @param levels confidence levels to test
 * @param settings number, seed and place of the toys
 */
public record CoverageStudy(
        DataModel model, int interest, Vector truth, List<ConfidenceLevel> levels, ToySettings settings) {
    /** Copies the list. */
    public CoverageStudy {
        levels = List.copyOf(levels);
        if (truth.size() != model.parameters().size()) {
            throw new IllegalArgumentException("the truth has " + truth.size() + " parameters, the model "
                    + model.parameters().size());
        }
    }

    private static final double HELD = 1.0;
    private static final double MISSED = 0.0;
    private static final double FAILED = -1.0; // never leaves this class: it becomes a count

    private static final int KNOWN = -1; // the procedure has the data of this toy already

    /** The workspaces of one thread. */
    private static final class Bench {
        private final List<IntervalMethod.Procedure> procedures;
        private final double[] data;

        Bench(List<IntervalMethod> methods, int dataSize) {
            procedures = methods.stream().map(IntervalMethod::start).toList();
            data = new double[dataSize];
        }
    }

    /**
     * Runs the toys.
     *
     * @param name unique name of the work within the run
     * @return for each method, one result per level
     * @throws IllegalStateException when no toy could be drawn
     */
    public List<Coverage> of(String name, List<IntervalMethod> methods) {
        RandomStreams streams = settings.streams(name);
        double[] theta = truth.toArray();
        WorkResults results = settings.work()
                .run(name, settings.toys(), () -> new Bench(methods, model.dataSize()), (bench, toy) -> {
                    model.draw(theta, streams.stream(toy), bench.data);
                    return outcomes(bench, toy);
                });
        List<Coverage> coverages = new ArrayList<>();
        for (int m = 0; m < methods.size(); m++) {
            for (int l = 0; l < levels.size(); l++) {
                coverages.add(count(methods.get(m), levels.get(l), results, m * levels.size() + l));
            }
        }
        return List.copyOf(coverages);
    }

    private double[] outcomes(Bench bench, int toy) {
        double[] outcomes = new double[bench.procedures.size() * levels.size()];
        double value = truth.get(interest);
        int next = 0;
        for (IntervalMethod.Procedure procedure : bench.procedures) {
            for (int l = 0; l < levels.size(); l++) {
                outcomes[next++] = outcome(procedure, bench.data, value, levels.get(l), l == 0 ? toy : KNOWN);
            }
        }
        return outcomes;
    }

    private static double outcome(
            IntervalMethod.Procedure procedure, double[] data, double value, ConfidenceLevel level, int toy) {
        try {
            if (toy != KNOWN) {
                procedure.use(data, toy);
            }
            return procedure.holds(value, level) ? HELD : MISSED;
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException failed) {
            return FAILED;
        }
    }

    private static Coverage count(IntervalMethod method, ConfidenceLevel level, WorkResults results, int slot) {
        int held = 0;
        int missed = 0;
        for (Vector outcome : results.successes()) {
            held += outcome.get(slot) == HELD ? 1 : 0;
            missed += outcome.get(slot) == MISSED ? 1 : 0;
        }
        int all = results.results().size();
        Optional<BinomialFraction> fraction =
                held + missed == 0 ? Optional.empty() : Optional.of(new BinomialFraction(held, held + missed));
        return new Coverage(method.name(), level, fraction, all - held - missed);
    }
}
