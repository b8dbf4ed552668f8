package org.penguinfit.fits.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Bounds;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;

/**
 * A likelihood of quadratic predictions, all dimensionless: μᵢ(c, ν) = pᵢ(c) + Σₖ νₖ pᵢₖ(c), with quadratic polynomials p
 * of the parameters of interest c, and nuisance parameters ν.
 *
 * @param name name of the problem
 * @param parameters parameters of interest first, then nuisance parameters
 * @param observables the predictions
 * @param gaussians correlated Gaussian measurements
 * @param limits upper limits
 * @param toys repeated experiments: each the data of all Gaussian measurements in their order; empty if there are none
 */
public record LikelihoodProblem(
        String name,
        List<BenchParameter> parameters,
        List<Observable> observables,
        List<Gaussian> gaussians,
        List<Limit> limits,
        List<Vector> toys)
        implements BenchProblem {
    /** Copies the lists. */
    public LikelihoodProblem {
        parameters = List.copyOf(parameters);
        observables = List.copyOf(observables);
        gaussians = List.copyOf(gaussians);
        limits = List.copyOf(limits);
        toys = List.copyOf(toys);
    }

    /**
     * One parameter.
     *
     * @param step size of a typical change, positive: it sets the box in which minima are looked for
     * @param constraint of a nuisance parameter; empty for a parameter of interest
     */
    public record BenchParameter(
            String name, double start, double step, Bounds bounds, Optional<Constraint> constraint) {}

    /** A term ((ν − mean)/sigma)². */
    public record Constraint(double mean, double sigma) {}

    /**
     * A quadratic polynomial of the parameters of interest of one observable: constant + Σ linₐ cₐ + Σ_{a≤b} quadₐᵦ cₐ cᵦ.
     *
     * @param linear one coefficient per parameter
     * @param quadratic upper triangle, row by row; full coefficients, not halved
     */
    public record Quadratic(double constant, Vector linear, Vector quadratic) {}

    /**
     * One prediction.
     *
     * @param interest indices of the m parameters of interest it depends on
     * @param central pᵢ
     * @param shifts pᵢₖ for the nuisance parameters it depends on
     */
    public record Observable(String name, List<Integer> interest, Quadratic central, List<Shift> shifts) {
        /** Copies the lists. */
        public Observable {
            interest = List.copyOf(interest);
            shifts = List.copyOf(shifts);
        }
    }

    /**
     * The change of a prediction with one nuisance parameter.
     *
     * @param parameter index among all parameters
     * @param change pᵢₖ
     */
    public record Shift(int parameter, Quadratic change) {}

    /**
     * Correlated measurements: (μ − d)ᵀ V⁻¹ (μ − d).
     *
     * @param observables index of the prediction of each row
     * @param data measured values
     * @param covariance row by row, shape [n × n], symmetric and positive definite
     */
    public record Gaussian(List<Integer> observables, Vector data, Vector covariance) {
        /** Copies the list. */
        public Gaussian {
            observables = List.copyOf(observables);
        }
    }

    /**
     * An upper limit: (max(0, μ − center)/sigma)².
     *
     * @param limit the published limit, positive
     * @param level its confidence level
     */
    public record Limit(int observable, double limit, double level, double center, double sigma) {}

    /** The parameters with start values and bounds. */
    public ParameterSet parameterSet() {
        List<Parameter> set = new ArrayList<>();
        for (BenchParameter parameter : parameters) {
            set.add(new Parameter(parameter.name(), parameter.start(), parameter.bounds()));
        }
        return ParameterSet.of(set);
    }

    /** Number of parameters of interest. */
    public int interestCount() {
        int count = 0;
        for (BenchParameter parameter : parameters) {
            count += parameter.constraint().isEmpty() ? 1 : 0;
        }
        return count;
    }

    /** Number of measured values, limits not counted. */
    public int dataSize() {
        int size = 0;
        for (Gaussian block : gaussians) {
            size += block.data().size();
        }
        return size;
    }
}
