package org.penguinfit.fits.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.minimize.Minimum;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.significance.AsymptoticCls;
import org.penguinfit.core.significance.ClsUpperLimit;
import org.penguinfit.core.significance.TestStatistic;
import org.penguinfit.core.toy.AsimovData;
import org.penguinfit.core.toy.DataModel;
import org.penguinfit.fits.config.Level;
import org.penguinfit.fits.plan.FreeParameter;
import org.penguinfit.fits.result.ResultBlock;
import org.penguinfit.fits.result.ResultBlock.Column;

/**
 * CLs upper limits of the parameters of interest by the asymptotic formulae of arXiv:1007.1727, with the limits expected
 * without a signal. No signal is the value 0: q̃ where the range starts there; q where it starts below 0 and −2 ln L has one
 * minimum; none else, as a parameter whose sign the data cannot tell has no one-sided test.
 */
final class ClsLimits {
    private static final int FLUCTUATIONS = 5;

    /** First guess of a limit without an uncertainty, in units of the range. */
    private static final double STEP = 0.1;

    private static final List<Column> COLUMNS = List.of(
            new Column("parameter", "parameter"),
            new Column("level", "level"),
            new Column("observed", "CLs limit"),
            new Column("minus2", "expected −2σ"),
            new Column("minus1", "−1σ"),
            new Column("median", "median"),
            new Column("plus1", "+1σ"),
            new Column("plus2", "+2σ"));

    /**
     * The limits of a parameter at a level.
     *
     * @param observed the limit; NaN when no value of the range is excluded
     * @param expected at fluctuations of −2 … +2 standard deviations; NaN likewise
     */
    record Found(FreeParameter parameter, Level level, double observed, Vector expected) {}

    private final JointSearch joint;
    private final List<Level> levels;
    private final List<Found> found = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int failures;

    private ClsLimits(JointSearch joint) {
        this.joint = joint;
        this.levels = joint.task().config().levels();
    }

    /** The limits of every parameter that can have them. */
    static ClsLimits of(JointSearch joint, RunContext context) {
        ClsLimits limits = new ClsLimits(joint);
        List<Integer> parameters = new ArrayList<>();
        for (int p : joint.interestIndices()) {
            if (limits.statistic(p).isPresent()) {
                parameters.add(p);
            }
        }
        if (!parameters.isEmpty()) {
            limits.search(parameters, context);
        }
        return limits;
    }

    List<Found> found() {
        return found;
    }

    List<String> notes() {
        return notes;
    }

    /** Number of parameters whose search failed. */
    int failures() {
        return failures;
    }

    private FreeParameter parameter(int index) {
        return joint.task().interest().get(index);
    }

    /** The statistic that fits the range; a note where none does. */
    private Optional<TestStatistic> statistic(int index) {
        Bounds range = parameter(index).bounds();
        if (range.lower() == 0) {
            return Optional.of(TestStatistic.Q_TILDE_MU);
        }
        String subject = "CLs: not given for " + parameter(index).name() + ", ";
        if (range.lower() > 0 || range.upper() <= 0) {
            notes.add(subject + "whose range does not hold 0, the value without signal");
            return Optional.empty();
        }
        if (joint.minima().size() > 1) {
            notes.add(subject + "whose range holds both signs while −2 ln L has "
                    + joint.minima().size() + " minima: CLs needs the edge of the physical range at 0, or one minimum");
            return Optional.empty();
        }
        return Optional.of(TestStatistic.Q_MU);
    }

    private void search(List<Integer> parameters, RunContext context) {
        DataModel model = joint.model();
        WorkResults results = context.work()
                .run(
                        context.workName(joint.task(), "CLs limits"),
                        parameters.size(),
                        () -> model,
                        (shared, k) -> limits(shared, parameters.get(k)));
        notes.add(
                "CLs: asymptotic formulae (arXiv:1007.1727), Asimov data without signal, all other parameters where the"
                        + " observed data put them");
        for (int k = 0; k < parameters.size(); k++) {
            Optional<Vector> result = results.results().get(k);
            if (result.isPresent()) {
                read(parameters.get(k), result.get());
            }
        }
        failures = results.failures().size();
        for (WorkResults.Failure failure : results.failures()) {
            notes.add("CLs: " + parameter(parameters.get(failure.index())).name() + " failed: " + failure.reason());
        }
    }

    /** Per level the observed limit and the expected ones. */
    private double[] limits(DataModel model, int index) {
        TestStatistic statistic =
                parameter(index).bounds().lower() == 0 ? TestStatistic.Q_TILDE_MU : TestStatistic.Q_MU;
        AsymptoticCls cls = AsimovData.cls(statistic, model, index, joint.starts());
        double[] limits = new double[levels.size() * (1 + FLUCTUATIONS)];
        for (int k = 0; k < levels.size(); k++) {
            ClsUpperLimit limit = cls.upperLimit(levels.get(k).level(), scale(index));
            List<OptionalDouble> all = List.of(
                    limit.observed(),
                    limit.expected().minus2(),
                    limit.expected().minus1(),
                    limit.expected().median(),
                    limit.expected().plus1(),
                    limit.expected().plus2());
            for (int j = 0; j < all.size(); j++) {
                limits[k * all.size() + j] = all.get(j).orElse(Double.NaN);
            }
        }
        return limits;
    }

    private double scale(int index) {
        Bounds range = parameter(index).bounds();
        Minimum best = joint.best().orElseThrow();
        OptionalDouble sigma = best.uncertainty(index);
        return Math.min(sigma.orElse(Double.POSITIVE_INFINITY), STEP * range.upper());
    }

    private void read(int index, Vector result) {
        for (int k = 0; k < levels.size(); k++) {
            int from = k * (1 + FLUCTUATIONS);
            double[] expected = new double[FLUCTUATIONS];
            for (int j = 0; j < FLUCTUATIONS; j++) {
                expected[j] = result.get(from + 1 + j);
            }
            found.add(new Found(parameter(index), levels.get(k), result.get(from), Vector.of(expected)));
        }
    }

    /** Observed and expected limits; an empty cell where no value of the range is excluded. */
    ResultBlock table() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Found limit : found) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(limit.parameter().name());
            row.add(limit.level().label());
            row.add(known(limit.observed()));
            for (double value : limit.expected().toArray()) {
                row.add(known(value));
            }
            rows.add(row);
        }
        return new ResultBlock.Table("expectedLimits", "Expected limits", COLUMNS, rows, true);
    }

    private static @Nullable Double known(double value) {
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }
}
