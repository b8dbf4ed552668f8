package org.penguinfit.core.toy;

import java.util.List;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parallel.WorkResults;
import org.penguinfit.core.random.RandomStreams;
import org.penguinfit.core.significance.ProfileFit;
import org.penguinfit.core.significance.TestStatistic;

/**
 * Distributions of statistics from repeated experiments. In every toy the measured values and the central values of the
 * constraints are drawn anew, and all parameters are fitted anew. A toy that fails is counted, never fatal.
 *
 * @param model likelihood and distribution of the data
 * @param settings number, seed and place of the toys
 */
public record ToyStudy(DataModel model, ToySettings settings) {
    /**
     * The distribution of a test statistic.
     *
     * @param name unique name of the work within the run; toys of another name are independent
     * @param interest index of the parameter of interest
     * @param mu tested value
     * @param truth all parameters of the true point; for the p-value of the observed data {@link #profiledTruth}
     * @throws IllegalStateException when every toy failed
     */
    public ToyDistribution statistic(String name, TestStatistic statistic, int interest, double mu, Vector truth) {
        RandomStreams streams = settings.streams(name);
        double[] theta = truth.toArray();
        WorkResults results = settings.work()
                .run(
                        name,
                        settings.toys(),
                        () -> DataFit.of(model, List.of(interest), settings.starts()),
                        (fit, toy) -> {
                            fit.draw(theta, streams.stream(toy));
                            return new double[] {statistic.value(fit.ratio(), mu)};
                        });
        return ToyDistribution.of(results);
    }

    /**
     * The point at which toys for the observed data are drawn: μ as tested, all other parameters at their conditional best
     * fit to the observed data (arXiv:1007.1727, section 2; never at their nominal values).
     */
    public Vector profiledTruth(int interest, double mu) {
        return AsimovData.profiledPoint(model, interest, mu, settings.starts());
    }

    /** The distribution at the profiled truth, and with it the p-value of the observed data. */
    public ToyTest test(String name, TestStatistic statistic, int interest, double mu) {
        DataFit fit = DataFit.of(model, List.of(interest), settings.starts());
        double observed = statistic.value(fit.ratio(), mu);
        return new ToyTest(observed, statistic(name, statistic, interest, mu, profiledTruth(interest, mu)));
    }

    /**
     * Goodness of fit: the minimum of −2 ln L of the observed data among the minima of toys drawn at the best fit. The
     * constants of −2 ln L must not depend on the data, or must make it vanish for a saturated model.
     */
    public ToyTest goodnessOfFit(String name) {
        DataFit observed = DataFit.of(model, List.of(0), settings.starts());
        ProfileFit best = usableBest(observed);
        RandomStreams streams = settings.streams(name);
        double[] theta = best.point().toArray();
        WorkResults results = settings.work()
                .run(name, settings.toys(), () -> DataFit.of(model, List.of(0), settings.starts()), (fit, toy) -> {
                    fit.draw(theta, streams.stream(toy));
                    return new double[] {usableBest(fit).value()};
                });
        return new ToyTest(best.value(), ToyDistribution.of(results));
    }

    private static ProfileFit usableBest(DataFit fit) {
        ProfileFit best = fit.ratio().best();
        if (!best.usable()) {
            throw new IllegalStateException("the best fit ended with " + best.status());
        }
        return best;
    }

    /**
     * CLs by toys: the p-value of the observed statistic at the profiled truth of μ, over that at the profiled truth of 0.
     */
    public ToyCls cls(String name, TestStatistic statistic, int interest, double mu) {
        ToyTest tested = test(name + ", signal and background", statistic, interest, mu);
        ToyDistribution background =
                statistic(name + ", background", statistic, interest, mu, profiledTruth(interest, 0.0));
        return new ToyCls(tested.pValue(), background.pValue(tested.observed()));
    }
}
