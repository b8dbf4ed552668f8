package org.penguinfit.fits.config;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.penguinfit.core.parameter.Bounds;

/** Keys of a task that belong to its type alone. */
public sealed interface TaskOptions {
    /** A type without keys of its own. */
    record None() implements TaskOptions {}

    /**
     * Of type {@code allowed}.
     *
     * @param bandSigmas half-width of the hard band that a measured value becomes, in units of its uncertainty
     */
    record Allowed(double bandSigmas) implements TaskOptions {}

    /**
     * Of type {@code predict}.
     *
     * @param points name → values of parameters there; empty: the one point where the task holds its parameters
     * @param draws Monte Carlo draws; 0: none
     * @param sources source of uncertainty → its nuisance parameters; empty: each is a source of its own
     */
    record Predict(Map<String, Map<String, Double>> points, int draws, Map<String, List<String>> sources)
            implements TaskOptions {
        /** One point, linear uncertainties, each nuisance parameter by itself. */
        public static final Predict PLAIN = new Predict(Map.of(), 0, Map.of());
    }

    /**
     * Of type {@code curve}.
     *
     * @param x the parameter that varies
     * @param number number of points, equidistant over its range
     * @param draws Monte Carlo draws per point; 0: none
     * @param sources source of uncertainty → its nuisance parameters; empty: each is a source of its own
     */
    record Curve(String x, int number, int draws, Map<String, List<String>> sources) implements TaskOptions {}

    /**
     * Of type {@code scan}.
     *
     * @param points how the points are chosen: {@code grid}, {@code sobol} or {@code random}
     * @param number points per parameter of a grid, else points in all
     * @param cuts prediction → range that a point must have to be kept
     */
    record Scan(String points, int number, Map<String, Bounds> cuts) implements TaskOptions {
        /** The ways there are. */
        public static final List<String> POINTS = List.of("grid", "sobol", "random");
    }

    /**
     * Of type {@code region}.
     *
     * @param x horizontal axis: a prediction or a parameter
     * @param y vertical axis
     * @param number points of the scan
     * @param cells cells of the picture along each axis
     * @param cuts prediction → range that a point must have to belong to the set
     */
    record Region(String x, String y, int number, int cells, Map<String, Bounds> cuts) implements TaskOptions {}

    /**
     * Of type {@code profile}.
     *
     * @param points number of points of the curve, equidistant over the range
     */
    record Profile(int points) implements TaskOptions {}

    /**
     * Of type {@code contour}.
     *
     * @param grid points per axis of a filled grid besides the curves; 0: none
     * @param dof degrees of freedom of the threshold: 2 for regions, 1 for the projections to be 1-D intervals
     */
    record Contour(int grid, int dof) implements TaskOptions {}

    /**
     * Of type {@code limit}.
     *
     * @param upper whether the limits are upper ones
     * @param methods how: {@code profile}, {@code cls}
     */
    record Limit(boolean upper, List<String> methods) implements TaskOptions {
        /** The methods there are. */
        public static final List<String> METHODS = List.of("profile", "cls");

        public Limit {
            methods = List.copyOf(methods);
        }
    }

    /**
     * Of type {@code significance}.
     *
     * @param hypothesis parameter → value of the point that is tested; parameters of interest not named stand at their
     *     defaults
     * @param toys number of toys; 0: asymptotic only
     */
    record Significance(Map<String, Double> hypothesis, int toys) implements TaskOptions {}

    /**
     * Of type {@code goodness}.
     *
     * @param toys number of toys; 0: asymptotic only
     */
    record Goodness(int toys) implements TaskOptions {}

    /**
     * Of type {@code feldman-cousins}.
     *
     * @param points points per axis
     * @param toys toys per point
     */
    record FeldmanCousins(int points, int toys) implements TaskOptions {}

    /**
     * Of type {@code coverage}.
     *
     * @param truth parameter → value that the toys are drawn at; others at their defaults
     * @param toys number of toys
     * @param methods whose sets are tested
     */
    record Coverage(Map<String, Double> truth, int toys, List<String> methods) implements TaskOptions {
        /** The methods there are. */
        public static final List<String> METHODS =
                List.of("hesse", "minos", "profile", "feldman-cousins", "one-sided", "cls");

        public Coverage {
            methods = List.copyOf(methods);
        }
    }

    /**
     * Of type {@code posterior}.
     *
     * @param sampler {@code nuts} or {@code ensemble}
     * @param chains number of chains
     * @param warmup draws of each chain that are thrown away
     * @param draws draws of each chain that are kept
     * @param priors parameter → prior; a parameter without one has a flat prior in its range, a nuisance parameter only its
     *     constraint
     */
    record Posterior(String sampler, int chains, int warmup, int draws, Map<String, PriorText> priors)
            implements TaskOptions {
        /** The samplers there are. */
        public static final List<String> SAMPLERS = List.of("nuts", "ensemble");
    }

    /**
     * Of type {@code propagate}.
     *
     * @param draws number of Monte Carlo draws
     */
    record Propagate(int draws) implements TaskOptions {}

    /**
     * Of type {@code average}.
     *
     * @param observable what is averaged
     * @param correlations source of uncertainty → its correlation between all measurements that name it; others are
     *     independent
     */
    record Average(String observable, Map<String, Double> correlations) implements TaskOptions {}

    /**
     * Of type {@code evolution}.
     *
     * @param dates the days, ascending; empty if all
     * @param all every day on which the selected set changes
     * @param together whether all parameters are fitted together instead of one at a time
     * @param limits confidence levels of one-sided limits; may be empty
     * @param upper whether the limits are upper ones
     */
    record Evolution(List<LocalDate> dates, boolean all, boolean together, List<Level> limits, boolean upper)
            implements TaskOptions {
        public Evolution {
            dates = List.copyOf(dates);
            limits = List.copyOf(limits);
        }
    }
}
