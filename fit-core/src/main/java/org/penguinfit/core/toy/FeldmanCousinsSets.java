package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;

/**
 * Feldman–Cousins sets by toys of each data set: nuisance parameters at their conditional best fit to it. Without nuisance
 * parameters the distribution at a point is the same for all data, and made once.
 */
public final class FeldmanCousinsSets implements IntervalMethod {
    private static final String STUDY = "Feldman-Cousins sets";

    private final DataModel model;
    private final int interest;
    private final Vector grid;
    private final ToySettings settings;
    private final ConcurrentMap<Double, ToyDistribution> distributions = new ConcurrentHashMap<>();

    private FeldmanCousinsSets(DataModel model, int interest, Vector grid, ToySettings settings) {
        this.model = model;
        this.interest = interest;
        this.grid = grid;
        this.settings = settings;
    }

    /**
     * Sets that are looked for on a grid.
     *
     * @param model likelihood and distribution of the data
     * @param interest index of the parameter
     * @param grid ascending values, between which −2 ln λ minus its critical value is taken as linear
     * @param settings number and seed of the toys at every point; they run on the calling thread
     */
    public static FeldmanCousinsSets of(DataModel model, int interest, Vector grid, ToySettings settings) {
        return new FeldmanCousinsSets(model, interest, grid, settings);
    }

    /** Scans this range in equal steps. */
    public static FeldmanCousinsSets of(
            DataModel model, int interest, Interval range, int points, ToySettings settings) {
        double[] grid = new double[points];
        for (int i = 0; i < points; i++) {
            double fraction = i / (points - 1.0);
            grid[i] = (1.0 - fraction) * range.lower() + fraction * range.upper();
        }
        return of(model, interest, Vector.of(grid), settings);
    }

    @Override
    public String name() {
        return "Feldman–Cousins";
    }

    @Override
    public Procedure start() {
        return new Construction();
    }

    /** The construction for one data set after another; remembers the point tested last. */
    private final class Construction implements Procedure {
        private final DataFit fit = DataFit.of(model, List.of(interest), settings.starts());
        private final DataFit toys = DataFit.of(model, List.of(interest), settings.starts());
        private @Nullable PluginPoint latest;
        private String study = STUDY;

        @Override
        public void use(double[] data) {
            use(data, 0);
        }

        @Override
        public void use(double[] data, long number) {
            fit.use(data);
            latest = null;
            study = STUDY + " of data set " + number; // few toys per data set must not be the same for all
        }

        private PluginPoint at(double x) {
            PluginPoint known = latest;
            if (known == null || known.values().get(0) != x) {
                known = test(x);
                latest = known;
            }
            return known;
        }

        @Override
        public IntervalSet set(ConfidenceLevel level) {
            List<PluginPoint> points = new ArrayList<>();
            for (double x : grid.toArray()) {
                points.add(at(x));
            }
            return new ConfidenceCurve(new PluginScan(points, 0)).set(level);
        }

        @Override
        public boolean holds(double value, ConfidenceLevel level) {
            return at(value).excess(level) <= 0.0;
        }

        private PluginPoint test(double x) {
            Vector truth = AsimovData.profiledPoint(fit, x);
            ToyDistribution distribution = model.parameters().size() == 1
                    ? distributions.computeIfAbsent(x, known -> draw(toys, truth, x, STUDY))
                    : draw(toys, truth, x, study);
            return new PluginPoint(Vector.of(x), truth, new ToyTest(fit.ratio().delta(x), distribution));
        }
    }

    private ToyDistribution draw(DataFit toys, Vector truth, double x, String study) {
        RandomStreams streams = settings.streams(study);
        double[] theta = truth.toArray();
        double[] values = new double[settings.toys()];
        int count = 0;
        List<WorkResults.Failure> failures = new ArrayList<>();
        for (int toy = 0; toy < values.length; toy++) {
            toys.draw(theta, streams.stream(toy));
            Optional<Double> delta = delta(toys, x);
            if (delta.isPresent()) {
                values[count++] = delta.get();
            } else {
                failures.add(new WorkResults.Failure(toy, "the fit failed"));
            }
        }
        return ToyDistribution.of(Vector.of(Arrays.copyOf(values, count)), failures);
    }

    private static Optional<Double> delta(DataFit toys, double x) {
        try {
            return Optional.of(toys.ratio().delta(x));
        } catch (IllegalStateException failed) {
            return Optional.empty(); // counted by the caller
        }
    }
}
