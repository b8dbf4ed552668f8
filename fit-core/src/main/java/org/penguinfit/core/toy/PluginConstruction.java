package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.significance.ProfileFit;

/**
 * Tests points by toys: at each, nuisance parameters take their conditional best fit to the data, and −2 ln λ of the data
 * is compared with that of toys drawn there. This is the profiled construction, or plugin method (B. Sen, M. Walker and M.
 * Woodroofe, Statistica Sinica 19 (2009) 301; "prob" against "plugin" in GammaCombo). Exact without nuisance parameters.
 *
 * <p>Toy i has the same random stream at every point, so that p-values are as smooth in the parameters as can be.
 */
public final class PluginConstruction {
    /** Most toys of one portion of points: some 100 bytes each while it runs, 16 afterwards. */
    private static final int LARGEST_PORTION = 2_000_000;

    private final DataModel model;
    private final List<Integer> interest;
    private final ToySettings settings;
    private final int largestPortion;

    /**
     * A construction.
     *
     * @param interest indices of the parameters whose values a point states
     */
    public PluginConstruction(DataModel model, List<Integer> interest, ToySettings settings) {
        this(model, interest, settings, LARGEST_PORTION);
    }

    /** One that runs so many toys, or one point, at a time. */
    PluginConstruction(DataModel model, List<Integer> interest, ToySettings settings, int largestPortion) {
        this.model = model;
        this.interest = List.copyOf(interest);
        this.settings = settings;
        this.largestPortion = largestPortion;
    }

    /** A conditional fit to the data and its −2 ln λ. */
    private record Tested(Vector values, Vector truth, double observed) {}

    /**
     * Tests these points on the observed data.
     *
     * @param study name of the streams
     * @param name unique name of the work
     */
    public PluginScan test(String study, String name, List<Vector> values) {
        DataFit observed = DataFit.of(model, interest, settings.starts());
        List<ProfileFit> conditional = new ArrayList<>();
        for (Vector point : values) {
            conditional.add(conditional(observed, point));
        }
        double reference = observed.ratio().best().value(); // now the lowest that any of them led to
        List<Tested> tested = new ArrayList<>();
        for (int k = 0; k < conditional.size(); k++) {
            ProfileFit fit = conditional.get(k);
            if (fit.usable() && observed.ratio().best().usable()) {
                tested.add(new Tested(values.get(k), fit.point(), Math.max(0.0, fit.value() - reference)));
            }
        }
        return toys(study, name, tested, values.size());
    }

    private static ProfileFit conditional(DataFit fit, Vector values) {
        ProfileFit conditional = fit.ratio().at(values.toArray());
        if (conditional.usable() && fit.ratio().best().usable()) {
            fit.ratio().adopt(conditional);
        }
        return conditional;
    }

    /** In portions of whole points, so that neither the numbers of the pieces nor their results outgrow the machine. */
    private PluginScan toys(String study, String name, List<Tested> tested, int asked) {
        int portion = Math.max(1, largestPortion / settings.toys());
        List<PluginPoint> points = new ArrayList<>();
        for (int from = 0; from < tested.size(); from += portion) {
            List<Tested> part = tested.subList(from, Math.min(tested.size(), from + portion));
            String unique = from == 0 ? name : name + ", from point " + (from + 1);
            points.addAll(portion(study, unique, part));
        }
        return new PluginScan(points, asked - points.size());
    }

    private List<PluginPoint> portion(String study, String name, List<Tested> tested) {
        RandomStreams streams = settings.streams(study);
        int toys = settings.toys();
        WorkResults results = settings.work()
                .run(name, toys * tested.size(), () -> DataFit.of(model, interest, settings.starts()), (fit, piece) -> {
                    Tested point = tested.get(piece / toys);
                    fit.draw(point.truth().toArray(), streams.stream(piece % toys));
                    return new double[] {fit.ratio().delta(point.values().toArray())};
                });
        List<PluginPoint> points = new ArrayList<>();
        for (int k = 0; k < tested.size(); k++) {
            collect(tested.get(k), results, k * toys, toys).ifPresent(points::add);
        }
        return points;
    }

    private static Optional<PluginPoint> collect(Tested tested, WorkResults results, int from, int toys) {
        List<Optional<Vector>> part = results.results().subList(from, from + toys);
        List<WorkResults.Failure> failures = results.failures().stream()
                .filter(failure -> failure.index() >= from && failure.index() < from + toys)
                .map(failure -> new WorkResults.Failure(failure.index() - from, failure.reason()))
                .toList();
        if (failures.size() == toys) {
            return Optional.empty();
        }
        ToyDistribution distribution = ToyDistribution.of(new WorkResults(part, failures));
        return Optional.of(
                new PluginPoint(tested.values(), tested.truth(), new ToyTest(tested.observed(), distribution)));
    }
}
