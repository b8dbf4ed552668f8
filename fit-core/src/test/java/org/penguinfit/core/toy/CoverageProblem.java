package org.penguinfit.core.toy;

import java.util.ArrayList;
import java.util.List;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.models.Counts;
import org.penguinfit.core.models.LinearGaussian;
import org.penguinfit.core.models.QuadraticRate;
import org.penguinfit.core.parallel.ParallelWork;
import org.penguinfit.core.parameter.Bounds;

/**
 * A problem of the coverage studies: parameter 0 is of interest.
 *
 * @param title what it is
 * @param model its likelihood
 * @param truths the points to test
 * @param methods the methods to compare
 */
record CoverageProblem(String title, DataModel model, List<Vector> truths, List<IntervalMethod> methods) {
    static final List<ConfidenceLevel> LEVELS = List.of(ConfidenceLevel.ofSigmas(1), ConfidenceLevel.of(0.95));

    /** Rank k of n toys has the content k/(n + 1): 190/200 = 95 %, 136/200 = 68 %. */
    private static final int NESTED_TOYS = 199;

    private static final long SEED = 20_211_108;

    /** A Gaussian mean not below 0. */
    static CoverageProblem boundedGaussian(int beltToys) {
        DataModel model = LinearGaussian.mean(0.0, 0.0);
        return new CoverageProblem(
                "Gaussian mean μ ≥ 0, σ = 1",
                model,
                List.of(Vector.of(0.0), Vector.of(0.5), Vector.of(1.0), Vector.of(3.0)),
                all(model, 0.5, beltToys, List.of()));
    }

    /** Counts over a known background. */
    static CoverageProblem poisson(int beltToys) {
        DataModel model = Counts.known(0.0, 1.0, 3.0, 3.0);
        return new CoverageProblem(
                "Poisson n ~ s + 3, s ≥ 0",
                model,
                List.of(Vector.of(0.5), Vector.of(2.0), Vector.of(6.0)),
                all(model, 1.0, beltToys, List.of()));
    }

    /** A Gaussian mean with a nuisance parameter that carries most of its uncertainty. */
    static CoverageProblem gaussianWithNuisance() {
        DataModel model = LinearGaussian.shifted(0.0, 0.6, 0.8, 0.0);
        return new CoverageProblem(
                "Gaussian d ~ μ + 0.8 ν ± 0.6, ν = 0 ± 1, μ ≥ 0",
                model,
                List.of(Vector.of(0.5, 0.0), Vector.of(3.0, 0.0)),
                all(model, 0.5, NESTED_TOYS, List.of()));
    }

    /** Counts over a background that is measured. */
    static CoverageProblem onOff() {
        DataModel model = Counts.onOff(0.0, 2.0, 10.0, 10.0);
        return new CoverageProblem(
                "on/off n ~ s + b, m ~ 2 b, s ≥ 0 (truth b = 5)",
                model,
                List.of(Vector.of(1.0, 5.0), Vector.of(5.0, 5.0)),
                all(model, 1.0, NESTED_TOYS, List.of()));
    }

    /** The coefficient with two branches. */
    static CoverageProblem quadratic(int beltToys) {
        DataModel model = new QuadraticRate(Bounds.UNBOUNDED);
        return new CoverageProblem(
                "quadratic rates, one Gaussian, one limit (start c = 0)",
                model,
                List.of(Vector.of(0.0), Vector.of(QuadraticRate.SYMMETRY), Vector.of(15.0)),
                twoSided(model, 1.0, beltToys, QuadraticRate.STARTS));
    }

    /** The same coefficient, not below 0. */
    static CoverageProblem boundedQuadratic(int beltToys) {
        DataModel model = new QuadraticRate(new Bounds(0.0, 40.0));
        return new CoverageProblem(
                "the same with 0 ≤ c ≤ 40",
                model,
                List.of(Vector.of(0.0), Vector.of(2.0), Vector.of(15.0)),
                twoSided(model, 1.0, beltToys, List.of(Vector.of(0.0), Vector.of(17.0))));
    }

    private static List<IntervalMethod> twoSided(DataModel model, double step, int toys, List<Vector> starts) {
        ToySettings settings = ToySettings.of(toys, SEED).withStarts(starts);
        return List.of(
                new HesseIntervals(model, 0),
                new LocalProfileIntervals(model, 0, step),
                new GlobalProfileSets(model, 0, new Interval(-30.0, 45.0), starts),
                FeldmanCousinsSets.of(model, 0, new Interval(0.0, 20.0), 41, settings));
    }

    private static List<IntervalMethod> all(DataModel model, double step, int toys, List<Vector> starts) {
        List<IntervalMethod> methods = new ArrayList<>(twoSided(model, step, toys, starts));
        methods.add(new UpperLimits(UpperLimits.Rule.ONE_SIDED_PROFILE, model, 0, step, starts));
        methods.add(new UpperLimits(UpperLimits.Rule.CLS, model, 0, step, starts));
        return methods;
    }

    /** The coverage at one truth. */
    List<Coverage> at(Vector truth, int toys, int threads) {
        ToySettings settings = ToySettings.of(toys, SEED).withWork(ParallelWork.on(threads));
        return new CoverageStudy(model, 0, truth, LEVELS, settings).of(title + ", truth " + truth, methods);
    }
}
