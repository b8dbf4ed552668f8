package org.penguinfit.likelihoods.average;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.penguinfit.core.average.BlueAverage;
import org.penguinfit.core.average.ScaleFactor;
import org.penguinfit.core.interval.ConfidenceLevel;
import org.penguinfit.core.interval.Interval;
import org.penguinfit.core.interval.IntervalSet;
import org.penguinfit.core.parameter.Parameter;
import org.penguinfit.core.parameter.ParameterSet;
import org.penguinfit.core.significance.GoodnessOfFit;
import org.penguinfit.likelihoods.BoundTerm;
import org.penguinfit.likelihoods.Likelihood;
import org.penguinfit.likelihoods.expression.PolynomialPredictions;
import org.penguinfit.likelihoods.expression.SparsePolynomial;
import org.penguinfit.measurements.Measurement;
import org.penguinfit.measurements.document.Diagnostics;

/**
 * The average of all that is measured of one observable, in two ways: the best linear unbiased estimate of the measurements
 * with values, their uncertainties made symmetric, and the full likelihood with asymmetric uncertainties and limits.
 *
 * <p>Measurements count as independent, but for what {@link AverageCorrelations} say. Rows of correlated
 * blocks enter alone, the other observables of the block integrated out. Immutable.
 */
public final class ObservableAverage {
    private final String observable;
    private final String unit;
    private final List<AverageInput> inputs;
    private final Estimates estimates;
    private final Likelihood likelihood;
    private final Interval range;
    private final Optional<AverageCurve> curve;
    private final Optional<BlueAverage> linear;

    private ObservableAverage(
            String observable, String unit, List<AverageInput> inputs, AverageCorrelations correlations) {
        this.observable = observable;
        this.unit = unit;
        this.inputs = List.copyOf(inputs);
        this.estimates = Estimates.of(inputs, correlations);
        this.linear = estimates.linear();
        this.likelihood = bound();
        this.range = AverageCurve.rangeAround(inputs);
        this.curve = AverageCurve.of(likelihood, range, inputs);
    }

    /**
     * Averages an observable.
     *
     * @param measurements any measurements; those that do not report the observable are passed over
     * @param observable canonical text of its {@link org.penguinfit.measurements.ObservableId}
     * @param correlations between the measurements
     * @param diagnostics takes results that make no likelihood term, different units, and correlations that make no positive
     *     definite covariance
     * @return the average; null if there was such an error or no measurement
     */
    public static @Nullable ObservableAverage of(
            List<Measurement> measurements,
            String observable,
            AverageCorrelations correlations,
            Diagnostics diagnostics) {
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

    /**
     * What measurements say of an observable, without averaging it.
     *
     * @param diagnostics takes results that make no likelihood term, and different units
     */
    public static List<AverageInput> inputs(
            List<Measurement> measurements, String observable, Diagnostics diagnostics) {
        InputCollection collection = new InputCollection(observable, diagnostics);
        measurements.forEach(collection::add);
        return List.copyOf(collection.inputs());
    }

    private Likelihood bound() {
        List<BoundTerm> terms = new ArrayList<>();
        if (estimates.areTogether()) {
            terms.add(estimates.term(observable));
        }
        for (AverageInput input : inputs) {
            if (!estimates.areTogether() || !input.isEstimate()) {
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
        return estimates.inputs();
    }

    /** All that enters in the order of the data of {@link #likelihood}: measurements with a common term come first. */
    public List<AverageInput> inDataOrder() {
        if (!estimates.areTogether()) {
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

    /** The scale factor of the precise measurements alone, correlations left out; empty with fewer than two of them. */
    public Optional<ScaleFactor> scaleFactorOfPrecise() {
        return estimates.scaleFactorOfPrecise();
    }

    /** The correlation of a source between the measurements; empty where it is not the same for all pairs. */
    public Optional<Double> correlation(String source) {
        return estimates.correlation(source);
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
