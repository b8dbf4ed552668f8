package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.average.ErrorSource;
import org.penguinfit.core.average.ScaleFactor;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.linalg.Vector;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.likelihoods.term.MultivariateGaussianTerm;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.Uncertainty;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * The average of all that is measured of one observable, in two ways: the best linear unbiased estimate of the measurements
 * with values, their uncertainties made symmetric, and the full likelihood with asymmetric uncertainties and limits.
 *
 * <p>Measurements count as independent, but for sources of uncertainty that are said to be correlated. Rows of correlated
 * blocks enter alone, the other observables of the block integrated out. Immutable.
 */
public final class ObservableAverage {
    /** How far around the measured values, in their uncertainties, sets are looked for: beyond the largest level there is. */
    private static final double REACH = 10.0;

    private final String observable;
    private final String unit;
    private final List<AverageInput> inputs;
    private final List<ErrorSource> sources;
    private final boolean together;
    private final Likelihood likelihood;
    private final Interval range;
    private final Optional<AverageCurve> curve;
    private final Optional<BlueAverage> linear;

    private ObservableAverage(
            String observable, String unit, List<AverageInput> inputs, Map<String, Double> correlations) {
        this.observable = observable;
        this.unit = unit;
        this.inputs = List.copyOf(inputs);
        this.sources = sources(estimates(), correlations);
        this.together = correlations.values().stream().anyMatch(correlation -> correlation != 0.0)
                && estimates().size() > 1;
        this.linear = blue();
        this.likelihood = bound();
        this.range = searchRange();
        this.curve = AverageCurve.of(likelihood, range, inputs);
    }

    /**
     * Averages an observable.
     *
     * @param measurements any measurements; those that do not report the observable are passed over
     * @param observable canonical text of its {@link org.penguinfit.measurements.ObservableId}
     * @param correlations source of uncertainty → correlation between all measurements that name it, in [−1, 1]; sources not
     *     named are independent
     * @param diagnostics takes results that make no likelihood term, different units, and correlations that make no positive
     *     definite covariance
     * @return the average; null if there was such an error or no measurement
     * @throws IllegalArgumentException if a correlation is not within [−1, 1]
     */
    public static @Nullable ObservableAverage of(
            List<Measurement> measurements,
            String observable,
            Map<String, Double> correlations,
            Diagnostics diagnostics) {
        for (double correlation : correlations.values()) {
            if (!(Math.abs(correlation) <= 1.0)) {
                throw new IllegalArgumentException("a correlation lies within [-1, 1], found " + correlation);
            }
        }
        int before = diagnostics.errorCount();
        InputCollection collection = new InputCollection(observable, diagnostics);
        measurements.forEach(collection::add);
        if (diagnostics.errorCount() > before || collection.inputs().isEmpty()) {
            return null;
        }
        try {
            return new ObservableAverage(observable, collection.unit(), collection.inputs(), correlations);
        } catch (IllegalArgumentException e) {
            AverageInput first = collection.inputs().get(0);
            String message = e.getMessage() == null ? "make no covariance" : e.getMessage();
            diagnostics.error(
                    first.result().quotation().location(),
                    first.measurement(),
                    "the correlations of the average of " + observable + ": " + message,
                    "",
                    "");
            return null;
        }
    }

    private static List<ErrorSource> sources(List<AverageInput> estimates, Map<String, Double> correlations) {
        Set<String> labels = new LinkedHashSet<>();
        estimates.forEach(input -> labels.addAll(input.sources().keySet()));
        List<ErrorSource> sources = new ArrayList<>();
        for (String label : labels) {
            double[] sigmas = estimates.stream()
                    .mapToDouble(input -> input.sources().getOrDefault(label, 0.0))
                    .toArray();
            sources.add(ErrorSource.withCorrelation(label, correlations.getOrDefault(label, 0.0), sigmas));
        }
        return sources;
    }

    private Likelihood bound() {
        List<BoundTerm> terms = new ArrayList<>();
        if (together) {
            terms.add(jointTerm());
        }
        for (AverageInput input : inputs) {
            if (!together || !input.isEstimate()) {
                terms.add(new BoundTerm(
                        input.measurement(),
                        List.of(observable),
                        List.of(0),
                        input.term(),
                        Optional.of(input.result())));
            }
        }
        SparsePolynomial identity = SparsePolynomial.builder().add(1.0, 0).build();
        return Likelihood.of(
                ParameterSet.of(List.of(Parameter.of("average", inputs.get(0).central()))),
                PolynomialPredictions.of(1, List.of(identity)),
                terms,
                List.of());
    }

    /** All estimates with the correlation of their total uncertainties; sides stay as published. */
    private BoundTerm jointTerm() {
        List<AverageInput> estimates = estimates();
        int n = estimates.size();
        double[] central = new double[n];
        double[] plus = new double[n];
        double[] minus = new double[n];
        double[][] correlation = new double[n][n];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Uncertainty total = estimates.get(i).total();
            central[i] = estimates.get(i).central();
            plus[i] = total.plus();
            minus[i] = total.minus();
            names.add(estimates.get(i).measurement());
            for (int j = 0; j < n; j++) {
                double sigmas = estimates.get(i).sigma() * estimates.get(j).sigma();
                int row = i;
                int column = j;
                double shared = sources.stream()
                        .mapToDouble(source -> source.covariance(row, column))
                        .sum();
                correlation[i][j] = i == j ? 1.0 : shared / sigmas;
            }
        }
        return BoundTerm.of(
                String.join(" + ", names),
                Collections.nCopies(n, observable),
                Collections.nCopies(n, 0),
                MultivariateGaussianTerm.of(central, plus, minus, correlation));
    }

    /** Around all values; limits alone say nothing of values below zero, which then are left out. */
    private Interval searchRange() {
        double lower = Double.POSITIVE_INFINITY;
        double upper = Double.NEGATIVE_INFINITY;
        double first = Double.POSITIVE_INFINITY;
        double last = Double.NEGATIVE_INFINITY;
        for (AverageInput input : inputs) {
            first = Math.min(first, input.central());
            last = Math.max(last, input.central());
            lower = Math.min(lower, input.central() - REACH * input.total().minus());
            upper = Math.max(upper, input.central() + REACH * input.total().plus());
        }
        double hull = last - first;
        boolean onlyLimits = inputs.stream().allMatch(input -> input.term().isLimit());
        return new Interval(onlyLimits ? Math.max(0.0, lower) : lower - hull, upper + hull);
    }

    /** What is averaged. */
    public String observable() {
        return observable;
    }

    /** The unit that the files name; empty if they name none. */
    public String unit() {
        return unit;
    }

    /** All that enters, in the order of the measurements. */
    public List<AverageInput> inputs() {
        return inputs;
    }

    /** Those with a value and an uncertainty: what the linear average is made of, in its order. */
    public List<AverageInput> estimates() {
        return inputs.stream().filter(AverageInput::isEstimate).toList();
    }

    /** All that enters in the order of the data of {@link #likelihood}: measurements with a common term come first. */
    public List<AverageInput> inDataOrder() {
        if (!together) {
            return inputs;
        }
        List<AverageInput> ordered = new ArrayList<>(estimates());
        inputs.stream().filter(input -> !input.isEstimate()).forEach(ordered::add);
        return ordered;
    }

    /** The best linear unbiased estimate; empty if there are limits and ranges only. */
    public Optional<BlueAverage> linear() {
        return linear;
    }

    private Optional<BlueAverage> blue() {
        double[] values =
                estimates().stream().mapToDouble(AverageInput::central).toArray();
        return values.length == 0 ? Optional.empty() : Optional.of(BlueAverage.of(Vector.of(values), sources));
    }

    /** The scale factor of the precise measurements alone, correlations left out; empty with fewer than two of them. */
    public Optional<ScaleFactor> scaleFactorOfPrecise() {
        List<AverageInput> estimates = estimates();
        return estimates.size() < 2
                ? Optional.empty()
                : ScaleFactor.ofPrecise(
                        Vector.of(estimates.stream()
                                .mapToDouble(AverageInput::central)
                                .toArray()),
                        Vector.of(estimates.stream()
                                .mapToDouble(AverageInput::sigma)
                                .toArray()));
    }

    /** −2 ln L of the common value, its only parameter. */
    public Likelihood likelihood() {
        return likelihood;
    }

    /** Where sets are looked for; a set that ends here may go on. */
    public Interval range() {
        return range;
    }

    /** Where the full likelihood is highest; empty where the measurements exclude each other by hard walls. */
    public Optional<Double> value() {
        return curve.map(AverageCurve::best);
    }

    /** χ² of the full likelihood at its best; limits count as measurements. */
    public Optional<GoodnessOfFit> fit() {
        return value().map(at ->
                GoodnessOfFit.of(likelihood.objective().value(new double[] {at}), 0.0, likelihood.measuredCount(), 1));
    }

    /** The confidence set of the full likelihood, by Wilks' theorem; empty without a value. */
    public IntervalSet set(ConfidenceLevel level) {
        return curve.map(c -> c.set(level)).orElse(IntervalSet.EMPTY);
    }
}
